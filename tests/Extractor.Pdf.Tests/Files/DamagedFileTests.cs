using System.Text;
using Extractor.Pdf.Objects;
using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Files;

public sealed class DamagedFileTests
{
    [Theory]
    [InlineData(0, "startxref", "startxxxx")]
    [InlineData(0, "\nxref", "\nxxxx")]
    [InlineData(0, "trailer", "trxxxxx")]
    [InlineData(0, "/Root", "/Rxxx")]
    [InlineData(1, "/XRef", "/XXXX")]
    [InlineData(1, "/W [1 4 2]", "/W [0 0 0]")]
    [InlineData(1, "/W [1 4 2]", "/W [9 9 9]")]
    [InlineData(1, "startxref", "startxxxx")]
    [InlineData(2, "startxref", "startxxxx")]
    [InlineData(2, "/XRef", "/XXXX")]
    [InlineData(0, "%PDF-1.7", "%XXX-1.7")]
    [InlineData(0, "endobj", "      ")]
    [InlineData(0, "endstream", "         ")]
    [InlineData(0, "/Count 2", "/Count 9")]
    [InlineData(0, "/Type /Pages", "/Type /Xages")]
    [InlineData(0, "/Type /Catalog", "/Type /Xatalog")]
    [InlineData(0, "<< /Type /Catalog", "<< /Type /Catalog << << >> >")]
    public void Open_StructureDamaged_GivesPagesAndContents(int form, string sound, string damaged)
    {
        var builder = new PdfBuilder { Form = (CrossReferenceForm)form };
        builder.AddPage("(first) Tj");
        builder.AddPage("(second) Tj");
        var text = Encoding.Latin1.GetString(builder.Build());
        Assert.Contains(sound, text, StringComparison.Ordinal);
        var document = PdfDocument.Open(PdfBuilder.Latin1(text.Replace(sound, damaged, StringComparison.Ordinal)));

        Assert.Equal(2, document.PageCount);
        Assert.StartsWith("(first) Tj", CrossReferenceTests.ContentOf(document, 1), StringComparison.Ordinal);
        Assert.StartsWith("(second) Tj", CrossReferenceTests.ContentOf(document, 2), StringComparison.Ordinal);
        Assert.Equal((200.0, 100.0), (document.GetPage(2).Width, document.GetPage(2).Height));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Open_BytesInsertedInTheMiddle_FindsObjectsWhereTheyAre(int form)
    {
        var builder = new PdfBuilder { Form = (CrossReferenceForm)form };
        builder.AddPage("(first) Tj");
        builder.AddPage("(second) Tj");
        var text = Encoding.Latin1.GetString(builder.Build());
        var middle = text.IndexOf("endobj", StringComparison.Ordinal) + 7;
        var document = PdfDocument.Open(PdfBuilder.Latin1(text.Insert(middle, "% something\n")));

        Assert.Equal("(second) Tj", CrossReferenceTests.ContentOf(document, 2));
        Assert.NotEmpty(document.Faults);
    }

    [Fact]
    public void Open_OneEntryOfTheTableWrong_FindsThatObject()
    {
        var text = Encoding.Latin1.GetString(PdfBuilder.SinglePage("(one) Tj"));
        var entry = CrossReferenceTests.StartOfTable(text) + "xref\n0 5\n".Length + 40;
        var document = PdfDocument.Open(PdfBuilder.Latin1(text.Remove(entry, 10).Insert(entry, "0000000003")));

        Assert.Equal("(one) Tj", CrossReferenceTests.ContentOf(document, 1));
        Assert.False(document.File.IsRebuilt);
        Assert.Single(document.Faults);
    }

    [Theory]
    [InlineData("/Length 8", "/Length 3")]
    [InlineData("/Length 8", "/Length 9999999")]
    [InlineData("/Length 8", "/Length -1")]
    [InlineData("/Length 8", "/Length 77 0 R")]
    [InlineData("/Length 8", "/Length 2 0 R")]
    [InlineData("/Length 8", "/Nothing 8")]
    [InlineData("stream\n(one)", "stream\r\n(one)")]
    [InlineData("stream\n(one)", "stream\r(one)")]
    [InlineData("stream\n(one)", "stream  \n(one)")]
    public void RawBytes_LengthOrLineEndWrong_AreThoseBeforeEndstream(string sound, string odd)
    {
        var text = Encoding.Latin1.GetString(PdfBuilder.SinglePage("(one) Tj"));
        Assert.Contains(sound, text, StringComparison.Ordinal);
        var document = PdfDocument.Open(PdfBuilder.Latin1(text.Replace(sound, odd, StringComparison.Ordinal)));

        Assert.Equal("(one) Tj", CrossReferenceTests.ContentOf(document, 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Open_CutAnywhere_GivesPagesOrNamedException(int form)
    {
        var builder = new PdfBuilder { Form = (CrossReferenceForm)form, Compresses = true };
        for (var page = 0; page < 5; page++)
        {
            builder.AddPage($"({page}) Tj");
        }

        var file = builder.Build();
        var most = 0;
        for (var length = 0; length < file.Length; length++)
        {
            try
            {
                var document = PdfDocument.Open(file.AsMemory(0, length));
                most = Math.Max(most, document.PageCount);
            }
            catch (PdfFormatException exception)
            {
                Assert.NotEmpty(exception.Message);
            }
        }

        Assert.Equal(5, most);
    }

    [Fact]
    public void Open_CutBeforeThePageTree_GivesPagesThatStandInTheFile()
    {
        var builder = new PdfBuilder();
        builder.AddPage("(first) Tj");
        builder.AddPage("(second) Tj");
        builder.Set(builder.PagesNumber, "null");
        var text = Encoding.Latin1.GetString(builder.Build());
        text = text[..text.IndexOf("/Catalog", StringComparison.Ordinal)];
        var document = PdfDocument.Open(PdfBuilder.Latin1(text));

        Assert.Equal(2, document.PageCount);
        Assert.Equal("(second) Tj", CrossReferenceTests.ContentOf(document, 2));
    }

    [Fact]
    public void GetPage_ObjectLostByTheCut_ThrowsForThatPageOnly()
    {
        var builder = new PdfBuilder();
        builder.AddPage("(first) Tj");
        builder.AddPage("(second) Tj");
        var extra = builder.Add($"<< /Type /Catalog /Pages {builder.PagesNumber} 0 R >>");
        builder.Set(builder.PagesNumber, "<< /Type /Pages /Kids [3 0 R 99 0 R] /Count 2 >>");
        builder.Catalog = extra;
        var document = PdfDocument.Open(builder.Build());

        Assert.Equal(2, document.PageCount);
        Assert.Equal("(first) Tj", CrossReferenceTests.ContentOf(document, 1));
        var thrown = Assert.Throws<PdfFormatException>(() => document.GetPage(2));
        Assert.Contains("page 2", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GetObject_ReferencesInACycle_IsNull()
    {
        var builder = new PdfBuilder();
        var first = builder.Reserve();
        var second = builder.Add($"{first} 0 R");
        builder.Set(first, $"{second} 0 R");
        builder.AddPage("q Q");
        var document = PdfDocument.Open(builder.Build());

        Assert.Same(PdfNull.Instance, document.File.GetObject(first));
    }

    [Fact]
    public void GetObject_ObjectStreamThatHoldsItsOwnLength_IsReadByItsEnd()
    {
        const string Body = "7 0 8 2\n9 (x)";
        var builder = new PdfBuilder();
        var page = builder.AddPage("q Q");
        Assert.Equal(3, page);
        var text = Encoding.Latin1.GetString(builder.Build()).Replace("startxref", "startxxxx", StringComparison.Ordinal)
            + $"6 0 obj\n<< /Type /ObjStm /N 2 /First 8 /Length 7 0 R >>\nstream\n{Body}\nendstream\nendobj\n";
        var document = PdfDocument.Open(PdfBuilder.Latin1(text));

        Assert.Equal("(x)", document.File.GetObject(8).ToString());
    }

    [Fact]
    public void GetObject_DeepChainOfObjectStreams_EndsInNull()
    {
        // Each object stream takes its length from an object of the next.
        var builder = new PdfBuilder { Form = CrossReferenceForm.Stream };
        builder.AddPage("q Q");
        var text = new StringBuilder(Encoding.Latin1.GetString(builder.Build())
            .Replace("startxref", "startxxxx", StringComparison.Ordinal));
        for (var link = 0; link < 5000; link++)
        {
            var number = 100 + (2 * link);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number} 0 obj\n<< /Type /ObjStm /N 1 /First 8 /Length " +
                $"{number + 3} 0 R >>\nstream\n{number + 1,-5} 0 \n5\nendstream\nendobj\n");
        }

        var document = PdfDocument.Open(PdfBuilder.Latin1(text.ToString()));
        Assert.Equal(1, document.PageCount);
    }

    [Fact]
    public void Rebuild_ObjectDefinedTwice_LaterDefinitionCounts()
    {
        var text = Encoding.Latin1.GetString(PdfBuilder.SinglePage("(one) Tj")).Replace("startxref", "startxxxx", StringComparison.Ordinal)
            + "2 0 obj\n<< /Length 8 >>\nstream\n(two) Tj\nendstream\nendobj\n";

        Assert.Equal("(two) Tj", CrossReferenceTests.ContentOf(PdfDocument.Open(PdfBuilder.Latin1(text)), 1));
    }

    [Fact]
    public void Rebuild_LengthThatReachesOverOtherObjects_LosesNone()
    {
        var text = Encoding.Latin1.GetString(PdfBuilder.SinglePage("(one) Tj")).Replace("startxref", "startxxxx", StringComparison.Ordinal);
        var data = text.IndexOf("(one) Tj", StringComparison.Ordinal);
        var last = text.LastIndexOf("endobj", StringComparison.Ordinal);
        var document = PdfDocument.Open(PdfBuilder.Latin1(text.Replace("/Length 8", $"/Length {last - data + 2}",
            StringComparison.Ordinal)));

        Assert.Equal(1, document.PageCount);
        Assert.Equal((200.0, 100.0), (document.GetPage(1).Width, document.GetPage(1).Height));
    }

    [Fact]
    public void Rebuild_ObjectStreamCutShort_DoesNotHideWholeObjects()
    {
        var text = Encoding.Latin1.GetString(PdfBuilder.SinglePage("(one) Tj")).Replace("startxref", "startxxxx", StringComparison.Ordinal)
            + "9 0 obj\n<< /Type /ObjStm /N 2 /First 10 /Length 14 >>\nstream\n7 0 3 900 null\nendstream\nendobj\n";

        Assert.Equal("(one) Tj", CrossReferenceTests.ContentOf(PdfDocument.Open(PdfBuilder.Latin1(text)), 1));
    }

    [Fact]
    public void Rebuild_ObjectHeaderInsideStreamData_IsNoObject()
    {
        var inner = "%PDF-1.4\n2 0 obj\n<< /Length 2 >>\nstream\nno\nendstream\nendobj\n";
        var builder = new PdfBuilder();
        builder.AddPage("(one) Tj");
        builder.AddStream("/Type /EmbeddedFile", inner);
        var text = Encoding.Latin1.GetString(builder.Build()).Replace("startxref", "startxxxx", StringComparison.Ordinal);

        Assert.Equal("(one) Tj", CrossReferenceTests.ContentOf(PdfDocument.Open(PdfBuilder.Latin1(text)), 1));
    }
}
