using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Extractor.Fetching.Harvesting;
using Extractor.Fetching.Publishers;

namespace Extractor.Fetching.Pages;

/// <summary>A listing that a page's script is given as JSON: items with address and text, or finished HTML inside.</summary>
internal static partial class JsonListing
{
    /// <summary>Characters; more is a text.</summary>
    private const int MostOfATitle = 120;

    /// <summary>Documents without an address that are named.</summary>
    private const int MostNamed = 200;

    /// <summary>Deeper than any answer of a listing.</summary>
    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 32, AllowTrailingCommas = true };

    /// <summary>The JSON of an answer, also of one that is given to a function: <c>show({…});</c>. Null where it is none.</summary>
    public static string? TextOf(string answer)
    {
        var text = answer.AsSpan().TrimStart('\uFEFF').Trim();
        if (text.Length > 0 && text[0] is '{' or '[')
        {
            return text.ToString();
        }

        return Called().Match(answer) is { Success: true } call ? call.Groups[1].Value : null;
    }

    /// <summary>Where the links of an answer stand: as the recipe says, else where objects have an address and a text.</summary>
    /// <returns>Null where it holds none.</returns>
    public static JsonPaths? PathsOf(string text, Uri address, JsonPaths? told)
    {
        if (told is not null && Read(text, address, told) is not null)
        {
            return told;
        }

        try
        {
            using var json = JsonDocument.Parse(text, Bounded);
            return JsonShape.Of(json.RootElement, address);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What an answer without addresses says of documents; how they are opened, a script elsewhere knows.</summary>
    public static IEnumerable<RefusedLink> WithoutAddress(string text, Uri address, LinkPattern wanted)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Bounded);
            return [.. TextsOf(json.RootElement).Where(said => said.Length <= MostOfATitle && wanted.Matches(said))
                .Distinct(StringComparer.Ordinal).Take(MostNamed)
                .Select(said => new RefusedLink(new Uri(address, $"#{said}"), said, LinkRefusals.LinkWithoutAddress, true))];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>The texts of an answer that is a list of texts alone; empty for any other.</summary>
    public static ImmutableArray<string> TextsIn(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer, Bounded);
            return json.RootElement.ValueKind == JsonValueKind.Array
                && json.RootElement.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String)
                ? [.. json.RootElement.EnumerateArray().Select(static item => item.GetString()!)] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IEnumerable<string> TextsOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(static property => TextsOf(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsOf),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

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

            return ItemsAt(json.RootElement, paths.Items!.Split('.', StringSplitOptions.RemoveEmptyEntries), []) is { } items
                ? HtmlPage.Of(
                    [.. from item in items
                        where item.Item.ValueKind == JsonValueKind.Object
                        let link = Text(item.Item, paths.Address!)
                        where link is not null
                        select (link, Text(item.Item, paths.Text!) ?? string.Empty, item.Above)],
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
        try
        {
            using var json = JsonDocument.Parse(text, Bounded);
            if (paths.Html is { } html)
            {
                return At(json.RootElement, html) is { ValueKind: JsonValueKind.String } found
                    ? FurtherParts(found.GetString()!, address, most) : [];
            }

            // An answer that says which page it is, says by what a page is asked for.
            var told = NumberTold(json.RootElement, NameOfNumber());
            if ((paths.PageParameter ?? (HtmlPage.BodyIn(address) is null ? told?.Name : null)) is not { } parameter)
            {
                return [];
            }

            // What is asked for, what the answer says, or what came; a list may leave out some of its records.
            var length = NumberTold(json.RootElement, NameOfLength())?.Value;
            var items = LengthOfPage().Match(AskedBy(address)) is { Success: true } asked
                ? int.Parse(asked.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
                : length > 0 ? length.Value
                : At(json.RootElement, paths.Items!) is { ValueKind: JsonValueKind.Array } list ? list.GetArrayLength() : 0;
            var pages = Count(json.RootElement, paths.Pages)
                ?? (Count(json.RootElement, paths.Records) is { } records && items > 0 ? (records + items - 1) / items : null);
            // Only the first page tells the length of a page; the last is shorter.
            var number = parameter.Length == 0 ? 1 : NumberOf(address, parameter);
            var own = number ?? (paths.PageParameter is null && told?.Value == 0 ? 0 : 1);
            var first = own == 0 || (told is { } page && page.Value == own && IsNotFirst(json.RootElement)) ? 0 : 1;
            if (pages is not { } count || (own != first && paths.Pages is null && length is null))
            {
                return [];
            }

            // The second page shows whether the name is understood: then it says that it is the second.
            return number is null && paths.PageParameter is null
                ? own == told?.Value && count > 1 ? [WithParameter(address, parameter, $"{own + 1}")] : []
                : paths.PageParameter is null && told?.Value != own ? []
                : [.. Enumerable.Range(first, Math.Clamp(count, 0, most)).Where(other => other != own)
                    .Select(other => WithParameter(address, parameter, $"{other}"))];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>What the answer says of the length of the listing.</summary>
    public static AnnouncedLength Announced(string text, JsonPaths paths)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Bounded);
            return paths.Html is { } html && At(json.RootElement, html) is { ValueKind: JsonValueKind.String } found
                ? new AnnouncedLength(PartNumber(PartCount(), found.GetString()!), null)
                : new AnnouncedLength(Count(json.RootElement, paths.Records), Count(json.RootElement, paths.Pages));
        }
        catch (JsonException)
        {
            return AnnouncedLength.Nothing;
        }
    }

    /// <summary>
    /// Pages of a part of jpaas, whose HTML says <c>{"rows":"15","count":"40","pageNo":"1"}</c>: the same question with
    /// <c>paramJson={"pageNo":2,"pageSize":15}</c>.
    /// </summary>
    private static ImmutableArray<Uri> FurtherParts(string html, Uri address, int most) =>
        PartNumber(PartCount(), html) is { } count && PartNumber(PartRows(), html) is { } rows && rows > 0
        && PartNumber(PartPage(), html) is null or 1
            ? [.. Enumerable.Range(2, Math.Clamp(((count + rows - 1) / rows) - 1, 0, most)).Select(page => WithParameter(
                address, "paramJson", Uri.EscapeDataString($"{{\"pageNo\":{page},\"pageSize\":{rows}}}")))]
            : [];

    private static int? PartNumber(Regex pattern, string html) =>
        pattern.Match(html) is { Success: true } match
        && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>The first number of that name in the objects of an answer, outside its lists.</summary>
    private static (string Name, int Value)? NumberTold(JsonElement element, Regex wanted) =>
        element.ValueKind != JsonValueKind.Object ? null
            : element.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Number && wanted.IsMatch(property.Name)
                    && property.Value.TryGetInt32(out _))
                .Select(static property => ((string, int)?)(property.Name, property.Value.GetInt32()))
                .Concat(element.EnumerateObject().Select(property => NumberTold(property.Value, wanted)))
                .FirstOrDefault(static found => found is not null);

    /// <summary>An answer that says of itself that it is not the first, though its number is 1: <c>"first": false</c>.</summary>
    private static bool IsNotFirst(JsonElement element) => element.ValueKind == JsonValueKind.Object
        && element.EnumerateObject().Any(static property =>
            (property.Name == "first" && property.Value.ValueKind == JsonValueKind.False) || IsNotFirst(property.Value));

    private static int? Count(JsonElement root, string? path) =>
        path is not null && At(root, path) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt32(out var value) ? value : null;

    /// <summary>What an answer was asked by: the query of its address, or what was sent.</summary>
    internal static string AskedBy(Uri address) => HtmlPage.BodyIn(address) is { } sent ? $"?{sent}" : address.Query;

    private static int? NumberOf(Uri address, string parameter) => NumberAsked(AskedBy(address), parameter) is { Success: true } number
        && int.TryParse(number.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static Match NumberAsked(string asked, string parameter) =>
        Regex.Match(asked, $"""(?<=[?&]{Regex.Escape(parameter)}=|"{Regex.Escape(parameter)}"\s*:\s*"?)\d+""", RegexOptions.CultureInvariant);

    /// <param name="path">Names joined by dots; empty for the whole.</param>
    private static JsonElement? At(JsonElement root, string path)
    {
        var element = root;
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ObjectIn(element) is not { } found || !found.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }

    /// <summary>An object, also one that is written as a text: <c>"urls": "{\"pc\": \"/a/1.html\"}"</c>. Null where it is none.</summary>
    internal static JsonElement? ObjectIn(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            return element;
        }

        try
        {
            return element.ValueKind == JsonValueKind.String && element.GetString() is ['{', ..] text
                && JsonElement.Parse(text, Bounded) is { ValueKind: JsonValueKind.Object } written ? written : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// The items of a list, and of the lists in the objects of a list: what these say of offices, years and budgets is above them.
    /// </summary>
    /// <returns>Null where there is no list.</returns>
    private static List<(JsonElement Item, ImmutableArray<string> Above)>? ItemsAt(JsonElement element, ReadOnlySpan<string> path,
        ImmutableArray<string> above)
    {
        if (path.IsEmpty)
        {
            return element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray().Select(item => (item, above))] : null;
        }

        if (element.ValueKind == JsonValueKind.Object)
        {
            return element.TryGetProperty(path[0], out var below) ? ItemsAt(below, path[1..], above) : null;
        }

        if (element.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        List<(JsonElement, ImmutableArray<string>)>? items = null;
        foreach (var group in element.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.Object))
        {
            var said = group.EnumerateObject().Where(static property => property.Value.ValueKind == JsonValueKind.String)
                .Select(static property => property.Value.GetString()!)
                .Where(static text => !HtmlPage.IsAddress(text) && LinkReading.IsTelling(text));
            if (ItemsAt(group, path, [.. above, .. said]) is { } below)
            {
                items = [.. items ?? [], .. below];
            }
        }

        return items;
    }

    private static string? Text(JsonElement item, string path) => At(item, path) is { ValueKind: JsonValueKind.String } found
        ? found.GetString() : null;

    [GeneratedRegex("^(?:page_?(?:no|num|number|index)|page|cur(?:rent)?(?:_?page(?:_?no)?)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex NameOfNumber();

    [GeneratedRegex("^(?:page_?size|per_?page|size|limit)$", RegexOptions.IgnoreCase)]
    private static partial Regex NameOfLength();

    [GeneratedRegex(@"^\s*(?:/\*.{0,80}?\*/\s*)?(?:typeof\s[^&;]{1,80}&&\s*)?[\w.$]{1,80}\s*" +
        @"\(\s*([\[{].*[\]}])\s*\)\s*;?\s*$", RegexOptions.Singleline)]
    private static partial Regex Called();

    [GeneratedRegex("""(?:[?&]|")_?(?:page_?size|size|rows|limit|per_?page)(?:=|"\s*:\s*"?)([1-9]\d{0,3})(?!\d)""",
        RegexOptions.IgnoreCase)]
    private static partial Regex LengthOfPage();

    [GeneratedRegex(@"\bcount\W{1,6}(\d{1,6})\b")]
    private static partial Regex PartCount();

    [GeneratedRegex(@"\brows\W{1,6}(\d{1,4})\b")]
    private static partial Regex PartRows();

    [GeneratedRegex(@"\bpageNo\W{1,6}(\d{1,5})\b")]
    private static partial Regex PartPage();

    /// <param name="name">Empty where the number stands in the path.</param>
    private static Uri WithParameter(Uri address, string name, string value)
    {
        if (name.Length == 0)
        {
            return new UriBuilder(address) { Path = JsonShape.NumberInPath().Replace(address.AbsolutePath, value) }.Uri;
        }

        if (HtmlPage.BodyIn(address) is { } sent)
        {
            var number = NumberAsked($"?{sent}", name);
            sent = number.Success ? $"?{sent}".Remove(number.Index, number.Length).Insert(number.Index, value)[1..] : sent;
            return new Uri(address.WithoutFragment().AbsoluteUri + HtmlPage.Sent
                + (sent.StartsWith('{') ? Uri.EscapeDataString(sent) : sent));
        }

        var others = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair =>
            pair.Split('=')[0] != name);
        return new UriBuilder(address) { Query = string.Join('&', others.Append($"{name}={value}")) }.Uri;
    }
}
