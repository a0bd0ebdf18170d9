using System.Collections.Immutable;
using System.Text;
using Extractor.Fetching.Pages;
using Extractor.Fetching.Publishers;
using Extractor.Model.Evidence;

namespace Extractor.Fetching.Harvesting;

/// <summary>A link of a tried page.</summary>
/// <param name="TakenAs">Null where it is not followed.</param>
/// <param name="Reason">Why it is not; null where it is.</param>
/// <param name="DepartmentName">What its text says; null where it says nothing.</param>
/// <param name="FiscalYear">Likewise.</param>
public sealed record TriedLink(Uri Address, string Text, LinkRole? TakenAs, string? Reason, bool IsUnexplained, string? DepartmentName,
    int? FiscalYear);

/// <summary>One page by one recipe, without a harvest around it: the workbench of those who write definitions.</summary>
/// <param name="Links">Every link of the page, in its order of roles: what is taken first.</param>
/// <param name="Form">Of an article: how it discloses.</param>
public sealed record PageTrial(
    Uri Address,
    string Title,
    bool IsListing,
    AnnouncedLength Announced,
    DisclosureForm Form,
    PageNature Nature,
    ImmutableArray<TriedLink> Links)
{
    private static readonly PublisherDefinition Nobody = new("", "", "", false, [], [], [], ExpectedInventory.Nothing, Politeness.Default);

    /// <param name="isListing">Null: a listing where it has entries, or leads to its list and discloses nothing; else an article.</param>
    public static PageTrial Of(byte[] bytes, string? charset, Uri address, Recipe recipe, bool? isListing)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(recipe);
        var reading = PageReading.Of(string.Empty, string.Empty, bytes, charset, address, recipe, isListing ?? true);
        if (isListing is null && reading.Entries.IsEmpty && reading.Columns.IsEmpty)
        {
            var article = PageReading.Of(string.Empty, string.Empty, bytes, charset, address, recipe, false);
            isListing = article.Form == DisclosureForm.None && (!reading.Further.IsEmpty || reading.Refresh is not null
                || reading.Refused.Any(static link => link.Reason is LinkRefusals.ListNotRead or LinkRefusals.WrittenByScripts));
            reading = isListing == true ? reading : article;
        }

        var links =
            reading.Entries.Select(link => Taken(link,
                AttachmentLinks.IsAttachment(link.Address, link.Text) ? LinkRole.Document : LinkRole.Article))
            .Concat(reading.Attachments.Select(link => Taken(link, LinkRole.Document)))
            .Concat(reading.Articles.Select(link => Taken(link, LinkRole.Article)))
            .Concat(reading.Images.Select(image => Taken(new PageLink(image, string.Empty), LinkRole.PageImage)))
            .Concat(reading.Columns.Select(link => Taken(link, LinkRole.Column)))
            .Concat(reading.Further.Concat(reading.Refresh is { } refresh ? [refresh] : [])
                .Select(page => Taken(new PageLink(page, string.Empty), LinkRole.Page)))
            .Concat(reading.Refused.OrderBy(static link => !link.IsUnexplained).Select(static link =>
                new TriedLink(link.Address, link.Text, null, link.Reason, link.IsUnexplained, null, null)));
        return new PageTrial(address, reading.Title, isListing ?? true, reading.Announced, reading.Form,
            PageNatures.Of(Page(bytes, charset, address)), [.. links]);

        TriedLink Taken(PageLink link, LinkRole role)
        {
            var hint = LinkReading.HintOf(Nobody, null, null, role is LinkRole.Document
                ? [link.Text, link.Label, reading.Title] : [link.Text, link.Label]);
            return new TriedLink(link.Address, link.Text, role, null, false, hint.DepartmentName, hint.FiscalYear);
        }
    }

    /// <summary>Whether its title, or a link of it, speaks of a budget or of accounts; one that does not is seldom the one meant.</summary>
    public bool IsOfBudgets => LinkWords.Say(LinkWordList.Subject, Title) || Links.Any(static link => LinkWords.Say(
        LinkWordList.Subject, link.Text));

    /// <summary>The page with each of its links marked: green is taken, red is unexplained, grey is left.</summary>
    /// <param name="bytes">As they were tried.</param>
    public string Draw(byte[] bytes, string? charset) => Page(bytes, charset, Address).Marked(
        Links.DistinctBy(static link => link.Address.AbsoluteUri).ToDictionary(
            static link => link.Address.AbsoluteUri,
            static link => (link.TakenAs is not null ? "#1a7f37" : link.IsUnexplained ? "#cf222e" : "#8c959f",
                link.TakenAs is { } role ? Model.SchemaName.Of(role) : link.Reason!),
            StringComparer.Ordinal));

    private static HtmlPage Page(byte[] bytes, string? charset, Uri address) =>
        HtmlPage.Read(PageDecoder.Decode(bytes, charset), address, PageDecoder.EncodingOf(bytes, charset) ?? Encoding.UTF8);
}
