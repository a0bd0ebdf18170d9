using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Files;

public sealed class PageTreeTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Open_EachFormOfCrossReference_GivesPagesAndContents(int form)
    {
        var builder = new PdfBuilder { Form = (CrossReferenceForm)form, Compresses = true };
        builder.AddPage("BT (one) Tj ET");
        builder.AddPage("BT (two) Tj ET", pageEntries: "/MediaBox [0 0 300 400] /Rotate 90");
        PdfDocument document = PdfDocument.Open(builder.Build());

        Assert.Equal(2, document.PageCount);
        Assert.False(document.File.IsRebuilt);
        Assert.Equal((200.0, 100.0, 0), Size(document.GetPage(1)));
        Assert.Equal((400.0, 300.0, 90), Size(document.GetPage(2)));
        using var contents = document.GetPage(2).DecodeContents();
        Assert.Equal("BT (two) Tj ET"u8.ToArray(), contents.Span.ToArray());
    }

    private static (double Width, double Height, int Rotation) Size(PdfPage page) => (page.Width, page.Height, page.Rotation);
}
