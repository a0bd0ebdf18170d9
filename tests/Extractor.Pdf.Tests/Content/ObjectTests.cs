using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Content;

public sealed class ObjectTests
{
    [Fact]
    public void Read_Image_TellsPlaceSizeFormatAndBytes()
    {
        var builder = new PdfBuilder();
        var image = builder.AddStream("/Type /XObject /Subtype /Image /Width 3 /Height 2 /Filter /DCTDecode", "jpeg bytes");
        builder.AddPage("q 60 0 0 40 20 30 cm /I0 Do Q", $"/XObject << /I0 {image} 0 R >>");
        var found = Assert.Single(ReadPage.Of(builder.Build()).Images);
        ReadPage.AssertBox(found.Box, 20, 30, 80, 70);
        Assert.Equal((3, 2, "jpeg"), (found.PixelWidth, found.PixelHeight, found.Format));
        Assert.Equal("jpeg bytes"u8.ToArray(), found.EncodedBytes.ToArray());
    }

    [Fact]
    public void Read_RawImageOfAPalette_TellsWhatItsSamplesMean()
    {
        var builder = new PdfBuilder();
        var image = builder.AddStream(
            "/Type /XObject /Subtype /Image /Width 4 /Height 1 /BitsPerComponent 2 /ColorSpace [/Indexed /DeviceRGB 1 <FF0000 00FF00>]",
            "x");
        builder.AddPage("q 60 0 0 40 20 30 cm /I0 Do Q", $"/XObject << /I0 {image} 0 R >>");
        var found = Assert.Single(ReadPage.Of(builder.Build()).Images);
        Assert.Equal(("raw", 2, false), (found.Format, found.BitsPerComponent, found.IsMask));
        Assert.NotNull(found.ColorSpace);
        Assert.Equal(("Indexed", 1, "DeviceRGB", 3), (found.ColorSpace.Family, found.ColorSpace.Components,
            found.ColorSpace.Base?.Family, found.ColorSpace.Base?.Components ?? 0));
        Assert.Equal([0xFF, 0, 0, 0, 0xFF, 0], found.ColorSpace.Palette.ToArray());
    }

    [Theory]
    [InlineData("/ColorSpace [/ICCBased 1 0 R]", "ICCBased", 4)]
    [InlineData("/ColorSpace [/DeviceN [/A /B] /DeviceCMYK 1 0 R]", "DeviceN", 2)]
    [InlineData("/ColorSpace [/CalGray << >>]", "CalGray", 1)]
    public void Read_Image_TellsItsColourSpace(string entries, string family, int components)
    {
        var builder = new PdfBuilder();
        var profile = builder.AddStream("/N 4", "profile");
        var image = builder.AddStream(
            "/Type /XObject /Subtype /Image /Width 1 /Height 1 " + entries.Replace("1 0 R", $"{profile} 0 R", StringComparison.Ordinal),
            "abcd");
        builder.AddPage("q 60 0 0 40 20 30 cm /I0 Do Q", $"/XObject << /I0 {image} 0 R >>");
        var space = Assert.Single(ReadPage.Of(builder.Build()).Images).ColorSpace;
        Assert.Equal((family, components), (space?.Family, space?.Components ?? -1));
    }

    [Fact]
    public void Read_InlineImage_TakesTheColourSpaceOfTheResources()
    {
        var builder = new PdfBuilder();
        builder.AddPage("q 60 0 0 40 20 30 cm BI /W 1 /H 1 /BPC 8 /CS /Own ID abc EI Q", "/ColorSpace << /Own [/CalRGB << >>] >>");
        var found = Assert.Single(ReadPage.Of(builder.Build()).Images);
        Assert.Equal(("CalRGB", 3), (found.ColorSpace?.Family, found.EncodedBytes.Length));
    }

    [Fact]
    public void Read_Stencil_HasOneBitAndNoColourSpace()
    {
        var found = Assert.Single(ReadPage.Of("q 60 0 0 40 20 30 cm BI /W 8 /H 1 /IM true ID a EI Q").Images);
        Assert.Equal((true, 1, null), (found.IsMask, found.BitsPerComponent, found.ColorSpace));
    }

    [Theory]
    [InlineData("BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI")]
    [InlineData("BI /W 2 /H 2 /BPC 8 /CS /G ID EI E EI")] // EI within the data
    [InlineData("BI /W 2 /H 2 /BPC 8 /CS /G /F /AHx ID 61626364> EI")]
    [InlineData("BI /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /F [/AHx] ID 61626364>\nEI")]
    public void Read_InlineImage_TextAfterItIsRead(string image)
    {
        var page = ReadPage.Of($"q 60 0 0 40 20 30 cm {image} Q BT /F0 10 Tf 20 10 Td (1) Tj ET");
        Assert.Equal("1", page.VisibleText);
        Assert.Equal(4, Assert.Single(page.Images).EncodedBytes.Length);
    }

    [Fact]
    public void Read_InlineImageWithoutEnd_IsNoError() =>
        Assert.Single(ReadPage.Of("BT /F0 10 Tf 20 10 Td (1) Tj ET BI /W 2 /H 2 ID abc").Glyphs);

    [Fact]
    public void Read_NestedForms_UseTheirMatricesAndResources()
    {
        var builder = new PdfBuilder();
        var inner = builder.AddStream(
            $"/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Matrix [1 0 0 1 10 0] /Resources << {ReadPage.Helvetica} >>",
            "BT /F0 10 Tf 0 10 Td (1) Tj ET");
        var outer = builder.AddStream(
            $"/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Matrix [2 0 0 2 0 0] /Resources << /XObject << /X1 {inner} 0 R >> >>",
            "/X1 Do");
        builder.AddPage("q 1 0 0 1 5 0 cm /X0 Do Q", $"/XObject << /X0 {outer} 0 R >>");
        var glyph = ReadPage.Of(builder.Build()).Visible.Single();
        ReadPage.AssertBox(glyph.Box, 25, 80 - 17.6, 25 + 11.12, 82.4);
    }

    [Fact]
    public void Read_FormWithoutResources_UsesThoseOfThePage()
    {
        var builder = new PdfBuilder();
        var form = builder.AddStream("/Subtype /Form /BBox [0 0 100 100]", "BT /F0 10 Tf 10 10 Td (1) Tj ET");
        builder.AddPage("/X0 Do", $"/XObject << /X0 {form} 0 R >> {ReadPage.Helvetica}");
        Assert.Equal("1", ReadPage.Of(builder.Build()).VisibleText);
    }

    [Fact]
    public void Read_FormOutsideItsBox_IsClipped()
    {
        var builder = new PdfBuilder();
        var form = builder.AddStream("/Subtype /Form /BBox [0 0 12 100]", "BT /F0 10 Tf 5 10 Td (12) Tj ET");
        builder.AddPage("/X0 Do", $"/XObject << /X0 {form} 0 R >> {ReadPage.Helvetica}");
        Assert.Equal("1", ReadPage.Of(builder.Build()).VisibleText);
    }

    [Fact]
    public void Read_FormWithinItself_IsAFault()
    {
        var builder = new PdfBuilder();
        var form = builder.Reserve();
        builder.SetStream(form, $"/Subtype /Form /BBox [0 0 100 100] /Resources << /XObject << /X0 {form} 0 R >> {ReadPage.Helvetica} >>",
            "/X0 Do BT /F0 10 Tf 5 10 Td (1) Tj ET"u8);
        builder.AddPage("/X0 Do", $"/XObject << /X0 {form} 0 R >>");
        var page = ReadPage.Of(builder.Build());
        Assert.Equal("1", page.VisibleText);
        Assert.Contains("contains itself", Assert.Single(page.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FormsThatMultiply_ReachTheLimit()
    {
        // Each form draws the next ten times: ten to the power of nine in all.
        var builder = new PdfBuilder();
        var next = builder.AddStream($"/Subtype /Form /BBox [0 0 100 100] /Resources << {ReadPage.Helvetica} >>", "BT /F0 10 Tf (1) Tj ET");
        for (var level = 0; level < 9; level++)
        {
            next = builder.AddStream(
                $"/Subtype /Form /BBox [0 0 100 100] /Resources << /XObject << /X {next} 0 R >> >>",
                    string.Concat(Enumerable.Repeat("/X Do ", 10)));
        }

        builder.AddPage("/X Do", $"/XObject << /X {next} 0 R >>");
        Assert.Throws<PdfLimitException>(() => ReadPage.Of(builder.Build()));
    }

    [Theory]
    [InlineData("/Subtype /FreeText", "1")]
    [InlineData("/Subtype /Widget /AS /On", "1")]
    [InlineData("/Subtype /FreeText /F 2", "")] // hidden
    [InlineData("/Subtype /FreeText /F 32", "")] // not to be viewed
    [InlineData("/Subtype /Popup", "")]
    public void Read_Annotation_IsPaintedIntoItsRectangle(string entries, string visible)
    {
        var builder = new PdfBuilder();
        var form = builder.AddStream(
            $"/Subtype /Form /BBox [0 0 50 10] /Resources << {ReadPage.Helvetica} >>", "BT /F0 5 Tf 0 5 Td (1) Tj ET");
        var appearance = entries.Contains("/AS", StringComparison.Ordinal) ? $"<< /On {form} 0 R >>" : $"{form} 0 R";
        builder.AddPageWith($"/MediaBox [0 0 200 100] /Annots [<< /Type /Annot {entries} /Rect [20 20 120 40] /AP << /N {appearance} " +
            $">> >>]");
        var page = ReadPage.Of(builder.Build());
        Assert.Equal(visible, page.VisibleText);
        Assert.All(page.Glyphs, g => ReadPage.AssertBox(g.Box, 20, 70 - 8.8, 25.56, 71.2));
    }

    [Theory]
    [InlineData("/Span << /ActualText (fi) >> BDC (x) Tj EMC", "fi")]
    [InlineData("/Span << /ActualText <FEFF4E2D6587> >> BDC (xy) Tj EMC", "中文")]
    [InlineData("/Span /P0 BDC (x) Tj EMC", "named")]
    [InlineData("/Span << /ActualText () >> BDC (x) Tj EMC", "x")]
    public void Read_ActualText_StandsForTheGlyphs(string content, string text)
    {
        var page = ReadPage.Of(
            $"BT /F0 10 Tf 20 30 Td {content} ET", ReadPage.Helvetica + " /Properties << /P0 << /ActualText (named) >> >>");
        Assert.Equal([text], page.WordTexts);
    }

    [Fact]
    public void Read_MoreThanTheLimits_IsALimitException()
    {
        var text = PdfBuilder.SinglePage("BT /F0 10 Tf (12345) Tj ET", ReadPage.Helvetica);
        Assert.Throws<PdfLimitException>(() => ReadPage.Of(text, limits: new PdfLimits { MaximumGlyphsPerPage = 4 }));
        Assert.Throws<PdfLimitException>(() => ReadPage.Of(text, limits: new PdfLimits { MaximumOperatorsPerPage = 3 }));
        var lines = PdfBuilder.SinglePage("1 2 m 3 4 l 5 6 l 7 8 l S");
        Assert.Throws<PdfLimitException>(() => ReadPage.Of(lines, limits: new PdfLimits { MaximumSegmentsPerPage = 3 }));
    }

    [Fact]
    public void Read_FontThatIsMissing_IsAFaultAndReadAsLatin()
    {
        var page = ReadPage.Of("BT /F9 10 Tf 20 30 Td (1) Tj /F0 10 Tf (2) Tj ET");
        Assert.Equal("12", page.VisibleText);
        Assert.Single(page.Faults);
    }
}
