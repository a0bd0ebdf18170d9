using System.Globalization;
using System.Text;
using Extractor.Pdf.Objects;
using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Files;

public sealed class CrossReferenceTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Open_JunkBeforeHeader_CountsOffsetsFromHeader(int form)
    {
        var builder = new PdfBuilder { Form = (CrossReferenceForm)form, Junk = "\r\n\r\nHTTP/1.1 200 OK\r\n\r\n" };
        builder.AddPage("(one) Tj");
        var document = PdfDocument.Open(builder.Build());

        Assert.False(document.File.IsRebuilt);
        Assert.Empty(document.Faults);
        Assert.Equal("(one) Tj", ContentOf(document, 1));
    }

    [Fact]
    public void Open_JunkBeforeHeaderCountedByOffsets_IsRead()
    {
        var file = Build("(one) Tj");
        string junk = new('x', 40);
        var text = Encoding.Latin1.GetString(file);
        var start = StartOfTable(text);
        var shifted = new StringBuilder(junk + text[..start]);
        foreach (var line in text[start..].Split('\n'))
        {
            shifted.Append(line.EndsWith(" n ", StringComparison.Ordinal)
                ? string.Create(CultureInfo.InvariantCulture,
                    $"{int.Parse(line[..10], CultureInfo.InvariantCulture) + 40:0000000000} 00000 n ")
                : line == start.ToString(CultureInfo.InvariantCulture) ? (start + 40).ToString(CultureInfo.InvariantCulture) : line)
                    .Append('\n');
        }

        Assert.Equal("(one) Tj", ContentOf(PdfDocument.Open(PdfBuilder.Latin1(shifted.ToString())), 1));
    }

    [Fact]
    public void Open_IncrementalUpdate_NewestObjectCounts()
    {
        var file = Append(Build("(old) Tj"), [(2, Stream("(new) Tj"))], []);
        var document = PdfDocument.Open(file);

        Assert.False(document.File.IsRebuilt);
        Assert.Equal("(new) Tj", ContentOf(document, 1));
    }

    [Fact]
    public void Open_IncrementalUpdateThatFreesAnObject_ObjectIsNull()
    {
        var file = Append(Build("(old) Tj"), [], [2]);
        var document = PdfDocument.Open(file);

        Assert.Same(PdfNull.Instance, document.File.GetObject(2));
        Assert.Empty(document.GetPage(1).Dictionary.ContentStreams());
    }

    [Fact]
    public void Open_ManyUpdates_OldestObjectsAreFound()
    {
        var file = Build("(old) Tj");
        for (var update = 0; update < 30; update++)
        {
            file = Append(file, [(50 + update, $"({update})")], []);
        }

        var document = PdfDocument.Open(file);
        Assert.False(document.File.IsRebuilt);
        Assert.Equal("(old) Tj", ContentOf(document, 1));
        Assert.Equal("(29)", document.File.GetObject(79).ToString());
    }

    [Fact]
    public void Open_PreviousSectionsInACycle_IsRead()
    {
        var text = Encoding.Latin1.GetString(Build("(one) Tj"));
        var start = StartOfTable(text);
        text = text.Replace("trailer\n<< ", $"trailer\n<< /Prev {start} ", StringComparison.Ordinal);

        Assert.Equal("(one) Tj", ContentOf(PdfDocument.Open(PdfBuilder.Latin1(text)), 1));
    }

    [Fact]
    public void Open_HybridFile_ReadsObjectsHiddenFromTheTable()
    {
        // 7.5.8.4: the content stream's length stands in an object stream that only the cross-reference stream tells of.
        var text = new StringBuilder("%PDF-1.5\n");
        var offsets = new int[10];
        AddObject(1, "<< /Type /Catalog /Pages 2 0 R >>");
        AddObject(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        AddObject(3, "<< /Type /Page /Parent 2 0 R /MediaBox 6 0 R /Contents 4 0 R >>");
        AddObject(4, Stream("(hybrid) Tj"));
        AddObject(5, "<< /Type /ObjStm /N 1 /First 4 /Length 17 >>\nstream\n6 0 [0 0 321 123] \nendstream");
        byte[] rows =
        [
            0, 0, 0, 0,
            1, (byte)(offsets[5] >> 8), (byte)offsets[5], 0,
            2, 0, 5, 0,
        ];
        AddObject(7, $"<< /Type /XRef /Size 8 /W [1 2 1] /Index [0 1 5 2] /Filter /ASCIIHexDecode /Length 24 " +
            $">>\nstream\n{Convert.ToHexString(rows)}\nendstream");
        var table = text.Length;
        text.Append("xref\n0 8\n0000000000 65535 f \n");
        for (var number = 1; number <= 7; number++)
        {
            text.Append(number is 5 or 6
                ? "0000000000 00000 f \n"
                : string.Create(CultureInfo.InvariantCulture, $"{offsets[number]:0000000000} 00000 n \n"));
        }

        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size 8 /Root 1 0 R /XRefStm {offsets[7]} >>\nstartxref\n{table}\n%%EOF\n");
        var document = PdfDocument.Open(PdfBuilder.Latin1(text.ToString()));

        Assert.False(document.File.IsRebuilt);
        Assert.Equal((321.0, 123.0), (document.GetPage(1).Width, document.GetPage(1).Height));
        Assert.Equal("(hybrid) Tj", ContentOf(document, 1));

        void AddObject(int number, string body)
        {
            offsets[number] = text.Length;
            text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }
    }

    [Fact]
    public void Open_TableThatNumbersTheFreeHeadAsOne_IsRead()
    {
        var text = Encoding.Latin1.GetString(Build("(one) Tj")).Replace("xref\n0 ", "xref\n1 ", StringComparison.Ordinal);
        var document = PdfDocument.Open(PdfBuilder.Latin1(text));

        Assert.Empty(document.Faults);
        Assert.Equal("(one) Tj", ContentOf(document, 1));
    }

    [Theory]
    [InlineData(" n \n", " n\n")]
    [InlineData(" n \n", " n\r")]
    [InlineData(" n \n", " n   \r\n")]
    public void Open_EntriesOfOtherLengths_AreRead(string ending, string other)
    {
        var document = PdfDocument.Open(PdfBuilder.Latin1(Encoding.Latin1.GetString(Build("(one) Tj"))
            .Replace(ending, other, StringComparison.Ordinal)));

        Assert.Empty(document.Faults);
        Assert.Equal("(one) Tj", ContentOf(document, 1));
    }

    [Fact]
    public void Open_MoreObjectsThanTheLimit_ThrowsLimit()
    {
        var file = Build("q Q");
        Assert.Throws<PdfLimitException>(() => PdfDocument.Open(file, new PdfLimits { MaximumObjects = 3 }));
        var damaged = Encoding.Latin1.GetString(file).Replace("startxref", "startxxxx", StringComparison.Ordinal);
        Assert.Throws<PdfLimitException>(() => PdfDocument.Open(PdfBuilder.Latin1(damaged), new PdfLimits { MaximumObjects = 3 }));
    }

    [Fact]
    public void Open_Linearized_ReadsBothSections()
    {
        // Annex F: startxref leads to the section of the first page, whose /Prev is the main section behind it.
        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new int[6];
        AddObject(5, "<< /Linearized 1 /L 1000 /N 1 /O 3 /E 500 /T 600 >>");
        var first = text.Length;
        const string Gap = "0000000000 00000 n \n";
        text.Append("xref\n3 3\n" + Gap + Gap + Gap + "trailer\n<< /Size 6 /Root 4 0 R /Prev 0000000000 >>\nstartxref\n0\n%%EOF\n");
        AddObject(4, "<< /Type /Catalog /Pages 1 0 R >>");
        AddObject(3, "<< /Type /Page /Parent 1 0 R /Contents 2 0 R >>");
        AddObject(1, "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 10 20] >>");
        AddObject(2, Stream("(linear) Tj"));
        var main = text.Length;
        text.Append(CultureInfo.InvariantCulture,
            $"xref\n0 3\n0000000000 65535 f \n{offsets[1]:0000000000} 00000 n \n{offsets[2]:0000000000} 00000 n \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size 3 >>\nstartxref\n{first}\n%%EOF\n");
        var entries = string.Concat(Enumerable.Range(3, 3).Select(number =>
            string.Create(CultureInfo.InvariantCulture, $"{offsets[number]:0000000000} 00000 n \n")));
        var file = text.ToString().Replace(Gap + Gap + Gap, entries, StringComparison.Ordinal)
            .Replace("/Prev 0000000000", string.Create(CultureInfo.InvariantCulture, $"/Prev {main:0000000000}"), StringComparison.Ordinal);
        var document = PdfDocument.Open(PdfBuilder.Latin1(file));

        Assert.Empty(document.Faults);
        Assert.Equal(20, document.GetPage(1).Height);
        Assert.Equal("(linear) Tj", ContentOf(document, 1));

        void AddObject(int number, string body)
        {
            offsets[number] = text.Length;
            text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }
    }

    internal static string ContentOf(PdfDocument document, int page)
    {
        using var contents = document.GetPage(page).Dictionary.DecodeContents();
        return Encoding.Latin1.GetString(contents.Span);
    }

    internal static int StartOfTable(string text) => text.LastIndexOf("\nxref", StringComparison.Ordinal) + 1;

    private static byte[] Build(string content) => PdfBuilder.SinglePage(content);

    private static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    /// <summary>Adds an update (7.5.6).</summary>
    private static byte[] Append(byte[] file, IEnumerable<(int Number, string Body)> objects, IEnumerable<int> freed)
    {
        var old = Encoding.Latin1.GetString(file);
        var lastStart = old.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10;
        var previous = old[lastStart..old.IndexOf('\n', lastStart)];
        var trailer = old.LastIndexOf("/Root", StringComparison.Ordinal);
        var root = old[trailer..old.IndexOf('R', trailer + 5)] + "R";
        var text = new StringBuilder(old);
        var sections = new StringBuilder();
        foreach ((var number, var body) in objects)
        {
            sections.Append(CultureInfo.InvariantCulture, $"{number} 1\n{text.Length:0000000000} 00000 n \n");
            text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }

        foreach (var number in freed)
        {
            sections.Append(CultureInfo.InvariantCulture, $"{number} 1\n0000000000 00001 f \n");
        }

        var start = text.Length;
        text.Append(CultureInfo.InvariantCulture,
            $"xref\n{sections}trailer\n<< /Size 100 {root} /Prev {previous} >>\nstartxref\n{start}\n%%EOF\n");
        return PdfBuilder.Latin1(text.ToString());
    }
}
