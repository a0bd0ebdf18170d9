using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Extractor.Fetching.Archive;
using Extractor.Fetching.Harvesting;
using Extractor.Model;
using Extractor.Model.Evidence;
using Extractor.Runs;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor fetch status</c>: publishers by nights, from what the archive has.</summary>
internal static class FetchStatusCommand
{
    public static Command Create(CommandStreams streams)
    {
        var archive = new Option<string>("--archive") { Description = "Folder of the archive.", HelpName = "DIR", Required = true };
        var nights = new Option<int>("--nights")
        {
            Description = "Nights of each publisher that are shown.",
            HelpName = "N",
            DefaultValueFactory = static _ => 7,
        };
        var overdue = new Option<bool>("--overdue") { Description = "Name the departments whose documents are due and not there." };
        var command = new Command("status", "Prints the board: each publisher's nights, what is new, missing and due, and its alarms.")
        {
            archive, nights, overdue,
        };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(archive)!;
            if (!Directory.Exists(folder))
            {
                throw new WrongArgumentException($"there is no archive '{folder}'");
            }

            foreach (var root in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
            {
                Write(streams.Output, root, parsed.GetValue(nights), parsed.GetValue(overdue));
            }

            return (int)ExitCode.Complete;
        });
        return command;
    }

    private static void Write(TextWriter writer, string root, int most, bool withOverdue)
    {
        var nights = HarvestNights.Read(root);
        var path = PublisherArchive.LastHarvestOf(root);
        if (nights.IsEmpty || !File.Exists(path) || JsonSerializer.Deserialize<PublisherHarvest>(File.ReadAllBytes(path)) is not { } last)
        {
            return;
        }

        var good = nights.LastOrDefault(static night => night is { IsComplete: true, Alarms: 0 });
        var due = HarvestNights.Overdue(last.Coverage, DateOnly.FromDateTime(last.FinishedAt.UtcDateTime));
        writer.WriteLine($"{last.Publisher} {last.Name}: last good night {(good is null ? "none" : Day(good.StartedAt))}; " +
            $"{Number(last.Found)} documents, {Number(last.FoundInOtherForms)} in other forms, {Number(due.Length)} overdue");
        writer.WriteLine("  night        end       asked  found    new changed failed missing  taken   left unexplained alarms " +
            "acknowledged");
        foreach (var night in nights.TakeLast(most))
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {Day(night.StartedAt)}   {(night.IsComplete ? "complete" : "stopped "),-8} {night.Requests,6} " +
                $"{night.DocumentsFound,6} {night.AddressesNew,6} {night.AddressesChanged,7} {night.AddressesFailed,6} " +
                $"{night.DocumentsMissing,7} {night.LinksTaken,6} {night.LinksLeft,6} " +
                $"{night.LinksUnexplained,11} {night.Alarms,6} {night.AlarmsAcknowledged,12}"));
        }

        foreach (var alarm in last.Alarms)
        {
            writer.WriteLine($"  ALARM {alarm}");
        }

        foreach (var row in last.Fetches.Where(static row => row is { IsUnexplained: true, Outcome: FetchOutcome.NotTaken }))
        {
            writer.WriteLine($"  LEFT? {row.Reason} {row.Url}");
        }

        foreach (var document in withOverdue ? due : [])
        {
            writer.WriteLine($"  was due on {document.DueOn:yyyy-MM-dd}: {document.DepartmentName} {document.FiscalYear} " +
                SchemaName.Of(document.Kind));
        }
    }

    private static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
