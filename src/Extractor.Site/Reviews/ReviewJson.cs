using System.Globalization;
using System.Text.Json;

namespace Extractor.Site.Reviews;

/// <summary><c>data/reviews.json</c>, and what <c>extractor serve</c> answers: the last decision on each finding by its id.</summary>
internal static class ReviewJson
{
    public static void Write(Utf8JsonWriter json, IEnumerable<ReviewDecision> decisions)
    {
        json.WriteStartObject();
        foreach (var (id, decision) in ReviewFile.Latest(decisions).OrderBy(static entry => entry.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(id);
            json.WriteString("document", decision.DocumentId);
            json.WriteString("decision", decision.Decision);
            json.WriteString("note", decision.Note);
            json.WriteString("reviewer", decision.Reviewer);
            json.WriteString("time", decision.DecidedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
