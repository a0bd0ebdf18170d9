using System.Diagnostics;
using System.Diagnostics.Metrics;
using Extractor.Fetching.Archive;
using Extractor.Fetching.Publishers;
using Extractor.Model;

namespace Extractor.Fetching.Harvesting;

/// <summary>Spans and metrics of a harvest (OpenTelemetry); they cost nothing where nobody listens.</summary>
public static class HarvestTelemetry
{
    /// <summary>Of the spans and of the metrics.</summary>
    public const string Name = "Extractor.Fetching";

    private static readonly ActivitySource Spans = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Addresses = Meter.CreateCounter<long>("extractor.fetch.addresses", "{address}",
        "Addresses that were asked, by host and outcome");

    private static readonly Counter<long> Bytes = Meter.CreateCounter<long>("extractor.fetch.bytes", "By",
        "Bytes of bodies that were got, unpacked");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("extractor.fetch.duration", "s",
        "From asking to the archived answer, waiting included");

    private static readonly Counter<long> Documents = Meter.CreateCounter<long>("extractor.harvest.documents", "{document}",
        "Documents that a publisher's harvest found");

    private static readonly Counter<long> Alarms = Meter.CreateCounter<long>("extractor.harvest.alarms", "{alarm}",
        "Alarms of a publisher's harvest");

    internal static Activity? Harvesting(int publishers) => Spans.StartActivity("harvest")?.SetTag("extractor.publishers", publishers);

    internal static Activity? Harvesting(PublisherDefinition publisher) =>
        Spans.StartActivity("harvest publisher")?.SetTag("extractor.publisher", publisher.Key);

    internal static void Harvested(Activity? span, PublisherHarvest harvest)
    {
        var publisher = new KeyValuePair<string, object?>("extractor.publisher", harvest.Publisher);
        Documents.Add(harvest.Found, publisher);
        Alarms.Add(harvest.Alarms.Length, publisher);
        span?.SetTag("extractor.documents", harvest.Found).SetTag("extractor.alarms", harvest.Alarms.Length)
            .SetStatus(harvest.Alarms.IsEmpty && harvest.IsComplete ? ActivityStatusCode.Ok : ActivityStatusCode.Error, harvest.Stopped ??
                string.Join("; ", harvest.Alarms));
    }

    internal static Activity? Asking(PublisherDefinition publisher, Uri address) =>
        Spans.StartActivity("fetch")?.SetTag("extractor.publisher", publisher.Key).SetTag("server.address", address.Host)
            .SetTag("url.full", address.AbsoluteUri);

    internal static void Asked(Activity? span, PublisherDefinition publisher, Visit visit)
    {
        var outcome = SchemaName.Of(visit.Outcome);
        var tags = new TagList { { "server.address", new Uri(visit.Url).Host }, { "extractor.publisher", publisher.Key },
            { "extractor.outcome", outcome } };
        Addresses.Add(1, tags);
        Bytes.Add(visit.Bytes ?? 0, tags);
        Duration.Record(visit.DurationMilliseconds / 1000.0, tags);
        span?.SetTag("extractor.outcome", outcome).SetTag("http.response.status_code", visit.Status)
            .SetTag("extractor.attempts", visit.Attempts)
            .SetStatus(visit.IsAnswered ? ActivityStatusCode.Ok : ActivityStatusCode.Error, visit.Reason);
    }
}
