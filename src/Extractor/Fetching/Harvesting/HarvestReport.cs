using System.Collections.Immutable;
using Extractor.Fetching.Publishers;
using Extractor.Fetching.Requests;
using Extractor.Model.Evidence;

namespace Extractor.Fetching.Harvesting;

/// <summary>What one harvest is to do.</summary>
/// <param name="ArchiveFolder">Below it one folder a publisher.</param>
/// <param name="Since">Entries of listings that carry an earlier date in their address are left alone; null for all.</param>
/// <param name="MostRequests">Of all publishers together; the next harvest goes on from there. Null for no limit.</param>
public sealed record HarvestOptions(string ArchiveFolder, DateOnly? Since, int? MostRequests, RequestSettings Requests,
    string ExtractorVersion);

/// <summary>What one harvest of one publisher came to; kept beside the documents until the next.</summary>
/// <param name="IsComplete">The walk came to its end; otherwise the next harvest goes on where this one stopped.</param>
/// <param name="Stopped">Why it did not come to its end.</param>
/// <param name="Fault">A fault of this program that stopped it, with its trace; the other publishers go on.</param>
/// <param name="Found">Documents that the publisher's pages led to and that are kept.</param>
/// <param name="FoundBefore">In the last complete harvest; null where there was none.</param>
/// <param name="Unasked">Known addresses that were not due to be asked for.</param>
/// <param name="PagesParsed">Pages that were new or had changed; none in a night without news.</param>
/// <param name="Alarms">What a person should look at.</param>
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
    ImmutableArray<HarvestedCoverage> Coverage);

/// <summary>A row of <c>fetches</c> without its run.</summary>
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
    string? Reason);

/// <summary>A row of <c>coverage</c> without its source.</summary>
public sealed record HarvestedCoverage(
    string? DivisionCode,
    string? DepartmentName,
    int? FiscalYear,
    Model.Documents.DocumentKind Kind,
    bool Expected,
    string? Sha256,
    string? ReasonMissing);

/// <summary>What happens while a harvest goes on; for the log.</summary>
public abstract record HarvestEvent(PublisherDefinition Publisher);

public sealed record PublisherStarted(PublisherDefinition Publisher, bool IsResumed) : HarvestEvent(Publisher);

/// <summary>An address was dealt with.</summary>
public sealed record AddressAsked(PublisherDefinition Publisher, Archive.Visit Visit) : HarvestEvent(Publisher);

public sealed record PublisherFinished(PublisherDefinition Publisher, PublisherHarvest Harvest) : HarvestEvent(Publisher);
