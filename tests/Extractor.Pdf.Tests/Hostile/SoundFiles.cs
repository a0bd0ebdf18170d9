using System.Text;
using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Hostile;

/// <summary>Small sound files that between them use what a reader knows; the mutations start from these.</summary>
internal static class SoundFiles
{
    private const string Table =
        "q 0.5 w 10 10 m 190 10 l S 10 50 m 190 50 l S 10 10 m 10 50 l S 0.9 g 10 30 180 20 re f 0 G [2 1] 0 d 100 10 m 100 50 l S Q\n"
        + "10 90 180 0.5 re f q 5 5 20 20 re W n 1 0 0 RG 3 w 0 0 m 10 20 30 40 50 60 c 1 2 3 4 v 1 2 3 4 y h B* Q\n";

    private static readonly Lazy<IReadOnlyList<byte[]>> Built = new(BuildAll);

    public static IReadOnlyList<byte[]> All => Built.Value;

    private static List<byte[]> BuildAll()
    {
        var files = new List<byte[]>();
        foreach (var form in Enum.GetValues<CrossReferenceForm>())
        {
            files.Add(Fill(new PdfBuilder { Form = form }, SimpleText));
            files.Add(Fill(new PdfBuilder { Form = form }, CompositeFonts));
            files.Add(Fill(new PdfBuilder { Form = form }, FormsAndImages));
            files.Add(Fill(new PdfBuilder { Form = form, Compresses = true }, CompositeFonts));
        }

        files.Add(Fill(new PdfBuilder(), EmbeddedFonts));
        files.Add(Fill(new PdfBuilder { Compresses = true }, EmbeddedFonts));
        files.Add(Fill(new PdfBuilder(), LayersAndMarks));
        files.Add(Fill(new PdfBuilder { Form = CrossReferenceForm.ObjectStream, Compresses = true }, LayersAndMarks));
        files.Add(Fill(new PdfBuilder { Cipher = new Md5Cipher(2, 5) }, SimpleText));
        files.Add(Fill(new PdfBuilder { Cipher = new Md5Cipher(4, 16, isAes: true), Form = CrossReferenceForm.ObjectStream }, SimpleText));
        files.Add(Fill(new PdfBuilder { Cipher = new Sha2Cipher(5) }, SimpleText));
        files.Add(Fill(new PdfBuilder { Junk = "HTTP/1.1 200 OK\r\n\r\n" }, OddFilters));
        return files;
    }

    private static byte[] Fill(PdfBuilder builder, Action<PdfBuilder> fill)
    {
        fill(builder);
        return builder.Build();
    }

    private static void SimpleText(PdfBuilder builder)
    {
        var font = builder.Add(
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 65 /LastChar 67 /Widths [500 600 700] "
            + "/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [65 /A /B /uni9884 97 /a /germandbls] >> >>");
        var resources = $"/Font << /F1 {font} 0 R >> /ExtGState << /G << /ca 0.5 /Font [{font} 0 R 9] >> >>";
        builder.AddPage(Table + "BT /F1 12 Tf 1 0 0 1 20 70 Tm 2 Tc 3 Tw 90 Tz 14 TL (ABC abc) Tj T* [(A) -200 (B) 300 (C)] TJ 0 -12 Td " +
            "(x) ' 1 2 (y) \" 3 Tr 4 Ts (z) Tj ET /G gs", resources);
        builder.AddPage("q 0.7 0.7 -0.7 0.7 50 10 cm BT /F1 8 Tf (turned) Tj ET Q BT /F1 8 Tf 15 20 Td (plain) Tj ET", resources,
            "/MediaBox [0 0 200 100] /CropBox [10 10 190 90] /Rotate 90 /UserUnit 2");
        var information = builder.Add("<< /Title (Title) /Producer <FEFF9884> >>");
        builder.TrailerEntries = $"/Info {information} 0 R";
    }

    private static void CompositeFonts(PdfBuilder builder)
    {
        var toUnicode = builder.AddStream(
            string.Empty,
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <0000> <FFFF> " +
            "endcodespacerange\n"
            + "2 beginbfchar <0001> <9884> <0002> <D840DC00> endbfchar 2 beginbfrange <0010> <0020> <4E00> <0030> <0032> [<0041> " +
                "<00420043> <0044>] endbfrange endcmap end end");
        var identity = Composite(builder, "/Identity-H", $"/ToUnicode {toUnicode} 0 R", "/DW 1000 /W [1 [500 600] 16 32 700]",
            "/Adobe-Identity-0", null);
        var national = Composite(builder, "/GBK-EUC-H", string.Empty, "/DW 1000", "Adobe GB1", null);
        var vertical = Composite(builder, "/UniGB-UCS2-V", string.Empty, "/DW2 [880 -1000] /W2 [1 [-900 500 880] 5 9 -800 400 700]",
            "Adobe GB1", null);
        var map = builder.AddStream(
            "/Type /CMap /CMapName /Own /WMode 1 /UseCMap /GBK-EUC-H",
            "/GBK-EUC-H usecmap 1 begincodespacerange <00> <80> endcodespacerange 1 begincidrange <20> <7E> 1 endcidrange 1 begincidchar " +
            "<0041> 7 endcidchar 1 beginnotdefrange <00> <1F> 1 endnotdefrange");
        var own = Composite(builder, $"{map} 0 R", string.Empty, "/W [1 10 500]", "Adobe GB1", null);
        builder.AddPage(
            "BT /I 10 Tf 10 80 Td <000100020010001100300031> Tj /N 10 Tf 0 -12 Td <D4A4CBE3> Tj (2024) Tj /V 10 Tf 50 0 Td <98847B97> Tj " +
            "/O 9 Tf (abcA) Tj ET",
            $"/Font << /I {identity} 0 R /N {national} 0 R /V {vertical} 0 R /O {own} 0 R >>");
    }

    private static int Composite(PdfBuilder builder, string encoding, string entries, string descendant, string collection, int? file)
    {
        var parts = collection.Split(' ');
        var system = parts.Length == 2 ? $"/CIDSystemInfo << /Registry ({parts[0]}) /Ordering ({parts[1]}) /Supplement 2 >>"
            : "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >>";
        var descriptor = builder.Add($"<< /Type /FontDescriptor /FontName /SimSun,Bold /Flags 4 /Ascent 859 /Descent -141 /FontBBox [0 " +
            $"-141 1000 859] {(file is null ? string.Empty : $"/FontFile2 {file} 0 R")} >>");
        var cid = builder.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun {system} /FontDescriptor {descriptor} 0 R {descendant} >>");
        return builder.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding {encoding} /DescendantFonts [{cid} 0 R] " +
            $"{entries} >>");
    }

    private static void EmbeddedFonts(PdfBuilder builder)
    {
        var trueType = builder.AddStream(string.Empty, FontFiles.TrueType("AB预算"));
        var compact = builder.AddStream("/Subtype /Type1C", FontFiles.Compact());
        var type1 = builder.AddStream("/Length1 200 /Length2 240 /Length3 530", FontFiles.Type1());
        var glyphMap = builder.AddStream(string.Empty, [0, 0, 0, 3, 0, 4, 0, 1]);
        var composite = Composite(builder, "/Identity-H", string.Empty, $"/CIDToGIDMap {glyphMap} 0 R", "/Adobe-Identity-0", trueType);
        var simple = Simple(builder, "TrueType", $"/FontFile2 {trueType} 0 R");
        var compactFont = Simple(builder, "Type1", $"/FontFile3 {compact} 0 R");
        var type1Font = Simple(builder, "Type1", $"/FontFile {type1} 0 R");
        var procedure = builder.AddStream(string.Empty, "500 0 0 0 500 500 d1 0 0 400 400 re f");
        var type3 = builder.Add(
            $"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 500] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 /LastChar 66 " +
            $"/Widths [500 500] /Encoding << /Differences [65 /A /B] >> /CharProcs << /A {procedure} 0 R /B {procedure} 0 R >> " +
            $"/Resources << >> >>");
        builder.AddPage(
            "BT /C 10 Tf 10 80 Td <0001000200030004> Tj /S 10 Tf 0 -12 Td (AB) Tj /F 10 Tf 0 -12 Td (AB) Tj /O 9 Tf (AB) Tj /T 9 Tf " +
            "(ABAB) Tj ET",
            $"/Font << /C {composite} 0 R /S {simple} 0 R /F {compactFont} 0 R /O {type1Font} 0 R /T {type3} 0 R >>");
    }

    private static int Simple(PdfBuilder builder, string subtype, string file)
    {
        var descriptor =
            builder.Add($"<< /Type /FontDescriptor /FontName /Small /Flags 4 /Ascent 800 /Descent -200 /MissingWidth 300 {file} >>");
        return builder.Add($"<< /Type /Font /Subtype /{subtype} /BaseFont /ABCDEF+Small /FirstChar 65 /LastChar 66 /Widths [500 500] " +
            $"/FontDescriptor {descriptor} 0 R >>");
    }

    private static void FormsAndImages(PdfBuilder builder)
    {
        var image = builder.AddStream("/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceRGB",
            "abcdefghijkl");
        var scan = builder.AddStream(
            "/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode",
            "\u00FF\u00D8\u00FF\u00E0");
        var fax = builder.AddStream("/Type /XObject /Subtype /Image /Width 8 /Height 8 /ImageMask true /BitsPerComponent 1 /Filter " +
            "[/ASCIIHexDecode /CCITTFaxDecode] /DecodeParms [null << /K -1 /Columns 8 >>]", "001001>");
        var inner = builder.AddStream("/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Matrix [1 0 0 1 5 5] /Resources << >>", Table);
        var outer = builder.AddStream($"/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Group << /S /Transparency >> /Resources << " +
            $"/XObject << /X {inner} 0 R /I {image} 0 R >> >>", "q /X Do Q q 20 0 0 20 5 5 cm /I Do Q");
        var shading =
            builder.Add("<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 1 1] /Function << /FunctionType 2 /N 1 /Domain [0 1] >> >>");
        builder.AddPage(
            "q /O Do Q q 200 0 0 100 0 0 cm /S Do Q /F Do q 10 0 0 10 90 90 cm BI /W 4 /H 2 /BPC 8 /CS /G /F /AHx ID 0011223344556677> " +
            "EI Q /Sh sh /Pattern cs /P scn 0 0 10 10 re f",
            $"/XObject << /O {outer} 0 R /S {scan} 0 R /F {fax} 0 R >> /Shading << /Sh {shading} 0 R >> /Pattern << /P << /PatternType 2 " +
            $"/Shading {shading} 0 R >> >> /ColorSpace << /Cs [/ICCBased {image} 0 R] >>");
    }

    private static void LayersAndMarks(PdfBuilder builder)
    {
        var font = builder.Add("<< /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /MacRomanEncoding >>");
        var on = builder.Add("<< /Type /OCG /Name (on) >>");
        var off = builder.Add("<< /Type /OCG /Name (off) >>");
        var membership = builder.Add($"<< /Type /OCMD /OCGs [{on} 0 R {off} 0 R] /P /AllOn /VE [/Not [/Or {on} 0 R {off} 0 R]] >>");
        builder.CatalogEntries = $"/OCProperties << /OCGs [{on} 0 R {off} 0 R] /D << /BaseState /ON /OFF [{off} 0 R] /Order [{on} 0 R] " +
            $">> >> /MarkInfo << /Marked true >>";
        builder.AddPage(
            "/OC /L BDC BT /F 10 Tf 10 50 Td (shown) Tj ET EMC /OC /H BDC BT /F 10 Tf 10 20 Td (hidden) Tj ET EMC /OC /M BDC EMC "
            + "/Span << /ActualText <FEFF98847B97> /MCID 0 >> BDC BT /F 10 Tf 10 70 Td (xx) Tj ET EMC /P /Props BDC EMC /Artifact BMC " +
                "EMC MP BX junk EX",
            $"/Font << /F {font} 0 R >> /Properties << /L {on} 0 R /H {off} 0 R /M {membership} 0 R /Props << /MCID 1 >> >>");
    }

    private static void OddFilters(PdfBuilder builder)
    {
        var content = Encoding.Latin1.GetBytes(Table);
        var hex = builder.AddStream("/Filter [/ASCIIHexDecode]", Encoders.Hex(content));
        var ascii = builder.AddStream("/Filter [/A85 /LZW]", Encoders.Ascii85(Encoders.Lzw(content, 1)));
        var run = builder.AddStream("/Filter /RunLengthDecode", Encoders.RunLength(content));
        var png = builder.AddStream("/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 10 >>",
            PdfBuilder.Deflate(Encoders.PngRows(content, 10, 1)));
        builder.AddPageWith($"/Contents [{hex} 0 R {ascii} 0 R {run} 0 R {png} 0 R] /MediaBox [0 0 200 100]");
    }
}
