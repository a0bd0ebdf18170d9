using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Files;

public sealed class LazyReadingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Open_FiveMegabytesOfThreeThousandObjects_AllocatesAFractionOfThem(int form)
    {
        var builder = new PdfBuilder { Form = (CrossReferenceForm)form };
        var data = new byte[5_000];
        new Random(1).NextBytes(data);
        for (var page = 0; page < 1_000; page++)
        {
            var contents = builder.AddStream(string.Empty, data);
            var font = builder.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
            builder.AddPageWith($"/Contents {contents} 0 R /Resources << /Font << /F {font} 0 R >> >> /MediaBox [0 0 200 100]");
        }

        var file = builder.Build();
        Assert.True(file.Length > 5_000_000);
        PdfDocument.Open(file);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var document = PdfDocument.Open(file);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(1_000, document.PageCount);
        Assert.True(allocated < 2_000_000, $"{allocated} bytes");
    }

    [Fact]
    public void RawBytes_OfAStream_AreASliceOfTheFile()
    {
        var file = PdfBuilder.SinglePage("(one) Tj");
        var raw = PdfDocument.Open(file).GetPage(1).Dictionary.ContentStreams()[0].RawBytes;

        file[file.AsSpan().IndexOf("(one)"u8) + 1] = (byte)'O';
        Assert.Equal("(One) Tj"u8.ToArray(), raw.ToArray());
    }
}
