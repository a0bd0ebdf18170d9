using System.Collections.Immutable;
using Extractor.Model.Documents;

namespace Extractor.Fetching.Publishers;

/// <summary>One publisher: where its lists of documents stand, how they are walked, and what is expected there.</summary>
/// <param name="Key">The name of the definition file without its ending: the division code, or with a suffix. Names the archive
/// folder.</param>
/// <param name="DivisionCode">GB/T 2260; what the documents found here should be of.</param>
/// <param name="Verified">Someone has compared the definition with the living site. False: the addresses are as recorded, nothing
/// more.</param>
/// <param name="Caveats">What a reader of the data should know of the source, in words.</param>
public sealed record PublisherDefinition(
    string Key,
    string Name,
    string DivisionCode,
    bool Verified,
    ImmutableArray<string> Caveats,
    ImmutableArray<Listing> Listings,
    ImmutableArray<ListedAddress> Addresses,
    ExpectedInventory Expected,
    Politeness Politeness);

/// <summary>A listing page (列表页), the first of its pages.</summary>
/// <param name="DepartmentName">Of every document below it, where the page belongs to one department.</param>
/// <param name="FiscalYear">Of every document below it, where the page belongs to one year.</param>
public sealed record Listing(Uri Address, Recipe Recipe, string? DepartmentName, int? FiscalYear);

/// <summary>A document whose address was collected elsewhere: one row of an address list (CSV).</summary>
public sealed record ListedAddress(Uri Address, DocumentRequest Request, string? Title);

/// <summary>How the pages of a common content management system are walked; shared between publishers.</summary>
/// <param name="Entries">CSS selector of the links of a listing page.</param>
/// <param name="EntryText">What the text of such a link must contain.</param>
/// <param name="EntryAddress">What its address must contain; null for any.</param>
/// <param name="Columns">CSS selector of links to further listing pages (departments, years); null where there are none.</param>
/// <param name="ColumnText">What the text of such a link must contain.</param>
/// <param name="Levels">Listing pages below listing pages, at most; 0 where <paramref name="Columns"/> is null.</param>
/// <param name="Attachments">CSS selector of the links of a detail page (正文页) that may be attachments (附件).</param>
/// <param name="AttachmentText">What an attachment's text or address must contain; null for any.</param>
/// <param name="MostPages">Pages of one listing, at most.</param>
/// <param name="Json">Where the listing, or a part that its script asks for, is JSON; null for none.</param>
public sealed record Recipe(
    string Name,
    string Entries,
    LinkPattern EntryText,
    LinkPattern? EntryAddress,
    string? Columns,
    LinkPattern? ColumnText,
    int Levels,
    string Attachments,
    LinkPattern? AttachmentText,
    int MostPages,
    JsonPaths? Json = null);

/// <summary>Where a JSON answer has its links; names joined by dots.</summary>
/// <param name="Html">A text that is HTML; null where the answer has <paramref name="Items"/>.</param>
/// <param name="Items">The list.</param>
/// <param name="Address">Of an item: where it leads.</param>
/// <param name="Text">Of an item: what a reader sees.</param>
/// <param name="Pages">How many pages there are; null where the answer does not say it.</param>
/// <param name="Records">How many items there are in all pages; null where the answer does not say it.</param>
/// <param name="PageParameter">The parameter of the address that asks for a page, from 1; null where the answer is all of them.</param>
public sealed record JsonPaths(string? Html, string? Items, string? Address, string? Text, string? Pages, string? Records,
    string? PageParameter);

/// <summary>Documents that should be there: every department times every year times every kind.</summary>
/// <param name="LeastDocuments">Where no departments are named: fewer than this many documents are an alarm; null for none.</param>
public sealed record ExpectedInventory(
    ImmutableArray<string> Departments,
    ImmutableArray<int> FiscalYears,
    ImmutableArray<DocumentKind> Kinds,
    int? LeastDocuments)
{
    public static ExpectedInventory Nothing { get; } = new([], [], [], null);
}

/// <summary>What a publisher's hosts are asked to bear.</summary>
/// <param name="Delay">Between the end of one request and the start of the next to one host, at least.</param>
/// <param name="Window">Local hours (UTC+8, the one civil time of China) in which requests are made; null for any.</param>
/// <param name="RecheckAfter">A document that is known is asked for again when this much time has passed; zero: in every harvest.</param>
/// <param name="MostTime">Of one harvest; null for no limit. The next goes on from there.</param>
/// <param name="AllowPrivateAddresses">Addresses in private or loopback ranges may be asked: a mirror in one's own network.</param>
public sealed record Politeness(TimeSpan Delay, NightWindow? Window, TimeSpan RecheckAfter, long MostBytesOfFile, long MostBytes,
    bool AllowPrivateAddresses, TimeSpan? MostTime = null)
{
    public const long DefaultMostBytesOfFile = 200L << 20;

    public const long DefaultMostBytes = 20L << 30;

    public static Politeness Default { get; } =
        new(TimeSpan.FromSeconds(3), null, TimeSpan.FromDays(7), DefaultMostBytesOfFile, DefaultMostBytes, false);
}

/// <summary>From one hour of the day to another, over midnight where the second is the smaller.</summary>
public sealed record NightWindow(TimeOnly From, TimeOnly To)
{
    private static readonly TimeSpan ChinaTime = TimeSpan.FromHours(8);

    public bool Contains(DateTimeOffset moment)
    {
        var time = TimeOnly.FromDateTime(moment.ToOffset(ChinaTime).DateTime);
        return time.IsBetween(From, To);
    }
}
