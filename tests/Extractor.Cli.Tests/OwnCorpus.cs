using System.Security.Cryptography;

namespace Extractor.Cli.Tests;

/// <summary>The project's own documents, and what a run over them leaves.</summary>
internal static class OwnCorpus
{
    /// <summary>Datasets that tell of a run, its time and place.</summary>
    private static readonly string[] OfTheRun = ["runs", "fetches", "coverage", "harvests"];

    public static string Root { get; } = FindRoot();

    public static string Demo => Path.Combine(Root, "pipelines", "demo.yaml");

    /// <summary>How a run over these documents ends: with 1 where it tells of a partial one, which the page ledger decides.</summary>
    public static int EndOf(CommandRun run) => run.Error.Contains("partial", StringComparison.Ordinal) ? 1 : 0;

    /// <summary>Hash of every published file by its path; those that tell of the run left out.</summary>
    public static IReadOnlyDictionary<string, string> HashesOf(string output) => Directory
        .EnumerateFiles(output, "*.parquet", SearchOption.AllDirectories)
        .Select(path => (Relative: Path.GetRelativePath(output, path).Replace('\\', '/'), Path: path))
        .Where(static file => !OfTheRun.Contains(file.Relative.Split('/')[0], StringComparer.Ordinal))
        .OrderBy(static file => file.Relative, StringComparer.Ordinal)
        .ToDictionary(static file => file.Relative, static file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.Path))),
            StringComparer.Ordinal);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Extractor.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Extractor.sln is in no folder above the tests.");
    }
}
