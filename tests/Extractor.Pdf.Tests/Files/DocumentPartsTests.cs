using System.Text;
using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Files;

/// <summary>What a document holds besides its pages: outline, attachments, labels.</summary>
public sealed class DocumentPartsTests
{
    private static PdfDocument Open(Action<PdfBuilder, int[]> add, int pageCount = 3)
    {
        var builder = new PdfBuilder();
        int[] pages = [.. Enumerable.Range(0, pageCount).Select(_ => builder.AddPage("q Q"))];
        add(builder, pages);
        return PdfDocument.Open(builder.Build());
    }

    [Fact]
    public void Outline_ItemsOfAllKinds_LeadToTheirPages()
    {
        var document = Open(static (builder, pages) =>
        {
            int first = builder.Reserve(), second = builder.Reserve(), third = builder.Reserve(), inner = builder.Reserve();
            builder.Set(first, $"<< /Title <FEFF98847B97> /Dest [{pages[1]} 0 R /Fit] /First {inner} 0 R /Next {second} 0 R >>");
            builder.Set(inner, $"<< /Title (inner) /A << /S /GoTo /D (named) >> >>");
            builder.Set(second, $"<< /Title (old) /Dest /older /Next {third} 0 R >>");
            builder.Set(third, $"<< /Title (web) /A << /S /URI /URI (x) >> /Next {first} 0 R >>"); // goes round
            builder.CatalogEntries = $"/Outlines << /First {first} 0 R >> /Dests << /older [{pages[0]} 0 R /Fit] >> " +
                $"/Names << /Dests << /Kids [<< /Names [(named) << /D [{pages[2]} 0 R /XYZ 0 0 0] >>] >>] >> >>";
        });

        Assert.Equal(
            [new OutlineItem("预算", 1, 2), new OutlineItem("inner", 2, 3), new OutlineItem("old", 1, 1), new OutlineItem("web", 1, null)],
            document.Outline);
    }

    [Fact]
    public void Outline_None_IsEmpty() => Assert.Empty(Open(static (_, _) => { }).Outline);

    [Fact]
    public void Attachments_EmbeddedFiles_AreDecoded()
    {
        var document = Open(static (builder, _) =>
        {
            var file = builder.AddStream("/Type /EmbeddedFile /Filter /FlateDecode", PdfBuilder.Deflate("a,b\n1,2\n"u8));
            builder.CatalogEntries =
                $"/Names << /EmbeddedFiles << /Names [(key) << /Type /Filespec /F (a.csv) /UF <FEFF98847B97002E006300730076> /EF << /F " +
                $"{file} 0 R >> >>] >> >>";
        });

        var attachment = Assert.Single(document.Attachments);
        Assert.Equal("预算.csv", attachment.Name);
        Assert.Equal("a,b\n1,2\n", Encoding.UTF8.GetString(attachment.Read().Span));
    }

    [Fact]
    public void Label_Ranges_CountInTheirStyle()
    {
        var document = Open(static (builder, _) => builder.CatalogEntries =
            "/PageLabels << /Nums [0 << /S /r >> 4 << /S /D /St 9 >> 6 << /S /A /P (A-) /St 26 >> 8 << /P (back) >>] >>", 9);
        Assert.Equal(
            ["i", "ii", "iii", "iv", "9", "10", "A-Z", "A-AA", "back"],
            Enumerable.Range(1, 9).Select(number => document.GetPage(number).Label));
    }

    [Fact]
    public void Label_None_IsTheNumber() => Assert.Equal("2", Open(static (_, _) => { }).GetPage(2).Label);

    [Fact]
    public void Open_Stream_IsReadToItsEnd()
    {
        using var stream = new MemoryStream(PdfBuilder.SinglePage("q Q"), writable: false);
        Assert.Equal(1, PdfDocument.Open(stream).PageCount);
    }

    [Fact]
    public void Read_Letters_TellFontAndColour()
    {
        var page = ReadPage.Of("BT /F0 10 Tf 1 0 0 rg 20 50 Td (a) Tj 0 0 1 rg (b) Tj ET");
        Assert.Equal([("Helvetica", 0xFF0000), ("Helvetica", 0x0000FF)], page.Glyphs.Select(static glyph => (glyph.FontName, glyph.Rgb)));
    }
}
