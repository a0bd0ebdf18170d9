namespace Extractor.Normalizing;

/// <summary>
/// The reviewed maps and catalogues of <c>pipelines/</c> that normalizing reads: subject catalogues by edition,
/// division codes, heading maps. They are embedded in this assembly, so that the program needs no folder beside it.
/// </summary>
public sealed class ReferenceData
{
    private ReferenceData(string contentHash) => ContentHash = contentHash;

    /// <summary>Part of the key of the normalizing stage's artifacts: SHA-256 over all embedded maps, lower-case hex.</summary>
    public string ContentHash { get; }

    /// <summary>Reads the maps that the assembly carries.</summary>
    /// <exception cref="InvalidDataException">A map has a fault; all faults are listed with file and line.</exception>
    public static ReferenceData Load() => throw new NotImplementedException();
}
