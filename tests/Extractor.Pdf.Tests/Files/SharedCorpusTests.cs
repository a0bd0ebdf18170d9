using System.Globalization;
using System.Text.RegularExpressions;
using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Files;

/// <summary>Published files against what poppler says of them.</summary>
public sealed partial class SharedCorpusTests
{
    /// <summary>pdfinfo prints sizes with six significant digits.</summary>
    private const double Tolerance = 0.06;

    [Fact]
    public void Open_EachPublishedFile_HasPagesAndSizesOfPdfinfo()
    {
        Assert.SkipUnless(SharedCorpus.Folder is not null, "The shared corpus is not present.");
        var pdfinfo = ExternalProgram.Find("pdfinfo");
        Assert.SkipUnless(pdfinfo is not null, "pdfinfo is not installed.");
        var differences = new List<string>();
        var pages = 0;
        foreach (var path in SharedCorpus.Readable)
        {
            var name = Path.GetRelativePath(SharedCorpus.Folder!, path);
            var document = PdfDocument.Open(File.ReadAllBytes(path));
            (var exitCode, var output) = ExternalProgram.Run(pdfinfo!, "-f", "1", "-l", "100000", path);
            Assert.True(exitCode == 0, name);
            var expected = Parse(output);
            if (expected.Count != document.PageCount)
            {
                differences.Add($"{name}: {document.PageCount} pages, pdfinfo {expected.Count}");
                continue;
            }

            pages += document.PageCount;
            for (var number = 1; number <= document.PageCount; number++)
            {
                var page = document.GetPage(number);
                var size = expected[number];
                if (page.Rotation != size.Rotation || Math.Abs(page.Width - size.Width) > Tolerance ||
                    Math.Abs(page.Height - size.Height) > Tolerance)
                {
                    differences.Add($"{name} page {number}: {page.Width} x {page.Height} turned by {page.Rotation}, pdfinfo {size}");
                }
            }
        }

        Assert.Empty(differences);
        Assert.True(pages > 6000, $"Only {pages} pages were compared.");
    }

    [Fact]
    public void Open_EachFileThatIsNoPdf_IsNamedForWhatItIs()
    {
        Assert.SkipUnless(SharedCorpus.Folder is not null, "The shared corpus is not present.");
        foreach (var path in Directory.EnumerateFiles(Path.Combine(SharedCorpus.Folder!, SharedCorpus.Unreadable))
            .Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(path);
            if (bytes.AsSpan().StartsWith("%PDF"u8))
            {
                AssertCutOff(PdfDocument.Open(bytes));
                continue;
            }

            var thrown = Assert.Throws<PdfFormatException>(() => PdfDocument.Open(bytes));
            Assert.StartsWith("The file is no PDF but an HTML page titled “", thrown.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Cut in transfer: the pages that came through are read, the others are told.</summary>
    private static void AssertCutOff(PdfDocument document)
    {
        Assert.NotEmpty(document.Faults);
        var readable = 0;
        var lost = 0;
        for (var number = 1; number <= document.PageCount; number++)
        {
            try
            {
                document.GetPage(number);
                readable++;
            }
            catch (PdfFormatException)
            {
                lost++;
            }
        }

        Assert.True(readable > 0 && lost > 0, $"{readable} pages readable, {lost} lost");
    }

    private static Dictionary<int, PageSize> Parse(string output)
    {
        var sizes = new Dictionary<int, PageSize>();
        foreach (Match match in SizeLine().Matches(output))
        {
            var width = double.Parse(match.Groups["width"].Value, CultureInfo.InvariantCulture);
            var height = double.Parse(match.Groups["height"].Value, CultureInfo.InvariantCulture);
            var rotation = int.Parse(match.Groups["rotation"].Value, CultureInfo.InvariantCulture);
            var number = int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
            sizes[number] = rotation is 90 or 270 ? new PageSize(height, width, rotation) : new PageSize(width, height, rotation);
        }

        return sizes;
    }

    [GeneratedRegex(@"^Page +(?<number>\d+) size: +(?<width>\S+) x (?<height>\S+) pts.*\nPage +\d+ rot: +(?<rotation>\d+)",
        RegexOptions.Multiline)]
    private static partial Regex SizeLine();

    private sealed record PageSize(double Width, double Height, int Rotation);
}
