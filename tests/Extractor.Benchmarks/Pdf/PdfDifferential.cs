using System.Globalization;
using Extractor.Pdf;
using Extractor.Pdf.Tests.Differential;

namespace Extractor.Benchmarks.Pdf;

/// <summary>Compares the characters of all pages of a folder of documents with pdftotext and mutool.</summary>
internal static class PdfDifferential
{
    public static int Run(string[] arguments)
    {
        var folder = arguments.Length > 0 ? arguments[0] : "../shared/corpus";
        var only = arguments.Length > 1 ? arguments[1] : null;
        Agreement all = default, digits = default, cjk = default;
        long popplerDifferences = 0, pages = 0, poorPages = 0;
        var distances = new List<float>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (only is not null && !file.Contains(only, StringComparison.Ordinal))
            {
                continue;
            }

            PdfDocument document;
            try
            {
                document = PdfDocument.Open(File.ReadAllBytes(file));
            }
            catch (PdfException e)
            {
                Console.WriteLine($"not opened: {Path.GetFileName(file)}: {e.Message}");
                continue;
            }

            // Pieces of 100 pages: all characters of a book with their boxes would fill the memory.
            for (var first = 1; first <= document.PageCount; first += 100)
            {
                foreach (var (number, page) in DocumentComparison.Compare(file, document, first, Math.Min(first + 99, document.PageCount)))
                {
                    pages++;
                    all += page.All;
                    digits += page.Digits;
                    cjk += page.Cjk;
                    popplerDifferences += page.PopplerOnly;
                    for (var i = number % 7; i < page.BoxDistances.Count; i += 7)
                    {
                        distances.Add(page.BoxDistances[i]);
                    }

                    if (page.All.Differing > 0)
                    {
                        poorPages += page.All.Ratio < 0.99 ? 1 : 0;
                        Console.WriteLine(string.Create(
                            CultureInfo.InvariantCulture,
                            $"{(page.All.Ratio < 0.99 ? "POOR" : "    ")} {page.All.Ratio:P2} {page.All.Differing}/{page.All.Total} " +
                            $"p{number} {Path.GetFileName(file)}  {page.Example}"));
                    }
                }
            }
        }

        distances.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{pages} pages, {poorPages} below 99 %; all {Show(all)}, figures {Show(digits)}, CJK {Show(cjk)}; against poppler alone " +
            $"{popplerDifferences} differ"));
        if (distances.Count > 0)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"distance of glyph boxes to MuPDF's: median {distances[distances.Count / 2]:F3} pt, 90 % " +
                $"{distances[distances.Count * 9 / 10]:F3} pt, 99 % {distances[distances.Count * 99 / 100]:F3} pt"));
        }

        return 0;
    }

    private static string Show(Agreement agreement) => string.Create(
        CultureInfo.InvariantCulture, $"{agreement.Ratio * 100:F4} % of {agreement.Total}");
}
