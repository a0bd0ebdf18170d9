using System.Collections.Immutable;
using Extractor.Model.Documents;

namespace Extractor.Extracting.Sections;

/// <summary>A paragraph of the narrative, its lines rejoined over line and page breaks.</summary>
/// <param name="PrintedText">Its lines with the white space of the print: what a heading is shown as.</param>
/// <param name="IsFirstOfPage">No text and no table stands above it on its page.</param>
/// <param name="IsRunIn">A heading that was parted from the paragraph that it is printed with.</param>
internal sealed record NarrativeParagraph(
    ExtractedParagraph Paragraph,
    string PrintedText,
    float FontSize,
    bool IsBold,
    bool IsCentred,
    bool IsFirstOfPage,
    bool IsRunIn)
{
    public string Text => Paragraph.Text;

    public ImmutableArray<ParagraphLine> Lines => Paragraph.LineOffsets;

    public int PageFirst => Lines[0].PageNumber;

    public int PageLast => Lines[^1].PageNumber;
}

/// <summary>One thing of the flow of a document: a paragraph, or the place where a table stands.</summary>
/// <param name="TableOrdinal">Of the table that starts here; 0 for a paragraph.</param>
internal readonly record struct FlowItem(NarrativeParagraph? Paragraph, int TableOrdinal);
