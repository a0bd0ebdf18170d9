using System.Globalization;
using Extractor.Model;
using Extractor.Runs;
using Spectre.Console;

namespace Extractor.Cli.Reports;

/// <summary>The closing summary of a run for people.</summary>
internal static class RunSummary
{
    public static void Write(IAnsiConsole console, RunReport report)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        void Row(string name, string value) => grid.AddRow(Markup.Escape(name), Markup.Escape(value));

        Row("documents", $"{Number(report.Documents.Length)}: {Counts(report.Statuses)}; {Number(report.Fresh)} unchanged");
        Row("kinds", Counts(report.Kinds));
        Row("files not taken", Counts(report.NotTaken.GroupBy(static file => file.State).OrderBy(static group => group.Key).Select(static group => KeyValuePair.Create(group.Key, group.Count()))));
        Row("pages", $"{Number(report.Pages)}: {Counts(report.PageStates)}");
        Row("tables", $"{Number(report.Tables.Values.Sum())}: {Counts(report.Tables)}");
        Row("lines", Number(report.Lines));
        Row("checks", Counts(report.Checks));
        Row("findings", Counts(report.Findings));
        if (report.Failures.Length > 0)
        {
            Row("given up", $"{Number(report.Failures.Length)} documents; they are quarantined, the next run tries them again");
        }

        if (report.Publication.WithheldDocumentCount > 0)
        {
            Row("withheld", $"{Number(report.Publication.WithheldDocumentCount)} documents whose rows do not fit together, a fault of this program; see 'findings'");
        }

        var rate = report.PagesPerSecond is { } pages ? $", {pages.ToString("N1", CultureInfo.InvariantCulture)} pages a second ({report.Plan.Workers} workers)" : ", nothing was stale";
        Row("time", $"{report.TotalTime.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)} s{rate}");
        Row("published", $"{report.Publication.OutputFolder}: {Number(report.Publication.FileCount)} files, {Number(report.Publication.ByteLength)} bytes, {report.Publication.ReusedPartitionCount} of {report.Publication.PartitionCount} partitions unchanged");
        Row("exit code", $"{(int)report.ExitCode} {SchemaName.Of(report.ExitCode)}");
        console.Write(grid);
    }

    private static string Counts<TKey>(IEnumerable<KeyValuePair<TKey, int>> counts)
        where TKey : struct, Enum
    {
        var text = string.Join(", ", counts.Select(static count => $"{Number(count.Value)} {SchemaName.Of(count.Key)}"));
        return text.Length > 0 ? text : "none";
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
