using Extractor.Extracting.Tables.Joining;
using Extractor.Model.Tables;
using Extractor.Tables;

namespace Extractor.Tests.Extracting.Tables;

public sealed class ColumnAlignmentTests
{
    [Fact]
    public void Align_AsManyColumns_LinesAreNumberedAlike() => Assert.Equal(
        [[0, 1, 2], [0, 1, 2]], ColumnAlignment.Align([Lines(0, 100, 300), Lines(0, 200, 300)]));

    [Fact]
    public void Align_LineOfOneGridOnly_HasANumberOfItsOwn() => Assert.Equal(
        [[0, 2, 5], [0, 2, 3, 4, 5], [0, 1, 5]],
        ColumnAlignment.Align([Lines(0, 105, 400), Lines(0, 100, 250, 300, 400), Lines(0, 50, 400)]));

    [Fact]
    public void Align_LineBetweenTwo_HasTheNumberOfTheLeft() => Assert.Equal(
        [[0, 1, 3], [0, 1, 2, 3]], ColumnAlignment.Align([Lines(0, 104, 200), Lines(0, 100, 108, 200)]));

    [Fact]
    public void Align_TwoLinesOnOne_AreToldApart() => Assert.Equal(
        [[0, 1, 2, 4], [0, 1, 2, 3, 4]], ColumnAlignment.Align([Lines(0, 98, 102, 300), Lines(0, 100, 200, 250, 300)]));

    [Fact]
    public void Align_TwoLinesOnTheLast_FitFromTheRight() => Assert.Equal(
        [[0, 1, 3, 4], [0, 1, 2, 3, 4]], ColumnAlignment.Align([Lines(0, 100, 296, 300), Lines(0, 100, 200, 250, 300)]));

    [Theory]
    [InlineData(1, new[] { 0.0, 100, 200 }, new[] { 0.0, 105, 200 })] // as far apart as lines of one place may be
    [InlineData(1, new[] { 10.0, 210, 410 }, new[] { 100.0, 295, 490 })] // another margin, and nearly as wide
    [InlineData(1, new[] { 0.0, 200, 400 }, new[] { 0.0, 192, 384 })] // as much narrower as one width may be
    [InlineData(1, new[] { 0.0, 100, 250, 300 }, new[] { 150.0, 300, 350 })] // narrower, at the right edge
    [InlineData(1.0 / 3, new[] { 0.0, 200, 400 }, new[] { 0.0, 150, 340 })] // narrower, at the left edge
    public void Agreement_OfTwoPages_LaysTheirLinesOverEachOther(double agreement, double[] first, double[] second) =>
        Assert.Equal(agreement, ColumnAlignment.Agreement(Lines(first), Lines(second)), 6);

    [Fact]
    public void HaveSameChannels_OneGridHasMore_ThoseOfTheOtherAreLookedFor()
    {
        var (few, many) = (Lines(0, 100, 300), Lines(0, 100, 200, 300));

        Assert.True(ColumnAlignment.HaveSameChannels(few, many));
        Assert.True(ColumnAlignment.HaveSameChannels(many, few));
    }

    [Theory]
    [InlineData(true, new[] { 0.0, 100, 400 }, new[] { 0.0, 116, 400 })] // as far apart as one channel may be
    [InlineData(false, new[] { 0.0, 400 }, new[] { 0.0, 400 })] // no channel at all
    public void HaveSameChannels_AtTheLimit_Agree(bool agree, double[] first, double[] second) =>
        Assert.Equal(agree, ColumnAlignment.HaveSameChannels(Lines(first), Lines(second)));

    [Fact]
    public void HaveSameWidth_AsMuchNarrowerAsMayBe_IsTheSame() => Assert.True(ColumnAlignment.HaveSameWidth(Lines(0, 400), Lines(0, 384)));

    [Theory]
    [InlineData(true, "2130201|行政运行|1.00|2.00")] // two columns of numbers beside one of words
    [InlineData(true, "2130201|行政运行|1.00|")] // what is blank tells nothing
    [InlineData(false, "|行政运行|1.00|")] // one column of numbers alone
    [InlineData(false, "行政运行|2130201|1.00|2.00")] // words where numbers were
    [InlineData(false, "科目编码|科目名称|合计|基本支出")] // a header of its own
    [InlineData(false, "2130201|行政运行|1.00")] // fewer columns
    public void HoldAlike_PageOfOtherWidths_AsItsColumnsHoldNumbersOrWords(bool alike, string row) => Assert.Equal(
        alike, ColumnAlignment.HoldAlike(
            Filled("2080501|行政单位离退休|3.00|4.00", 0, 60, 200, 300, 400), Filled(row, 0, 90, 150, 280, 400)));

    private static PageGrid Filled(string row, params double[] columns)
    {
        var texts = row.Split('|');
        double[] lines = [.. columns.Take(texts.Length), columns[^1]];
        return new PageGrid(1, TableMethod.Ruled, lines, [0, 20], [.. texts.Select((text, column) =>
            new GridCell(0, column, 1, 1, new Model.Layout.Box(lines[column], 0, lines[column + 1], 20)) { Text = text })]);
    }

    private static PageGrid Lines(params double[] columns) => new(1, TableMethod.Ruled, columns, [0, 20], []);
}
