using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Extractor.Fetching.Publishers;

namespace Extractor.Fetching.Pages;

/// <summary>
/// What the walk takes from a page. It is kept with what is known of the page's address, so that a page that did not change
/// is not parsed again.
/// </summary>
/// <param name="Key">Of the page and of the program; another key, another reading.</param>
/// <param name="Way">Of the recipe, and of what the page is to the walk.</param>
/// <param name="IsStale">The page leads nowhere any more; this is where it led before.</param>
/// <param name="Title">Of the page: where links say nothing of year and department, it may.</param>
/// <param name="Refresh">Where the page sends its reader on.</param>
/// <param name="Further">Pages of the same listing, and parts of the page.</param>
/// <param name="Entries">Links as the recipe's entries.</param>
/// <param name="Columns">Links as the recipe's columns.</param>
/// <param name="Attachments">Links as the recipe's attachments.</param>
public sealed record PageReading(
    string Key,
    string Way,
    bool IsStale,
    string Title,
    Uri? Refresh,
    ImmutableArray<Uri> Further,
    ImmutableArray<PageLink> Entries,
    ImmutableArray<PageLink> Columns,
    ImmutableArray<PageLink> Attachments)
{
    /// <summary>Another build may read pages otherwise.</summary>
    private static readonly Guid Build = typeof(PageReading).Module.ModuleVersionId;

    public bool LeadsNowhere => Refresh is null && Entries.IsEmpty && Columns.IsEmpty && Attachments.IsEmpty;

    public static string KeyOf(string sha256, string? charset, Uri address) =>
        Short($"{Build}\n{sha256}\n{charset}\n{address.AbsoluteUri}");

    /// <param name="isListing">As a listing page; otherwise as a detail page.</param>
    public static string WayOf(Recipe recipe, bool isListing) => Short($"{recipe}\n{isListing}");

    /// <param name="key">As <see cref="KeyOf"/> gives it.</param>
    /// <param name="way">As <see cref="WayOf"/> gives it.</param>
    public static PageReading Of(string key, string way, byte[] bytes, string? charset, Uri address, Recipe recipe, bool isListing)
    {
        var text = PageDecoder.Decode(bytes, charset);
        var isJson = isListing && recipe.Json is not null && Sniffing.Of(bytes) == SniffedType.Json;
        var page = (isJson ? JsonListing.Read(text, address, recipe.Json!) : null) ?? HtmlPage.Read(text, address);
        return isListing
            ? new PageReading(
                key,
                way,
                false,
                page.Title,
                page.Refresh(),
                [.. isJson ? JsonListing.FurtherPages(text, address, recipe.Json!, recipe.MostPages) : page.FurtherPages(recipe.MostPages),
                    .. recipe.Json?.Html is null ? [] : page.Parts()],
                [.. page.Links(recipe.Entries).Concat(page.LinksWrittenByScripts())
                    .Where(link => recipe.EntryText.Matches(link.Text) && recipe.EntryAddress?.Matches(link.Address.AbsoluteUri) != false)],
                recipe.Columns is { } columns
                    ? [.. page.Links(columns).Where(column =>
                        recipe.ColumnText?.Matches(column.Text) != false && column.Address.Host == address.Host)]
                    : [],
                [])
            : new PageReading(key, way, false, page.Title, page.Refresh(), [], [], [], AttachmentLinks.Of(page, recipe));
    }

    private static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];
}
