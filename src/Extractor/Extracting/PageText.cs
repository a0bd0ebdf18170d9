using System.Collections.Immutable;
using Extractor.Model.Documents;
using Extractor.Model.Layout;

namespace Extractor.Extracting;

/// <summary>What a line outside the grids of a page is, as far as the tables and the repetition over pages tell.</summary>
public enum LineRole
{
    /// <summary>Narrative, headings, titles of the document.</summary>
    Text,

    /// <summary>Number, title, unit or department line of the table below it.</summary>
    Caption,

    /// <summary>A note under a table (注：…).</summary>
    TableNote,

    /// <summary>Page number, running head, stamp: no text of the document.</summary>
    Furniture,
}

/// <summary>A line of text outside the grids of a page.</summary>
/// <param name="TableOrdinal">The table that a caption or note belongs to; 0 for text and furniture.</param>
public readonly record struct PageLine(ExtractedLine Line, LineRole Role, int TableOrdinal);

/// <summary>The part of a table that stands on one page.</summary>
/// <param name="Ordinal">Of the joined table, as in <c>ExtractedTable.Ordinal</c>.</param>
/// <param name="Box">Of the grid on this page.</param>
/// <param name="IsFirstPart">False where the table goes on from an earlier page.</param>
public readonly record struct PageTable(int Ordinal, Box Box, bool DeclaredEmpty, bool IsFirstPart);

/// <summary>
/// A page after its tables were taken out of it: what the narrative and the page's state are read from.
/// The layout itself is not kept, so that a document of thousands of pages costs little.
/// </summary>
/// <param name="Lines">From top to bottom; text of table cells and watermarks is not among them.</param>
/// <param name="Tables">From top to bottom.</param>
/// <param name="GlyphCount">All glyphs of the page, hidden ones too.</param>
/// <param name="VisibleGlyphCount">Glyphs that a reader sees and that are no watermark.</param>
/// <param name="UnmappedGlyphCount">Visible glyphs without a Unicode value (U+FFFD).</param>
/// <param name="ImageCoverage">Share of the page under images, 0 to 1: near 1 without glyphs is a scan.</param>
/// <param name="Faults">What could not be read; empty when all was.</param>
/// <param name="Failure">Why the page could not be read at all; null for a page that was.</param>
public sealed record PageText(
    int Number,
    double Width,
    double Height,
    int Rotation,
    int GlyphCount,
    int VisibleGlyphCount,
    int UnmappedGlyphCount,
    double ImageCoverage,
    ImmutableArray<PageLine> Lines,
    ImmutableArray<PageTable> Tables,
    ImmutableArray<string> Faults,
    string? Failure);
