using Extractor.Publishing.Documentation;
using Extractor.Runs;

namespace Extractor.Cli.Reports;

/// <summary>What a person opens after a run, as commands to be copied.</summary>
internal static class NextSteps
{
    /// <returns>None where nothing was published.</returns>
    public static IEnumerable<string> Of(RunReport report)
    {
        if (report.Publication is not { } publication)
        {
            yield break;
        }

        var data = Shown(publication.OutputFolder);
        var documents = string.Concat(report.Plan.Definition.Sources.Select(static source => source.Folder)
            .Distinct(StringComparer.Ordinal).Select(static folder => $" --documents {Shown(folder)}"));
        yield return "Next:";
        yield return $"  each figure on its page   extractor site --data {data}{documents}";
        yield return $"                            extractor serve {Shown(publication.OutputFolder + ".site")} --data {data}";
        yield return $"  a question in SQL         cd {data} && duckdb -init views.sql    (SUM over fact_expenditure is the printed total)";
        yield return $"  what a column means       {Shown(Path.Combine(publication.OutputFolder, DataDictionary.FileName))}";
        if (report.ExitCode != ExitCode.Complete)
        {
            yield return $"  what was not understood   extractor ledger {data}";
        }
    }

    /// <summary>As short as the working directory allows, and ready for a shell.</summary>
    private static string Shown(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        var shown = relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
        return shown.All(static letter => char.IsLetterOrDigit(letter) || letter is '/' or '.' or '-' or '_')
            ? shown
            : $"'{shown.Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }
}
