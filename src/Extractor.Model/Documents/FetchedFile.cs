namespace Extractor.Model.Documents;

/// <summary>What the source definition said that a file would be; every part may be unknown.</summary>
public sealed record DocumentRequest(string? DivisionCode, string? DepartmentName, int? FiscalYear)
{
    public static DocumentRequest Unknown { get; } = new(null, null, null);
}

/// <summary>
/// A file as the fetching stage leaves it: bytes in the archive, and where they came from.
/// One entry a distinct content; where several names hold the same bytes, the ordinally first name is kept.
/// </summary>
/// <param name="Id">SHA-256 of the bytes.</param>
/// <param name="Path">Where the bytes can be read now (a path on this machine; never published).</param>
/// <param name="ArchiveLocation">The published place of the bytes, relative to its source: <c>corpus/seed-2024.pdf</c>.</param>
/// <param name="FileName">The name under which the file was published or found, with its extension.</param>
/// <param name="RetrievedAt">UTC; null for files that were taken from a folder.</param>
public sealed record FetchedFile(
    DocumentId Id,
    string Path,
    string ArchiveLocation,
    string FileName,
    long ByteLength,
    string? SourceUrl,
    string? LandingUrl,
    DateTimeOffset? RetrievedAt,
    DocumentRequest Request);
