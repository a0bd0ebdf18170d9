using System.Globalization;
using System.Text.Json;
using Extractor.Publications.Documents;
using Extractor.Publications.Rows;
using Extractor.Site.Generating;

namespace Extractor.Site.Harvests;

/// <summary>
/// <c>data/harvests.json</c>: publishers by nights, with what is missing; <c>data/harvests/PUBLISHER.json</c>: departments by years of
/// one publisher. Both are of the last night that the archive tells of.
/// </summary>
internal static class HarvestBoard
{
    /// <summary>Nights of a publisher on the board; all of them are in the dataset.</summary>
    private const int MostNights = 60;

    /// <summary>Addresses of a publisher that are named; the rest stands in <c>fetches</c>.</summary>
    private const int MostUnexplained = 50;

    public static void Write(string data, PublicationReader publication)
    {
        var coverage = publication.Coverage().ToLookup(static row => row.Source, StringComparer.Ordinal);
        var unexplained = publication.Unexplained().ToLookup(static row => row.Publisher!, StringComparer.Ordinal);
        var publishers = publication.Harvests().GroupBy(static night => night.Publisher)
            .OrderBy(static nights => nights.Key, StringComparer.Ordinal)
            .Select(nights => new Publisher([.. nights.OrderBy(static night => night.StartedAt)], [.. coverage[nights.Key]],
                [.. unexplained[nights.Key].OrderBy(static row => row.Url, StringComparer.Ordinal).Take(MostUnexplained)]))
            .ToList();
        JsonFile.Write(Path.Combine(data, "harvests.json"), json =>
        {
            json.WriteStartArray();
            foreach (var publisher in publishers)
            {
                WritePublisher(json, publisher);
            }

            json.WriteEndArray();
        });
        foreach (var publisher in publishers)
        {
            JsonFile.Write(Path.Combine(data, "harvests", publisher.Last.Publisher + ".json"), json => WriteDepartments(json, publisher));
        }
    }

    private static void WritePublisher(Utf8JsonWriter json, Publisher publisher)
    {
        json.WriteStartObject();
        json.WriteString("key", publisher.Last.Publisher);
        json.WriteString("name", publisher.Last.PublisherName);
        json.WriteString("division", publisher.Last.DivisionCode);
        json.WriteKnown("lastGood", publisher.LastGood is { } good ? Day(good.StartedAt) : null);
        json.WriteNumber("missing", publisher.Coverage.Count(publisher.IsMissing));
        json.WriteStartArray("nights");
        foreach (var night in publisher.Nights.TakeLast(MostNights))
        {
            json.WriteStartArray();
            json.WriteStringValue(Day(night.StartedAt));
            json.WriteNumberValue(night.Complete ? 1 : 0);
            foreach (var count in (ReadOnlySpan<int>)
                [night.DocumentsFound, night.DisclosuresInOtherForms, night.AddressesNew, night.AddressesChanged, night.AddressesFailed,
                    night.LinksUnexplained, night.Alarms, night.AlarmsAcknowledged])
            {
                json.WriteNumberValue(count);
            }

            json.WriteStringValue(night.Stopped);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("unexplained");
        foreach (var link in publisher.Unexplained)
        {
            json.WriteStartArray();
            json.WriteStringValue(link.Url);
            json.WriteStringValue(link.Reason);
            json.WriteStringValue(link.LinkText);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDepartments(Utf8JsonWriter json, Publisher publisher)
    {
        json.WriteStartArray();
        foreach (var department in publisher.Coverage.GroupBy(static row => row.DepartmentName)
            .OrderBy(static group => group.Key is null).ThenBy(static group => group.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteKnown("name", department.Key);
            json.WriteStartArray("documents");
            foreach (var row in department.OrderBy(static row => row.FiscalYear).ThenBy(static row => row.Kind, StringComparer.Ordinal)
                .ThenBy(static row => row.DocumentId, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteKnown("year", row.FiscalYear);
                json.WriteString("kind", row.Kind);
                json.WriteString("state", publisher.IsMissing(row) ? "missing" : row.DisclosedAs ?? (row.Found ? "file" : "not_due"));
                json.WriteKnown("id", row.DocumentId);
                json.WriteKnown("due", row.DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                json.WriteKnown("reason", row.ReasonMissing);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="Nights">In their order, at least one.</param>
    /// <param name="Unexplained">Links and lists that were not followed though they stand where documents stand.</param>
    private sealed record Publisher(IReadOnlyList<HarvestRow> Nights, IReadOnlyList<CoverageRow> Coverage,
        IReadOnlyList<FetchRow> Unexplained)
    {
        public HarvestRow Last => Nights[^1];

        /// <summary>The last that came to its end and left nothing that nobody has acknowledged.</summary>
        public HarvestRow? LastGood => Nights.LastOrDefault(static night => night is { Complete: true, Alarms: 0 });

        /// <summary>Neither disclosed in any form nor still to be awaited.</summary>
        public bool IsMissing(CoverageRow row) =>
            row is { Found: false, DisclosedAs: null } && !(row.DueOn >= DateOnly.FromDateTime(Last.FinishedAt.UtcDateTime));
    }
}
