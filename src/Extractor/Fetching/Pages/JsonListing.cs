using System.Collections.Immutable;
using System.Text.Json;
using Extractor.Fetching.Publishers;

namespace Extractor.Fetching.Pages;

/// <summary>A listing that a page's script is given as JSON: items with address and text, or finished HTML inside.</summary>
internal static class JsonListing
{
    /// <summary>Deeper than any answer of a listing.</summary>
    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 32, AllowTrailingCommas = true };

    /// <returns>The HTML that the answer holds, or a page made of its items; null where it is no JSON or holds neither.</returns>
    public static HtmlPage? Read(string text, Uri address, JsonPaths paths)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Bounded);
            if (paths.Html is { } html)
            {
                return At(json.RootElement, html) is { ValueKind: JsonValueKind.String } found ? HtmlPage.Read(found.GetString()!, address)
                    : null;
            }

            return At(json.RootElement, paths.Items!) is { ValueKind: JsonValueKind.Array } items
                ? HtmlPage.Of(
                    [.. from item in items.EnumerateArray()
                        where item.ValueKind == JsonValueKind.Object
                        let link = Text(item, paths.Address!)
                        where link is not null
                        select (link, Text(item, paths.Text!) ?? string.Empty)],
                    address)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The other pages of the listing, where the answer says how many there are.</summary>
    public static ImmutableArray<Uri> FurtherPages(string text, Uri address, JsonPaths paths, int most)
    {
        if (paths.Pages is null || paths.PageParameter is not { } parameter)
        {
            return [];
        }

        try
        {
            using var json = JsonDocument.Parse(text, Bounded);
            return At(json.RootElement, paths.Pages) is { ValueKind: JsonValueKind.Number } count && count.TryGetInt32(out var pages)
                ? [.. Enumerable.Range(1, Math.Clamp(pages, 0, most)).Select(page => WithParameter(address, parameter, page)).Where(page =>
                    page != address)]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <param name="path">Names joined by dots; empty for the whole.</param>
    private static JsonElement? At(JsonElement root, string path)
    {
        var element = root;
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }

    private static string? Text(JsonElement item, string path) => At(item, path) is { ValueKind: JsonValueKind.String } found
        ? found.GetString() : null;

    private static Uri WithParameter(Uri address, string name, int value)
    {
        var others = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair =>
            pair.Split('=')[0] != name);
        return new UriBuilder(address) { Query = string.Join('&', others.Append($"{name}={value}")) }.Uri;
    }
}
