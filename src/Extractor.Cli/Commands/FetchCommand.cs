using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Extractor.Cli.Progress;
using Extractor.Cli.Reports;
using Extractor.Fetching;
using Extractor.Fetching.Archive;
using Extractor.Fetching.Harvesting;
using Extractor.Fetching.Publishers;
using Extractor.Fetching.Requests;
using Extractor.Runs;
using Extractor.Runs.Definitions;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor fetch</c>: harvests publishers into an archive.</summary>
internal static class FetchCommand
{
    private static readonly JsonSerializerOptions ReportFormat = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static Command Create(CommandStreams streams)
    {
        var publishers = new Argument<string[]>("PUBLISHERS")
        {
            Description = "Definitions of publishers (YAML), or folders of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var archive = new Option<string>("--archive")
        {
            Description = "Folder of the archive; below it one folder a publisher.",
            HelpName = "DIR",
            Required = true
        };
        var contact = new Option<string>("--contact")
        {
            Description = "Sent with every request, so that a site's keeper can reach you: an address or a page about this harvest.",
            HelpName = "ADDRESS",
            Required = true,
        };
        var only = new Option<string[]>("--only")
        {
            Description = "Only publishers whose file name, division code or name contains this.",
            HelpName = "TEXT"
        };
        var since = new Option<string?>("--since")
        {
            Description =
            "Leave entries alone whose address carries an earlier date (yyyy-MM-dd).",
            HelpName = "DATE"
        };
        var most = new Option<int?>("--max-requests")
        {
            Description = "Stop after so many requests; the next harvest goes on from there.",
            HelpName = "N"
        };
        var shard = ShardOption.Create("Take only the publishers of this share, as in 3/16: by host, so that a host is asked by one " +
            "process. Give every share the same PUBLISHERS.");
        var minutes = new Option<int?>("--max-minutes")
        {
            Description = "Stop after so many minutes; the next harvest goes on from there.",
            HelpName = "N"
        };
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Walk the listings, ask for no article and no file, keep nothing, and print the account of every listing."
        };
        var check = new Option<bool>("--check")
        {
            Description = "Ask nobody: check the definitions and show what would be asked first."
        };
        var report = new Option<string?>("--report")
        {
            Description =
            "Where the machine-readable report goes. Default: report.json in the archive; report-3-of-16.json of a share.",
            HelpName = "FILE"
        };
        var webhook = new Option<string?>("--webhook")
        {
            Description = "Address to which the report is posted when there are alarms.",
            HelpName = "URL"
        };
        var command = new Command("fetch", "Harvests publishers' pages and documents into an archive." + ExtractorCommand.ExitCodes + """


            Of fetch: 1 means alarms that nobody has acknowledged (nothing or less found, pages or new documents that cannot be got,
            links that nothing explains, expected documents missing) or a harvest that a limit stopped. acknowledged.csv beside the
            definitions names alarms that need nobody until a day.
            The log on stderr is one JSON object a line, unless a person watches. Where OTEL_EXPORTER_OTLP_ENDPOINT is set, spans and
            metrics go there.
            """)
        {
            publishers, archive, contact, only, since, most, minutes, shard, dryRun, check, report, webhook,
            FetchTryCommand.Create(streams), FetchStatusCommand.Create(streams),
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await Task.Yield();
            var chosen = Chosen(PublisherReader.Read(parsed.GetValue(publishers)!), parsed.GetValue(only) ?? []);
            var definitions = parsed.GetValue(shard) is { } share ? PublisherShare.Of(chosen, share) : chosen;
            var folder = Path.GetFullPath(parsed.GetValue(archive)!);
            var acknowledged = AcknowledgementReader.Read(parsed.GetValue(publishers)!);
            if (parsed.GetValue(check))
            {
                HarvestSummary.WritePlan(streams.Error, definitions, folder);
                return (int)ExitCode.Complete;
            }

            var options = new HarvestOptions(
                folder, Date(parsed.GetValue(since)), parsed.GetValue(most), RequestSettings.Default(Contact(parsed.GetValue(contact)!)),
                    RunCommand.Version, parsed.GetValue(minutes) is { } time ? TimeSpan.FromMinutes(time) : null,
                Acknowledged: acknowledged);
            if (parsed.GetValue(dryRun))
            {
                return await TryListingsAsync(definitions, options, streams, cancellationToken);
            }

            var reportPath = Path.GetFullPath(parsed.GetValue(report) ?? Path.Combine(folder, ReportName(parsed.GetValue(shard))));
            return await RunAsync(definitions, options, reportPath, parsed.GetValue(webhook), streams, cancellationToken);
        });
        return command;
    }

    /// <summary>Nothing is kept: the archive of a trial is thrown away.</summary>
    private static async Task<int> TryListingsAsync(ImmutableArray<PublisherDefinition> definitions, HarvestOptions options,
        CommandStreams streams, CancellationToken cancellationToken)
    {
        var trial = Directory.CreateTempSubdirectory("extractor-trial-");
        try
        {
            var harvests = await Harvester.RunAsync(definitions, options with { ArchiveFolder = trial.FullName, ListingsOnly = true },
                TimeProvider.System, new HarvestLog(streams.Error, TimeProvider.System), cancellationToken);
            foreach (var harvest in harvests)
            {
                HarvestSummary.WriteListings(streams.Output, harvest);
            }

            return (int)(harvests.Any(static harvest => harvest.Fault is not null) ? ExitCode.InternalError
                : harvests.All(static harvest => harvest is { IsComplete: true, Alarms.IsEmpty: true }) ? ExitCode.Complete
                : ExitCode.Incomplete);
        }
        finally
        {
            trial.Delete(recursive: true);
        }
    }

    private static async Task<int> RunAsync(
        ImmutableArray<PublisherDefinition> definitions, HarvestOptions options, string reportPath, string? webhook, CommandStreams streams,
            CancellationToken cancellationToken)
    {
        ImmutableArray<PublisherHarvest> harvests;
        try
        {
            using var telemetry = Telemetry.Start(RunCommand.Version);
            harvests = streams.IsTerminal
                ? await HarvestTerminal.ShowAsync(streams.ErrorConsole(), progress =>
                    Harvester.RunAsync(definitions, options, TimeProvider.System, progress, cancellationToken))
                : await Harvester.RunAsync(definitions, options, TimeProvider.System, new HarvestLog(streams.Error, TimeProvider.System),
                    cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"'{options.ArchiveFolder}' cannot be written: {error.Message} What is done stays done; the same " +
                $"command goes on from there.", error);
        }

        var exitCode = harvests.Any(static harvest => harvest.Fault is not null) ? ExitCode.InternalError
            : harvests.All(static harvest => harvest is { IsComplete: true, Alarms.IsEmpty: true }) ? ExitCode.Complete
            : ExitCode.Incomplete;
        var json = JsonSerializer.Serialize(new { ExitCode = (int)exitCode, Publishers = harvests }, ReportFormat);
        HarvestJournal.Replace(reportPath, stream => stream.Write(Encoding.UTF8.GetBytes(json)));
        HarvestSummary.Write(streams.ErrorConsole(), harvests, exitCode);
        if (webhook is not null && exitCode != ExitCode.Complete)
        {
            await PostAsync(webhook, json, streams, cancellationToken);
        }

        return (int)exitCode;
    }

    private static string ReportName(Shard? shard) =>
        shard is null ? "report.json" : string.Create(CultureInfo.InvariantCulture, $"report-{shard.Number}-of-{shard.Count}.json");

    /// <summary>An alarm that cannot be posted is still in the exit code, the summary and the report.</summary>
    private static async Task PostAsync(string webhook, string json, CommandStreams streams, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
            using var content = new StringContent(json, Encoding.UTF8, "application/json");
            using var response = await client.PostAsync(new Uri(webhook), content, cancellationToken);
            if (response.StatusCode >= HttpStatusCode.BadRequest)
            {
                await streams.Error.WriteLineAsync(
                    $"warning: the webhook answered {(int)response.StatusCode}; the report is in the archive");
            }
        }
        catch (Exception error) when (error is HttpRequestException or UriFormatException or TaskCanceledException &&
            !cancellationToken.IsCancellationRequested)
        {
            await streams.Error.WriteLineAsync($"warning: the report could not be posted: {error.Message}");
        }
    }

    private static ImmutableArray<PublisherDefinition> Chosen(ImmutableArray<PublisherDefinition> definitions, string[] only)
    {
        var chosen = only.Length == 0
            ? definitions
            : [.. definitions.Where(definition => only.Any(text =>
                definition.Key.Contains(text, StringComparison.Ordinal) || definition.Name.Contains(text, StringComparison.Ordinal) ||
                    definition.DivisionCode == text))];
        return chosen.IsEmpty ? throw new WrongArgumentException($"no publisher is called {string.Join(" or ", only)}") : chosen;
    }

    internal static string Contact(string text) =>
        text.Contains('@', StringComparison.Ordinal) || text.Contains("://", StringComparison.Ordinal)
            ? text.All(static character => character is > ' ' and < '\u007F' and not ('(' or ')')) ? text
                : throw new WrongArgumentException($"--contact is '{text}'; plain ASCII without spaces and brackets is expected")
            : throw new WrongArgumentException($"--contact is '{text}'; a mail address or the address of a page is expected");

    private static DateOnly? Date(string? text) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw new WrongArgumentException($"--since is '{text}'; a date as 2026-01-31 is expected");
}
