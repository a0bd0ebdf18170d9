using System.Globalization;
using System.IO.Compression;
using System.Text;
using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Hostile;

/// <summary>Small files that ask for much.</summary>
internal static class Bombs
{
    private const int Megabyte = 1024 * 1024;

    public static IReadOnlyDictionary<string, Func<byte[]>> All { get; } = new SortedDictionary<string,
        Func<byte[]>>(StringComparer.Ordinal)
    {
        ["content inflates to 60 MB of zeros"] = () => Page(Deflated(Zeros(60)), "/Filter /FlateDecode"),
        ["content inflates to 80 MB"] = () => Page(Deflated(Zeros(80)), "/Filter /FlateDecode"),
        ["content inflates twice"] = () => Page(Deflated(Deflated(Zeros(80))), "/Filter [/FlateDecode /FlateDecode]"),
        ["content inflates eight times"] = () =>
            Page(Enumerable.Range(0, 8).Aggregate(Zeros(60), (data, _) => Deflated(data)), $"/Filter [{Repeat("/FlateDecode ", 8)}]"),
        ["content is LZW of 60 MB"] = () => Page(Encoders.Lzw(Zeros(8), 1), "/Filter [/LZWDecode /RunLengthDecode]"),
        ["content is nothing but save and restore"] = () =>
            Page(Deflated(PdfBuilder.Latin1(Repeat("q Q ", 15_000_000))), "/Filter /FlateDecode"),
        ["content saves without end"] = () => Page(Deflated(PdfBuilder.Latin1(Repeat("q ", 30_000_000))), "/Filter /FlateDecode"),
        ["content is one array"] = () => Page(Deflated(PdfBuilder.Latin1("[" + Repeat("1 ", 30_000_000) + "] TJ")), "/Filter /FlateDecode"),
        ["content is nested arrays"] = () => Page(Deflated(PdfBuilder.Latin1(Repeat("[", 60_000_000))), "/Filter /FlateDecode"),
        ["content is nested dictionaries"] = () =>
            Page(Deflated(PdfBuilder.Latin1("/A " + Repeat("<</A", 15_000_000) + " BDC")), "/Filter /FlateDecode"),
        ["content is open strings"] = () => Page(Deflated(PdfBuilder.Latin1(Repeat("(", 60_000_000))), "/Filter /FlateDecode"),
        ["content is inline images"] = () =>
            Page(Deflated(PdfBuilder.Latin1(Repeat("BI /W 9 /H 9 ID ", 2_000_000))), "/Filter /FlateDecode"),
        ["content is glyphs"] = () => Page(Deflated(PdfBuilder.Latin1("BT /F 9 Tf 50 50 Td " + Repeat("(abcdefghij) Tj 1 1 Td ", 60_000))),
            "/Filter /FlateDecode", Helvetica),
        ["content is glyphs in one place"] = () =>
            Page(Deflated(PdfBuilder.Latin1("BT /F 9 Tf 50 50 Td " + Repeat("(a) Tj 0 0 Td ", 300_000))), "/Filter /FlateDecode",
            Helvetica),
        ["content is rectangles"] = () => Page(Deflated(PdfBuilder.Latin1(Numbered(150_000, "{0} {1} 5 5 re f "))), "/Filter /FlateDecode"),
        ["content is rulings"] = () =>
            Page(Deflated(PdfBuilder.Latin1(Numbered(150_000, "{0} {1} m 190 {1} l S "))), "/Filter /FlateDecode"),
        ["content is glyphs under rectangles"] = () =>
            Page(Deflated(PdfBuilder.Latin1("BT /F 9 Tf " + Repeat("1 0 Td (abcdefghij) Tj ", 20_000) + "ET " +
            Numbered(100_000, "{0} {1} 50 50 re f "))), "/Filter /FlateDecode", Helvetica),
        ["content is clips"] = () => Page(Deflated(PdfBuilder.Latin1(Numbered(400_000, "{0} {1} 50 50 re W n "))), "/Filter /FlateDecode"),
        ["twenty thousand pages of one bomb"] = ManyPages,
        ["contents name one stream again and again"] = () => Contents(300_000),
        ["a form draws itself twice"] = SelfDrawingForm,
        ["forms draw each other ten times, ten deep"] = LaughingForms,
        ["glyph procedures draw themselves"] = SelfDrawingGlyphs,
        ["a character map of four thousand million codes"] = () => CharacterMap("1 begincodespacerange <00000000> <FFFFFFFF> " +
            "endcodespacerange 1 begincidrange <00000000> <FFFFFFFF> 0 endcidrange"),
        ["a character map of many ranges"] = () =>
            CharacterMap("1 begincodespacerange <0000> <FFFF> endcodespacerange " +
            Repeat("1 begincidrange <0000> <FFFF> 0 endcidrange ", 50_000)),
        ["a character map that uses itself"] = () => CharacterMap("/Own usecmap", "/UseCMap 5 0 R"),
        ["unicode ranges without end"] = () => ToUnicode(Repeat("1 beginbfrange <0000> <FFFF> <0000> endbfrange ", 20_000)),
        ["unicode values of great length"] = () => ToUnicode("1 beginbfrange <0000> <FFFF> <" + Repeat("0041", 100_000) + "> endbfrange"),
        ["widths without end"] = () => Widths("/W [" + Repeat("0 65535 500 ", 100_000) + "]"),
        ["a cross-reference stream of 60 million entries"] = () => CrossReferenceStream("/W [0 1 0]", Zeros(60)),
        ["a cross-reference stream of many subsections"] = () =>
            CrossReferenceStream($"/W [1 1 1] /Index [{Repeat("0 2000000000 ", 200_000)}]", Zeros(60)),
        ["an object stream of 60 MB of numbers"] = () => ObjectStream(PdfBuilder.Latin1(Repeat("1 0 ", 15_000_000))),
        ["object streams in a ring"] = () => Tail("50 0 obj<</Type/ObjStm/N 1/First 5/Length 51 0 R/Extends 52 0 R>>stream\n51 0 " +
            "9\nendstream\nendobj\n52 0 obj<</Type/ObjStm/N 1/First 5/Length 53 0 R/Extends 50 0 R>>stream\n53 0 9\nendstream\nendobj\n"),
        ["an array of ten million items"] = () =>
            Tail("3 0 obj [" + Repeat("1 ", 10_000_000) + "] endobj\n", page: "/Kid 3 0 R /Contents 3 0 R"),
        ["a dictionary of a million keys"] = () =>
            Tail("3 0 obj <<" + Numbered(1_000_000, "/K{2} 1 ") + ">> endobj\n", page: "/Resources 3 0 R /MediaBox 3 0 R"),
        ["arrays nested a million deep"] = () => Tail("3 0 obj " + Repeat("[", 1_000_000) + " endobj\n", page: "/Contents 3 0 R"),
        ["objects that overlap"] = () => Overlapping("{2} 0 obj(x"),
        ["arrays that overlap"] = () => Overlapping("{2} 0 obj[[1 2 3][4"),
        ["streams without an end"] = () => Overlapping("{2} 0 obj<</Type/Page/Contents {2} 0 R>>stream\nq "),
        ["nothing but object headers"] = () => Tail(Repeat("obj ", 1_000_000)),
        ["nothing but open dictionaries"] = () => Tail(Repeat("9 0 obj<<", 500_000)),
        ["nothing but trailers"] = () => Tail(Repeat("trailer<<", 500_000)),
        ["nothing but trailers with roots"] = () => Tail(Repeat("trailer<</Root 9 0 R>>", 300_000)),
        ["a hundred thousand objects, none in place"] = () => Tail(Numbered(100_000, "{2} 0 obj<</Type/Catalog/Pages 1 0 R>>endobj ")),
        ["pages that are their own parents"] = () =>
            Tail("1 0 obj<</Type/Pages/Parent 1 0 R/Kids[1 0 R 1 0 R 2 0 R 2 0 R]>>endobj 2 0 obj<</Type/Pages/Kids[1 0 R 2 0 R]>>endobj"),
        ["previous sections in a ring"] = () =>
            PdfBuilder.Latin1("%PDF-1.4\n" + Repeat("xref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Prev 9>>\n", 10_000) +
            "startxref\n9\n%%EOF"),
        ["predictor of rows of great length"] = () =>
            Page(Deflated(Zeros(30)),
            "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 2147483647 /BitsPerComponent 16 >>"),
        ["predictor of rows of one byte"] = () =>
            Page(Deflated(Zeros(60)), "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 1 >>"),
    };

    private static string Helvetica => "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";

    private static byte[] Zeros(int megabytes) => new byte[megabytes * Megabyte];

    private static byte[] Deflated(byte[] data)
    {
        using var output = new MemoryStream();
        using (var deflater = new ZLibStream(output, CompressionLevel.Fastest))
        {
            deflater.Write(data);
        }

        return output.ToArray();
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    /// <param name="format">{0} and {1}: places on the page, {2}: a number from 10.</param>
    private static string Numbered(int count, string format)
    {
        var text = new StringBuilder();
        var parsed = CompositeFormat.Parse(format);
        for (var index = 0; index < count; index++)
        {
            text.AppendFormat(CultureInfo.InvariantCulture, parsed, index * 7 % 190, index * 13 % 97, index + 10);
        }

        return text.ToString();
    }

    private static byte[] Page(byte[] content, string entries, string resources = "")
    {
        var builder = new PdfBuilder();
        var contents = builder.AddStream(entries, content);
        builder.AddPageWith($"/Contents {contents} 0 R /MediaBox [0 0 200 100] /Resources << {resources} >>");
        return builder.Build();
    }

    private static byte[] ManyPages()
    {
        var builder = new PdfBuilder();
        var contents = builder.AddStream("/Filter /FlateDecode", Deflated(Zeros(60)));
        var page = builder.Add($"<< /Type /Page /Parent 1 0 R /Contents {contents} 0 R >>");
        builder.Set(builder.PagesNumber, $"<< /Type /Pages /Kids [{Repeat($"{page} 0 R ", 20_000)}] >>");
        return builder.Build();
    }

    private static byte[] Contents(int count)
    {
        var builder = new PdfBuilder();
        var contents = builder.AddStream("/Filter /FlateDecode", Deflated([]));
        builder.AddPageWith($"/Contents [{Repeat($"{contents} 0 R ", count)}]");
        return builder.Build();
    }

    private static byte[] SelfDrawingForm()
    {
        var builder = new PdfBuilder();
        var form = builder.Reserve();
        builder.SetStream(form, $"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {form} 0 R >> >>",
            "/X Do /X Do"u8);
        builder.AddPage("/X Do", $"/XObject << /X {form} 0 R >>");
        return builder.Build();
    }

    private static byte[] LaughingForms()
    {
        var builder = new PdfBuilder();
        var form = builder.AddStream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", Repeat("0 0 5 5 re f ", 10));
        for (var level = 0; level < 10; level++)
        {
            form = builder.AddStream($"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {form} 0 R >> >>",
                Repeat("/X Do ", 10));
        }

        builder.AddPage("/X Do", $"/XObject << /X {form} 0 R >>");
        return builder.Build();
    }

    private static byte[] SelfDrawingGlyphs()
    {
        var builder = new PdfBuilder();
        var font = builder.Reserve();
        var procedure = builder.AddStream(string.Empty, "500 0 d0 BT /T 9 Tf (AAAAAAAAAA) Tj ET");
        builder.Set(font, $"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 500] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 " +
            $"/LastChar 65 /Widths [500] /Encoding << /Differences [65 /A] >> /CharProcs << /A {procedure} 0 R >> /Resources << /Font << " +
            $"/T {font} 0 R >> >> >>");
        builder.AddPage("BT /T 9 Tf (AAAAAAAAAA) Tj ET", $"/Font << /T {font} 0 R >>");
        return builder.Build();
    }

    private static byte[] CharacterMap(string text, string entries = "")
    {
        var builder = new PdfBuilder();
        var cid = builder.Add(
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) >> >>");
        var map = builder.AddStream($"/Type /CMap /CMapName /Own {entries} /Filter /FlateDecode", Deflated(PdfBuilder.Latin1(text)));
        var font = builder.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding {map} 0 R /DescendantFonts [{cid} 0 R] >>");
        builder.AddPage("BT /F 9 Tf 9 9 Td <000100020003FFFF> Tj ET", $"/Font << /F {font} 0 R >>");
        return builder.Build();
    }

    private static byte[] ToUnicode(string text)
    {
        var builder = new PdfBuilder();
        var map = builder.AddStream("/Filter /FlateDecode",
            Deflated(PdfBuilder.Latin1("1 begincodespacerange <0000> <FFFF> endcodespacerange " + text)));
        return Composite(builder, $"/ToUnicode {map} 0 R", string.Empty);
    }

    private static byte[] Widths(string entries) => Composite(new PdfBuilder(), string.Empty, entries);

    private static byte[] Composite(PdfBuilder builder, string entries, string descendant)
    {
        var cid = builder.Add($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun {descendant} >>");
        var font = builder.Add(
            $"<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H /DescendantFonts [{cid} 0 R] {entries} >>");
        builder.AddPage("BT /F 9 Tf 9 9 Td <000100020003FFFF> Tj ET", $"/Font << /F {font} 0 R >>");
        return builder.Build();
    }

    private static byte[] CrossReferenceStream(string entries, byte[] rows)
    {
        var data = Deflated(rows);
        var head = $"%PDF-1.5\n9 0 obj\n<< /Type /XRef /Size 9 {entries} /Root 1 0 R /Filter /FlateDecode /Length {data.Length} " +
            $">>\nstream\n";
        return [.. PdfBuilder.Latin1(head), .. data, .. "\nendstream\nendobj\nstartxref\n9\n%%EOF"u8];
    }

    private static byte[] ObjectStream(byte[] content)
    {
        var data = Deflated(content);
        var head = "%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]>>endobj 3 0 " +
            "obj<</Type/Page>>endobj\n"
            + $"9 0 obj\n<< /Type /ObjStm /N 100000000 /First 9 /Filter /FlateDecode /Length {data.Length} >>\nstream\n";
        return [.. PdfBuilder.Latin1(head), .. data, .. "\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF"u8];
    }

    /// <summary>A file without a cross-reference table whose page is followed by something.</summary>
    private static byte[] Tail(string text, string page = "") => PdfBuilder.Latin1(
        $"%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[4 0 R]>>endobj 4 0 obj<</Type/Page " +
        $"{page}>>endobj\n"
        + text + "\ntrailer<</Root 1 0 R>>\n%%EOF");

    /// <summary>A page tree over objects that all run to the end of the file.</summary>
    private static byte[] Overlapping(string format)
    {
        const int Count = 15_000;
        return PdfBuilder.Latin1(
            $"%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[{Numbered(Count, "{2} 0 R ")}]>>endobj " +
            $"trailer<</Root 1 0 R>>\n"
            + Numbered(Count, format) + Repeat(" 1", 1_000_000));
    }
}
