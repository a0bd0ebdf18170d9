using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Layout;
using Extractor.Model.Tables;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Ledger;

/// <summary>All numbers in what is published of a document, by the page on which they stand.</summary>
internal sealed class PublishedNumbers
{
    private static readonly WordSet DateMarks = ReadingWords.Of(WordList.DateMark);
    private static readonly WordSet AmountMarks = ReadingWords.Of(WordList.AmountMark);

    private readonly Dictionary<int, List<PublishedNumber>> separated = [];
    private readonly Dictionary<int, List<Booking>> whole = [];
    private readonly Dictionary<int, List<PublishedNumber>> labels = [];

    public PublishedNumbers(ExtractedDocument document, ImmutableArray<TableMeaning> tables, ImmutableArray<BudgetLine> lines,
        PublishedMeanings meanings, bool isRead)
    {
        var keys = tables.ToDictionary(static meaning => meaning.TableOrdinal);
        var ofTable = lines.ToLookup(static line => line.TableOrdinal);
        foreach (var table in document.Tables)
        {
            var meaning = keys.GetValueOrDefault(table.Ordinal)
                ?? new TableMeaning(table.Ordinal, TableKey.Other, null, UnitEvidence.None);
            new TableNumbers(table, meaning, isRead, [.. ofTable[table.Ordinal]], meanings).Read(AddCell);
            AddLines(labels, table.PageFirst, table.PageFirst, table.CaptionLines, Booking.Label);
            AddLines(separated, table.PageFirst, table.PageLast, table.NoteLines, new Booking(Account.Text, LedgerCause.TableNote));
        }

        foreach (var section in document.Sections)
        {
            AddLines(labels, section.PageFirst, section.PageFirst, [section.HeadingAsPrinted ?? string.Empty], Booking.Label);
            foreach (var paragraph in section.Paragraphs)
            {
                AddParagraph(section, paragraph, meanings);
            }
        }
    }

    /// <summary>Whole numbers in amount columns of tables: each of them stands on the page, in the cell that is published.</summary>
    public IReadOnlyList<Booking> WholeOn(int pageNumber) => whole.GetValueOrDefault(pageNumber) ?? [];

    public IReadOnlyList<PublishedNumber> SeparatedOn(int pageNumber) => separated.GetValueOrDefault(pageNumber) ?? [];

    /// <summary>Numbers in headings and captions.</summary>
    public IReadOnlyList<PublishedNumber> LabelsOn(int pageNumber) => labels.GetValueOrDefault(pageNumber) ?? [];

    private void AddCell(TableCell cell, string number, bool isSeparated, Booking booking)
    {
        if (!isSeparated)
        {
            Add(whole, cell.Parts[0].PageNumber, booking);
            return;
        }

        foreach (var part in cell.Parts)
        {
            Add(separated, part.PageNumber, new PublishedNumber(number, part.Box, booking));
        }
    }

    private void AddParagraph(ExtractedSection section, ExtractedParagraph paragraph, PublishedMeanings meanings)
    {
        var text = paragraph.Text;
        foreach (var range in SeparatedNumbers.In(text))
        {
            var number = text[range];
            var (page, box) = paragraph.LineOffsets.IsEmpty ? (section.PageFirst, default) : PlaceOf(paragraph, range);
            var booking = IsLabel(text, range) ? Booking.Label
                : meanings.TakeProseProject(page, number) ? new Booking(Account.Projects, null)
                : meanings.TakeFigure(section.Ordinal, number) ? new Booking(Account.StatedFigures, null)
                : new Booking(Account.Text, LedgerCause.SentenceNotRead);
            Add(separated, page, new PublishedNumber(number, box, booking));
        }
    }

    /// <summary>Of a number that the end of a line parts (4 / 82.72) both lines are the place.</summary>
    private static (int Page, Box Box) PlaceOf(ExtractedParagraph paragraph, Range number)
    {
        var (_, page, box) = paragraph.LineAt(number.Start.Value);
        var (_, pageOfEnd, end) = paragraph.LineAt(number.End.Value - 1);
        return (page, pageOfEnd == page ? box.Union(end) : box);
    }

    /// <summary>A date (2024.1.5), a number before a year (1.2024年…), a chapter number at the beginning (1.1 …).</summary>
    private static bool IsLabel(string text, Range range)
    {
        var after = text.AsSpan()[range.End..].TrimStart();
        var number = text.AsSpan()[range];
        return number.Count('.') > 1 || DateMarks.BeginOf(after) is not null
            || (range.Start.Value == 0 && number.Length <= 5 && after is not ['%' or '％', ..] && AmountMarks.BeginOf(after) is null);
    }

    private static void AddLines(Dictionary<int, List<PublishedNumber>> numbers, int firstPage, int lastPage,
        ImmutableArray<string> lines, Booking booking)
    {
        foreach (var line in lines)
        {
            foreach (var range in SeparatedNumbers.In(line))
            {
                for (var page = firstPage; page <= lastPage; page++)
                {
                    Add(numbers, page, new PublishedNumber(line[range], default, booking));
                }
            }
        }
    }

    private static void Add<T>(Dictionary<int, List<T>> lists, int key, T item)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(item);
    }
}
