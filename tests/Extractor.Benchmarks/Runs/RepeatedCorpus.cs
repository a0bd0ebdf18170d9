using System.Globalization;
using System.Text;
using Extractor.Pdf;

namespace Extractor.Benchmarks.Runs;

/// <summary>
/// Any number of documents from a few: each is written again and again with a comment behind its end that no reader
/// heeds, so that its bytes and its hash are new and its content is not.
/// </summary>
internal static class RepeatedCorpus
{
    private const int FilesOfAFolder = 1_000;

    /// <summary>Small documents, so that a hundred thousand fit on a disk and are read in minutes.</summary>
    private const int MostBytes = 300_000;

    private const int MostPages = 5;

    /// <summary>
    /// The small documents, one after the other and over again. Files that an earlier benchmark left are taken as they are.
    /// </summary>
    /// <returns>Pages of all documents.</returns>
    public static long Write(IEnumerable<string> corpora, string folder, int documents)
    {
        var sources = corpora.SelectMany(PathsOf)
            .Where(static path => new FileInfo(path).Length <= MostBytes)
            .Select(Read)
            .Where(static source => source.Pages is > 0 and <= MostPages)
            .ToList();
        return sources.Count > 0
            ? Write(sources, folder, documents)
            : throw new InvalidOperationException($"No document of at most {MostPages} pages and {MostBytes} bytes is there.");
    }

    /// <summary>Every document that can be opened, so many times.</summary>
    /// <inheritdoc cref="Write(IEnumerable{string}, string, int)"/>
    public static long WriteCopies(string corpus, string folder, int copies)
    {
        var sources = PathsOf(corpus).Select(Read).Where(static source => source.Pages > 0).ToList();
        return Write(sources, folder, copies * sources.Count);
    }

    private static IEnumerable<string> PathsOf(string corpus) =>
        Directory.EnumerateFiles(corpus, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static (byte[] Bytes, int Pages) Read(string path) => (File.ReadAllBytes(path), PagesOf(path));

    private static long Write(List<(byte[] Bytes, int Pages)> sources, string folder, int documents)
    {
        var pages = 0L;
        for (var index = 0; index < documents; index++)
        {
            var (bytes, count) = sources[index % sources.Count];
            pages += count;
            var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{index / FilesOfAFolder:D4}"),
                string.Create(CultureInfo.InvariantCulture, $"{index:D7}.pdf"));
            var comment = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\n% {index}\n"));
            if (new FileInfo(path) is { Exists: true } earlier && earlier.Length == bytes.Length + comment.Length)
            {
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
            file.Write(bytes);
            file.Write(comment);
        }

        return pages;
    }

    private static int PagesOf(string path)
    {
        try
        {
            return PdfDocument.Open(File.ReadAllBytes(path)).PageCount;
        }
        catch (PdfException)
        {
            return 0;
        }
    }
}
