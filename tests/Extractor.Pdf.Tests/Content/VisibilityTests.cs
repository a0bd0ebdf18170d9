using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Content;

public sealed class VisibilityTests
{
    private const string Text = "BT /F0 10 Tf 20 30 Td (12) Tj ET";

    private const string Image = "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI";

    [Theory]
    [InlineData("BT /F0 10 Tf 3 Tr 20 30 Td (12) Tj ET", "")] // invisible
    [InlineData("q 0 0 10 10 re W n " + Text + " Q", "")] // outside the clipping path
    [InlineData("q 0 0 26 100 re W n " + Text + " Q", "1")] // a cell cuts what does not fit
    [InlineData(Text + " q 1 g 10 20 100 50 re f Q", "")] // under a fill
    [InlineData("q 1 g 10 20 100 50 re f Q " + Text, "12")] // over a fill
    [InlineData(Text + " q 100 0 0 50 10 20 cm " + Image + " Q", "")] // under an image
    [InlineData("q 100 0 0 50 10 20 cm " + Image + " Q " + Text, "12")] // over an image
    [InlineData(Text + " q 1 0 0 1 10 20 cm 0.3 0.3 0.3 rg 0 0 15.3 50 re f Q", "2")] // one glyph under a fill
    [InlineData("1 g " + Text, "")] // white on white
    [InlineData("0 0 1 rg 10 20 100 50 re f 1 g " + Text, "12")] // white on blue
    [InlineData("0 0 1 rg 10 20 100 50 re f 1 g 10 20 100 50 re f " + Text, "")] // white on white on blue
    [InlineData("1 1 1 RG 1 Tr " + Text, "")] // outlined in white
    [InlineData(Text + " q 10 20 m 110 20 l 60 80 l h f Q", "12")] // a triangle may leave text free
    [InlineData("BT /F0 10 Tf 250 30 Td (12) Tj ET", "")] // beside the page
    public void Read_WhatCannotBeSeen_IsHidden(string content, string visible)
    {
        var page = ReadPage.Of(content);
        Assert.Equal(visible, page.VisibleText);
        Assert.Equal(2, page.Glyphs.Length);
        Assert.Equal(visible.Length == 0 ? [] : [visible], page.WordTexts);
    }

    [Theory]
    [InlineData("/ca 0.3")]
    [InlineData("/BM /Multiply")]
    public void Read_TextUnderTransparentPaint_IsSeen(string state)
    {
        var page = ReadPage.Of(
            Text + " /G0 gs 1 0 0 rg 10 20 100 50 re f",
            ReadPage.Helvetica + " /ExtGState << /G0 << " + state + " >> >>");
        Assert.Equal("12", page.VisibleText);
    }

    [Theory]
    [InlineData("/G0 gs /X0 Do", "12")] // the group is painted as a whole, faintly
    [InlineData("/X0 Do", "")]
    public void Read_TextUnderGroup_IsHiddenByAnOpaqueOne(string content, string visible)
    {
        var builder = new PdfBuilder();
        var form = builder.AddStream(
            "/Subtype /Form /BBox [0 0 200 100] /Group << /S /Transparency >> /Resources << /ExtGState << /G1 << /ca 1 >> >> >>",
            "/G1 gs 0 0 1 rg 10 20 100 50 re f");
        builder.AddPage(Text + " " + content, $"{ReadPage.Helvetica} /XObject << /X0 {form} 0 R >> /ExtGState << /G0 << /ca 0.3 >> >>");
        Assert.Equal(visible, ReadPage.Of(builder.Build()).VisibleText);
    }

    [Theory]
    [InlineData("/OC /L0 BDC " + Text + " EMC", "")]
    [InlineData("/OC /L1 BDC " + Text + " EMC", "12")]
    [InlineData("/OC /M0 BDC " + Text + " EMC", "")]
    [InlineData("/OC /M1 BDC " + Text + " EMC", "12")]
    [InlineData("/OC /M2 BDC " + Text + " EMC", "12")]
    [InlineData("/OC /M3 BDC " + Text + " EMC", "")]
    [InlineData("/OC /L0 BDC /Span BMC EMC " + Text + " EMC", "")]
    [InlineData("/OC /L0 BDC EMC " + Text, "12")]
    public void Read_OptionalContentThatIsOff_IsHidden(string content, string visible)
    {
        var builder = new PdfBuilder();
        var off = builder.Add("<< /Type /OCG /Name (off) >>");
        var on = builder.Add("<< /Type /OCG /Name (on) >>");
        builder.CatalogEntries = $"/OCProperties << /OCGs [{off} 0 R {on} 0 R] /D << /OFF [{off} 0 R] >> >>";
        builder.AddPage(content, ReadPage.Helvetica +
            $" /Properties << /L0 {off} 0 R /L1 {on} 0 R /M0 << /Type /OCMD /OCGs {off} 0 R >>" +
            $" /M1 << /Type /OCMD /OCGs [{off} 0 R {on} 0 R] /P /AnyOn >>" +
            $" /M2 << /Type /OCMD /VE [/Or [/Not {on} 0 R] [/Not {off} 0 R]] >> /M3 << /Type /OCMD /VE [/And {on} 0 R {off} 0 R] >> >>");
        Assert.Equal(visible, ReadPage.Of(builder.Build()).VisibleText);
    }

    [Theory]
    [InlineData("BT /F0 40 Tf 0.7071 0.7071 -0.7071 0.7071 50 10 Tm (draft) Tj ET")]
    [InlineData("/G0 gs BT /F0 40 Tf 20 30 Td (draft) Tj ET")]
    [InlineData("/Artifact << /Type /Pagination /Subtype /Watermark >> BDC BT /F0 40 Tf 20 30 Td (draft) Tj ET EMC")]
    public void Read_TextAcrossThePage_IsAWatermark(string content)
    {
        var page = ReadPage.Of(content + " " + Text, ReadPage.Helvetica + " /ExtGState << /G0 << /ca 0.3 >> /G1 << /ca 1 >> >>");
        Assert.Equal(5, page.Glyphs.Count(g =>
            (g.Flags & GlyphFlags.Watermark) != 0 && "draft".Contains(g.Text, StringComparison.Ordinal)));
        Assert.DoesNotContain("draft", page.WordTexts);
    }

    [Theory]
    [InlineData("BT /F0 8 Tf 0.7071 0.7071 -0.7071 0.7071 50 10 Tm (label) Tj ET")] // of a chart
    [InlineData("/G0 gs BT /F0 8 Tf 20 30 Td (label) Tj ET")]
    public void Read_SmallTextAtAnAngleOrFaint_IsText(string content)
    {
        var page = ReadPage.Of(content, ReadPage.Helvetica + " /ExtGState << /G0 << /ca 0.3 >> >>");
        Assert.Equal(["label"], page.WordTexts);
    }

    [Theory]
    [InlineData("BT /F0 10 Tf 20 30 Td (12) Tj 0.3 0 Td (12) Tj ET", "12")]
    [InlineData("BT /F0 10 Tf 20 30 Td (12) Tj 0.2 0.2 Td (12) Tj -0.4 0 Td (12) Tj ET", "12")]
    [InlineData("BT /F0 10 Tf 20 30 Td (11) Tj ET", "11")]
    [InlineData("BT /F0 10 Tf 20 30 Td (....) Tj ET", "....")]
    [InlineData("BT /F0 10 Tf 20 30 Td (lil) Tj ET", "lil")]
    public void Read_TextPrintedTwice_IsOneBoldText(string content, string text)
    {
        var page = ReadPage.Of(content);
        Assert.Equal(text, string.Concat(page.Glyphs.Select(g => g.Text)));
        var isTwice = content.Split("Tj").Length > 2;
        Assert.All(page.Glyphs, g => Assert.Equal(isTwice, (g.Flags & GlyphFlags.Bold) != 0));
        Assert.All(page.Words, w => Assert.Equal(isTwice, w.IsBold));
    }

    [Fact]
    public void Read_FilledAndStrokedText_IsBold() =>
        Assert.True(ReadPage.Of("0.4 w 2 Tr " + Text).Words.Single().IsBold);
}
