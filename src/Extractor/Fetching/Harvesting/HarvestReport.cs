using System.Collections.Immutable;
using Extractor.Fetching.Publishers;
using Extractor.Fetching.Requests;
using Extractor.Model.Evidence;

namespace Extractor.Fetching.Harvesting;

/// <summary>What one harvest is to do.</summary>
/// <param name="ArchiveFolder">Below it one folder a publisher.</param>
/// <param name="Since">Entries of listings that carry an earlier date in their address are left alone; null for all.</param>
/// <param name="MostRequests">Of all publishers together; the next harvest goes on from there. Null for no limit.</param>
/// <param name="MostTime">From the start of the night, whatever the publishers allow; null for no limit.</param>
/// <param name="ListingsOnly">Walks listings and asks for no article and no file: a trial.</param>
/// <param name="Acknowledged">Alarms that a person has looked at.</param>
public sealed record HarvestOptions(
    string ArchiveFolder,
    DateOnly? Since,
    int? MostRequests,
    RequestSettings Requests,
    string ExtractorVersion,
    TimeSpan? MostTime = null,
    bool ListingsOnly = false,
    ImmutableArray<Acknowledgement> Acknowledged = default);

/// <summary>What one harvest of one publisher came to; kept beside the documents until the next.</summary>
/// <param name="IsComplete">The walk came to its end; otherwise the next harvest goes on where this one stopped.</param>
/// <param name="Stopped">Why it did not come to its end.</param>
/// <param name="Fault">A fault of this program that stopped it, with its trace; the other publishers go on.</param>
/// <param name="Found">Documents that the publisher's pages led to and that are kept.</param>
/// <param name="FoundBefore">In the last complete harvest; null where there was none.</param>
/// <param name="Unasked">Known addresses that were not due to be asked for.</param>
/// <param name="PagesParsed">Pages that were new or had changed; none in a night without news.</param>
/// <param name="Alarms">What a person should look at.</param>
/// <param name="Acknowledged">Alarms that a person has looked at, until a day that each names.</param>
/// <param name="Listings">Every listing of the definition, its links counted.</param>
/// <param name="FoundInOtherForms">Articles that disclose in a form that is kept and not read.</param>
public sealed record PublisherHarvest(
    string Publisher,
    string Name,
    string DivisionCode,
    DateTimeOffset StartedAt,
    DateTimeOffset FinishedAt,
    bool IsComplete,
    string? Stopped,
    string? Fault,
    int Requests,
    int Found,
    int? FoundBefore,
    int Unasked,
    int PagesParsed,
    ImmutableSortedDictionary<string, int> Outcomes,
    ImmutableArray<string> Alarms,
    ImmutableArray<HarvestedAddress> Fetches,
    ImmutableArray<HarvestedCoverage> Coverage,
    ImmutableArray<string> Acknowledged,
    ImmutableArray<ListingAccount> Listings,
    int FoundInOtherForms);

/// <summary>The account of a listing and of what lies below it: every link of its pages is taken or refused.</summary>
/// <param name="AnnouncedRecords">What its first page says of its own length; null where it says nothing.</param>
/// <param name="AnnouncedPages">Likewise.</param>
/// <param name="Pages">Its pages that were walked.</param>
/// <param name="Listed">Links that stand where its entries stand, on these pages.</param>
/// <param name="Entries">Articles and files that were taken.</param>
/// <param name="Columns">Listings below it that were taken.</param>
/// <param name="Refused">Links that were not followed, by reason.</param>
public sealed record ListingAccount(
    string Address,
    int? AnnouncedRecords,
    int? AnnouncedPages,
    int Pages,
    int Listed,
    int Entries,
    int Columns,
    ImmutableSortedDictionary<string, int> Refused)
{
    /// <summary>What it says and what was walked are not the same; null where they agree or nothing is said.</summary>
    public string? Difference =>
        AnnouncedPages is { } pages && pages > Pages ? $"{pages} pages are announced, {Pages} were walked"
        : AnnouncedRecords is { } records && records > Listed ? $"{records} links are announced, {Listed} were seen"
        : null;
}

/// <summary>A row of <c>fetches</c> without its run.</summary>
/// <param name="TakenAs">Null for a link that was not followed.</param>
/// <param name="FoundOn">The page that has the link; null for what the definition names.</param>
/// <param name="IsUnexplained">Not followed, though it stands where documents stand.</param>
public sealed record HarvestedAddress(
    string Url,
    string? FinalUrl,
    int? Status,
    FetchOutcome Outcome,
    int Attempts,
    long? Bytes,
    string? Sha256,
    string? ETag,
    string? LastModified,
    DateTimeOffset StartedAt,
    long DurationMilliseconds,
    string? Reason,
    LinkRole? TakenAs = null,
    string? FoundOn = null,
    string? LinkText = null,
    bool IsUnexplained = false);

/// <summary>A row of <c>coverage</c> without its source.</summary>
/// <param name="DueOn">Of what was not disclosed: the last day on which it was to be.</param>
public sealed record HarvestedCoverage(
    string? DivisionCode,
    string? DepartmentName,
    int? FiscalYear,
    Model.Documents.DocumentKind Kind,
    bool Expected,
    string? Sha256,
    string? ReasonMissing,
    DisclosedAs? DisclosedAs = null,
    DateOnly? DueOn = null)
{
    /// <summary>It was to be there on that day, and is not.</summary>
    public bool IsMissing(DateOnly day) => Sha256 is null && DisclosedAs is null && !(DueOn >= day);
}

/// <summary>What happens while a harvest goes on; for the log.</summary>
public abstract record HarvestEvent(PublisherDefinition Publisher);

public sealed record PublisherStarted(PublisherDefinition Publisher, bool IsResumed) : HarvestEvent(Publisher);

/// <summary>An address was dealt with.</summary>
public sealed record AddressAsked(PublisherDefinition Publisher, Archive.Visit Visit) : HarvestEvent(Publisher);

public sealed record PublisherFinished(PublisherDefinition Publisher, PublisherHarvest Harvest) : HarvestEvent(Publisher);
