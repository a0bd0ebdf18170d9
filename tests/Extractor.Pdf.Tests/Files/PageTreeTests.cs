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
        var document = PdfDocument.Open(builder.Build());

        Assert.Equal(2, document.PageCount);
        Assert.False(document.File.IsRebuilt);
        Assert.Equal((200.0, 100.0, 0), Size(document.GetPage(1)));
        Assert.Equal((400.0, 300.0, 90), Size(document.GetPage(2)));
        using var contents = document.GetPage(2).Dictionary.DecodeContents();
        Assert.Equal("BT (two) Tj ET"u8.ToArray(), contents.Span.ToArray());
    }

    [Fact]
    public void GetPage_AttributesOfNodesAbove_AreInherited()
    {
        var builder = new PdfBuilder { PagesEntries = "/MediaBox [0 0 300 400] /Rotate 90 /Resources << /Font << /F1 9 0 R >> >>" };
        builder.AddPageWith(string.Empty);
        builder.AddPageWith("/MediaBox [0 0 50 60] /Rotate 0 /Resources << >>");
        var document = PdfDocument.Open(builder.Build());

        Assert.Equal((400.0, 300.0, 90), Size(document.GetPage(1)));
        Assert.NotNull(document.GetPage(1).Dictionary.Resources.Get("Font") ?? document.GetPage(1).Dictionary.Resources.RawGet("Font"));
        Assert.Equal((50.0, 60.0, 0), Size(document.GetPage(2)));
        Assert.Equal(0, document.GetPage(2).Dictionary.Resources.Count);
    }

    [Theory]
    [InlineData("/MediaBox [0 0 200 100] /CropBox [10 20 110 70]", 100, 50, 0)]
    [InlineData("/MediaBox [200 100 0 0]", 200, 100, 0)]
    [InlineData("/MediaBox [0 0 200 100] /CropBox [-50 -50 500 500]", 200, 100, 0)]
    [InlineData("/MediaBox [0 0 200 100] /CropBox [300 300 400 400]", 200, 100, 0)]
    [InlineData("/MediaBox [0 0 200 100] /CropBox [0 0 0 0]", 200, 100, 0)]
    [InlineData("/MediaBox [0 0 200 100] /Rotate -90", 100, 200, 270)]
    [InlineData("/MediaBox [0 0 200 100] /Rotate 450", 100, 200, 90)]
    [InlineData("/MediaBox [0 0 200 100] /Rotate 180", 200, 100, 180)]
    [InlineData("/MediaBox [0 0 200 100] /Rotate 45", 200, 100, 0)]
    [InlineData("/MediaBox [0 0 200 100] /Rotate 9e99", 200, 100, 0)]
    [InlineData("/MediaBox [0 0 200 100] /UserUnit 2.5", 500, 250, 0)]
    [InlineData("/MediaBox [0 0 200 100] /UserUnit -1", 200, 100, 0)]
    [InlineData("/MediaBox [0 0 200]", 612, 792, 0)]
    [InlineData("/MediaBox [0 0 0 0]", 612, 792, 0)]
    [InlineData("/MediaBox 7", 612, 792, 0)]
    [InlineData("", 612, 792, 0)]
    [InlineData("/MediaBox [0.5 0.25 200.5 100.25]", 200, 100, 0)]
    public void GetPage_Boxes_GiveUprightSize(string entries, double width, double height, int rotation)
    {
        var builder = new PdfBuilder();
        builder.AddPageWith(entries);
        Assert.Equal((width, height, rotation), Size(PdfDocument.Open(builder.Build()).GetPage(1)));
    }

    [Fact]
    public void Open_KidsInACycle_EachPageOnce()
    {
        var builder = new PdfBuilder();
        var page = builder.AddPage("q Q");
        var node = builder.Reserve();
        builder.Set(node, $"<< /Type /Pages /Kids [{builder.PagesNumber} 0 R {page} 0 R {node} 0 R] >>");
        builder.Set(builder.PagesNumber, $"<< /Type /Pages /Kids [{node} 0 R] /Parent {node} 0 R >>");

        Assert.Equal(1, PdfDocument.Open(builder.Build()).PageCount);
    }

    [Fact]
    public void Open_NodesWithoutTypes_AreToldByTheirKids()
    {
        var builder = new PdfBuilder();
        var first = builder.Add("<< /MediaBox [0 0 1 2] >>");
        var second = builder.Add("<< /MediaBox [0 0 3 4] >>");
        var inner = builder.Add($"<< /Kids [{second} 0 R] >>");
        builder.Set(builder.PagesNumber, $"<< /Kids [{first} 0 R {inner} 0 R null 7 (x)] >>");
        var document = PdfDocument.Open(builder.Build());

        Assert.Equal(2, document.PageCount);
        Assert.Equal(4, document.GetPage(2).Height);
    }

    [Theory]
    [InlineData("[98 0 R {0} 99 0 R]", 21, "----------+----------")]
    [InlineData("[98 0 R {0} 99 0 R]", 20, "----------+---------")]
    [InlineData("[98 0 R {0} 99 0 R]", 5, "--+--")]
    [InlineData("[98 0 R {0} 99 0 R]", 4, "--+-")]
    [InlineData("[98 0 R {0} 99 0 R]", 3, "-+-")]
    [InlineData("[98 0 R {0} 99 0 R]", 1, "-+-")]
    [InlineData("[98 0 R {0} 99 0 R]", int.MaxValue, "-+-")]
    [InlineData("[98 0 R {0} 99 0 R]", int.MinValue, "-+-")]
    [InlineData("[{0}]", 5, "+")]
    public void Open_NodesLost_PagesBehindKeepTheirNumbers(string kids, int count, string expected)
    {
        var builder = new PdfBuilder();
        var page = builder.AddPage("q Q");
        builder.Set(builder.PagesNumber,
            $"<< /Type /Pages /Kids {kids.Replace("{0}", $"{page} 0 R", StringComparison.Ordinal)} /Count {count} >>");
        var document = PdfDocument.Open(builder.Build());
        var states = string.Concat(Enumerable.Range(1, document.PageCount).Select(number => IsReadable(document, number) ? '+' : '-'));

        Assert.Equal(expected, states);
    }

    [Fact]
    public void Open_TreeDeeperThanTheLimit_ThrowsLimit()
    {
        var builder = new PdfBuilder();
        var node = builder.AddPage("q Q");
        for (var level = 0; level < 100; level++)
        {
            node = builder.Add($"<< /Type /Pages /Kids [{node} 0 R] >>");
        }

        builder.Set(builder.PagesNumber, $"<< /Type /Pages /Kids [{node} 0 R] >>");
        Assert.Throws<PdfLimitException>(() => PdfDocument.Open(builder.Build()));
    }

    [Fact]
    public void Open_MorePagesThanTheLimit_ThrowsLimit()
    {
        var builder = new PdfBuilder();
        var page = builder.AddPage("q Q");
        builder.Set(builder.PagesNumber, $"<< /Type /Pages /Kids [{string.Concat(Enumerable.Repeat($"{page} 0 R ", 50))}] >>");
        var file = builder.Build();

        Assert.Equal(50, PdfDocument.Open(file).PageCount);
        Assert.Throws<PdfLimitException>(() => PdfDocument.Open(file, new PdfLimits { MaximumPages = 49 }));
    }

    [Fact]
    public void DecodeContents_SeveralStreams_AreJoinedByWhiteSpace()
    {
        var builder = new PdfBuilder { Compresses = true };
        var first = builder.AddStream(string.Empty, "q 1 0 0 1");
        var second = builder.AddStream(string.Empty, "5 5 cm Q");
        builder.AddPageWith($"/Contents [{first} 0 R {second} 0 R 99 0 R null]");

        Assert.Equal("q 1 0 0 1\n5 5 cm Q\n", CrossReferenceTests.ContentOf(PdfDocument.Open(builder.Build()), 1));
    }

    [Fact]
    public void GetPage_NumberOutsideTheDocument_Throws()
    {
        var document = PdfDocument.Open(PdfBuilder.SinglePage("q Q"));
        Assert.Throws<ArgumentOutOfRangeException>(() => document.GetPage(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => document.GetPage(2));
    }

    [Theory]
    [InlineData("[[[[[[[[[[ 1 ]]]]]]]]]]")]
    [InlineData("<< /Title [[[[[[[[[[ 1 ]]]]]]]]]] >>")]
    public void Information_BeyondTheLimits_IsEmptyAndTold(string information)
    {
        var builder = new PdfBuilder();
        builder.AddPage("q Q");
        builder.TrailerEntries = $"/Info {builder.Add(information)} 0 R";
        var document = PdfDocument.Open(builder.Build(), new PdfLimits { MaximumDepth = 9 });

        Assert.Equal((null, true), (document.Information.Producer, document.Information.Fault is not null));
        Assert.Contains(document.Faults, static fault => fault.StartsWith("The document information", StringComparison.Ordinal));
    }

    [Fact]
    public void Information_EntriesOfTheTrailer_AreText()
    {
        var builder = new PdfBuilder();
        builder.AddPage("q Q");
        var information = builder.Add("<< /Title <FEFF9884 7B97> /Producer (Writer) /Author () >>");
        builder.TrailerEntries = $"/Info {information} 0 R";

        Assert.Equal(new DocumentInformation("预算", null, null, "Writer"), PdfDocument.Open(builder.Build()).Information);
    }

    private static bool IsReadable(PdfDocument document, int number)
    {
        try
        {
            document.GetPage(number);
            return true;
        }
        catch (PdfFormatException)
        {
            return false;
        }
    }

    private static (double Width, double Height, int Rotation) Size(PdfPage page) => (page.Width, page.Height, page.Rotation);
}
