using Extractor.Extracting.Printed;

namespace Extractor.Tests.Extracting.Tables;

/// <summary>Both sides of every limit of <see cref="LooseRows"/>. The rows stand so far apart that no table is found.</summary>
public sealed class LooseRowsTests
{
    [Fact]
    public void Of_WholeNumbersInColumnsWithNames_AreThoseOfATableThatWasNotFound()
    {
        var loose = LooseRows.Of(Rows(["12345", "8001", "310"], ["1100", "90", "12"]).Find());

        Assert.Equal(["12345", "1100", "8001", "90", "310", "12"], loose.Select(static number => number.Text));
    }

    [Fact]
    public void Of_NumbersInATable_AreNone() => Assert.Empty(LooseRows.Of(new PageSketch().Table(
        [50, 200, 300], 100, ["教育支出", "12345"], ["科学技术支出", "8001"], ["文化支出", "310"], ["卫生支出", "90"]).Find()));

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 3)]
    public void FewestRows_NumbersBelowEachOther_AreAColumnFromIt(int rows, int numbers) =>
        Assert.Equal(numbers, LooseRows.Of(Rows([.. new[] { "12345", "8001", "310" }.Take(rows)]).Find()).Length);

    [Theory]
    [InlineData(1.9, 3)]
    [InlineData(2.1, 0)]
    public void SameEdge_NumbersThatEndApart_AreAColumnUpToIt(double apart, int numbers)
    {
        var sketch = new PageSketch();
        foreach (var (index, text) in new[] { "12345", "80010", "31200" }.Index())
        {
            sketch.Text(50, 100 + (index * 60), "支出科目").TextTo(400 + (index * apart), 100 + (index * 60), text);
        }

        Assert.Equal(numbers, LooseRows.Of(sketch.Find()).Length);
    }

    [Theory]
    [InlineData("83210", 3)]
    [InlineData("832101", 0)]
    public void FewestDigitsOfCodes_NumbersOfOneLength_AreCodesFromIt(string last, int numbers) => Assert.Equal(
        numbers, LooseRows.Of(Rows([new string('9', last.Length), new string('7', last.Length), last]).Find()).Length);

    [Theory]
    [InlineData("999", 0)]
    [InlineData("1000", 3)]
    public void AbovePageNumbers_NumbersThatOnlyGoUp_AreAContentsBelowIt(string last, int numbers) =>
        Assert.Equal(numbers, LooseRows.Of(Rows(["1", "12", last]).Find()).Length);

    [Theory]
    [InlineData("2024", 0)]
    [InlineData("2100", 3)]
    public void Of_Years_AreNone(string last, int numbers) =>
        Assert.Equal(numbers, LooseRows.Of(Rows(["2025", "2023", last]).Find()).Length);

    [Theory]
    [InlineData("20.5%")]
    [InlineData("12345人")]
    public void Of_PercentagesAndWords_AreNone(string text) => Assert.Empty(LooseRows.Of(Rows([text, text, text]).Find()));

    [Fact]
    public void Of_NumbersWithoutNames_AreThoseOfAChart()
    {
        var sketch = new PageSketch();
        foreach (var (index, text) in new[] { "70000", "60000", "5000", "400" }.Index())
        {
            sketch.TextTo(100, 100 + (index * 60), text);
        }

        Assert.Empty(LooseRows.Of(sketch.Find()));
    }

    [Fact]
    public void Finding_OfNumbers_NamesPageAndBox()
    {
        var finding = LooseRows.Finding(7, LooseRows.Of(Rows(["12345", "8001", "310"]).Find()));

        Assert.Equal(("table_not_found", 7), (finding.Rule, finding.PageNumber!.Value));
        Assert.Equal((100.0, 230.0), (finding.Box!.Value.Top, finding.Box.Value.Bottom));
    }

    private static PageSketch Rows(params string[][] columns)
    {
        var sketch = new PageSketch();
        for (var row = 0; row < columns[0].Length; row++)
        {
            sketch.Text(50, 100 + (row * 60), "支出科目");
            for (var column = 0; column < columns.Length; column++)
            {
                sketch.TextTo(300 + (column * 100), 100 + (row * 60), columns[column][row]);
            }
        }

        return sketch;
    }
}
