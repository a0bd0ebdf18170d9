using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Extractor.Publications.Audits;

namespace Extractor.Cli.Reports;

/// <summary>What was judged wrong, for people as tables, and for machines as one JSON object.</summary>
internal static class AuditReport
{
    public static string ToText(AuditRates rates)
    {
        var text = new StringBuilder();
        Part(text, "lines with anything wrong", [rates.Lines]);
        Part(text, "claims by field", rates.ByField);
        Part(text, "lines by kind of table", rates.ByKind);
        Part(text, "lines by proof", rates.ByProof);
        foreach (var (line, mark) in rates.WrongClaims)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"wrong  {mark.Field}: {mark.Claim}  {line.Document.ArchiveLocation} page {line.Line.PageNumber}, {line.Line.LineId}" +
                $"{(mark.Note.Length > 0 ? ": " + mark.Note : string.Empty)}");
        }

        if (rates.Stale > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{rates.Stale} marks are on claims that this publication does not make");
        }

        return text.ToString().TrimEnd();
    }

    public static string ToJson(AuditRates rates) => new JsonObject
    {
        ["confidence"] = 0.95,
        ["lines"] = Json(rates.Lines),
        ["fields"] = Json(rates.ByField),
        ["kinds"] = Json(rates.ByKind),
        ["proofs"] = Json(rates.ByProof),
        ["stale_marks"] = rates.Stale,
        ["wrong"] = new JsonArray([.. rates.WrongClaims.Select(static wrong => new JsonObject
        {
            ["line_id"] = wrong.Line.Line.LineId,
            ["document_id"] = wrong.Line.Line.DocumentId,
            ["page_number"] = wrong.Line.Line.PageNumber,
            ["field"] = wrong.Mark.Field,
            ["claim"] = wrong.Mark.Claim,
            ["note"] = wrong.Mark.Note,
        })]),
    }.ToJsonString(ReadableJson.Options);

    private static void Part(StringBuilder text, string heading, ImmutableArray<AuditRate> rates)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"{heading,-36} {"wrong",6} {"judged",7} {"unknown",8} {"rate",8}  95 % interval");
        foreach (var rate in rates)
        {
            var (low, high) = rate.Interval;
            text.AppendLine(CultureInfo.InvariantCulture,
                $"  {rate.Name,-34} {rate.Wrong,6} {rate.Judged,7} {rate.Unknown,8} {Percent(rate.Share),8}  " +
                $"{Percent(low)} to {Percent(high)}");
        }

        text.AppendLine();
    }

    private static string Percent(double? share) => share is { } known ? known.ToString("0.00 %", CultureInfo.InvariantCulture) : "-";

    private static JsonArray Json(ImmutableArray<AuditRate> rates) => new([.. rates.Select(Json)]);

    private static JsonObject Json(AuditRate rate) => new()
    {
        ["name"] = rate.Name,
        ["wrong"] = rate.Wrong,
        ["judged"] = rate.Judged,
        ["unknown"] = rate.Unknown,
        ["rate"] = rate.Share,
        ["low"] = rate.Interval.Low,
        ["high"] = rate.Interval.High,
    };
}
