using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Content;

public sealed class TextPositionTests
{
    [Theory]
    [InlineData("1e38 0 0 1e38 20 50")]
    [InlineData("1 0 0 1 1e300 50")]
    [InlineData("1e300 1e300 1e300 1e300 1e300 1e300")]
    public void Read_PlaceBeyondAnyPage_BoxesAreFinite(string matrix)
    {
        var page = ReadPage.Of($"BT /F0 10 Tf {matrix} Tm (far) Tj 1 0 0 1 20 50 Tm (near) Tj ET");
        Assert.Equal("near", page.VisibleText);
        Assert.All(page.Glyphs, static glyph =>
            Assert.True(float.IsFinite(glyph.Box.Left + glyph.Box.Top + glyph.Box.Right + glyph.Box.Bottom)));
    }

    // Helvetica without a descriptor: ascent 0.88, descent -0.12; figures are 0.556 em wide.
    [Fact]
    public void Read_UprightText_BoxIsFromTopLeft()
    {
        var page = ReadPage.Of("BT /F0 10 Tf 20 30 Td (12) Tj ET");
        Assert.Equal(["1", "2"], page.Glyphs.Select(g => g.Text));
        ReadPage.AssertBox(page.Glyphs[0].Box, 20, 70 - 8.8, 25.56, 71.2);
        ReadPage.AssertBox(page.Glyphs[1].Box, 25.56, 70 - 8.8, 31.12, 71.2);
        Assert.Equal(10, page.Glyphs[0].FontSize, 0.01);
        Assert.Equal(0, page.Glyphs[0].RotationDegrees);
    }

    // On each page the text stands upright for the reader, its start 20 from the left and 30 from the bottom.
    [Theory]
    [InlineData("/MediaBox [0 0 200 100]", "1 0 0 1 20 30 Tm")]
    [InlineData("/MediaBox [0 0 100 200] /Rotate 90", "0 1 -1 0 70 20 Tm")]
    [InlineData("/MediaBox [0 0 200 100] /Rotate 180", "-1 0 0 -1 180 70 Tm")]
    [InlineData("/MediaBox [0 0 100 200] /Rotate 270", "0 -1 1 0 30 180 Tm")]
    [InlineData("/MediaBox [0 0 400 300] /CropBox [50 60 250 160]", "1 0 0 1 70 90 Tm")]
    [InlineData("/MediaBox [0 0 300 400] /CropBox [50 60 150 260] /Rotate 90", "0 1 -1 0 120 80 Tm")]
    [InlineData("/MediaBox [-10 -20 190 80]", "1 0 0 1 10 10 Tm")]
    public void Read_RotatedOrCroppedPage_ArrivesUpright(string pageEntries, string matrix)
    {
        var page = ReadPage.Of($"BT /F0 10 Tf {matrix} (12) Tj ET", pageEntries: pageEntries);
        ReadPage.AssertBox(page.Glyphs[1].Box, 25.56, 61.2, 31.12, 71.2);
        Assert.Equal(0, page.Glyphs[0].RotationDegrees);
        Assert.Equal(["12"], page.WordTexts);
    }

    [Fact]
    public void Read_UserUnit_IsApplied()
    {
        var page = ReadPage.Of("BT /F0 10 Tf 20 30 Td (1) Tj ET", pageEntries: "/MediaBox [0 0 200 100] /UserUnit 2");
        ReadPage.AssertBox(page.Glyphs[0].Box, 40, 122.4, 51.12, 142.4);
        Assert.Equal(20, page.Glyphs[0].FontSize, 0.01);
    }

    [Theory]
    [InlineData("2 Tc (11) Tj", 27.56)] // character spacing
    [InlineData("3 Tw (1 1) Tj", 31.34)] // word spacing: the space is 2.78 wide
    [InlineData("50 Tz (11) Tj", 22.78)]
    [InlineData("50 Tz 2 Tc (11) Tj", 23.78)]
    [InlineData("[(1) -500 (1)] TJ", 30.56)]
    [InlineData("[(1) 300 (1)] TJ", 22.56)]
    [InlineData("50 Tz [(1) -500 (1)] TJ", 25.28)]
    [InlineData("(1) Tj (1) Tj", 25.56)]
    [InlineData("0 3 (11) \"", 28.56)]
    public void Read_TextState_MovesTheNextGlyph(string operators, double left)
    {
        var page = ReadPage.Of($"BT /F0 10 Tf 20 30 Td {operators} ET");
        Assert.Equal(left, page.Glyphs.Where(g => g.Text == "1").Max(g => g.Box.Left), 0.02);
    }

    [Theory]
    [InlineData("12 TL T* (1) Tj", 42)]
    [InlineData("12 TL (1) '", 42)]
    [InlineData("12 TL 0 0 (1) \"", 42)]
    [InlineData("0 -12 TD (1) Tj", 42)]
    [InlineData("0 -12 TD T* (1) Tj", 54)]
    [InlineData("5 Ts (1) Tj", 25)]
    [InlineData("-5 Ts (1) Tj", 35)]
    public void Read_LeadingAndRise_MoveTheBaseline(string operators, double baseline)
    {
        var page = ReadPage.Of($"BT /F0 10 Tf 20 70 Td {operators} ET");
        Assert.Equal(baseline, page.Glyphs[0].Box.Bottom - 1.2, 0.02);
    }

    [Fact]
    public void Read_MatrixOfTextAndPage_AreMultiplied()
    {
        var page = ReadPage.Of("q 2 0 0 2 10 10 cm BT /F0 5 Tf 1 0 0 1 5 10 Tm (1) Tj ET Q BT /F0 5 Tf 5 10 Td (2) Tj ET");
        ReadPage.AssertBox(page.Glyphs.Single(g => g.Text == "1").Box, 20, 61.2, 25.56, 71.2);
        Assert.Equal(5, page.Glyphs.Single(g => g.Text == "2").Box.Left, 0.02);
    }

    [Theory]
    [InlineData("0 1 -1 0", 90)]
    [InlineData("0 -1 1 0", -90)]
    [InlineData("-1 0 0 -1", 180)]
    [InlineData("0.70710678 0.70710678 -0.70710678 0.70710678", 45)]
    public void Read_TurnedText_TellsItsAngle(string matrix, float angle)
    {
        var page = ReadPage.Of($"BT /F0 10 Tf {matrix} 100 50 Tm (1) Tj ET");
        Assert.Equal(angle, page.Glyphs[0].RotationDegrees, 0.1f);
        Assert.Equal(10, page.Glyphs[0].FontSize, 0.01);
    }

    [Fact]
    public void Read_NegativeSizeOnFlippedMatrix_IsUpright()
    {
        var page = ReadPage.Of("BT /F0 -10 Tf -1 0 0 -1 20 30 Tm (1) Tj ET");
        ReadPage.AssertBox(page.Glyphs[0].Box, 20, 61.2, 25.56, 71.2);
        Assert.Equal(0, page.Glyphs[0].RotationDegrees);
    }

    [Fact]
    public void Read_SavedState_ComesBackWithItsFont()
    {
        var page = ReadPage.Of("BT /F0 10 Tf ET q BT /F0 20 Tf 5 5 Td (1) Tj ET Q BT 50 5 Td (2) Tj ET");
        Assert.Equal([20f, 10f], page.Glyphs.Select(g => g.FontSize));
    }

    [Fact]
    public void Read_StateOfGraphicsDictionary_SetsTheFont()
    {
        var page = ReadPage.Of(
            "/G0 gs BT 5 5 Td (1) Tj ET",
            "/ExtGState << /G0 << /Font [<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> 12] >> >>");
        Assert.Equal(12, page.Glyphs.Single().FontSize, 0.01);
    }

    [Fact]
    public void Read_UnbalancedStates_DoNoHarm()
    {
        var page = ReadPage.Of("Q Q q q BT /F0 10 Tf 20 30 Td (1) Tj Q Q Q Q (2) Tj");
        Assert.Equal("1", page.Glyphs[0].Text);
    }

    [Fact]
    public void Read_StringsOfAllForms_AreDecoded()
    {
        var page = ReadPage.Of("BT /F0 10 Tf 20 30 Td (a\\(b\\)\\061) Tj <4 14 2 4> Tj ET");
        Assert.Equal("a(b)1AB@", string.Concat(page.Glyphs.Select(g => g.Text)));
    }
}
