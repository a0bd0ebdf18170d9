using System.Runtime.CompilerServices;
using Extractor.Pdf.Tests.Fixtures;
using Extractor.Tests.Readme;

namespace Extractor.Pdf.Tests;

/// <summary>The examples of the README, as they stand there.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Examples_OfReadme_AreThoseBelow() =>
        Assert.Empty(ReadmeExamples.NotIn("src/Extractor.Pdf/README.md", [Source()]));

    [Fact]
    public void Lines_PageOfTwo_ArePrinted()
    {
        var Console = new StringWriter();
        var File = new Disk();

        using var stream = File.OpenRead("budget.pdf");
        var document = PdfDocument.Open(stream);
        for (var number = 1; number <= document.PageCount; number++)
        {
            using var page = document.GetPage(number).Read();
            foreach (var line in page.Lines)
            {
                Console.WriteLine(page.GetText(line));
            }
        }

        Assert.Equal(["Revenue 1,250.00", "Expenditure 1,250.00"], Console.ToString().Split(Environment.NewLine)[..2]);
    }

    [Fact]
    public void Glyphs_InRed_TellFontAndPlace()
    {
        var Console = new StringWriter();
        using var page = PdfDocument.Open(Disk.Budget()).GetPage(1).Read();

        foreach (var glyph in page.Glyphs)
        {
            if (glyph.Rgb == 0xFF0000 && (glyph.Flags & GlyphFlags.Hidden) == 0)
            {
                Console.WriteLine($"{glyph.Text} in {glyph.FontName}, {glyph.FontSize:F1} pt, at {glyph.Box.Left:F0}, {glyph.Box.Top:F0}");
            }
        }

        Assert.StartsWith("E in Helvetica, 10.0 pt, at 20, ", Console.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_BytesThatAreNoPdf_AreQuarantined()
    {
        Assert.Equal("1 pages, 0 faults mended", Opened(Disk.Budget()));
        Assert.StartsWith("quarantined: ", Opened("no PDF"u8.ToArray()), StringComparison.Ordinal);

        static string Opened(byte[] bytes)
        {
            var Console = new StringWriter();

            try
            {
                var document = PdfDocument.Open(bytes, PdfLimits.Default with { MaximumPages = 500 }, ["secret"]);
                Console.WriteLine($"{document.PageCount} pages, {document.Faults.Count} faults mended");
            }
            catch (PdfException error)
            {
                Console.WriteLine($"quarantined: {error.Message}");
            }

            return Console.ToString().Trim();
        }
    }

    [Fact]
    public void Images_OfPage_TellTheirFilter()
    {
        var Console = new StringWriter();
        using var page = PdfDocument.Open(Disk.Budget()).GetPage(1).Read();

        foreach (var image in page.Images)
        {
            Console.WriteLine($"{image.PixelWidth} by {image.PixelHeight}, {image.Format}, {image.EncodedBytes.Length} bytes");
        }

        Assert.Equal("2 by 3, jpeg, 5 bytes", Console.ToString().Trim());
    }

    [Fact]
    public void Document_BesidesPages_TellsProducerOutlineAttachmentsLabels()
    {
        var Console = new StringWriter();
        var document = PdfDocument.Open(Disk.Budget());

        Console.WriteLine(document.Information.Producer);
        foreach (var item in document.Outline)
        {
            Console.WriteLine($"{new string(' ', item.Level - 1)}{item.Title}: page {item.PageNumber}");
        }

        foreach (var attachment in document.Attachments)
        {
            Console.WriteLine($"{attachment.Name}: {attachment.Read().Length} bytes");
        }

        Console.WriteLine(document.GetPage(1).Label);

        Assert.Equal(["Press", "Revenue: page 1", "a.csv: 3 bytes", "iv"], Console.ToString().Split(Environment.NewLine)[..4]);
    }

    private static string Source([CallerFilePath] string here = "") => here;

    /// <summary>Where the examples say budget.pdf.</summary>
    private sealed class Disk
    {
        public static byte[] Budget()
        {
            var builder = new PdfBuilder();
            var image = builder.AddStream("/Type /XObject /Subtype /Image /Width 2 /Height 3 /Filter /DCTDecode", "12345");
            builder.AddPage(
                "BT /F0 10 Tf 20 70 Td (Revenue 1,250.00) Tj 1 0 0 rg 0 -20 Td (Expenditure 1,250.00) Tj ET q 10 0 0 10 5 5 cm /Im0 Do Q",
                $"{ReadPage.Helvetica} /XObject << /Im0 {image} 0 R >>");
            var attached = builder.AddStream("/Type /EmbeddedFile", "1,2");
            var item = builder.Reserve();
            builder.Set(item, "<< /Title (Revenue) /Dest [0 /Fit] >>");
            builder.TrailerEntries = $"/Info {builder.Add("<< /Producer (Press) >>")} 0 R";
            builder.CatalogEntries = $"/Outlines << /First {item} 0 R >> /PageLabels << /Nums [0 << /S /r /St 4 >>] >> " +
                $"/Names << /EmbeddedFiles << /Names [(a.csv) << /Type /Filespec /F (a.csv) /EF << /F {attached} 0 R >> >>] >> >>";
            return builder.Build();
        }

        public Stream OpenRead(string name) => new MemoryStream(name == "budget.pdf" ? Budget() : []);
    }
}
