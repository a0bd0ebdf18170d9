using System.Buffers;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;

namespace Extractor.Normalizing.Ledger;

/// <summary>
/// Books each character printed on a page to one character of what is published for the page: sections first, then tables, then
/// running lines. Which of two equal characters is booked where does not matter for the sums.
/// </summary>
internal sealed class CharacterBook : IDisposable
{
    private const int Characters = char.MaxValue + 1;

    private readonly Dictionary<int, List<ReadOnlyMemory<char>>> inSections = [];
    private readonly Dictionary<int, List<ReadOnlyMemory<char>>> inTables = [];
    private readonly int[] open = ArrayPool<int>.Shared.Rent(Characters);

    public CharacterBook(ExtractedDocument document)
    {
        open.AsSpan(0, Characters).Clear();
        foreach (var section in document.Sections)
        {
            Add(inSections, section.PageFirst, section.HeadingAsPrinted ?? string.Empty);
            foreach (var paragraph in section.Paragraphs)
            {
                AddParagraph(section.PageFirst, paragraph);
            }
        }

        foreach (var table in document.Tables)
        {
            foreach (var line in table.CaptionLines)
            {
                Add(inTables, table.PageFirst, line);
            }

            foreach (var cell in table.Cells)
            {
                if (cell.Text.Length == 0)
                {
                    continue;
                }

                foreach (var part in cell.Parts)
                {
                    Add(inTables, part.PageNumber, cell.Text);
                }
            }

            for (var page = table.PageFirst; page <= table.PageLast; page++)
            {
                foreach (var line in table.NoteLines)
                {
                    Add(inTables, page, line);
                }
            }
        }
    }

    /// <param name="causeOfLoss">Why a line of the page that is in no section is lost.</param>
    /// <returns>The ledger of the page, and the largest cause of what is lost.</returns>
    public (CharacterLedger Ledger, LedgerCause? Cause) Book(ExtractedPage page, Func<ExtractedLine, LedgerCause> causeOfLoss)
    {
        var text = page.Printed.Text;
        foreach (var character in text)
        {
            open[character]++;
        }

        var left = text.Length;
        var sections = TakeAll(inSections, page.Number);
        var tables = TakeAll(inTables, page.Number);
        var running = 0;
        foreach (var line in page.Printed.RunningLines)
        {
            running += Take(line);
        }

        left -= sections + tables + running;
        if (page.State == PageState.Contents)
        {
            running += left;
            left = 0;
        }

        var cause = left == 0 ? null : LargestCause(page, left, causeOfLoss);
        foreach (var character in text)
        {
            open[character] = 0;
        }

        return (new CharacterLedger(text.Length, sections, tables, running, left), cause);
    }

    public void Dispose() => ArrayPool<int>.Shared.Return(open);

    private LedgerCause? LargestCause(ExtractedPage page, int lost, Func<ExtractedLine, LedgerCause> causeOfLoss)
    {
        var causes = new SortedDictionary<LedgerCause, int>();
        foreach (var line in page.Lines)
        {
            if (Take(line.Text) is > 0 and var count)
            {
                var cause = causeOfLoss(line);
                causes[cause] = causes.GetValueOrDefault(cause) + count;
                lost -= count;
            }
        }

        causes[LedgerCause.OutsideLines] = lost;
        return causes.MaxBy(static cause => cause.Value).Key;
    }

    private int TakeAll(Dictionary<int, List<ReadOnlyMemory<char>>> texts, int pageNumber)
    {
        var taken = 0;
        foreach (var text in texts.GetValueOrDefault(pageNumber) ?? [])
        {
            taken += Take(text.Span);
        }

        return taken;
    }

    private int Take(ReadOnlySpan<char> text)
    {
        var taken = 0;
        foreach (var character in text)
        {
            if (open[character] > 0)
            {
                open[character]--;
                taken++;
            }
        }

        return taken;
    }

    private void AddParagraph(int firstPage, ExtractedParagraph paragraph)
    {
        var lines = paragraph.LineOffsets;
        var text = paragraph.Text.AsMemory();
        if (lines.IsEmpty)
        {
            Add(inSections, firstPage, text);
        }

        for (var index = 0; index < lines.Length; index++)
        {
            var end = index + 1 < lines.Length ? lines[index + 1].Offset : text.Length;
            Add(inSections, lines[index].PageNumber, text[lines[index].Offset..end]);
        }
    }

    private static void Add(Dictionary<int, List<ReadOnlyMemory<char>>> texts, int page, string text) =>
        Add(texts, page, text.AsMemory());

    private static void Add(Dictionary<int, List<ReadOnlyMemory<char>>> texts, int page, ReadOnlyMemory<char> text)
    {
        if (!texts.TryGetValue(page, out var list))
        {
            texts.Add(page, list = []);
        }

        list.Add(text);
    }
}
