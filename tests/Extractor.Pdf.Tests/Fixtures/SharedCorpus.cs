namespace Extractor.Pdf.Tests.Fixtures;

/// <summary>Published documents that lie beside the repository and are no part of it.</summary>
internal static class SharedCorpus
{
    /// <summary>Files that are no PDF, or were cut off in transfer so that other readers refuse them.</summary>
    public const string Unreadable = "not-pdf";

    /// <summary>Null where it is not present.</summary>
    public static string? Folder { get; } = Find();

    public static IEnumerable<string> Readable => Directory.EnumerateFiles(Folder!, "*.pdf", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) != Unreadable)
        .Order(StringComparer.Ordinal);

    private static string? Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Extractor.sln")))
            {
                var corpus = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "corpus"));
                return Directory.Exists(corpus) ? corpus : null;
            }
        }

        return null;
    }
}
