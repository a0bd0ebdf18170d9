using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Extractor.Model.Tables;

namespace Extractor.Normalizing.Performance;

/// <summary>The cells of a form by place, merged ones at each place that they cover.</summary>
internal sealed class FormGrid
{
    private readonly TableCell?[,] covering;
    private readonly ImmutableArray<TableCell>[] rows;

    public FormGrid(ExtractedTable table)
    {
        Table = table;
        covering = new TableCell?[table.RowCount, table.ColumnCount];
        var lengths = new int[table.RowCount];
        foreach (var cell in table.Cells)
        {
            lengths[cell.Row]++;
            for (var row = cell.Row; row < Math.Min(cell.Row + cell.RowSpan, table.RowCount); row++)
            {
                for (var column = cell.Column; column < Math.Min(cell.Column + cell.ColumnSpan, table.ColumnCount); column++)
                {
                    covering[row, column] = cell;
                }
            }
        }

        var beginning = new TableCell[table.RowCount][];
        for (var row = 0; row < table.RowCount; row++)
        {
            beginning[row] = new TableCell[lengths[row]];
        }

        foreach (var cell in table.Cells)
        {
            beginning[cell.Row][^lengths[cell.Row]--] = cell;
        }

        rows = new ImmutableArray<TableCell>[table.RowCount];
        for (var row = 0; row < table.RowCount; row++)
        {
            Array.Sort(beginning[row], static (left, right) => left.Column.CompareTo(right.Column));
            rows[row] = ImmutableCollectionsMarshal.AsImmutableArray(beginning[row]);
        }
    }

    public ExtractedTable Table { get; }

    public int RowCount => Table.RowCount;

    public int ColumnCount => Table.ColumnCount;

    /// <summary>The cells that begin in a row, from left to right.</summary>
    public ImmutableArray<TableCell> Row(int row) => rows[row];

    /// <summary>The cell that covers a place; null where the grid has a hole, and outside it.</summary>
    public TableCell? At(int row, int column) =>
        row >= 0 && row < RowCount && column >= 0 && column < ColumnCount ? covering[row, column] : null;

    /// <summary>The cell to the right of another in the other's first row.</summary>
    public TableCell? RightOf(TableCell cell) => At(cell.Row, cell.Column + cell.ColumnSpan);

    /// <summary>The page that a row begins on; 0 for a row without cells of its own.</summary>
    public int PageOf(int row)
    {
        var page = 0;
        foreach (var cell in rows[row])
        {
            page = page == 0 ? cell.Parts[0].PageNumber : Math.Min(page, cell.Parts[0].PageNumber);
        }

        return page;
    }
}
