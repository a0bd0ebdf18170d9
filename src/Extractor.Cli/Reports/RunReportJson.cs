using System.Text.Json.Nodes;
using Extractor.Model;
using Extractor.Runs;

namespace Extractor.Cli.Reports;

/// <summary>The closing summary of a run for machines: one JSON object.</summary>
internal static class RunReportJson
{
    public static string Of(RunReport report, ReviewTally? reviews)
    {
        var totals = report.Totals;
        var json = new JsonObject
        {
            ["definition"] = report.Plan.DefinitionShown,
            ["name"] = report.Plan.Definition.Name,
            ["extractor_version"] = report.Plan.ExtractorVersion,
            ["shard"] = report.Plan.Shard?.ToString(),
            ["output"] = report.Publication?.OutputFolder,
            ["exit_code"] = (int)report.ExitCode,
            ["documents"] = totals.Documents,
            ["documents_unchanged"] = totals.Fresh,
            ["documents_by_status"] = Counts(totals.Statuses),
            ["documents_by_kind"] = Counts(totals.Kinds),
            ["pages"] = totals.Pages,
            ["pages_by_state"] = Counts(totals.PageStates),
            ["tables"] = totals.Tables.Values.Sum(),
            ["tables_by_key"] = Counts(totals.Tables),
            ["lines"] = totals.Lines,
            ["checks_by_outcome"] = Counts(totals.Checks),
            ["findings_by_severity"] = Counts(totals.Findings),
            ["findings_decided"] = reviews is { Fault: null } ? reviews.Decided : null,
            ["decisions_without_finding"] = reviews is { Fault: null } ? reviews.WithoutFinding : null,
            ["rows"] = report.Publication is { } rows
                ? new JsonObject(rows.RowCounts.Select(static count => KeyValuePair.Create(count.Key, (JsonNode?)count.Value))) : null,
            ["files"] = report.Publication?.FileCount,
            ["bytes"] = report.Publication?.ByteLength,
            ["partitions"] = report.Publication?.PartitionCount,
            ["partitions_unchanged"] = report.Publication?.ReusedPartitionCount,
            ["documents_withheld"] = report.Publication?.WithheldDocumentCount,
            ["workers"] = report.Plan.Workers,
            ["seconds"] = Math.Round(report.TotalTime.TotalSeconds, 3),
            ["pages_read"] = totals.PagesRead,
            ["pages_per_second"] = report.PagesPerSecond is { } rate ? Math.Round(rate, 1) : null,
            ["not_complete"] = new JsonArray([.. totals.NotComplete.Select(static document => new JsonObject
            {
                ["document_id"] = document.Id.Value,
                ["file"] = document.ArchiveLocation,
                ["status"] = SchemaName.Of(document.Status),
                ["reason"] = document.Reason,
            })]),
            ["not_taken"] = new JsonArray([.. report.NotTaken.Select(static file => new JsonObject
            {
                ["file"] = file.ArchiveLocation,
                ["state"] = SchemaName.Of(file.State),
                ["reason"] = file.Reason,
            })]),
        };
        return json.ToJsonString(ReadableJson.Options);
    }

    private static JsonObject Counts<TKey>(IEnumerable<KeyValuePair<TKey, long>> counts)
        where TKey : struct, Enum =>
        new(counts.Select(static count => KeyValuePair.Create(SchemaName.Of(count.Key), (JsonNode?)count.Value)));
}
