using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Content;

public sealed class PatternTests
{
    /// <summary>A page that is filled with a pattern in which a word stands at (20, 30).</summary>
    private static ReadPage Fill(string rectangle, string step, string matrix = "1 0 0 1 0 0")
    {
        var builder = new PdfBuilder();
        var pattern = builder.AddStream(
            $"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 200 100] {step} /Matrix [{matrix}] /Resources << " +
            $"{ReadPage.Helvetica} >>",
            "BT /F0 10 Tf 20 30 Td (word) Tj ET");
        builder.AddPage($"/Pattern cs /P0 scn {rectangle} re f", $"/Pattern << /P0 {pattern} 0 R >> {ReadPage.Helvetica}");
        return ReadPage.Of(builder.Build());
    }

    [Fact]
    public void Read_PageDrawnAsOneTile_ItsTextIsRead()
    {
        var page = Fill("0 0 200 100", "/XStep 200 /YStep 100");
        Assert.Equal(["word"], page.WordTexts);
        Assert.Equal(20, page.Words[0].Box.Left, 0.01);
    }

    [Fact]
    public void Read_PatternWithAMatrix_PlacesItsText() =>
        Assert.Equal(50, Fill("0 0 200 100", "/XStep 400 /YStep 400", "1 0 0 1 30 10").Words[0].Box.Left, 0.01);

    [Theory]
    [InlineData("/XStep 100 /YStep 100", 3)] // cells overlap: three reach into the page, the words of two are seen
    [InlineData("/XStep 5 /YStep 5", 0)] // a texture
    public void Read_TilesThatRepeat_AreTextUpToFour(string step, int words) =>
        Assert.True(Fill("0 0 200 100", step).WordTexts.Length <= words);

    [Fact]
    public void Read_AreaThatDoesNotReachTheText_HidesIt() =>
        Assert.Empty(Fill("100 0 50 100", "/XStep 200 /YStep 100").WordTexts);

    [Fact]
    public void Read_PatternThatFillsWithItself_Ends()
    {
        var builder = new PdfBuilder();
        var number = builder.Reserve();
        builder.SetStream(
            number,
            $"/PatternType 1 /PaintType 1 /BBox [0 0 200 100] /XStep 200 /YStep 100 /Resources << /Pattern << /P0 {number} 0 R >> " +
            $"{ReadPage.Helvetica} >>",
            "BT /F0 10 Tf 20 30 Td (word) Tj ET /Pattern cs /P0 scn 0 0 200 100 re f"u8);
        builder.AddPage("/Pattern cs /P0 scn 0 0 200 100 re f", $"/Pattern << /P0 {number} 0 R >>");
        Assert.Equal(["word"], ReadPage.Of(builder.Build()).WordTexts);
    }

    [Fact]
    public void Read_ColourAfterAPattern_FillsNoTiles()
    {
        var builder = new PdfBuilder();
        var pattern = builder.AddStream(
            $"/PatternType 1 /PaintType 1 /BBox [0 0 200 100] /XStep 200 /YStep 100 /Resources << {ReadPage.Helvetica} >>",
            "BT /F0 10 Tf 20 30 Td (word) Tj ET");
        builder.AddPage("/Pattern cs /P0 scn 1 0 0 rg 0 0 200 100 re f", $"/Pattern << /P0 {pattern} 0 R >>");
        Assert.Empty(ReadPage.Of(builder.Build()).WordTexts);
    }
}
