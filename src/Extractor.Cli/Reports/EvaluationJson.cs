using System.Text.Json.Nodes;
using Extractor.Model;
using Extractor.Publications.Evaluation;

namespace Extractor.Cli.Reports;

/// <summary>An evaluation for machines: one JSON object.</summary>
internal static class EvaluationJson
{
    public static string Of(EvaluationReport report, int listed) => new JsonObject
    {
        ["all"] = Parts(report.Totals, 0),
        ["documents"] = new JsonArray([.. report.Documents.Select(document => new JsonObject
        {
            ["id"] = document.Name,
            ["file"] = document.File,
            ["published"] = document.IsPublished,
            ["scores"] = Parts(document.Parts, listed),
        })]),
    }.ToJsonString(ReadableJson.Options);

    private static JsonObject Parts(IEnumerable<KeyValuePair<EvaluatedPart, Score>> parts, int listed) =>
        new(parts.Select(part => KeyValuePair.Create(SchemaName.Of(part.Key), (JsonNode?)Json(part.Value, listed))));

    private static JsonObject Json(Score score, int listed)
    {
        var json = new JsonObject
        {
            ["recall"] = score.Recall,
            ["precision"] = score.Precision,
            ["expected"] = score.Expected,
            ["found"] = score.Found,
            ["published"] = score.Published,
            ["right"] = score.Right,
        };
        foreach (var (detail, tally) in score.Details)
        {
            json[detail] = new JsonObject { ["judged"] = tally.Judged, ["right"] = tally.Right };
        }

        json["missed_count"] = score.Missed.Length;
        json["extra_count"] = score.Extra.Length;
        if (listed > 0)
        {
            json["missed"] = Differences(score.Missed.Take(listed));
            json["extra"] = Differences(score.Extra.Take(listed));
        }

        return json;
    }

    private static JsonArray Differences(IEnumerable<Difference> differences) =>
        new([.. differences.Select(static difference => new JsonObject { ["page"] = difference.Page, ["text"] = difference.Text })]);
}
