using System.Collections.Immutable;
using System.Text;
using Extractor.Model.Documents;

namespace Extractor.Extracting.Sections;

/// <summary>Puts the lines of all pages together to paragraphs, with the tables between them.</summary>
internal sealed class FlowReader
{
    /// <summary>A line that starts this many ems right of the text's left edge starts a paragraph.</summary>
    private const double IndentEms = 1.2;

    /// <summary>A line that ends this many ems before the text's right edge ends its paragraph.</summary>
    private const double ShortLineEms = 2.5;

    /// <summary>A figure of so many characters is not parted at the end of a line, nor from its unit (万元).</summary>
    private const int FewestDigits = 3;

    private const double DigitEms = 0.65, UnitEms = 2;

    /// <summary>Two sizes differ when their ratio is beyond this.</summary>
    private const float SizeRatio = 1.12f;

    /// <summary>A centred line is narrower than this share of the page.</summary>
    private const double CentredShare = 0.6;

    private readonly TextMargins margins;
    private readonly ImmutableArray<FlowItem>.Builder items = ImmutableArray.CreateBuilder<FlowItem>();
    private readonly StringBuilder text = new();
    private readonly StringBuilder printed = new();
    private readonly List<ParagraphLine> lines = [];
    private ExtractedLine last;
    private ExtractedLine first;
    private double lastGap;
    private bool centred;
    private bool bold;

    private FlowReader(TextMargins margins) => this.margins = margins;

    /// <param name="pages">Without pages of contents and pages that hold no text.</param>
    public static ImmutableArray<FlowItem> Read(IReadOnlyList<PageText> pages)
    {
        var reader = new FlowReader(new TextMargins(pages));
        foreach (var page in pages)
        {
            reader.ReadPage(page);
        }

        reader.EndParagraph();
        return reader.items.ToImmutable();
    }

    private void ReadPage(PageText page)
    {
        var (left, right) = margins.Of(page);
        var table = 0;
        var isFirstLine = true;
        foreach (var line in page.Lines)
        {
            if (line.Role != LineRole.Text)
            {
                continue;
            }

            while (table < page.Tables.Length && page.Tables[table].Box.Top < line.Line.Box.Top)
            {
                AddTable(page.Tables[table++]);
            }

            ReadLine(line.Line, page, left, right, isFirstLine);
            isFirstLine = false;
        }

        while (table < page.Tables.Length)
        {
            AddTable(page.Tables[table++]);
        }
    }

    private void ReadLine(ExtractedLine line, PageText page, double left, double right, bool isFirstOfPage)
    {
        var em = Math.Max(line.FontSize, 1);
        var indent = line.Box.Left - left;
        var gapRight = right - line.Box.Right;
        var isCentred = line.Box.Width < CentredShare * page.Width && Math.Abs(line.Box.CentreX - page.Width / 2) < 1.5 * em;
        if (lines.Count > 0 && StartsParagraph(line, em, indent, isCentred, isFirstOfPage))
        {
            EndParagraph();
        }

        if (lines.Count == 0)
        {
            first = line;
            centred = isCentred;
            bold = true;
        }
        else
        {
            printed.Append(' ');
        }

        printed.Append(line.Text.AsSpan().Trim());
        lines.Add(new ParagraphLine(NarrativeText.AppendLine(text, line.Text), page.Number, line.Box));
        bold &= line.IsBold;
        lastGap = gapRight;
        last = line;
    }

    private bool StartsParagraph(ExtractedLine line, double em, double indent, bool isCentred, bool isFirstOfPage)
    {
        var ratio = line.FontSize / Math.Max(last.FontSize, 0.1f);
        if (ratio is > SizeRatio or < 1 / SizeRatio)
        {
            return true;
        }

        // A heading of the outline is never inside a sentence, whatever the margins say.
        var number = HeadingNumber.Read(line.Text);
        if (number.Depth is > 0 and <= 3 && EndsSentence(last.Text) || number.Depth == 1)
        {
            return true;
        }

        // 第一部分 stands alone, its name is centred under it; a long name goes on centred.
        if (isCentred && (centred || lines.Count == 1))
        {
            var isPart = HeadingNumber.Read(text.ToString()).Depth == 1;
            if (centred || isPart)
            {
                return !isPart || number.Depth > 0;
            }
        }

        if (EndsShort(line, em, indent) || centred != isCentred && indent > IndentEms * em)
        {
            return true;
        }

        if (indent > IndentEms * em)
        {
            return true;
        }

        // Text without indents: a wide gap between lines, or a number after the end of a sentence.
        return !isFirstOfPage && line.Box.Top - last.Box.Bottom > 1.6 * em + Math.Max(last.Box.Height, 0) && EndsSentence(last.Text);
    }

    /// <summary>
    /// The line above ends before the text's edge, and not because the figure that follows (3,034.43万元) found no room on it.
    /// </summary>
    private bool EndsShort(ExtractedLine line, double em, double indent)
    {
        if (lastGap <= ShortLineEms * em)
        {
            return false;
        }

        var text = line.Text.AsSpan().TrimStart();
        var digits = text.Length - text.TrimStart("0123456789.,").Length;
        return digits < FewestDigits || EndsSentence(last.Text) || Math.Abs(indent) > IndentEms * em ||
            HeadingNumber.Read(line.Text).Depth > 0
            || lastGap > ((digits * DigitEms) + UnitEms) * em;
    }

    private static bool EndsSentence(string text) => text.TrimEnd() is [.., '。' or '；' or '：' or ';' or ':'];

    private void AddTable(PageTable table)
    {
        if (table.IsFirstPart)
        {
            EndParagraph();
            items.Add(new FlowItem(null, table.Ordinal));
        }
    }

    private void EndParagraph()
    {
        if (lines.Count == 0)
        {
            return;
        }

        var paragraph = new ExtractedParagraph(text.ToString(), [.. lines]);
        items.Add(new FlowItem(
            new NarrativeParagraph(
                paragraph,
                NarrativeText.FoldSpaces(printed.ToString()),
                lines[0].PageNumber,
                lines[^1].PageNumber,
                first.FontSize,
                bold,
                centred),
            0));
        text.Clear();
        printed.Clear();
        lines.Clear();
    }
}
