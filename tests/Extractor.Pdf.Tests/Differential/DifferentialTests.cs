using System.Globalization;
using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Differential;

/// <summary>
/// A sample of the published documents beside pdftotext and mutool: some pages of each file. All pages are compared by
/// <c>dotnet run -c Release --project tests/Extractor.Benchmarks -- pdf-diff ../shared/corpus</c>.
/// </summary>
public sealed class DifferentialTests
{
    /// <summary>Pages of each file that are compared.</summary>
    private const int PagesOfAFile = 6;

    private const double PoorPage = 0.99;

    [Fact]
    public void Read_PublishedPages_AgreeWithOtherReaders()
    {
        Assert.SkipUnless(SharedCorpus.Folder is not null, "The shared corpus is not present.");
        Assert.SkipUnless(OtherReaders.AreInstalled, "pdftotext or mutool is not installed.");
        Agreement all = default, digits = default, cjk = default;
        var pages = 0;
        var distances = new List<float>();
        var unexpected = new List<string>();
        var known = KnownFailures();
        foreach (var file in SharedCorpus.Readable)
        {
            var document = PdfDocument.Open(File.ReadAllBytes(file));
            var name = Path.GetFileName(file);
            var (first, last) = SampleOf(document.PageCount, known.Where(k => k.File == name).Select(k => k.Page));
            foreach (var (number, page) in DocumentComparison.Compare(file, document, first, last))
            {
                pages++;
                all += page.All;
                digits += page.Digits;
                cjk += page.Cjk;
                distances.AddRange(page.BoxDistances);
                if (page.All.Ratio < PoorPage != known.Contains((name, number)))
                {
                    unexpected.Add(string.Create(CultureInfo.InvariantCulture,
                        $"{name} page {number}: {page.All.Ratio:P2} {page.Example}"));
                }
            }
        }

        Assert.Empty(unexpected);
        Assert.True(pages > 500, $"only {pages} pages were compared");
        Assert.True(all.Ratio >= 0.9995, $"all characters: {all}");
        Assert.True(digits.Ratio >= 0.9995, $"figures: {digits}");
        Assert.True(cjk.Ratio >= 0.9995, $"CJK: {cjk}");
        distances.Sort();
        Assert.True(distances[distances.Count / 2] < 0.5f, $"median distance of boxes: {distances[distances.Count / 2]} pt");
    }

    /// <summary>Pages from a third of the document on, where its tables are, or around a page that is known to differ.</summary>
    private static (int First, int Last) SampleOf(int pageCount, IEnumerable<int> known)
    {
        var first = known.Select(p => Math.Max(1, p - 2)).FirstOrDefault(Math.Max(1, pageCount / 3));
        return (first, Math.Min(pageCount, first + PagesOfAFile - 1));
    }

    /// <summary>Reviewed pages that differ, with the reason.</summary>
    private static HashSet<(string File, int Page)> KnownFailures()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "known-failures.csv");
        return [.. File.ReadLines(path).Skip(1).Select(l => l.Split(',')).Select(f =>
            (f[0], int.Parse(f[1], CultureInfo.InvariantCulture)))];
    }
}
