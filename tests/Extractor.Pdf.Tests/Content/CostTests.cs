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
