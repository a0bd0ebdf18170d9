using System.Globalization;
using Extractor.Model;
using Extractor.Runs;
using Spectre.Console;

namespace Extractor.Cli.Reports;

/// <summary>The closing summary of a run for people.</summary>
internal static class RunSummary
{
    public static void Write(IAnsiConsole console, RunReport report, ReviewTally? reviews)
    {
        var totals = report.Totals;
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        void Row(string name, string value) => grid.AddRow(Markup.Escape(name), Markup.Escape(value));

        Row("documents", $"{Number(totals.Documents)}: {Counts(totals.Statuses)}; {Number(totals.Fresh)} unchanged");
        Row("kinds", Counts(totals.Kinds));
        Row("files not taken", Counts(report.NotTaken.GroupBy(static file => file.State).OrderBy(static group => group.Key)
            .Select(static group => KeyValuePair.Create(group.Key, group.LongCount()))));
        Row("pages", $"{Number(totals.Pages)}: {Counts(totals.PageStates)}");
        Row("tables", $"{Number(totals.Tables.Values.Sum())}: {Counts(totals.Tables)}");
        Row("lines", Number(totals.Lines));
        Row("checks", Counts(totals.Checks));
        Row("findings", Counts(totals.Findings));
        if (reviews is not null)
        {
            Row("decisions", reviews.Fault ?? $"{Number(reviews.Decided)} findings have one of a reviewer; " +
                $"{Number(reviews.WithoutFinding)} are on findings that are no more, and stay in reviews.csv");
        }

        if (!totals.Failures.IsEmpty)
        {
            Row("given up", $"{Number(totals.Failures.Values.Sum())} documents; they are quarantined, the next run tries them again");
        }

        if (report.Publication is { WithheldDocumentCount: > 0 } published)
        {
            Row("withheld", $"{Number(published.WithheldDocumentCount)} documents whose rows do not fit together, a fault of this " +
                $"program; see 'findings'");
        }

        var rate = report.PagesPerSecond is { } pages
            ? $", {pages.ToString("N1", CultureInfo.InvariantCulture)} pages a second ({report.Plan.Workers} workers)"
            : ", nothing was stale";
        Row("time", $"{report.TotalTime.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)} s{rate}");
        Row("published", report.Publication is { } publication
            ? $"{publication.OutputFolder}: {Number(publication.FileCount)} files, {Number(publication.ByteLength)} bytes, " +
                $"{publication.ReusedPartitionCount} of {publication.PartitionCount} partitions unchanged"
            : $"nothing: this was share {report.Plan.Shard}; the same run without --shard publishes");
        Row("exit code", $"{(int)report.ExitCode} {SchemaName.Of(report.ExitCode)}");
        console.Write(grid);
    }

    private static string Counts<TKey>(IEnumerable<KeyValuePair<TKey, long>> counts)
        where TKey : struct, Enum
    {
        var text = string.Join(", ", counts.Select(static count => $"{Number(count.Value)} {SchemaName.Of(count.Key)}"));
        return text.Length > 0 ? text : "none";
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
