using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Ledger;

/// <summary>The numbers in the cells of one table, and what each of them is booked by.</summary>
/// <param name="lines">Of the table.</param>
/// <param name="meanings">Of the document; what a cell takes from them is gone for the next.</param>
internal sealed class TableNumbers(
    ExtractedTable table, TableMeaning meaning, bool isRead, ImmutableArray<BudgetLine> lines, PublishedMeanings meanings)
{
    private static readonly WordSet DateMarks = ReadingWords.Of(WordList.DateMark);
    private static readonly WordSet ColumnNumbers = ReadingWords.Of(WordList.ColumnNumberRow);
    private static readonly WordSet Counts = ReadingWords.Of(WordList.CountHeading);
    private static readonly WordSet Money = ReadingWords.Of(WordList.MoneyHeading);
    private static readonly WordSet Weights = ReadingWords.Of(WordList.ScoreWeight);
    private static readonly WordSet Scores = ReadingWords.Of(WordList.Score);
    private static readonly WordSet ScoreTotals = ReadingWords.Of(WordList.ScoreTotal);
    private static readonly WordSet Rates = ReadingWords.Of(WordList.RateHeading);
    private static readonly WordSet Remarks = ReadingWords.Of(WordList.RemarkHeading);

    private readonly Dictionary<(int Row, int Column), List<string>> values = ValuesOf(lines);
    private readonly HashSet<int> rowsRead = [.. lines.Select(static line => line.Row)];
    private readonly HashSet<int> totalsOfScores = [];
    private HashSet<(int Row, int Column)>? headingsAbove;
    private Dictionary<int, int>? firstNames;
    private bool[] remarks = [];
    private readonly HashSet<int> columnsRead = [.. lines.Select(static line => line.Column)];

    /// <param name="add">Page, number, and whether it has a decimal point or separators.</param>
    public void Read(Action<TableCell, string, bool, Booking> add)
    {
        var amountColumns = AmountColumns();
        var counted = ColumnsUnder(Counts, amountColumns.Length);
        remarks = ColumnsUnder(Remarks, amountColumns.Length);
        var numberedRow = NumberedRow();
        foreach (var cell in table.Cells)
        {
            if (cell.Text.Length == 0 || cell.Text.AsSpan().IndexOfAnyInRange('0', '9') < 0)
            {
                continue;
            }

            var isLabel = cell.IsHeader || cell.Row == numberedRow || counted[cell.Column];
            if (WholeNumber(cell.Text) is { } whole)
            {
                if (amountColumns[cell.Column])
                {
                    add(cell, whole, false, isLabel ? Booking.Label : BookingOf(cell, whole, true));
                }

                continue;
            }

            var ranges = SeparatedNumbers.In(cell.Text).ToList();
            foreach (var range in ranges)
            {
                var number = cell.Text[range];
                var booking = isLabel || IsDate(cell.Text, range) ? Booking.Label : BookingOf(cell, number, ranges.Count == 1);
                add(cell, number, true, booking);
            }
        }
    }

    private Booking BookingOf(TableCell cell, string number, bool isOnly)
    {
        if (values.TryGetValue((cell.Row, cell.Column), out var printed)
            && (isOnly || printed.Exists(value => value.Contains(number, StringComparison.Ordinal))))
        {
            return new Booking(Account.Lines, null);
        }

        if (meaning.RateColumns.Contains(cell.Column))
        {
            return Booking.Label;
        }

        // A target is known as printed, the money of a project by its value: 400 people are not 40 of 万元.
        if (meanings.TakeIndicator(table.Ordinal, number))
        {
            return new Booking(Account.Indicators, null);
        }

        if (meanings.TakeProject(table.Ordinal, number))
        {
            return new Booking(Account.Projects, null);
        }

        if (IsZeroOfNothing(cell) || IsScore(cell))
        {
            return Booking.Label;
        }

        if (remarks[cell.Column] || IsProse(cell.Text))
        {
            return new Booking(Account.Text, LedgerCause.SentenceNotRead);
        }

        return meaning.Key == TableKey.Other
            ? new Booking(Account.OtherTable, isRead ? LedgerCause.UnknownTable : LedgerCause.DocumentNotRead)
            : new Booking(Account.KnownTable, CauseOf(cell));
    }

    private LedgerCause CauseOf(TableCell cell)
    {
        if (!isRead)
        {
            return LedgerCause.DocumentNotRead;
        }

        if (meaning.Key is TableKey.OverallPerformance or TableKey.ProjectPerformance or TableKey.KeyProjects
            or TableKey.ProjectSelfEvaluation)
        {
            return LedgerCause.FormFieldNotRead;
        }

        if (lines.IsEmpty)
        {
            return meaning.UnitAsPrinted is null ? LedgerCause.UnknownUnit : LedgerCause.TableNotRead;
        }

        return columnsRead.Contains(cell.Column) || !rowsRead.Contains(cell.Row) ? LedgerCause.RowNotRead : LedgerCause.ColumnNotRead;
    }

    /// <summary>
    /// Columns where a line was read, or where the body holds a number with a decimal point or separators alone, or amounts by their
    /// heading; the second half of a table has the headings of the first.
    /// </summary>
    private bool[] AmountColumns()
    {
        var columns = new bool[Math.Max(table.ColumnCount, table.Cells.IsEmpty ? 0 : table.Cells.Max(static cell => cell.Column) + 1)];
        var read = columnsRead.Where(column => column < table.ColumnHeaderPaths.Length)
            .Select(column => table.ColumnHeaderPaths[column]).Where(static path => path.Length > 0).ToHashSet(StringComparer.Ordinal);
        for (var column = 0; column < Math.Min(columns.Length, table.ColumnHeaderPaths.Length); column++)
        {
            columns[column] = read.Contains(table.ColumnHeaderPaths[column]);
        }

        foreach (var cell in table.Cells)
        {
            columns[cell.Column] |= !cell.IsHeader && (columnsRead.Contains(cell.Column) || IsSeparatedNumberAlone(cell.Text));
        }

        if (meaning.UnitEvidence == UnitEvidence.PrintedOnTable)
        {
            var underMoney = ColumnsUnder(Money, columns.Length);
            foreach (var cells in table.Cells.Where(cell => !cell.IsHeader && underMoney[cell.Column]).GroupBy(static cell => cell.Column))
            {
                columns[cells.Key] |= cells.All(static cell => cell.ColumnSpan == 1 &&
                    PrintedAmount.Read(cell.Text, out _) is AmountReading.Amount or AmountReading.Dash or AmountReading.Blank);
            }
        }

        return columns;
    }

    /// <summary>Columns of 数量 in lists of purchases, of 备注, by the innermost heading; none where lines were read.</summary>
    private bool[] ColumnsUnder(WordSet headings, int count)
    {
        var under = new bool[count];
        for (var column = 0; column < Math.Min(count, table.ColumnHeaderPaths.Length); column++)
        {
            var path = table.ColumnHeaderPaths[column];
            var innermost = path[(path.LastIndexOf('/') + 1)..];
            under[column] = !columnsRead.Contains(column) && headings.Matches(HeadingText.Of(innermost).Words);
        }

        return under;
    }

    /// <summary>
    /// 分值, 得分 and 执行率 beside the money of a form, 总分 below it: they judge the money and are none. Those of indicators are taken before.
    /// </summary>
    private bool IsScore(TableCell cell)
    {
        if (meaning.Key is not (TableKey.ProjectSelfEvaluation or TableKey.ProjectPerformance or TableKey.OverallPerformance) ||
            !IsSeparatedNumberAlone(cell.Text) && WholeNumber(cell.Text) is null)
        {
            return false;
        }

        headingsAbove ??= HeadingsAbove();
        return headingsAbove.Contains((cell.Row, cell.Column)) || totalsOfScores.Contains(cell.Row);
    }

    /// <summary>The places whose nearest words above are a heading of scores or rates.</summary>
    private HashSet<(int Row, int Column)> HeadingsAbove()
    {
        var places = new HashSet<(int, int)>();
        var isUnderScores = new bool[table.ColumnCount];
        foreach (var cell in table.Cells.OrderBy(static cell => cell.Row))
        {
            var isWord = cell.Text.AsSpan().IndexOfAnyInRange('\u4e00', '\u9fff') >= 0;
            var words = isWord ? HeadingText.Of(cell.Text).Bare : string.Empty;
            var isScore = isWord && (Weights.Matches(words) || Scores.Matches(words) || Rates.Matches(words));
            if (isWord && ScoreTotals.Matches(words))
            {
                totalsOfScores.Add(cell.Row);
            }

            for (var column = cell.Column; column < Math.Min(cell.Column + cell.ColumnSpan, isUnderScores.Length); column++)
            {
                isUnderScores[column] = isWord ? isScore : isUnderScores[column];
                if (isUnderScores[column])
                {
                    places.Add((cell.Row, column));
                }
            }
        }

        return places;
    }

    /// <summary>0.00 in a row that names nothing (西安 2022: blank rows below 收入 are filled with it) is the amount of nothing.</summary>
    private bool IsZeroOfNothing(TableCell cell)
    {
        if (cell.Text.AsSpan().IndexOfAnyExcept("0.,- ") >= 0)
        {
            return false;
        }

        firstNames ??= FirstNames();
        return firstNames.GetValueOrDefault(cell.Row, int.MaxValue) > cell.Column;
    }

    /// <summary>For each row the first column with a word or a code; a shorter number is that of the row.</summary>
    private Dictionary<int, int> FirstNames()
    {
        const int shortestCode = 3;
        var names = new Dictionary<int, int>();
        foreach (var cell in table.Cells)
        {
            var isCode = cell.Text.Length >= shortestCode && cell.Text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
            if (isCode || cell.Text.AsSpan().IndexOfAnyInRange('\u4e00', '\u9fff') >= 0)
            {
                for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
                {
                    names[row] = Math.Min(names.GetValueOrDefault(row, int.MaxValue), cell.Column);
                }
            }
        }

        return names;
    }

    private static bool IsSeparatedNumberAlone(string text)
    {
        if (text.Length is 0 or > 30)
        {
            return false;
        }

        var bare = text.AsSpan().Trim("-－+% ％");
        var hasSeparator = false;
        foreach (var character in bare)
        {
            if (!char.IsAsciiDigit(character) && character is not ('.' or ','))
            {
                return false;
            }

            hasSeparator |= !char.IsAsciiDigit(character);
        }

        return hasSeparator;
    }

    /// <summary>A goal, a reason, a remark: sentences in a cell are narrative, and a number in them is no figure of the table.</summary>
    private static bool IsProse(string text)
    {
        const int fewestLetters = 16;
        var letters = 0;
        foreach (var character in text)
        {
            letters += character is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
        }

        return letters >= fewestLetters;
    }

    /// <summary>The number where a cell holds a whole number and nothing else: 0, -12.</summary>
    private static string? WholeNumber(string text)
    {
        var bare = text.AsSpan().Trim().TrimStart("-－+");
        return bare.Length is > 0 and < 20 && bare.IndexOfAnyExceptInRange('0', '9') < 0 ? bare.ToString() : null;
    }

    /// <summary>The row of column numbers (栏次 1 2 3): its numbers count up by one from cell to cell; -1 where there is none.</summary>
    private int NumberedRow()
    {
        const int fewest = 3;
        var row = -1;
        int last = 0, count = 0;
        var isCounting = false;
        foreach (var cell in table.Cells)
        {
            if (cell.Row != row)
            {
                if (isCounting && count >= fewest)
                {
                    return row;
                }

                (row, last, count, isCounting) = (cell.Row, 0, 0, true);
            }

            var text = cell.Text.AsSpan().Trim();
            if (!isCounting || text.IsEmpty || ColumnNumbers.Matches(text) || text is "**" or "*" or "—" or "--" or "-")
            {
                continue;
            }

            isCounting = int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture,
                out var number) && (count == 0 ? number <= 2 : number == last + 1);
            last = number;
            count++;
        }

        return isCounting && count >= fewest ? row : -1;
    }

    /// <summary>2024.1.5, 2024.12-2025.3: parts of a date, no amount.</summary>
    private static bool IsDate(string text, Range range)
    {
        var number = text.AsSpan()[range];
        return number.Count('.') > 1 || DateMarks.BeginOf(text.AsSpan()[range.End..]) is not null;
    }

    private static Dictionary<(int, int), List<string>> ValuesOf(ImmutableArray<BudgetLine> lines)
    {
        var values = new Dictionary<(int, int), List<string>>();
        foreach (var line in lines)
        {
            if (!values.TryGetValue((line.Row, line.Column), out var printed))
            {
                values.Add((line.Row, line.Column), printed = []);
            }

            printed.Add(line.ValueAsPrinted);
        }

        return values;
    }
}
