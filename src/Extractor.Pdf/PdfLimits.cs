namespace Extractor.Pdf;

/// <summary>Bounds on what a hostile file may cost.</summary>
public sealed record PdfLimits
{
    public static PdfLimits Default { get; } = new();

    /// <summary>Largest decoded size of one stream, in bytes.</summary>
    public int MaximumStreamBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// Most bytes that all filters may produce over the life of one document, together with 32 for each byte of the
    /// file: a bomb that each page of thousands refers to.
    /// </summary>
    public long MaximumDecodedBytes { get; init; } = 256L * 1024 * 1024;

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

    /// <summary>Most items of arrays and entries of dictionaries that are parsed over the life of one document.</summary>
    public int MaximumItems { get; init; } = 2_000_000;

    /// <summary>Most pages.</summary>
    public int MaximumPages { get; init; } = 20_000;
}
