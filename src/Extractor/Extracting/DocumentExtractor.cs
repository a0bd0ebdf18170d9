using Extractor.Model.Documents;

namespace Extractor.Extracting;

/// <summary>The extracting stage: bytes of one file to pages, tables and sections. Pure but for the bytes it is given.</summary>
public static class DocumentExtractor
{
    /// <summary>Part of the key of this stage's artifacts: raised with every change of what it returns.</summary>
    public const int StageVersion = 1;

    /// <summary>Reads one file. Bad input gives a quarantined or partial document with a reason, never an exception.</summary>
    public static ExtractedDocument Extract(FetchedFile file, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
