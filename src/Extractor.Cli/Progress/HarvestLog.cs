using System.Text.Encodings.Web;
using System.Text.Json;
using Extractor.Fetching.Harvesting;
using Extractor.Model;

namespace Extractor.Cli.Progress;

/// <summary>The log of a harvest for machines: one JSON object a line, and now and then one for each host that is at work.</summary>
internal sealed class HarvestLog(TextWriter writer, TimeProvider clock) : IProgress<HarvestEvent>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock gate = new();
    private readonly HostTally tally = new();
    private long told = clock.GetTimestamp();

    public void Report(HarvestEvent value)
    {
        lock (gate)
        {
            switch (value)
            {
                case PublisherStarted started:
                    Write(new
                    {
                        at = clock.GetUtcNow(),
                        @event = "publisher_started",
                        publisher = started.Publisher.Key,
                        name = started.Publisher.Name,
                        resumed = started.IsResumed
                    });
                    break;
                case AddressAsked { Visit: var visit } asked:
                    Write(new
                    {
                        at = visit.AskedAt,
                        @event = "address_asked",
                        publisher = asked.Publisher.Key,
                        host = new Uri(visit.Url).Authority,
                        url = visit.Url,
                        outcome = SchemaName.Of(visit.Outcome),
                        status = visit.Status,
                        attempts = visit.Attempts,
                        bytes = visit.Bytes,
                        ms = visit.DurationMilliseconds,
                        reason = visit.Reason,
                    });
                    tally.Count(asked);
                    TellNowAndThen();
                    break;
                case PublisherFinished { Harvest: var harvest }:
                    Write(new
                    {
                        at = harvest.FinishedAt,
                        @event = "publisher_finished",
                        publisher = harvest.Publisher,
                        documents = harvest.Found,
                        complete = harvest.IsComplete,
                        stopped = harvest.Stopped,
                        fault = harvest.Fault,
                        alarms = harvest.Alarms,
                    });
                    break;
            }
        }
    }

    private void TellNowAndThen()
    {
        if (clock.GetElapsedTime(told) < Pause)
        {
            return;
        }

        told = clock.GetTimestamp();
        foreach (var host in tally.SinceLastTime())
        {
            Write(new
            {
                at = clock.GetUtcNow(),
                @event = "host_progress",
                host = host.Name,
                asked = host.Asked,
                outcomes = host.Outcomes,
                bytes = host.Bytes
            });
        }
    }

    private void Write<T>(T line) => writer.WriteLine(JsonSerializer.Serialize(line, Format));
}
