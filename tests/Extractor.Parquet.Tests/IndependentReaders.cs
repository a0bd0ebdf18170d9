using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Extractor.Parquet.Tests;

/// <summary>The readers of others that run in Node: <c>tests/Extractor.Parquet.Tests/readers</c>, after <c>npm ci</c>.</summary>
internal static class IndependentReaders
{
    private static readonly Lazy<string?> Missing = new(FindMissing);

    public static string Folder { get; } = Path.Combine(RepositoryRoot(), "tests", "Extractor.Parquet.Tests", "readers");

    /// <summary>What has to be installed for the tests that need them; null where they can run.</summary>
    public static string? ReasonMissing => Missing.Value;

    public static void SkipUnlessInstalled() => Assert.SkipUnless(ReasonMissing is null, ReasonMissing ?? string.Empty);

    /// <summary>Runs a script of the folder and returns what it printed.</summary>
    public static JsonElement Run(string script, string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(script);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{script} ended with {process.ExitCode}: {error.Result}");
        Assert.Equal(string.Empty, error.Result);
        return JsonDocument.Parse(output.Result).RootElement;
    }

    /// <summary>Runs SQL in DuckDB; one array of rows a statement.</summary>
    public static JsonElement[] Query(params string[] statements) =>
        [.. Run("query.mjs", JsonSerializer.Serialize(statements)).EnumerateArray()];

    private static string? FindMissing()
    {
        if (!Array.TrueForAll(["@duckdb", "@electric-sql", "datapackage", "xlsx"], static package =>
            Directory.Exists(Path.Combine(Folder, "node_modules", package))))
        {
            return "The independent readers are not installed: run `npm ci` in tests/Extractor.Parquet.Tests/readers.";
        }

        try
        {
            using var process = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0 ? null : "node does not run.";
        }
        catch (Win32Exception)
        {
            return "node is not installed.";
        }
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Extractor.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests do not run below the folder of Extractor.sln.");
    }
}
