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

    private readonly TextMargins _margins;
    private readonly ImmutableArray<FlowItem>.Builder _items = ImmutableArray.CreateBuilder<FlowItem>();
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _printed = new();
    private readonly List<ParagraphLine> _lines = [];
    private ExtractedLine _last;
    private ExtractedLine _first;
    private double _lastGap;
    private bool _centred;
    private bool _bold;

    private FlowReader(TextMargins margins) => _margins = margins;

    /// <param name="pages">Without pages of contents and pages that hold no text.</param>
    public static ImmutableArray<FlowItem> Read(IReadOnlyList<PageText> pages)
    {
        var reader = new FlowReader(new TextMargins(pages));
        foreach (var page in pages)
        {
            reader.ReadPage(page);
        }

        reader.EndParagraph();
        return reader._items.ToImmutable();
    }

    private void ReadPage(PageText page)
    {
        var (left, right) = _margins.Of(page);
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
        if (_lines.Count > 0 && StartsParagraph(line, em, indent, isCentred, isFirstOfPage))
        {
            EndParagraph();
        }

        if (_lines.Count == 0)
        {
            _first = line;
            _centred = isCentred;
            _bold = true;
        }
        else
        {
            _printed.Append(' ');
        }

        _printed.Append(line.Text.AsSpan().Trim());
        _lines.Add(new ParagraphLine(NarrativeText.AppendLine(_text, line.Text), page.Number, line.Box));
        _bold &= line.IsBold;
        _lastGap = gapRight;
        _last = line;
    }

    private bool StartsParagraph(ExtractedLine line, double em, double indent, bool isCentred, bool isFirstOfPage)
    {
        var ratio = line.FontSize / Math.Max(_last.FontSize, 0.1f);
        if (ratio is > SizeRatio or < 1 / SizeRatio)
        {
            return true;
        }

        // A heading of the outline is never inside a sentence, whatever the margins say.
        var number = HeadingNumber.Read(line.Text);
        if (number.Depth is > 0 and <= 3 && EndsSentence(_last.Text) || number.Depth == 1)
        {
            return true;
        }

        // 第一部分 stands alone, its name is centred under it; a long name goes on centred.
        if (isCentred && (_centred || _lines.Count == 1))
        {
            var isPart = HeadingNumber.Read(_text.ToString()).Depth == 1;
            if (_centred || isPart)
            {
                return !isPart || number.Depth > 0;
            }
        }

        if (EndsShort(line, em, indent) || _centred != isCentred && indent > IndentEms * em)
        {
            return true;
        }

        if (indent > IndentEms * em)
        {
            return true;
        }

        // Text without indents: a wide gap between lines, or a number after the end of a sentence.
        return !isFirstOfPage && line.Box.Top - _last.Box.Bottom > 1.6 * em + Math.Max(_last.Box.Height, 0) && EndsSentence(_last.Text);
    }

    /// <summary>The line above ends before the text's edge, and not because the figure that follows (3,034.43万元) found no room on it.</summary>
    private bool EndsShort(ExtractedLine line, double em, double indent)
    {
        if (_lastGap <= ShortLineEms * em)
        {
            return false;
        }

        var text = line.Text.AsSpan().TrimStart();
        var digits = text.Length - text.TrimStart("0123456789.,").Length;
        return digits < FewestDigits || EndsSentence(_last.Text) || Math.Abs(indent) > IndentEms * em || HeadingNumber.Read(line.Text).Depth > 0
            || _lastGap > ((digits * DigitEms) + UnitEms) * em;
    }

    private static bool EndsSentence(string text) => text.TrimEnd() is [.., '。' or '；' or '：' or ';' or ':'];

    private void AddTable(PageTable table)
    {
        if (table.IsFirstPart)
        {
            EndParagraph();
            _items.Add(new FlowItem(null, table.Ordinal));
        }
    }

    private void EndParagraph()
    {
        if (_lines.Count == 0)
        {
            return;
        }

        var paragraph = new ExtractedParagraph(_text.ToString(), [.. _lines]);
        _items.Add(new FlowItem(
            new NarrativeParagraph(
                paragraph,
                NarrativeText.FoldSpaces(_printed.ToString()),
                _lines[0].PageNumber,
                _lines[^1].PageNumber,
                _first.FontSize,
                _bold,
                _centred),
            0));
        _text.Clear();
        _printed.Clear();
        _lines.Clear();
    }
}
