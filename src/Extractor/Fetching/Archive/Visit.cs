using System.Collections.Immutable;
using Extractor.Fetching.Pages;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;

namespace Extractor.Fetching.Archive;

/// <summary>A document that an address gave: itself, or one of the files of a zip archive.</summary>
/// <param name="Entry">The name inside the archive; null for the answer itself.</param>
/// <param name="Place">In the store, below the publisher's folder.</param>
public sealed record KeptDocument(string? Entry, string Sha256, string Place, string Name, long Length);

/// <summary>What a link said of a document before it was asked for.</summary>
public sealed record DocumentHint(string? Landing, string Title, string? DivisionCode, string? DepartmentName, int? FiscalYear,
    DocumentKind Kind);

/// <summary>An address and what became of it in one harvest: a line of the journal, and what is known of the address afterwards.</summary>
/// <param name="Sha256">Of the body, unpacked; of what is kept from before where nothing came this time.</param>
/// <param name="KeptUrl">The address that gave what is kept, where the host had sent us on to another.</param>
/// <param name="Place">Of the page in the store; null for documents and where nothing ever came.</param>
/// <param name="Documents">What the address holds now.</param>
/// <param name="Superseded">What it held before, latest first.</param>
/// <param name="AskedAt">The last time that the host was asked.</param>
/// <param name="AnsweredAt">When the request was made that brought the bytes that are kept; the date of its record in the WARC
/// file.</param>
/// <param name="PayloadDigest">Of the body as it came, as the WARC file has it.</param>
/// <param name="WarcLength">Of the WARC file after the records of this address.</param>
/// <param name="Reading">Of the page, as it was read last; null in the journal.</param>
public sealed record Visit(
    string Url,
    string? FinalUrl,
    int? Status,
    FetchOutcome Outcome,
    int Attempts,
    long? Bytes,
    string? Sha256,
    string? KeptUrl,
    string? ETag,
    string? LastModified,
    DateTimeOffset AskedAt,
    DateTimeOffset? AnsweredAt,
    long DurationMilliseconds,
    string? Place,
    string? Charset,
    ImmutableArray<KeptDocument> Documents,
    ImmutableArray<string> Superseded,
    DocumentHint? Hint,
    string? Reason,
    string? PayloadDigest,
    long WarcLength,
    PageReading? Reading = null)
{
    /// <summary>The host gave what is kept, in this visit or an earlier one that it confirms.</summary>
    public bool IsAnswered => Outcome is FetchOutcome.New or FetchOutcome.Changed or FetchOutcome.Unchanged;
}
