using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Extractor.Fetching.Harvesting;
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
/// <param name="Announced">What a listing says of its own length.</param>
/// <param name="Listed">Links that stand where its entries stand, the entries with them.</param>
/// <param name="Entries">Of a listing: links to articles and files.</param>
/// <param name="Columns">Of a listing: links to listings below it.</param>
/// <param name="Attachments">Of an article: links to files.</param>
/// <param name="Articles">Of an article: links of its text to articles of parts or units.</param>
/// <param name="Images">Of an article that has neither: pictures of pages.</param>
/// <param name="Form">Of an article: how it discloses.</param>
/// <param name="Refused">Every other link, and why it is not followed.</param>
public sealed record PageReading(
    string Key,
    string Way,
    bool IsStale,
    string Title,
    Uri? Refresh,
    ImmutableArray<Uri> Further,
    AnnouncedLength Announced,
    int Listed,
    ImmutableArray<PageLink> Entries,
    ImmutableArray<PageLink> Columns,
    ImmutableArray<PageLink> Attachments,
    ImmutableArray<PageLink> Articles,
    ImmutableArray<Uri> Images,
    DisclosureForm Form,
    ImmutableArray<RefusedLink> Refused)
{
    /// <summary>Another build may read pages otherwise.</summary>
    private static readonly Guid Build = typeof(PageReading).Module.ModuleVersionId;

    /// <summary>Of what is kept of a reading; another number, and none of before is understood.</summary>
    private const int Layout = 5;

    public bool LeadsNowhere => Refresh is null && Entries.IsEmpty && Columns.IsEmpty && Attachments.IsEmpty
        && Articles.IsEmpty && Form == DisclosureForm.None;

    public static string KeyOf(string sha256, string? charset, Uri address) =>
        Short($"{Build}\n{sha256}\n{charset}\n{address.AbsoluteUri}");

    /// <param name="isListing">As a listing page; otherwise as a detail page.</param>
    public static string WayOf(Recipe recipe, bool isListing) => Short($"{Layout}\n{recipe}\n{isListing}");

    /// <param name="key">As <see cref="KeyOf"/> gives it.</param>
    /// <param name="way">As <see cref="WayOf"/> gives it.</param>
    public static PageReading Of(string key, string way, byte[] bytes, string? charset, Uri address, Recipe recipe, bool isListing)
    {
        (var text, address) = HtmlPage.BelowItsTab(PageDecoder.Decode(bytes, charset), address);
        var encoding = PageDecoder.EncodingOf(bytes, charset);
        var json = isListing ? JsonListing.TextOf(text) : null;
        var paths = json is null ? null : JsonListing.PathsOf(json, address, recipe.Json);
        var page = (paths is null ? null : JsonListing.Read(json!, address, paths))
            ?? (isListing ? Feed.Read(text, address) : null) ?? HtmlPage.Read(text, address, encoding);
        if (!isListing)
        {
            var article = LinkJudge.Article(page, address, recipe);
            return new PageReading(key, way, false, TitleOf(page), page.Refresh(), [],
                AnnouncedLength.Nothing, 0, [], [], article.Documents, article.Articles, article.Images, article.Form, article.Refused);
        }

        ImmutableArray<Uri> further = [.. paths is not null ? JsonListing.FurtherPages(json!, address, paths, recipe.MostPages)
            : page.FurtherPages(recipe.MostPages), .. recipe.Json?.Html is null ? [] : page.Parts(), .. page.PartsOfTabs()];
        var listing = LinkJudge.Listing(page, address, recipe, further);
        if (listing.Entries.IsEmpty && listing.Columns.IsEmpty && further.IsEmpty
            && (recipe.Columns is null || LinkJudge.IsOfBudgets(page)))
        {
            // What this listing shows, it has from elsewhere; a page on the way to listings shows much that is none.
            further = [.. page.Frames(), .. page.Questions()];
            listing = further.IsEmpty ? listing : LinkJudge.Listing(page, address, recipe, further);
        }
        else if (LinkJudge.IsOfBudgets(page)
            && page.Frames(isBesides: true).Where(frame => !further.Contains(frame)).ToList() is { Count: > 0 } frames)
        {
            further = [.. further, .. frames];
            listing = LinkJudge.Listing(page, address, recipe, further);
        }

        var announced = paths is not null ? JsonListing.Announced(json!, paths) : page.Announced();
        var refused = json is not null && paths is null ? listing.Refused.AddRange(JsonListing.WithoutAddress(json, address,
            recipe.EntryText)) : listing.Refused;
        if (announced.Records > listing.Listed && further.IsEmpty && (!listing.Entries.IsEmpty || LinkJudge.IsOfBudgets(page))
            && !page.IsALaterPage())
        {
            refused = refused.Add(new RefusedLink(new Uri(address, $"#{LinkRefusals.FewerThanAnnounced}"),
                $"{announced.Records} links are announced, {listing.Listed} were seen", LinkRefusals.FewerThanAnnounced, true));
        }

        if (LinkJudge.IsOfBudgets(page))
        {
            var (followed, left) = page.ListsOfChoices(hasEntries: !listing.Entries.IsEmpty);
            further = [.. further, .. followed.Where(list => !further.Contains(list))];
            refused = refused.AddRange(left);
        }

        return new PageReading(key, way, false, page.Title, page.Refresh(), further, announced, listing.Listed, listing.Entries,
            listing.Columns, [], [], [], DisclosureForm.None, refused);
    }

    /// <summary>The title may name the site before the article or alone; the article's own may lack the year that the title has.</summary>
    private static string TitleOf(HtmlPage page) =>
        page.Statement("ArticleTitle") is not { } own ? page.Title
            : LinkReading.IsWhole(own) ? own
            : page.ShownTitle(own) is { } shown ? shown
            : page.Title.Contains(own, StringComparison.Ordinal) ? page.Title : $"{own} {page.Title}";

    private static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];
}
