using System.Collections.Immutable;
using System.Text;
using Extractor.Extracting.Words;
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

    /// <summary>The lines of one title stand closer than this.</summary>
    private const double TitleGapEms = 1;

    /// <summary>The middles of its lines stand over each other as exactly as this.</summary>
    private const double CentredEms = 0.5;

    /// <summary>Text begins two ems right of the edge.</summary>
    private const double WidestIndentEms = 2.5;

    /// <summary>附件2 above a title; longer text is a title itself.</summary>
    private const int LongestLabel = 5;

    /// <summary>第二十一部分 and the white space in it.</summary>
    private const int LongestNumber = 12;

    /// <summary>A centred line is narrower than this share of the page.</summary>
    private const double CentredShare = 0.6;

    private static readonly LayoutWords AnnexLabels = LayoutWords.Of(LayoutWordList.AnnexLabel);

    private readonly TextMargins margins;
    private readonly ContentsList contents;
    private readonly ImmutableArray<FlowItem>.Builder items = ImmutableArray.CreateBuilder<FlowItem>();
    private readonly StringBuilder text = new();
    private readonly StringBuilder printed = new();
    private readonly List<ParagraphLine> lines = [];
    private ExtractedLine last;
    private ExtractedLine first;
    private double lastGap;
    private bool isTop;
    private bool startsPage;
    private bool centred;
    private bool bold;

    private FlowReader(TextMargins margins, ContentsList contents)
    {
        this.margins = margins;
        this.contents = contents;
    }

    public static ImmutableArray<FlowItem> Read(IReadOnlyList<PageText> pages, ContentsList contents)
    {
        var reader = new FlowReader(new TextMargins(pages, contents), contents);
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
        for (var index = 0; index < page.Lines.Length; index++)
        {
            var line = page.Lines[index];
            if (line.Role != LineRole.Text || contents.Holds(page.Number, index))
            {
                continue;
            }

            while (table < page.Tables.Length && page.Tables[table].Box.Top < line.Line.Box.Top)
            {
                AddTable(page.Tables[table++]);
            }

            isTop = table == 0 && (isFirstLine || isTop && lines.Count == 1 && IsAnnexLabel());
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
            startsPage = isTop;
            centred = isCentred;
            bold = true;
        }
        else if (HasBlankBefore(line.Text))
        {
            printed.Append(' ');
        }

        printed.Append(line.Text.AsSpan().Trim());
        lines.Add(new ParagraphLine(NarrativeText.AppendLine(text, line.Text), page.Number, line.Box));
        bold &= line.IsBold;
        lastGap = gapRight;
        last = line;
    }

    /// <summary>The end of a line is no blank in a heading, but 第一部分 stands apart from the name below it.</summary>
    private bool HasBlankBefore(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        return text.Length == 0 || line.IsEmpty || !(NarrativeText.IsWide(text[^1]) && NarrativeText.IsWide(line[0]))
            || IsBareNumber();
    }

    /// <summary>附件, 附件2: the title of a page stands below it.</summary>
    private bool IsAnnexLabel() => text.Length <= LongestLabel && AnnexLabels.Begin(text.ToString());

    /// <summary>The paragraph so far is the number of a part and nothing else: 第一部分.</summary>
    private bool IsBareNumber() => text.Length <= LongestNumber && HeadingNumber.Read(text.ToString()) is { Depth: 1 } number
        && number.Length == text.Length;

    private bool StartsParagraph(ExtractedLine line, double em, double indent, bool isCentred, bool isFirstOfPage)
    {
        // 第二部分 alone, and its name on the next line in whatever size.
        var number = HeadingNumber.Read(line.Text);
        if (IsBareNumber() && number.Depth == 0 && !isFirstOfPage)
        {
            return false;
        }

        var ratio = line.FontSize / Math.Max(last.FontSize, 0.1f);
        if (ratio is > SizeRatio or < 1 / SizeRatio)
        {
            return true;
        }

        // A heading of the outline is never inside a sentence, whatever the margins say.
        if (number.Depth is > 0 and <= 3 && EndsSentence(last.Text) || number.Depth == 1)
        {
            return true;
        }

        // 第一部分 stands alone, its name is centred under it; a long name goes on centred.
        var isPart = isCentred && (centred || lines.Count == 1) && HeadingNumber.Read(text.ToString()).Depth == 1;
        if (isPart || isCentred && centred)
        {
            return number.Depth > 0 || isFirstOfPage || !isPart && !GoesOnAsTitle(line, em, indent);
        }

        if (EndsShort(line, em, indent) || indent > IndentEms * em)
        {
            return true;
        }

        // Text without indents: a wide gap between lines, or a number after the end of a sentence.
        return !isFirstOfPage && line.Box.Top - last.Box.Bottom > 1.6 * em + Math.Max(last.Box.Height, 0) && EndsSentence(last.Text);
    }

    /// <summary>
    /// The title on top of a page (not of the first, a cover) over two lines; a short line of text is indented, not centred.
    /// </summary>
    private bool GoesOnAsTitle(ExtractedLine line, double em, double indent) =>
        startsPage && lines[0].PageNumber > 1 && line.IsBold == last.IsBold && line.Box.Top - last.Box.Bottom < TitleGapEms * em
        && Math.Abs(line.Box.CentreX - last.Box.CentreX) < CentredEms * em && indent > WidestIndentEms * em && !EndsSentence(line.Text);

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
                first.FontSize,
                bold,
                centred,
                startsPage,
                false),
            0));
        text.Clear();
        printed.Clear();
        lines.Clear();
    }
}
