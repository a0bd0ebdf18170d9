using Extractor.Extracting.Tables.Headers;
using Extractor.Model.Layout;
using Extractor.Model.Tables;
using Extractor.Tables;

namespace Extractor.Tests.Extracting.Tables;

/// <summary>Both sides of every tolerance of <see cref="HeaderTolerances"/>.</summary>
public sealed class HeaderToleranceTests
{
    [Theory]
    [InlineData(7, 8)]
    [InlineData(8, 1)]
    public void MostRows_ColumnNumbers_EndAHeaderOfSoManyRows(int before, int header)
    {
        var rows = Enumerable.Repeat(new[] { "项目", "本年", "上年" }, before).Append(["1", "2", "3"]).Append(["合计", "1.00", "2.00"]);

        Assert.Equal(header, HeaderFinder.CountRows(Grid([.. rows])));
    }

    [Theory]
    [InlineData(60, 1)]
    [InlineData(61, 0)]
    public void LongestName_Heading_IsAsLong(int length, int header) => Assert.Equal(
        header, HeaderFinder.CountRows(Grid(["项目", new string('目', length), "上年"], ["合计", "1.00", "2.00"])));

    [Theory]
    [InlineData(4, 2)]
    [InlineData(5, 0)]
    public void ShareOfColumns_HeaderBelowEntriesOfAForm_TellsMostColumnsApart(int span, int header)
    {
        // Ten columns: the first heading stands over so many of them, each of the others over one.
        var cells = new List<GridCell> { Of(0, 0, "项目名称", span: 5), Of(0, 5, "移民扶持", span: 5), Of(1, 0, "绩效指标", span: span) };
        cells.AddRange(Enumerable.Range(span, 10 - span).Select(column => Of(1, column, "指标")));
        cells.AddRange(Enumerable.Range(0, 10).Select(column => Of(2, column, "1.00")));

        Assert.Equal(header, HeaderFinder.CountRows(Grid(10, 3, cells)));
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(3, 0)]
    public void FewestOverFigures_CellThatReachesLower_LeavesARowOfSoManyCellsAHeader(int columns, int header)
    {
        var cells = new List<GridCell> { Of(0, 0, "类", rows: 2) };
        cells.AddRange(Enumerable.Range(1, columns - 1).SelectMany(column => new[] { Of(0, column, "本年"), Of(1, column, "1.00") }));

        Assert.Equal(header, HeaderFinder.CountRows(Grid(columns, 2, cells)));
    }

    [Theory]
    [InlineData(7, 1)]
    [InlineData(6, 0)]
    public void ShareOfNamed_CellThatReachesLower_LeavesARowOfNamesAHeader(int named, int header)
    {
        var cells = new List<GridCell> { Of(0, 0, "类", rows: 2) };
        cells.AddRange(Enumerable.Range(1, 9).SelectMany(column =>
            new[] { Of(0, column, column < named ? "本年" : string.Empty), Of(1, column, "1.00") }));

        Assert.Equal(header, HeaderFinder.CountRows(Grid(10, 2, cells)));
    }

    private static PageGrid Grid(params string[][] rows) => Grid(rows[0].Length, rows.Length,
        [.. rows.SelectMany((texts, row) => texts.Select((text, column) => Of(row, column, text)))]);

    private static PageGrid Grid(int columns, int rows, List<GridCell> cells)
    {
        cells.Sort((first, second) => first.Row != second.Row ? first.Row.CompareTo(second.Row) : first.Column.CompareTo(second.Column));
        return new PageGrid(1, TableMethod.Ruled, [.. Enumerable.Range(0, columns + 1).Select(line => line * 50.0)],
            [.. Enumerable.Range(0, rows + 1).Select(line => line * 20.0)], cells);
    }

    private static GridCell Of(int row, int column, string text, int rows = 1, int span = 1) =>
        new(row, column, rows, span, new Box(column * 50, row * 20, (column + span) * 50, (row + rows) * 20)) { Text = text };
}
