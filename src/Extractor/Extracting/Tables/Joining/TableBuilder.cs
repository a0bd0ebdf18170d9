using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Extractor.Extracting.Tables.Captions;
using Extractor.Extracting.Tables.Headers;
using Extractor.Model.Tables;
using Extractor.Tables;
using Extractor.Tables.Text;

namespace Extractor.Extracting.Tables.Joining;

/// <summary>Puts the grids of one table on top of each other: one header, rows counted through, cut rows and cells mended.</summary>
internal static class TableBuilder
{
    public static ExtractedTable Build(TableChain chain, int ordinal)
    {
        var main = Assemble(chain);
        var cells = main.Cells;
        var paths = main.Paths.ToList();
        var headerRows = HeaderRowsOf(chain);
        foreach (var side in chain.Sides)
        {
            var (sideCells, _, sidePaths) = Assemble(side, headerRows);
            cells.AddRange(sideCells.Select(cell => cell.MovedRight(paths.Count)));
            paths.AddRange(UnderCutHeading(chain.Grids[0], side.Grids[0], sidePaths));
        }

        cells.Sort(static (first, second) =>
            first.Row != second.Row ? first.Row.CompareTo(second.Row) : first.Column.CompareTo(second.Column));
        var tableCells = cells.Select(ToTableCell).ToImmutableArray();
        return new ExtractedTable(
            ordinal,
            chain.Caption.Number,
            chain.Caption.Title,
            chain.Caption.Unit ?? chain.Sides.Find(static side => side.Caption.Unit is not null)?.Caption.Unit ?? UnitInCells(tableCells),
            chain.Caption.Department,
            [.. chain.Notes, .. chain.Sides.SelectMany(static side => side.Notes)],
            chain.Grids[0].Method,
            IsDeclaredEmpty(chain, tableCells),
            chain.Grids[0].PageNumber,
            chain.AllGrids.Max(static grid => grid.PageNumber),
            main.RowCount,
            paths.Count,
            headerRows,
            [.. paths],
            tableCells,
            []);
    }

    /// <summary>
    /// A heading over several columns that is cut with the page stands on the left part only: blank on the right, it holds there too.
    /// </summary>
    private static IEnumerable<string> UnderCutHeading(PageGrid left, PageGrid right, ImmutableArray<string> paths)
    {
        var isUnder = left.CellAt(0, left.ColumnCount - 1) is { ColumnSpan: > 1, Text.Length: > 0 };
        for (var column = 0; column < paths.Length; column++)
        {
            isUnder &= column < right.ColumnCount && right.CellAt(0, column) is { Text.Length: 0 };
            yield return isUnder && paths[column].Length > 0
                ? left.CellAt(0, left.ColumnCount - 1)!.Text + " / " + paths[column]
                : paths[column];
        }
    }

    /// <summary>How many rows the pages of a table make, its right parts not counted.</summary>
    public static int CountRows(TableChain chain) => Assemble(chain).RowCount;

    private static int HeaderRowsOf(TableChain chain) => Math.Min(chain.HeaderRows[0], chain.Grids[0].RowCount);

    private static (List<JoinedCell> Cells, int RowCount, ImmutableArray<string> Paths) Assemble(TableChain chain,
        int? headerRowCount = null)
    {
        var maps = ColumnAlignment.Align(chain.Grids);
        var headerRows = headerRowCount ?? HeaderRowsOf(chain);
        var cells = new List<JoinedCell>();
        var rowCount = 0;
        for (var index = 0; index < chain.Grids.Count; index++)
        {
            rowCount = Append(cells, rowCount, chain.Grids[index], maps[index], index == 0 ? 0 : chain.HeaderRows[index], index == 0
                ? headerRows : 0);
        }

        var columnCount = maps.Max(static map => map[^1]);
        return (cells, rowCount, ColumnPaths(chain.Grids[0], headerRows, maps[0], columnCount));
    }

    /// <returns>The row count of the table so far.</returns>
    private static int Append(List<JoinedCell> cells, int rowCount, PageGrid grid, int[] columns, int skippedRows, int headerRows)
    {
        var added = new List<JoinedCell>();
        foreach (var cell in grid.Cells)
        {
            var row = Math.Max(cell.Row, skippedRows);
            var rowSpan = cell.Row + cell.RowSpan - row;
            if (rowSpan <= 0 || (cell.Row < skippedRows && cell.Row + cell.RowSpan - skippedRows <= 0))
            {
                continue;
            }

            var column = columns[cell.Column];
            added.Add(new JoinedCell(
                rowCount + row - skippedRows,
                column,
                rowSpan,
                columns[cell.Column + cell.ColumnSpan] - column,
                cell.Row < headerRows || (headerRows > 0 &&
                    ReferenceEquals(HeaderPaths.CodeLevelBelow(grid, headerRows, cell.Column), cell)),
                new JoinedPart(grid.PageNumber, cell.Box, cell.Lines, cell.IsOpenTop, cell.IsOpenBottom)));
        }

        var rows = rowCount + grid.RowCount - skippedRows;
        return rowCount == 0 || grid.RowCount == skippedRows ? Keep(cells, added, rows) : Mend(cells, added, rowCount, rows);
    }

    private static int Keep(List<JoinedCell> cells, List<JoinedCell> added, int rows)
    {
        cells.AddRange(added);
        return rows;
    }

    private static int Mend(List<JoinedCell> cells, List<JoinedCell> added, int edge, int rows)
    {
        var bottom = cells.FindAll(cell => cell.RowEnd == edge && !cell.IsHeader);
        var top = added.FindAll(cell => cell.Row == edge);
        if (bottom.Count > 0 && top.Count > 0 && PageBreak.IsRowCut(bottom, top, () => AreNamed(cells, added, edge)))
        {
            foreach (var cell in added)
            {
                var before = cell.Row == edge ? PageBreak.SameColumns(bottom, cell) : null;
                if (before is not null)
                {
                    before.RowSpan += cell.RowSpan - 1;
                    before.GoOn(cell);
                }
                else
                {
                    cells.Add(cell.MovedUp());
                }
            }

            return rows - 1;
        }

        var cut = PageBreak.CutCells(bottom, top);
        foreach (var cell in added)
        {
            if (cut.TryGetValue(cell, out var before))
            {
                before.RowSpan += cell.RowSpan;
                before.GoOn(cell);
            }
            else
            {
                cells.Add(cell);
            }
        }

        return rows;
    }

    /// <summary>Do all rows but the one behind the edge begin with a name, and are there enough to tell?</summary>
    private static bool AreNamed(List<JoinedCell> cells, List<JoinedCell> added, int edge)
    {
        var rows = 0;
        return CountNamed(cells, edge, ref rows) && CountNamed(added, edge, ref rows) && rows >= JoiningTolerances.FewestNamedRows;
    }

    /// <returns>False where a row begins blank.</returns>
    private static bool CountNamed(List<JoinedCell> cells, int edge, ref int rows)
    {
        foreach (var cell in CollectionsMarshal.AsSpan(cells))
        {
            if (cell.Column == 0 && !cell.IsHeader && cell.Row != edge)
            {
                if (cell.IsBlank)
                {
                    return false;
                }

                rows++;
            }
        }

        return true;
    }

    private static TableCell ToTableCell(JoinedCell cell)
    {
        var parts = ImmutableArray.CreateBuilder<CellPart>(cell.Parts.Count);
        var lines = cell.Parts.Count == 1 ? cell.Parts[0].Lines : [.. cell.Parts.SelectMany(static part => part.Lines)];
        foreach (var part in cell.Parts)
        {
            parts.Add(new CellPart(part.PageNumber, part.Box.Rounded()));
        }

        var first = cell.Parts[0];
        Extractor.Model.Layout.Box? textBox = null;
        foreach (var line in first.Lines)
        {
            textBox = textBox is { } box ? box.Union(line.Box) : line.Box;
        }

        var indent = first.Lines.Count == 0 ? 0 : Math.Round(Math.Max(0, first.Lines[0].Box.Left - first.Box.Left), 2);
        return new TableCell(
            cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.IsHeader,
            CellText.Fold(lines, first.Box), indent, textBox?.Rounded(), parts.MoveToImmutable());
    }

    private static ImmutableArray<string> ColumnPaths(PageGrid grid, int headerRows, int[] map, int columnCount)
    {
        var own = HeaderPaths.Of(grid, headerRows);
        var paths = ImmutableArray.CreateBuilder<string>(columnCount);
        var column = 0;
        for (var common = 0; common < columnCount; common++)
        {
            while (column + 1 < own.Length && map[column + 1] <= common)
            {
                column++;
            }

            paths.Add(common < map[0] ? string.Empty : own[column]);
        }

        return paths.MoveToImmutable();
    }

    /// <summary>The unit that labels and header cells print in brackets, if they print only one.</summary>
    private static string? UnitInCells(ImmutableArray<TableCell> cells)
    {
        string? unit = null;
        foreach (var cell in cells)
        {
            // A form prints it in a label: 资金金额（万元）.
            if (cell.Text.Length == 0 || cell.Text.Length > CaptionTolerances.LongestUnitLabel
                || !cell.Text.Contains('元', StringComparison.Ordinal))
            {
                continue;
            }

            var text = CaptionPatterns.WithoutSpace(cell.Text);
            var found = CaptionPatterns.BracketedUnitIn(text) ?? CaptionPatterns.UnitIn(text);
            if (found is not null && unit is not null && unit != found)
            {
                return null;
            }

            unit = found ?? unit;
        }

        return unit;
    }

    /// <summary>The document says so, in a note or in a cell, and no figure but zero stands in the table.</summary>
    private static bool IsDeclaredEmpty(TableChain chain, ImmutableArray<TableCell> cells)
    {
        var isSaid = chain.Notes.Exists(static note => CaptionPatterns.SaysNothing(CaptionPatterns.WithoutSpace(note)));
        foreach (var cell in cells)
        {
            if (cell.IsHeader || cell.Text.Length == 0)
            {
                continue;
            }

            if (HeaderFinder.IsFigure(cell.Text))
            {
                if (cell.Text.AsSpan().IndexOfAnyInRange('1', '9') >= 0)
                {
                    return false;
                }
            }
            else
            {
                isSaid |= cell.Text.Length < CaptionTolerances.LongestStatementInCell
                    && CaptionPatterns.DeclaresEmpty(CaptionPatterns.WithoutSpace(cell.Text));
            }
        }

        return isSaid;
    }
}
