using System.Text;
using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Content;

public sealed class CostTests
{
    [Fact]
    public void Read_MoreGlyphsAndLines_AllocateNoMoreObjects()
    {
        // The first reading fills the pools and the fonts.
        var few = PdfDocument.Open(Page(20)).GetPage(1);
        var many = PdfDocument.Open(Page(400)).GetPage(1);
        Allocated(few);
        Allocated(many);
        Assert.InRange(Allocated(many) - Allocated(few), long.MinValue, 16 * 1024);
    }

    [Fact]
    public void Read_FormOnEachOfManyPages_IsChargedOnce()
    {
        // A letterhead of 100 KB on 300 pages: 30 MB if it were decoded for each.
        var builder = new PdfBuilder { Compresses = true };
        var form = builder.AddStream("/Type /XObject /Subtype /Form /BBox [0 0 200 100]", new string(' ', 100_000) + "0 0 m 9 9 l S");
        for (var page = 0; page < 300; page++)
        {
            builder.AddPage("/X0 Do", $"/XObject << /X0 {form} 0 R >>");
        }

        var document = PdfDocument.Open(builder.Build(), new PdfLimits { MaximumDecodedBytes = 4 * 1024 * 1024 });
        for (var page = 1; page <= document.PageCount; page++)
        {
            using var content = document.GetPage(page).Read();
            Assert.Empty(content.Faults);
        }
    }

    private static long Allocated(PdfPage page)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        using (page.Read())
        {
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[] Page(int lines)
    {
        var content = new StringBuilder("BT /F0 1 Tf ");
        for (var i = 0; i < lines; i++)
        {
            content.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"1 0 0 1 10 {i} Tm (one two three 1,234.56) Tj [(a) -500 <6263>] TJ ");
        }

        content.Append("ET 0.5 w ");
        for (var i = 0; i < lines; i++)
        {
            content.Append(System.Globalization.CultureInfo.InvariantCulture, $"q 0 0 0 rg 0 {i} 500 0.2 re f {i} 0 m {i} 800 l S Q ");
        }

        return PdfBuilder.SinglePage(content.ToString(), ReadPage.Helvetica, "/MediaBox [0 0 600 800]");
    }
}
