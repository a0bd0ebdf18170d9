namespace Extractor.CorpusTests;

/// <summary>One of the real disclosures beside the repository.</summary>
/// <param name="Name">Relative to the corpus folder, as its manifest has it.</param>
/// <param name="CollectedUnder">The division under which others collected it, not always the true one; null where unknown.</param>
internal sealed record SharedFile(string Name, string Path, string Hash, string? CollectedUnder);

/// <summary>The real disclosures of <c>../shared/corpus</c>, which are no part of the repository.</summary>
internal static class SharedFiles
{
    public static string Repository { get; } = FindRepository();

    private static string Folder => Path.Combine(Repository, "..", "shared", "corpus");

    public static bool Exist => File.Exists(Path.Combine(Folder, "manifest.csv"));

    public static IReadOnlyList<SharedFile> Manifest() =>
    [
        .. File.ReadLines(Path.Combine(Folder, "manifest.csv")).Skip(1).Select(static line => line.Split(',')).Select(static fields =>
            new SharedFile(fields[0], Path.Combine(Folder, fields[0]), fields[1], fields[^2].Length == 0 ? null : fields[^2])),
    ];

    /// <summary>Real disclosures that were once read wrongly; no manifest says where they were collected.</summary>
    public static IReadOnlyList<SharedFile> Field() => FilesIn("field");

    /// <summary>Documents of whole governments, and a few of departments.</summary>
    public static IReadOnlyList<SharedFile> Governments() => FilesIn("governments");

    private static IReadOnlyList<SharedFile> FilesIn(string set) =>
        Path.Combine(Repository, "..", "shared", set) is var folder && Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.pdf").Order(StringComparer.Ordinal).Select(static path =>
                new SharedFile(Path.GetFileName(path), path, string.Empty, null))]
            : [];

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Extractor.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Extractor.sln is above no folder of the tests.");
    }
}
