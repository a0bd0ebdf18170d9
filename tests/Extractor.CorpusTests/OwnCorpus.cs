using System.Globalization;
using CsvHelper;

namespace Extractor.CorpusTests;

/// <summary>The project's own documents (<c>corpus/</c>): manifest, PDFs and what is expected of them.</summary>
internal static class OwnCorpus
{
    public static string Folder { get; } = Path.Combine(FindRepository(), "corpus");

    public static string ExpectationsFolder { get; } = Path.Combine(Folder, "expectations");

    /// <summary>One row a document.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Manifest() => Read(Path.Combine(Folder, "manifest.csv"));

    /// <summary>The documents that have expectations: id, file, sha256, pages.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Index() => Read(Path.Combine(ExpectationsFolder, "index.csv"));

    /// <summary>The rows of <c>ID.KIND.csv</c>, none where a document has no such file.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Expected(string id, string kind)
    {
        var path = Path.Combine(ExpectationsFolder, $"{id}.{kind}.csv");
        return File.Exists(path) ? Read(path) : [];
    }

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Flaws() => Read(Path.Combine(ExpectationsFolder, "flaws.csv"));

    public static TheoryData<string> Ids() => [.. Index().Select(static row => row["id"])];

    public static string FileOf(string id) => Path.Combine(Folder, Index().Single(row => row["id"] == id)["file"]);

    public static int PageOf(IReadOnlyDictionary<string, string> row, string column = "page") =>
        int.Parse(row[column], NumberStyles.None, CultureInfo.InvariantCulture);

    private static List<IReadOnlyDictionary<string, string>> Read(string path)
    {
        using var text = new StreamReader(path);
        using var csv = CsvReader.Create(text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = ',',
            TrackLineNumbers = true,
            OnMalformedRecord = record => throw new InvalidDataException($"{path}({record.LineNumber}): {record.Reason}"),
        });
        Assert.True(csv.Read(), $"{path} is empty");
        var header = csv.Current.ToArray();
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
        {
            var fields = csv.Current.ToArray();
            Assert.True(fields.Length == header.Length,
                $"{path}({csv.LineNumber}): {fields.Length} fields, the header has {header.Length}");
            rows.Add(header.Zip(fields).ToDictionary(static pair => pair.First, static pair => pair.Second, StringComparer.Ordinal));
        }

        return rows;
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Extractor.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Extractor.sln above {AppContext.BaseDirectory}.");
    }
}
