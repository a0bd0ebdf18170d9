using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Fonts;

public sealed class CompositeFontTests
{
    /// <summary>Shows a string in a Type 0 font.</summary>
    /// <param name="font">Entries of the font: /Encoding, /ToUnicode.</param>
    /// <param name="descendant">Entries of the CIDFont.</param>
    private static ReadPage Show(PdfBuilder builder, string text, string font, string descendant)
    {
        builder.AddPage(
            $"BT /F0 10 Tf 50 50 Td {text} Tj ET",
            $"/Font << /F0 << /Type /Font /Subtype /Type0 /BaseFont /X {font} /DescendantFonts [<< /Type /Font /BaseFont /X {descendant} " +
            $">>] >> >>");
        return ReadPage.Of(builder.Build());
    }

    private static string Collection(string ordering) => $"/CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 2 >>";

    private static ReadPage ShowWithToUnicode(string text, string rules)
    {
        var builder = new PdfBuilder();
        var map = builder.AddStream(string.Empty,
            "/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n" + rules +
            "\nendcmap");
        return Show(builder, text, $"/Encoding /Identity-H /ToUnicode {map} 0 R", "/Subtype /CIDFontType2 " + Collection("Identity"));
    }

    [Theory]
    [InlineData("GBK-EUC-H", "<D4A4CBE33120>", "预算1 ")]
    [InlineData("GBKp-EUC-H", "<D4A4CBE3>", "预算")]
    [InlineData("GBK2K-H", "<D4A48139EF30>", "预㐁")]
    [InlineData("GB-EUC-H", "<D4A4CBE3>", "预算")]
    [InlineData("GBpc-EUC-H", "<D4A4CBE3>", "预算")]
    [InlineData("UniGB-UCS2-H", "<98847B97>", "预算")]
    [InlineData("UniGB-UTF16-H", "<98847B97>", "预算")]
    [InlineData("UniGB-UTF16-H", "<D840DC0B>", "𠀋")] // a pair of surrogates is one code
    [InlineData("UniGB-UCS2-H", "<2F0A>", "入")] // the glyph drawn is that of the ordinary character
    public void Read_GbFontThatIsNotEmbedded_IsRead(string encoding, string text, string expected)
    {
        var page = Show(new PdfBuilder(), text, $"/Encoding /{encoding}", "/Subtype /CIDFontType2 " + Collection("GB1"));
        Assert.Equal(expected, string.Concat(page.Glyphs.Select(g => g.Text)));
    }

    [Theory]
    [InlineData("ETen-B5-H", "CNS1", "<B977>", "預")]
    [InlineData("90ms-RKSJ-H", "Japan1", "<975C41>", "予A")]
    [InlineData("KSCms-UHC-H", "Korea1", "<B0A1>", "가")]
    [InlineData("UniCNS-UTF16-H", "CNS1", "<9810>", "預")]
    [InlineData("UniJIS-UCS2-H", "Japan1", "<4E88>", "予")]
    [InlineData("UniKS-UCS2-H", "Korea1", "<AC00>", "가")]
    public void Read_OtherCollections_AreRead(string encoding, string ordering, string text, string expected)
    {
        var page = Show(new PdfBuilder(), text, $"/Encoding /{encoding}", "/Subtype /CIDFontType0 " + Collection(ordering));
        Assert.Equal(expected, string.Concat(page.Glyphs.Select(g => g.Text)));
    }

    [Theory]
    [InlineData("1 beginbfrange <0000> <00FF> <0000> endbfrange")] // TCPDF, mPDF
    [InlineData("2 beginbfrange <0000> <00ff> <0000> <9800> <98ff> <9800> endbfrange")]
    [InlineData("1 beginbfrange <0000> <FFFF> <0000> endbfrange")]
    public void Read_IdentityRangeFromNothing_GivesLatinLettersAndFigures(string rules) =>
        Assert.Equal("A1,2.5", string.Concat(ShowWithToUnicode("<00410031002C0032002E0035>", rules).Glyphs.Select(g => g.Text)));

    [Fact]
    public void Read_IdentityRangeFromNothing_NothingStaysUnmapped() =>
        Assert.Equal("\uFFFD", ShowWithToUnicode("<0000>", "1 beginbfrange <0000> <00FF> <0000> endbfrange").Glyphs[0].Text);

    [Fact]
    public void Read_ToUnicodeIsTheNameOfIdentity_CodesAreTheText()
    {
        var page = Show(
            new PdfBuilder(), "<98847B970031>", "/Encoding /Identity-H /ToUnicode /Identity-H", "/Subtype /CIDFontType2 " +
                Collection("Identity"));
        Assert.Equal("预算1", string.Concat(page.Glyphs.Select(g => g.Text)));
    }

    [Fact]
    public void Read_ToUnicodeIsTheNameOfIdentity_TheEmbeddedFontKnowsBetter()
    {
        var builder = new PdfBuilder();
        var program = builder.AddStream(string.Empty, FontPrograms.TrueType([(0x9884, 0x41)], 4, 3, 1, []));
        var page = Show(
            builder, "<0041>", "/Encoding /Identity-H /ToUnicode /Identity-H",
            $"/Subtype /CIDFontType2 {Collection("Identity")} /CIDToGIDMap /Identity /FontDescriptor << /FontFile2 {program} 0 R >>");
        Assert.Equal("预", page.Glyphs[0].Text);
    }

    [Fact]
    public void Read_IdentityWithCollection_TakesTheCids()
    {
        // CIDs 4559 and 3795 of Adobe-GB1, as GBK-EUC-H maps 预 and 算.
        var map = Extractor.Pdf.CMaps.PredefinedCMaps.Find("GBK-EUC-H")!;
        var text = $"<{map.ToCid(0xD4A4, 2):X4}{map.ToCid(0xCBE3, 2):X4}>";
        var page = Show(new PdfBuilder(), text, "/Encoding /Identity-H", "/Subtype /CIDFontType0 " + Collection("GB1"));
        Assert.Equal(["预算"], page.WordTexts);
    }

    [Theory]
    [InlineData("<0001>", "1 beginbfchar <0001> <9884> endbfchar", "预")]
    [InlineData("<00020003>", "1 beginbfrange <0001> <0005> <4E00> endbfrange", "丁丂")]
    [InlineData("<00010002>", "1 beginbfrange <0001> <0002> [<9884> <7B97>] endbfrange", "预算")]
    [InlineData("<0001>", "1 beginbfchar <0001> <D840DC0B> endbfchar", "𠀋")]
    [InlineData("<0002>", "1 beginbfrange <0001> <0002> <D840DC0A> endbfrange", "𠀋")]
    [InlineData("<0001>", "1 beginbfchar <0001> <00660066> endbfchar", "ff")]
    [InlineData("<0001>", "1 beginbfchar <0001> <2F50> endbfchar", "⽐")] // radicals stay as printed
    [InlineData("<0001>", "2 beginbfchar <0001> <0041> <0001> <0042> endbfchar", "B")] // the later rule holds
    [InlineData("<0003>", "1 beginbfrange <0001> <0005> <0041> endbfrange 1 beginbfchar <0003> <0058> endbfchar", "X")]
    [InlineData("<0004>", "1 beginbfrange <0001> <0005> <0041> endbfrange 1 beginbfchar <0003> <0058> endbfchar", "D")]
    [InlineData("<0001>", "1 beginbfchar <0001> /ffi endbfchar", "ﬃ")]
    [InlineData("<0001>", "1 beginbfchar <0001> <0000> endbfchar", "\uFFFD")]
    [InlineData("<0009>", "1 beginbfchar <0001> <0041> endbfchar", "\uFFFD")]
    [InlineData("<0001>", "1 beginbfchar <0001> <D840> endbfchar", "\uFFFD")] // half a pair
    public void Read_ToUnicode_GivesTheText(string text, string rules, string expected)
    {
        var page = ShowWithToUnicode(text, rules);
        Assert.Equal(expected, string.Concat(page.Glyphs.Select(g => g.Text)));
        Assert.All(page.Glyphs, g => Assert.Equal(g.Text == "\uFFFD", (g.Flags & GlyphFlags.Unmapped) != 0));
    }

    [Fact]
    public void Read_Widths_PlaceTheGlyphs()
    {
        var page = Show(
            new PdfBuilder(), "<0022002300240025>", "/Encoding /Identity-H",
            "/Subtype /CIDFontType2 /DW 300 /W [34 [500] 35 36 700] " + Collection("GB1"));
        Assert.Equal([50, 55, 62, 69], page.Glyphs.Select(g => Math.Round(g.Box.Left, 2)));
        Assert.Equal(72, page.Glyphs[3].Box.Right, 0.01);
    }

    [Fact]
    public void Read_VerticalWriting_RunsDownwards()
    {
        var page = Show(new PdfBuilder(), "<D4A4CBE3>", "/Encoding /GBK-EUC-V", "/Subtype /CIDFontType2 " + Collection("GB1"));
        Assert.All(page.Glyphs, g => Assert.True((g.Flags & GlyphFlags.Vertical) != 0));
        ReadPage.AssertBox(page.Glyphs[0].Box, 45, 50, 55, 60);
        ReadPage.AssertBox(page.Glyphs[1].Box, 45, 60, 55, 70);
        Assert.Equal(["预算"], page.WordTexts);
    }

    [Fact]
    public void Read_VerticalMetrics_AreTaken()
    {
        var page = Show(
            new PdfBuilder(), "<00220023>", "/Encoding /Identity-V",
            "/Subtype /CIDFontType2 /DW2 [800 -500] /W2 [35 [-700 300 900]] " + Collection("GB1"));
        ReadPage.AssertBox(page.Glyphs[0].Box, 45, 50, 55, 55);
        ReadPage.AssertBox(page.Glyphs[1].Box, 47, 55, 57, 62);
    }

    [Fact]
    public void Read_EmbeddedCMapWithUseCMap_IsRead()
    {
        var builder = new PdfBuilder();
        var map = builder.AddStream(
            "/Type /CMap /CMapName /Own /UseCMap /GBK-EUC-H",
            "/GBK-EUC-H usecmap\n1 begincidchar <D4A4> 34 endcidchar\n1 begincidrange <A1> <A2> 35 endcidrange");
        var page = Show(builder, "<D4A4CBE3>", $"/Encoding {map} 0 R", "/Subtype /CIDFontType2 " + Collection("GB1"));
        Assert.Equal("A算", string.Concat(page.Glyphs.Select(g => g.Text)));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(12)]
    public void Read_NoToUnicode_AsksTheEmbeddedFont(int format)
    {
        var builder = new PdfBuilder();
        var program = builder.AddStream(string.Empty, FontPrograms.TrueType([(0x4E00, 3), (0x4E01, 4)], format));
        var page = Show(
            builder, "<00030004>", "/Encoding /Identity-H",
            $"/Subtype /CIDFontType2 /CIDToGIDMap /Identity {Collection("Identity")} /FontDescriptor << /Type /FontDescriptor /FontFile2 " +
            $"{program} 0 R >>");
        Assert.Equal(["一丁"], page.WordTexts);
    }

    [Fact]
    public void Read_ToUnicodeOfOneCharacterForAll_AsksTheEmbeddedFont()
    {
        var builder = new PdfBuilder();
        var program = builder.AddStream(string.Empty, FontPrograms.TrueType([(0x4E00, 3), (0x4E01, 4)]));
        var map = builder.AddStream(string.Empty, "4 beginbfchar <0003> <003F> <0004> <003F> <0005> <003F> <0006> <003F> endbfchar");
        var page = Show(
            builder, "<00030004>", $"/Encoding /Identity-H /ToUnicode {map} 0 R",
            $"/Subtype /CIDFontType2 {Collection("Identity")} /FontDescriptor << /Type /FontDescriptor /FontFile2 {program} 0 R >>");
        Assert.Equal(["一丁"], page.WordTexts);
    }

    [Theory]
    [InlineData("<E000>")] // private use
    [InlineData("<0001>")] // a control
    public void Read_ToUnicodeOfNoCharacter_AsksTheEmbeddedFont(string stated)
    {
        var builder = new PdfBuilder();
        var program = builder.AddStream(string.Empty, FontPrograms.TrueType([(0x4E00, 3)]));
        var map = builder.AddStream(string.Empty, $"1 beginbfchar <0003> {stated} endbfchar");
        var page = Show(
            builder, "<0003>", $"/Encoding /Identity-H /ToUnicode {map} 0 R",
            $"/Subtype /CIDFontType2 {Collection("Identity")} /FontDescriptor << /Type /FontDescriptor /FontFile2 {program} 0 R >>");
        Assert.Equal("一", page.Glyphs.Single().Text);
    }

    [Fact]
    public void Read_CidToGlyphMap_IsFollowed()
    {
        var builder = new PdfBuilder();
        var program = builder.AddStream(string.Empty, FontPrograms.TrueType([(0x4E00, 3), (0x4E01, 4)]));
        var map = builder.AddStream(string.Empty, [0, 0, 0, 4, 0, 3]);
        var page = Show(
            builder, "<00010002>", "/Encoding /Identity-H",
            $"/Subtype /CIDFontType2 /CIDToGIDMap {map} 0 R {Collection("Identity")} /FontDescriptor << /Type /FontDescriptor /FontFile2 " +
            $"{program} 0 R >>");
        Assert.Equal(["丁一"], page.WordTexts);
    }

    [Fact]
    public void Read_RadicalAndCharacterOfOneGlyph_IsTheCharacter()
    {
        var builder = new PdfBuilder();
        var program = builder.AddStream(string.Empty, FontPrograms.TrueType([(0x2F50, 3), (0x6BD4, 3)]));
        var page = Show(
            builder, "<0003>", "/Encoding /Identity-H",
            $"/Subtype /CIDFontType2 {Collection("Identity")} /FontDescriptor << /Type /FontDescriptor /FontFile2 {program} 0 R >>");
        Assert.Equal("比", page.Glyphs.Single().Text);
    }

    [Fact]
    public void Read_CompactFontWithCids_AsksItsCollection()
    {
        var cid = Extractor.Pdf.CMaps.PredefinedCMaps.Find("GBK-EUC-H")!.ToCid(0xD4A4, 2);
        var builder = new PdfBuilder();
        var program = builder.AddStream("/Subtype /CIDFontType0C", FontPrograms.CompactWithCids("GB1", [cid]));
        var page = Show(
            builder, $"<{cid:X4}>", "/Encoding /Identity-H",
            $"/Subtype /CIDFontType0 {Collection("Identity")} /FontDescriptor << /Type /FontDescriptor /FontFile3 {program} 0 R >>");
        Assert.Equal("预", page.Glyphs.Single().Text);
    }

    [Fact]
    public void Read_CompactFontWithNames_AsksItsNames()
    {
        var builder = new PdfBuilder();
        var program = builder.AddStream("/Subtype /CIDFontType0C", FontPrograms.CompactWithNames(["uni9884", "a"]));
        var page = Show(
            builder, "<00010002>", "/Encoding /Identity-H",
            $"/Subtype /CIDFontType0 {Collection("Identity")} /FontDescriptor << /Type /FontDescriptor /FontFile3 {program} 0 R >>");
        Assert.Equal("预a", string.Concat(page.Glyphs.Select(g => g.Text)));
    }

    [Theory]
    [InlineData("/BaseFont /ABCDEF+SimSun,Bold")]
    [InlineData("/BaseFont /X /FontDescriptor << /Type /FontDescriptor /FontWeight 700 >>")]
    [InlineData("/BaseFont /X /FontDescriptor << /Type /FontDescriptor /Flags 262148 >>")]
    public void Read_BoldFont_IsTold(string descendant)
    {
        var page = Show(new PdfBuilder(), "<D4A4>", "/Encoding /GBK-EUC-H", descendant + " /Subtype /CIDFontType2 " + Collection("GB1"));
        Assert.True(page.Words.Single().IsBold);
    }
}
