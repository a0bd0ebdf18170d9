using System.Text.RegularExpressions;

namespace Conventions.Rules;

/// <summary>Rules that are read from the text of a source file.</summary>
internal static partial class SourceRules
{
    /// <summary>A longer file is two concepts.</summary>
    public const int LongestFile = 450;

    /// <summary>Columns; longer lines are not read to their end.</summary>
    public const int WidestLine = 140;

    private static readonly HashSet<string> EmptyWords =
        new(["Util", "Utils", "Utility", "Utilities", "Helper", "Helpers", "Manager", "Managers", "Common", "Base"],
            StringComparer.Ordinal);

    public static string? TooLong(string path, string source)
    {
        var lines = source.AsSpan().Count('\n');
        return lines > LongestFile ? $"{path}: {lines} lines" : null;
    }

    /// <summary>Numbers of the lines that are too wide; what stands in raw strings (pages, queries, answers) keeps its own lines.</summary>
    public static IReadOnlyList<int> TooWide(string source)
    {
        var found = new List<int>();
        var isRaw = false;
        var number = 0;
        foreach (var line in source.AsSpan().EnumerateLines())
        {
            number++;
            var marks = line.Count("\"\"\"");
            if (!isRaw && marks == 0 && line.Length > WidestLine)
            {
                found.Add(number);
            }

            isRaw ^= marks % 2 == 1;
        }

        return found;
    }

    /// <summary>Rules of findings that are text where they are made: what they mean is then told nowhere.</summary>
    public static IReadOnlyList<string> RulesAsText(string source) =>
        [.. FindingOfText().Matches(source).Select(static match => match.Groups[1].Value)];

    /// <summary>The first using out of order (those of System first, then by ordinal name); null where all stand in it.</summary>
    public static string? UnsortedUsing(string source)
    {
        var names = UsingDirective().Matches(source).Select(static match => match.Groups[1].Value).ToArray();
        var sorted = names.OrderBy(static name => name != "System" && !name.StartsWith("System.", StringComparison.Ordinal))
            .ThenBy(static name => name, StringComparer.Ordinal);
        return names.Zip(sorted).Where(static pair => pair.First != pair.Second).Select(static pair => pair.First).FirstOrDefault();
    }

    /// <summary>Words in the names of folders, files and types that say nothing of what they hold.</summary>
    public static IReadOnlyList<string> EmptyNames(string relativePath, string source)
    {
        var declared = TypeDeclaration().Matches(source).Select(static match => match.Groups[1].Value);
        var places = relativePath.Split('/').Select(static part => part.EndsWith(".cs", StringComparison.Ordinal) ? part[..^3] : part);
        return [.. places.Concat(declared)
            .Where(static name => WordOfName().Matches(name).Any(static word => EmptyWords.Contains(word.Value)))
            .Distinct(StringComparer.Ordinal)
            .Select(name => $"{relativePath}: {name}")];
    }

    /// <summary>Names of test methods that are not <c>Method_State_Result</c>.</summary>
    public static IReadOnlyList<string> UnclearTestNames(string source) =>
        [.. TestMethod().Matches(source).Select(static match => match.Groups[1].Value).Where(static name =>
            !ThreePartName().IsMatch(name))];

    /// <summary>Paths that exist on one machine only.</summary>
    public static IReadOnlyList<string> MachinePaths(string source) =>
        [.. MachinePath().Matches(source).Select(static match => match.Value)];

    [GeneratedRegex("new Finding\\(\\s*\"(\\w+)\"|const string \\w*Rule = \"(\\w+)\"")]
    private static partial Regex FindingOfText();

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?|delegate\s+\w+)\s+([A-Z]\w*)")]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"^using ([\w.]+);\r?$", RegexOptions.Multiline)]
    private static partial Regex UsingDirective();

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+")]
    private static partial Regex WordOfName();

    [GeneratedRegex(@"\[(?:Fact|Theory|Property)\b[^\]]*\](?:\s*\[[^\n]*\])*\s*public\s+(?:static\s+)?(?:async\s+)?[\w<>\[\]?.]+\s+(\w+)" +
        @"\s*\(")]
    private static partial Regex TestMethod();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*_[A-Z0-9][A-Za-z0-9]*_[A-Z0-9][A-Za-z0-9]*$")]
    private static partial Regex ThreePartName();

    [GeneratedRegex("(?<![\\w.<*])/(?:home|work|Users|root|mnt)/[\\w.-]+|[A-Z]:\\\\\\\\?Users")]
    private static partial Regex MachinePath();
}
