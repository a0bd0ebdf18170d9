using System.Collections.Immutable;
using System.Globalization;
using Extractor.Fetching.Archive;
using Extractor.Fetching.Harvesting;
using Extractor.Fetching.Publishers;
using Extractor.Model;
using Extractor.Model.Evidence;
using Extractor.Runs;
using Spectre.Console;

namespace Extractor.Cli.Reports;

/// <summary>The closing summary of a harvest for people, and the plan that a dry run shows.</summary>
internal static class HarvestSummary
{
    public static void Write(IAnsiConsole console, ImmutableArray<PublisherHarvest> harvests, ExitCode exitCode)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("publisher", "documents", "before", "asked", "not due", "outcomes",
            "expected, missing");
        foreach (var harvest in harvests)
        {
            table.AddRow([.. ((string[])[
                $"{harvest.Publisher} {harvest.Name}{(harvest.IsComplete ? string.Empty : " (stopped)")}",
                Number(harvest.Found),
                harvest.FoundBefore is { } before ? Number(before) : "-",
                Number(harvest.Requests),
                Number(harvest.Unasked),
                string.Join(", ", harvest.Outcomes.Select(static outcome => $"{Number(outcome.Value)} {outcome.Key}")),
                $"{Number(harvest.Coverage.Count(static row => row.Expected))}, " +
                $"{Number(harvest.Coverage.Count(static row => row is { Expected: true, Sha256: null }))}",
            ]).Select(static cell => new Markup(Markup.Escape(cell)))]);
        }

        console.Write(table);
        foreach (var harvest in harvests)
        {
            foreach (var alarm in harvest.Alarms.Concat(harvest.Stopped is null ? []
                : [$"stopped: {harvest.Stopped}; the next harvest goes on from there"]))
            {
                console.WriteLine($"ALARM {harvest.Publisher} {harvest.Name}: {alarm}");
            }
        }

        foreach (var harvest in harvests)
        {
            foreach (var alarm in harvest.Acknowledged)
            {
                console.WriteLine($"acknowledged {harvest.Publisher} {harvest.Name}: {alarm}");
            }
        }

        console.WriteLine($"exit code {(int)exitCode} {SchemaName.Of(exitCode)}");
    }

    /// <summary>The account of every listing: what is announced, walked, taken and left.</summary>
    public static void WriteListings(TextWriter writer, PublisherHarvest harvest)
    {
        writer.WriteLine($"{harvest.Publisher} {harvest.Name}" +
            $"{(harvest.Stopped is null ? string.Empty : $" (stopped: {harvest.Stopped})")}");
        foreach (var listing in harvest.Listings)
        {
            writer.WriteLine($"  {listing.Address}: {Number(listing.Pages)} pages, {Number(listing.Entries)} entries, " +
                $"{Number(listing.Columns)} columns" +
                $"{(listing.AnnouncedRecords is { } records ? $", {Number(records)} records announced" : string.Empty)}" +
                $"{(listing.AnnouncedPages is { } pages ? $", {Number(pages)} pages announced" : string.Empty)}; left: " +
                $"{string.Join(", ", listing.Refused.Select(static reason => $"{Number(reason.Value)} {reason.Key}"))}");
        }

        foreach (var link in harvest.Fetches.Where(static row => row is { TakenAs: LinkRole.Article or LinkRole.Document }
            or { IsUnexplained: true }))
        {
            writer.WriteLine($"  {(link.TakenAs is { } role ? SchemaName.Of(role) : $"LEFT? {link.Reason}")} | " +
                $"{link.LinkText} | {link.Url}");
        }

        foreach (var alarm in harvest.Alarms)
        {
            writer.WriteLine($"  ALARM {alarm}");
        }
    }

    public static void WritePlan(TextWriter writer, ImmutableArray<PublisherDefinition> publishers, string archive)
    {
        foreach (var publisher in publishers)
        {
            var known = HarvestJournal.ReadKnown(PublisherArchive.KnownOf(Path.Combine(archive, publisher.Key))).Count();
            writer.WriteLine($"{publisher.Key} {publisher.Name}: {Number(publisher.Listings.Length)} listings, " +
                $"{Number(publisher.Addresses.Length)} addresses, {Number(known)} addresses " +
                $"known{(publisher.Verified ? string.Empty : ", not verified")}");
            foreach (var listing in publisher.Listings)
            {
                writer.WriteLine($"  {listing.Address} ({listing.Recipe.Name})");
            }
        }
    }

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
