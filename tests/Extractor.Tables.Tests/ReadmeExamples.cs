using System.Runtime.CompilerServices;

namespace Extractor.Tests.Readme;

/// <summary>Code blocks of a README, compared with the tests that compile and run them.</summary>
internal static class ReadmeExamples
{
    /// <summary>Blocks that do not stand, line by line, in the source of the tests; indentation and usings left out.</summary>
    /// <param name="readme">Relative to the root of the repository.</param>
    public static IReadOnlyList<string> NotIn(string readme, string[] sources)
    {
        var tested = string.Concat(sources.Select(File.ReadAllText));
        var code = Folded(tested.Split('\n'));
        var missing = new List<string>();
        var blocks = File.ReadAllText(Path.Combine(Root(), readme)).Split("```");
        for (var index = 1; index < blocks.Length; index += 2)
        {
            var lines = blocks[index].Split('\n');
            if (lines[0] == "csharp" && !code.Contains(Folded(lines[1..]), StringComparison.Ordinal))
            {
                missing.Add(blocks[index]);
            }
        }

        return missing;
    }

    /// <summary>The folder of the solution.</summary>
    public static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));

    private static string Folded(string[] lines) =>
        string.Join('\n', lines.Select(static line => line.Trim()).Where(static line =>
            line.Length > 0 && !(line.StartsWith("using ", StringComparison.Ordinal) && !line.Contains('='))));
}
