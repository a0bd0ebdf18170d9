namespace Extractor.Pdf;

/// <summary>Bounds on what a hostile file may cost.</summary>
public sealed record PdfLimits
{
    public static PdfLimits Default { get; } = new();

    /// <summary>Largest decoded size of one stream, in bytes.</summary>
    public int MaximumStreamBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Each byte of a file adds this many to <see cref="MaximumDecodedBytes"/>: more than real files of many pages need.</summary>
    internal const long DecodedBytesPerFileByte = 64;

    /// <summary>
    /// Most bytes that all filters may produce over the life of one document, together with 64 for each byte of the
    /// file: a bomb that each page of thousands refers to.
    /// </summary>
    public long MaximumDecodedBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Deepest nesting of arrays, dictionaries, form XObjects and page tree nodes.</summary>
    public int MaximumDepth { get; init; } = 64;

    /// <summary>Most glyphs on one page.</summary>
    public int MaximumGlyphsPerPage { get; init; } = 400_000;

    /// <summary>Most path segments on one page.</summary>
    public int MaximumSegmentsPerPage { get; init; } = 1_000_000;

    /// <summary>Most operators on one page, nested forms included.</summary>
    public int MaximumOperatorsPerPage { get; init; } = 5_000_000;

    /// <summary>Most objects in the cross-reference tables of one file.</summary>
    public int MaximumObjects { get; init; } = 1_000_000;

    /// <summary>Most pages.</summary>
    public int MaximumPages { get; init; } = 20_000;
}
