using System.Collections.Immutable;
using Extractor.Model.Evidence;
using Extractor.Model.Layout;
using Extractor.Model.Tables;

namespace Extractor.Model.Documents;

/// <summary>A page after extraction: its state, and the text lines that stand outside tables and page furniture.</summary>
/// <param name="Lines">Title lines, table captions and narrative, in reading order.</param>
public sealed record ExtractedPage(
    int Number,
    double Width,
    double Height,
    int Rotation,
    PageState State,
    string? StateReason,
    int GlyphCount,
    int TableCount,
    ImmutableArray<ExtractedLine> Lines)
{
    /// <summary>All that is printed on the page: what the page ledger sets against what is published.</summary>
    public PrintedPage Printed { get; init; } = PrintedPage.Nothing;
}

/// <summary>A line of text outside any table.</summary>
public readonly record struct ExtractedLine(string Text, Box Box, float FontSize, bool IsBold);

/// <summary>A stretch of narrative under one heading (not counting the headings below it), or under none.</summary>
/// <param name="Ordinal">From 1, in the order of the document.</param>
/// <param name="Depth">1 第一部分, 2 一、, 3 （一）, 4 1., 5 （1）.</param>
/// <param name="ParentOrdinal">The section that this one stands in; null at the top.</param>
/// <param name="HeadingAsPrinted">Null where text stands under no heading.</param>
/// <param name="Paragraphs">Rejoined over line and page breaks.</param>
public sealed record ExtractedSection(
    int Ordinal,
    int Depth,
    int? ParentOrdinal,
    string? HeadingAsPrinted,
    int PageFirst,
    int PageLast,
    ImmutableArray<ExtractedParagraph> Paragraphs);

/// <summary>A paragraph with the places of its lines, so that a sentence can be shown on its page.</summary>
/// <param name="LineOffsets">For each line, the index in <paramref name="Text"/> of its first character, and where it stands.</param>
public sealed record ExtractedParagraph(string Text, ImmutableArray<ParagraphLine> LineOffsets)
{
    /// <summary>The line that holds the character at <paramref name="index"/>; there is at least one.</summary>
    public ParagraphLine LineAt(int index)
    {
        var line = LineOffsets[0];
        foreach (var candidate in LineOffsets)
        {
            if (candidate.Offset > index)
            {
                break;
            }

            line = candidate;
        }

        return line;
    }
}

/// <summary>The place of one printed line of a paragraph.</summary>
public readonly record struct ParagraphLine(int Offset, int PageNumber, Box Box);

/// <summary>
/// What the extracting stage leaves of one file. A file that could not be read has no pages, a status of
/// <see cref="DocumentStatus.Quarantined"/> and a reason.
/// </summary>
/// <param name="MediaType">As sniffed from the bytes: application/pdf, text/html, …</param>
/// <param name="StatusReason">Names what is wrong and what to do; null for a complete document.</param>
/// <param name="Findings">Doubts of layout (page and box), in page order.</param>
public sealed record ExtractedDocument(
    FetchedFile File,
    string MediaType,
    string? Producer,
    TextLayer TextLayer,
    DocumentStatus Status,
    string? StatusReason,
    ImmutableArray<ExtractedPage> Pages,
    ImmutableArray<ExtractedTable> Tables,
    ImmutableArray<ExtractedSection> Sections,
    ImmutableArray<Finding> Findings);
