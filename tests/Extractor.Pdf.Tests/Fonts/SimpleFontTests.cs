using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Fonts;

public sealed class SimpleFontTests
{
    private static ReadPage Show(PdfBuilder builder, string text, string font)
    {
        builder.AddPage($"BT /F0 10 Tf 20 50 Td {text} Tj ET", $"/Font << /F0 << /Type /Font {font} >> >>");
        return ReadPage.Of(builder.Build());
    }

    private static string Text(ReadPage page) => string.Concat(page.Glyphs.Select(g => g.Text));

    [Theory]
    [InlineData("/Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding", "<4180A596>", "A€¥–")]
    [InlineData("/Subtype /Type1 /BaseFont /Arial /Encoding /MacRomanEncoding", "<41A5D0>", "A•–")]
    [InlineData("/Subtype /Type1 /BaseFont /Times-Roman", "<41A127AE>", "A¡’ﬁ")]
    [InlineData("/Subtype /Type1 /BaseFont /Symbol", "<6172>", "αρ")]
    [InlineData("/Subtype /Type1 /BaseFont /ZapfDingbats", "<3448>", "✔★")]
    [InlineData("/Subtype /Type1 /BaseFont /X /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [65 /eacute /uni9884 70 /u4E00 " +
        "/f_i /a.sc] >>", "<4142434647 48>", "é预C一fia")]
    [InlineData("/Subtype /TrueType /BaseFont /X /Encoding /WinAnsiEncoding", "<00>", "\uFFFD")]
    public void Read_Encoding_GivesTheText(string font, string text, string expected) =>
        Assert.Equal(expected, Text(Show(new PdfBuilder(), text, font)));

    [Fact]
    public void Read_ToUnicode_GoesBeforeTheEncoding()
    {
        var builder = new PdfBuilder();
        var map = builder.AddStream(string.Empty, "1 beginbfchar <41> <9884> endbfchar");
        Assert.Equal("预B", Text(Show(builder, "(AB)", $"/Subtype /TrueType /BaseFont /X /Encoding /WinAnsiEncoding /ToUnicode {map} 0 R")));
    }

    [Fact]
    public void Read_Widths_PlaceTheGlyphs()
    {
        var page = Show(
            new PdfBuilder(), "(ABC)",
            "/Subtype /TrueType /BaseFont /X /Encoding /WinAnsiEncoding /FirstChar 65 /Widths [500 700] /FontDescriptor << /MissingWidth " +
            "300 /Ascent 900 /Descent -300 >>");
        Assert.Equal([20, 25, 32], page.Glyphs.Select(g => Math.Round(g.Box.Left, 2)));
        ReadPage.AssertBox(page.Glyphs[2].Box, 32, 41, 35, 53);
    }

    /// <summary>Letters of ten points on the line 50 points from the top. More than 1.6 em of ascent and descent are no line.</summary>
    [Theory]
    [InlineData(1150, -450, 38.5, 54.5)]
    [InlineData(1151, -450, 41.2, 52)]
    [InlineData(1333, -1033, 41.2, 52)]
    public void Read_ExtentOfAllGlyphs_IsNotThatOfItsLines(int ascent, int descent, double top, double bottom)
    {
        var page = Show(new PdfBuilder(), "(A)",
            $"/Subtype /TrueType /BaseFont /X /Encoding /WinAnsiEncoding /FontDescriptor << /Ascent {ascent} /Descent {descent} >>");

        Assert.Equal(top, page.Glyphs[0].Box.Top, 0.01);
        Assert.Equal(bottom, page.Glyphs[0].Box.Bottom, 0.01);
    }

    [Fact]
    public void Read_StandardFontWithoutWidths_HasItsOwn()
    {
        var page = Show(new PdfBuilder(), "(iW)", "/Subtype /Type1 /BaseFont /Times-Bold");
        Assert.Equal(22.78, page.Glyphs[1].Box.Left, 0.01);
        Assert.Equal(32.78, page.Glyphs[1].Box.Right, 0.01);
    }

    [Theory]
    [InlineData(0, 1, 0, 0)]
    [InlineData(4, 3, 0, 0xF000)]
    [InlineData(6, 1, 0, 0)]
    public void Read_SymbolicTrueType_AsksItsMapAndNames(int format, int platform, int encoding, int area)
    {
        var builder = new PdfBuilder();
        var program = builder.AddStream(
            string.Empty,
            FontPrograms.TrueType([(area + 0x21, 1), (area + 0x22, 2)], format, platform, encoding, [".notdef", "uni9884", "a"]));
        var page = Show(builder, "(!\")", $"/Subtype /TrueType /BaseFont /X /FontDescriptor << /Flags 4 /FontFile2 {program} 0 R >>");
        Assert.Equal("预a", Text(page));
    }

    [Fact]
    public void Read_Type1Program_BringsItsEncoding()
    {
        var builder = new PdfBuilder();
        var program = builder.AddStream(string.Empty, FontPrograms.Type1([(11, "ff"), (65, "alpha"), (66, "B")]));
        var page = Show(builder, "<0B4142>", $"/Subtype /Type1 /BaseFont /X /FontDescriptor << /Flags 4 /FontFile {program} 0 R >>");
        Assert.Equal("ﬀαB", Text(page));
    }

    [Fact]
    public void Read_CompactProgram_BringsItsEncoding()
    {
        var builder = new PdfBuilder();
        var program = builder.AddStream("/Subtype /Type1C", FontPrograms.CompactWithNames(["alpha", "beta"], [0x31, 0x32]));
        var page = Show(builder, "(12)", $"/Subtype /Type1 /BaseFont /X /FontDescriptor << /Flags 4 /FontFile3 {program} 0 R >>");
        Assert.Equal("αβ", Text(page));
    }

    [Fact]
    public void Read_Type3_UsesItsMatrixAndNames()
    {
        var builder = new PdfBuilder();
        var procedure = builder.AddStream(string.Empty, "500 0 0 0 400 700 d1 0 0 400 700 re f");
        var page = Show(
            builder, "(ab)",
            $"/Subtype /Type3 /FontBBox [0 -200 500 800] /FontMatrix [0.002 0 0 0.001 0 0] /CharProcs << /one {procedure} 0 R /two " +
            $"{procedure} 0 R >>" +
            " /Encoding << /Type /Encoding /Differences [97 /one /two] >> /FirstChar 97 /LastChar 98 /Widths [250 300]");
        Assert.Equal("12", Text(page));
        ReadPage.AssertBox(page.Glyphs[0].Box, 20, 42, 25, 52);
        ReadPage.AssertBox(page.Glyphs[1].Box, 25, 42, 31, 52);
    }

    [Theory]
    [InlineData("97 /g139 /g140", "Type3")] // glyphs that are numbered: 139 is no code of WinAnsi
    [InlineData("97 /a1 /b2", "Type3")]
    [InlineData("97 /g97 /g98", "Type3")]
    [InlineData("97 /g139 /g140", "Type1")]
    [InlineData("97 /c97 /c98", "Type1")] // the code says no more: a subset of ideographs is numbered so too
    [InlineData("97 /G61 /G62", "Type1")]
    public void Read_NamesWithoutMeaning_AreUnmapped(string differences, string subtype)
    {
        var builder = new PdfBuilder();
        var procedure = builder.AddStream(string.Empty, "500 0 0 0 400 700 d1 0 0 400 700 re f");
        var page = Show(
            builder, "(ab)",
            $"/Subtype /{subtype} /BaseFont /X /FontBBox [0 0 500 800] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /g139 {procedure} " +
            $"0 R >>" +
            $" /Encoding << /Differences [{differences}] >> /FirstChar 97 /LastChar 98 /Widths [500 500]");
        Assert.Equal("\uFFFD\uFFFD", Text(page));
        Assert.All(page.Glyphs, glyph => Assert.Equal(GlyphFlags.Unmapped, glyph.Flags));
    }

    [Fact]
    public void Read_Type3WithoutANameForSpace_IsSpace()
    {
        var page = Show(
            new PdfBuilder(), "(a b)",
            "/Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /Encoding << /Differences [97 /one /two] >> /FirstChar 32 /Widths [500]");
        Assert.Equal("1 2", Text(page));
    }

    [Fact]
    public void Read_FontThatIsMissing_IsSubstituted()
    {
        var page = ReadPage.Of("BT /F7 10 Tf 20 50 Td (1,234.50) Tj <98847B97> Tj ET");
        Assert.Equal("1,234.50\uFFFD\uFFFD\uFFFD\uFFFD", page.VisibleText);
        Assert.Equal(20 + 5.56, page.Glyphs[1].Box.Left, 0.01);
        Assert.Single(page.Faults);
    }

    [Fact]
    public void Read_FontOfOneDocument_SharesTheTextOfACode()
    {
        var page = Show(new PdfBuilder(), "(a a)", "/Subtype /TrueType /BaseFont /X /Encoding /WinAnsiEncoding");
        Assert.Same(page.Glyphs[0].Text, page.Glyphs[2].Text);
    }
}
