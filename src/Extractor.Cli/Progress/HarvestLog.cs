using System.Text.Encodings.Web;
using System.Text.Json;
using Extractor.Fetching.Harvesting;
using Extractor.Model;

namespace Extractor.Cli.Progress;

/// <summary>One JSON object a line for every address that was asked.</summary>
internal sealed class HarvestLog(TextWriter writer) : IProgress<HarvestEvent>
{
    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock gate = new();

    public void Report(HarvestEvent value)
    {
        var visit = value.Visit;
        var line = JsonSerializer.Serialize(
            new
            {
                at = visit.AskedAt,
                publisher = value.Publisher.Key,
                host = new Uri(visit.Url).Authority,
                url = visit.Url,
                outcome = SchemaName.Of(visit.Outcome),
                status = visit.Status,
                attempts = visit.Attempts,
                bytes = visit.Bytes,
                ms = visit.DurationMilliseconds,
                reason = visit.Reason,
            },
            Format);
        lock (gate)
        {
            writer.WriteLine(line);
        }
    }
}
