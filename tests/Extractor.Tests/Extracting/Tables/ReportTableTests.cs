using Extractor.Model.Tables;

namespace Extractor.Tests.Extracting.Tables;

/// <summary>Tables as reports of agencies print them: the styles of corpus/statistics, third. Text is 10 points high.</summary>
public sealed class ReportTableTests
{
    [Theory]
    [InlineData("26,944 68,449", 3)]
    [InlineData("2.5 1.75", 3)]
    [InlineData("26 944", 2)] // thousands set apart by a space
    public void Find_NumbersThatAreNoneTogether_StandInColumns(string figures, int columns)
    {
        var page = new PageSketch();
        for (var row = 0; row < 6; row++)
        {
            page.Text(60, 100 + (row * 20), "Alaska").Text(200, 100 + (row * 20), figures);
        }

        Assert.Equal(columns, page.Find().Grids.Single().ColumnCount);
    }

    /// <summary>Days and years among words are no figures of columns that were not drawn.</summary>
    [Fact]
    public void Find_DatesInDrawnCells_StayInThem()
    {
        var page = new PageSketch().Table([50, 150, 300], 100, ["Start", "6 May 2017"], ["End", "18 May 2029"], ["Code", "48-2225"]);

        var grid = page.Find().Grids.Single();

        Assert.Equal(TableMethod.Ruled, grid.Method);
        Assert.Equal("Start|6 May 2017\nEnd|18 May 2029\nCode|48-2225", PageSketch.Print(grid));
    }

    [Theory]
    [InlineData(0, 1, 5)]
    [InlineData(4.9, 1, 5)]
    [InlineData(5.1, 1, 1)]
    public void Centred_OneTextOverTheEndOfAColumn_SpansAllUpToIt(double off, int rows, int span) =>
        Assert.Equal(span, SpanOf(rows, "Small establishments", off));

    /// <summary>Within the middle column one text may be its own, two are set over the table.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    public void Centred_TextWithinAColumn_SpansAllFromTwo(int rows, int span) => Assert.Equal(span, SpanOf(rows, "Men", 0));

    [Theory]
    [InlineData(230, 330, "Area|1997|1998")]
    [InlineData(190, 330, "")] // over none of the figures of its column
    public void Find_HeaderOverTheLineAboveAllRows_BelongsToTheTable(double first, double second, string header)
    {
        var page = new PageSketch().Text(60, 100, "Area").TextTo(first, 100, "1997").TextTo(second, 100, "1998")
            .Horizontal(116, 50, 400).Horizontal(196, 50, 400);
        for (var row = 1; row <= 4; row++)
        {
            page.Text(60, 100 + (row * 20), "Mining").TextTo(230, 100 + (row * 20), "10.00").TextTo(330, 100 + (row * 20), "20.00");
        }

        Assert.Equal(header.Length > 0, page.Print().StartsWith(header.Length > 0 ? header : "Area", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(5, 181, 3)]
    [InlineData(4, 181, 4)] // too few lines of text on this side
    [InlineData(5, 179, 4)] // too short for running text
    public void Find_TextLevelWithATable_IsNoColumnOfIt(int lines, double length, int columns)
    {
        var page = new PageSketch();
        for (var row = 0; row < 5; row++)
        {
            Running(page, 40, 300 + (row * 14), 200);
        }

        for (var row = 0; row < 4; row++)
        {
            page.Text(40, 100 + (row * 14), "Alaska").TextTo(160, 100 + (row * 14), "10.0").TextTo(220, 100 + (row * 14), "20.0");
        }

        for (var row = 0; row < lines; row++)
        {
            Running(page, 300, 100 + (row * 14), length);
        }

        Assert.Equal(columns, page.Find().Grids.Single().ColumnCount);
    }

    /// <summary>Running text as one part: its last letter ends where it has to.</summary>
    private static void Running(PageSketch page, double left, double top, double length) =>
        page.Text(left, top, new string('a', (int)(length / 5) - 2)).TextTo(left + length, top, "b");

    private static int SpanOf(int count, string text, double off)
    {
        var page = new PageSketch().Horizontal(96, 50, 450).Horizontal(116, 50, 450);
        Row(page, 100, "Area", "1997");
        var top = 120;
        for (var section = 0; section < count; section++, top += 60)
        {
            var width = (text.Length * 5) - (text.Contains(' ', StringComparison.Ordinal) ? 5 - (10 / 3.0) : 0);
            page.Text(250 - (width / 2) + off, top, text);
            for (var row = 1; row <= 2; row++)
            {
                Row(page, top + (row * 20), "Alaska", "10.00");
            }
        }

        var grid = page.Horizontal(top, 50, 450).Find().Grids.Single();
        return grid.Cells.Single(cell => cell.Row == 1 && cell.Text.Length > 0).ColumnSpan;
    }

    private static void Row(PageSketch page, double top, string name, string figure) =>
        page.Text(60, top, name).TextTo(200, top, figure).TextTo(260, top, figure).TextTo(320, top, figure).TextTo(440, top, figure);
}
