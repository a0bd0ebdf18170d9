using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Text;

public sealed class TextTurnTests
{
    private const string Sentence = "Expenditure of the year 14,770.62";

    [Theory]
    [InlineData("0 1 -1 0 90 20", 90, 400, 300)]
    [InlineData("-1 0 0 -1 280 90", 180, 300, 400)]
    [InlineData("0 -1 1 0 90 380", 270, 400, 300)]
    [InlineData("1 0 0 1 20 90", 0, 300, 400)]
    public void Read_AllTextIsTurned_PageIsUpright(string matrix, int rotation, double width, double height)
    {
        var file = PdfBuilder.SinglePage($"BT /F0 10 Tf {matrix} Tm ({Sentence}) Tj ET", ReadPage.Helvetica, "/MediaBox [0 0 300 400]");
        using var content = PdfDocument.Open(file).GetPage(1).Read();

        Assert.Equal((rotation, width, height), (content.Rotation, content.Width, content.Height));
        var line = Assert.Single(content.Lines.ToArray());
        Assert.Equal(Sentence, content.GetText(line));
        Assert.True(line.Box.Width > 10 * line.Box.Height);
        Assert.All(content.Glyphs.ToArray(), static glyph => Assert.Equal(0, glyph.RotationDegrees));
    }

    [Fact]
    public void Read_RotateThatRightsTheText_IsKept()
    {
        var file = PdfBuilder.SinglePage(
            $"BT /F0 10 Tf 0 1 -1 0 90 20 Tm ({Sentence}) Tj ET", ReadPage.Helvetica, "/MediaBox [0 0 300 400] /Rotate 90");
        using var content = PdfDocument.Open(file).GetPage(1).Read();
        Assert.Equal(90, content.Rotation);
    }

    [Theory]
    [InlineData(19, 0, 0)] // too few to tell
    [InlineData(20, 0, 90)]
    [InlineData(20, 5, 90)] // a page number that is set upright all the same
    [InlineData(20, 6, 0)]
    public void Read_PartOfTheTextIsTurned_TheMostDecide(int turned, int upright, int rotation)
    {
        var file = PdfBuilder.SinglePage(
            $"BT /F0 5 Tf 0 1 -1 0 90 20 Tm ({new string('a', turned)}) Tj 1 0 0 1 10 10 Tm ({new string('b', upright)}) Tj ET",
            ReadPage.Helvetica, "/MediaBox [0 0 300 400]");
        using var content = PdfDocument.Open(file).GetPage(1).Read();
        Assert.Equal(rotation, content.Rotation);
    }
}
