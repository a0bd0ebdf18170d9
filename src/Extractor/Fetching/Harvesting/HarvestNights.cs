using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Extractor.Fetching.Archive;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;

namespace Extractor.Fetching.Harvesting;

/// <summary>A department whose document is due: it had one of the kind in an earlier year.</summary>
/// <param name="DueOn">The last day on which it was to be published.</param>
public sealed record OverdueDocument(string DepartmentName, int FiscalYear, DocumentKind Kind, DateOnly DueOn);

/// <summary>The nights of a publisher's archive, one line each in <c>nights.jsonl</c>.</summary>
public static class HarvestNights
{
    public const string FileName = "nights.jsonl";

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>In the order of the nights.</summary>
    /// <param name="root">Of the publisher's archive.</param>
    public static ImmutableArray<HarvestRecord> Read(string root)
    {
        var path = Path.Combine(root, FileName);
        return File.Exists(path)
            ? [.. File.ReadLines(path).Where(static line => line.Length > 0)
                .Select(static line => JsonSerializer.Deserialize<HarvestRecord>(line)!)]
            : [];
    }

    /// <summary>Adds a night; one that goes on after a stop takes the place of its beginning.</summary>
    public static void Add(string root, HarvestRecord night)
    {
        ArgumentNullException.ThrowIfNull(night);
        var nights = Read(root).Where(before => before.StartedAt != night.StartedAt).Append(night).OrderBy(static known => known.StartedAt)
            .ToList();
        HarvestJournal.Replace(Path.Combine(root, FileName), stream =>
        {
            foreach (var line in nights)
            {
                JsonSerializer.Serialize(stream, line, Compact);
                stream.WriteByte((byte)'\n');
            }
        });
    }

    public static HarvestRecord Of(PublisherHarvest harvest)
    {
        ArgumentNullException.ThrowIfNull(harvest);
        var day = DateOnly.FromDateTime(harvest.FinishedAt.UtcDateTime);
        return new HarvestRecord(
            harvest.Publisher,
            harvest.Name,
            harvest.DivisionCode,
            harvest.StartedAt,
            harvest.FinishedAt,
            harvest.IsComplete,
            harvest.Stopped,
            harvest.Requests,
            harvest.Found,
            harvest.FoundInOtherForms,
            Count(FetchOutcome.New),
            Count(FetchOutcome.Changed),
            Count(FetchOutcome.Failed) + Count(FetchOutcome.Blocked) + Count(FetchOutcome.NotFound) + Count(FetchOutcome.WrongMediaType)
                + Count(FetchOutcome.RefusedByRobots),
            harvest.Coverage.Count(static row => row.Expected),
            harvest.Coverage.Count(row => row.Expected && row.IsMissing(day)),
            Overdue(harvest.Coverage, day).Length,
            harvest.Fetches.Count(static row => row.TakenAs is not null),
            Count(FetchOutcome.NotTaken),
            harvest.Fetches.Count(static row => row is { IsUnexplained: true, Outcome: FetchOutcome.NotTaken }),
            harvest.Alarms.Length,
            harvest.Acknowledged.IsDefault ? 0 : harvest.Acknowledged.Length);

        int Count(FetchOutcome outcome) => harvest.Fetches.Count(row => row.Outcome == outcome);
    }

    /// <summary>
    /// Departments that published a kind for the year before and have not for a year in which it is due. The listing itself says which
    /// departments there are; nobody has to list them.
    /// </summary>
    public static ImmutableArray<OverdueDocument> Overdue(ImmutableArray<HarvestedCoverage> coverage, DateOnly day)
    {
        var published = coverage
            .Where(static row => row is { DepartmentName: not null, FiscalYear: not null, DisclosedAs: not null })
            .Select(static row => (Department: row.DepartmentName!, Year: row.FiscalYear!.Value, row.Kind)).ToHashSet();
        return
        [
            .. from document in published
               let due = DueDates.Of(document.Kind, document.Year + 1)
               where due < day && !published.Contains((document.Department, document.Year + 1, document.Kind))
                   && DueDates.Of(document.Kind, document.Year + 2) >= day
               orderby document.Department, document.Kind
               select new OverdueDocument(document.Department, document.Year + 1, document.Kind, due.Value),
        ];
    }
}
