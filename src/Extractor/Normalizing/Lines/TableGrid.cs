using System.Collections.Immutable;
using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Lines;

/// <summary>The cells of a table by row and column, and which of its rows are its body.</summary>
internal sealed class TableGrid
{
    private readonly TableCell?[,] origins;
    private readonly bool[,] covered;

    public TableGrid(ExtractedTable table)
    {
        Table = table;
        origins = new TableCell?[table.RowCount, table.ColumnCount];
        covered = new bool[table.RowCount, table.ColumnCount];
        foreach (var cell in table.Cells)
        {
            origins[cell.Row, cell.Column] = cell;
            for (var row = cell.Row; row < Math.Min(cell.Row + cell.RowSpan, table.RowCount); row++)
            {
                for (var column = cell.Column; column < Math.Min(cell.Column + cell.ColumnSpan, table.ColumnCount); column++)
                {
                    covered[row, column] = row != cell.Row || column != cell.Column;
                }
            }
        }

        BodyRows = [.. Enumerable.Range(0, table.RowCount).Where(IsBody)];
    }

    private TableGrid(TableGrid whole, ImmutableArray<int> rows) =>
        (Table, origins, covered, BodyRows) = (whole.Table, whole.origins, whole.covered, rows);

    public ExtractedTable Table { get; }

    /// <summary>The same cells with the rows from <paramref name="first"/> to before <paramref name="end"/> as the body.</summary>
    public TableGrid Within(int first, int end) => Where(row => row >= first && row < end);

    /// <summary>The one cell over the whole width that a row is; null where it has more.</summary>
    public TableCell? Band(int row) => Cell(row, 0) is { } cell && cell.ColumnSpan >= Table.ColumnCount ? cell : null;

    /// <summary>The same cells with some of the rows as the body.</summary>
    public TableGrid Where(Func<int, bool> isBody) => new(this, [.. BodyRows.Where(isBody)]);

    /// <summary>Rows that hold data; column numbers (栏次) and repeated headings are left out.</summary>
    public ImmutableArray<int> BodyRows { get; }

    /// <summary>The cell whose top left place this is; null inside a merged cell and where the grid has a hole.</summary>
    public TableCell? Cell(int row, int column) => origins[row, column];

    /// <summary>As printed; empty for a blank cell and inside a merged one.</summary>
    public string Text(int row, int column) => origins[row, column]?.Text ?? string.Empty;

    /// <summary>The amount that a cell prints, and nothing else; null where there is none.</summary>
    public PrintedAmount? Amount(int row, int column) =>
        PrintedAmount.Read(Text(row, column), out var amount) == AmountReading.Amount ? amount : null;

    /// <summary>
    /// As printed in the place itself, or in the cell of its column that is merged downwards over it; a heading that reaches into the
    /// first row (合计 as the last line of the headings) is none of its words.
    /// </summary>
    public string TextOver(int row, int column)
    {
        var top = row;
        while (top > 0 && origins[top, column] is null && covered[top, column])
        {
            top--;
        }

        return origins[top, column] is { } cell && top + cell.RowSpan > row && (top == row || !cell.IsHeader) ? cell.Text : string.Empty;
    }

    /// <summary>The column where the cell begins that covers a place of the row; the place's own where it begins there.</summary>
    public int OriginOf(int row, int column)
    {
        var left = column;
        while (left > 0 && origins[row, left] is null && covered[row, left])
        {
            left--;
        }

        return origins[row, left] is { } cell && cell.Row == row && left + cell.ColumnSpan > column ? left : column;
    }

    /// <summary>
    /// The cell that holds the amount of a place: its own, or one merged with columns to its left that hold no amounts (a total
    /// whose ruling is missing).
    /// </summary>
    public TableCell? AmountCell(int row, int column, Func<int, bool> isAmountColumn)
    {
        if (origins[row, column] is { } own)
        {
            return own;
        }

        for (var left = column - 1; left >= 0 && covered[row, left + 1] && !isAmountColumn(left); left--)
        {
            if (origins[row, left] is { } cell)
            {
                return cell.Row == row && left + cell.ColumnSpan == column + 1 ? cell : null;
            }
        }

        return null;
    }

    private bool IsBody(int row)
    {
        var texts = new List<(int Column, string Text)>();
        var header = false;
        for (var column = 0; column < Table.ColumnCount; column++)
        {
            if (origins[row, column] is { } cell)
            {
                header |= cell.IsHeader;
                if (cell.Text.Length > 0)
                {
                    texts.Add((column, cell.Text));
                }
            }
        }

        if (texts.Count == 0)
        {
            return false;
        }

        return header ? IsTotalAmongHeadings(texts) : !IsColumnNumbers(texts) && !RepeatsHeadings(texts);
    }

    /// <summary>Some publishers print the total as the last line of the heading block.</summary>
    private static bool IsTotalAmongHeadings(List<(int Column, string Text)> texts) =>
        texts.Exists(static text => TotalLabel.IsWhole(text.Text)) &&
        texts.Exists(static text => text.Text.Contains('.', StringComparison.Ordinal) &&
            PrintedAmount.Read(text.Text, out _) == AmountReading.Amount);

    private static bool IsColumnNumbers(List<(int Column, string Text)> texts)
    {
        var previous = 0;
        var numbers = 0;
        foreach (var (_, text) in texts)
        {
            if (!HeadingText.Of(text).IsOrdinal || text.Contains('.', StringComparison.Ordinal))
            {
                return false;
            }

            var digits = FoldedText.Of(text);
            if (digits.Length is 1 or 2 &&
                int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture,
                out var number))
            {
                if (number <= previous)
                {
                    return false;
                }

                previous = number;
                numbers++;
            }
            else if (digits.Length > 0)
            {
                // 栏次 between the sides of a table: the numbers begin anew.
                previous = 0;
            }
        }

        // ** | ** | 1 stands over codes, names and one amount column.
        var marks = texts.Count(static text => FoldedText.Of(text.Text).AsSpan().Trim('*').IsEmpty);
        return numbers > 1 || (numbers > 0 && numbers >= texts.Count - Math.Max(marks, 1)) || marks == texts.Count;
    }

    private bool RepeatsHeadings(List<(int Column, string Text)> texts)
    {
        foreach (var (column, text) in texts)
        {
            var found = false;
            for (var row = 0; row < Table.HeaderRowCount && !found; row++)
            {
                found = string.Equals(origins[row, column]?.Text, text, StringComparison.Ordinal);
            }

            if (!found)
            {
                return false;
            }
        }

        return texts.Count > 1;
    }
}
