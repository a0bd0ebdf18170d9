using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Extractor.Model;
using Extractor.Publications.Differences;

namespace Extractor.Cli.Reports;

/// <summary>Differences for machines: one JSON object, written document by document.</summary>
internal static class DifferenceJson
{
    private static readonly JsonSerializerOptions Names = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static void Write(TextWriter output, IEnumerable<DocumentDifference> differences, DifferenceTotals totals)
    {
        output.Write("{\"documents\":[");
        var separator = "\n";
        foreach (var difference in differences)
        {
            output.Write(separator);
            output.Write(JsonSerializer.Serialize(
                new { difference.Change, difference.Before, difference.After, difference.Lines }, Names));
            separator = ",\n";
        }

        output.Write("\n],\"totals\":");
        output.Write(JsonSerializer.Serialize(new { Documents = Counts(totals.Documents), Lines = Counts(totals.Lines) }, Names));
        output.WriteLine("}");
    }

    private static Dictionary<string, TCount> Counts<TCount>(IReadOnlyDictionary<ChangeKind, TCount> counts) =>
        counts.ToDictionary(static count => SchemaName.Of(count.Key), static count => count.Value, StringComparer.Ordinal);
}
