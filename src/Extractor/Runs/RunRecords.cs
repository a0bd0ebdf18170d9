using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Extractor.Fetching;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;

namespace Extractor.Runs;

/// <summary>The rows that tell of a run: <c>runs</c>, <c>fetches</c> and <c>coverage</c>.</summary>
internal static class RunRecords
{
    public static RunRecord RunOf(RunPlan plan, RunWork work, RunHistory history, DateTimeOffset startedAt, DateTimeOffset finishedAt,
        TimeSpan workTime)
    {
        var outcomes = work.Files.Where(static file => file.State == FolderFileState.Taken).CountBy(history.OutcomeOf).ToDictionary();
        var totals = work.Totals;
        return new RunRecord(
            RunIdOf(plan, startedAt),
            plan.DefinitionShown,
            startedAt,
            finishedAt,
            plan.ExtractorVersion,
            outcomes.GetValueOrDefault(FetchOutcome.New),
            outcomes.GetValueOrDefault(FetchOutcome.Changed),
            outcomes.GetValueOrDefault(FetchOutcome.Unchanged),
            (int)totals.Statuses.GetValueOrDefault(DocumentStatus.Quarantined),
            totals.Checks.GetValueOrDefault(CheckOutcome.Holds),
            totals.Checks.GetValueOrDefault(CheckOutcome.Fails),
            RunReport.Rate(totals.PagesRead, workTime),
            (int)RunReport.ExitCodeOf(totals, work.NotTaken));
    }

    public static IEnumerable<FetchRecord> FetchesOf(RunPlan plan, RunWork work, RunHistory history, DateTimeOffset startedAt) =>
        work.Files.Where(file => !IsHarvested(file)).Select(file => new FetchRecord(
            RunIdOf(plan, startedAt),
            file.ArchiveLocation,
            FinalUrl: null,
            Status: null,
            history.OutcomeOf(file),
            Attempts: 1,
            file.State == FolderFileState.Taken ? file.ByteLength : null,
            file.Id?.Value,
            ETag: null,
            LastModified: null,
            startedAt,
            DurationMilliseconds: 0))
        .Concat(
            from source in plan.Definition.Sources
            from asked in source.Harvest?.Fetches ?? []
            select new FetchRecord(
                RunIdOf(plan, startedAt), asked.Url, asked.FinalUrl, asked.Status, asked.Outcome, asked.Attempts, asked.Bytes, asked.Sha256,
                    asked.ETag,
                LastModified(asked.LastModified), asked.StartedAt, asked.DurationMilliseconds, source.Harvest!.Publisher, asked.TakenAs,
                asked.FoundOn, asked.LinkText, asked.Reason, asked.IsUnexplained));

    /// <summary>What the manifests expect against what was found; sources without one expect nothing.</summary>
    public static IEnumerable<CoverageRecord> CoverageOf(RunPlan plan, RunWork work)
    {
        var kinds = work.Documents.ToDictionary(static document => document.Id, static document => document.Kind);
        var ofFolders =
               from file in work.Files
               let expected = file.Expected
               where expected is not null && !IsHarvested(file)
               select new CoverageRecord(
                   file.Listed.Source.Name,
                   expected.Request.DivisionCode,
                   expected.Request.DepartmentName,
                   expected.Request.FiscalYear,
                   file.Id is { } id ? kinds[id] : DocumentKind.Other,
                   Expected: true,
                   Found: file.Id is not null,
                   file.Id,
                   file.Id is null ? file.Reason : null,
                   file.Id is null ? null : DisclosedAs.File);
        return ofFolders.Concat(
            from source in plan.Definition.Sources
            from row in source.Harvest?.Coverage ?? []
            select new CoverageRecord(
                source.Name, row.DivisionCode, row.DepartmentName, row.FiscalYear, row.Kind, row.Expected,
                    PublishedOf(row.Sha256) is not null,
                PublishedOf(row.Sha256), row.Sha256 is null || PublishedOf(row.Sha256) is not null ? row.ReasonMissing
                    : "the archive has lost its file", row.DisclosedAs, row.DueOn));

        // What was harvested once and can no longer be read is not in the publication.
        DocumentId? PublishedOf(string? sha256) => sha256 is not null && new DocumentId(sha256) is var id && kinds.ContainsKey(id) ? id
            : null;
    }

    /// <summary>Harvested documents are told of by their harvest, with what the host answered.</summary>
    private static bool IsHarvested(FolderFile file) => file.Listed.Source.Harvest is not null;

    private static DateTimeOffset? LastModified(string? header) =>
        DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var moment) ? moment : null;

    private static string RunIdOf(RunPlan plan, DateTimeOffset startedAt)
    {
        var moment = startedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{plan.Definition.Name}\n{startedAt.UtcTicks}"));
        return $"{moment}-{Convert.ToHexStringLower(hash)[..8]}";
    }
}
