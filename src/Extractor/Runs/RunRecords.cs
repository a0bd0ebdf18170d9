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
    public static RunRecord RunOf(RunPlan plan, RunWork work, RunHistory history, DateTimeOffset startedAt, DateTimeOffset finishedAt, TimeSpan workTime)
    {
        var outcomes = work.Files.Where(static file => file.File is not null).Select(history.OutcomeOf).ToLookup(static outcome => outcome);
        var documents = work.Documents.Select(static document => document.Outcome).ToList();
        return new RunRecord(
            RunIdOf(plan, startedAt),
            plan.DefinitionShown,
            startedAt,
            finishedAt,
            plan.ExtractorVersion,
            outcomes[FetchOutcome.New].Count(),
            outcomes[FetchOutcome.Changed].Count(),
            outcomes[FetchOutcome.Unchanged].Count(),
            documents.Count(static document => document.Status == DocumentStatus.Quarantined),
            documents.Sum(static document => (long)document.Checks.GetValueOrDefault(CheckOutcome.Holds)),
            documents.Sum(static document => (long)document.Checks.GetValueOrDefault(CheckOutcome.Fails)),
            RunReport.Rate(work.PagesRead, workTime),
            (int)RunReport.ExitCodeOf(documents, work.NotTaken, work.Failures));
    }

    public static IEnumerable<FetchRecord> FetchesOf(RunPlan plan, RunWork work, RunHistory history, DateTimeOffset startedAt) =>
        work.Files.Where(file => !IsHarvested(plan, file)).Select(file => new FetchRecord(
            RunIdOf(plan, startedAt),
            file.ArchiveLocation,
            FinalUrl: null,
            Status: null,
            history.OutcomeOf(file),
            Attempts: 1,
            file.File?.ByteLength,
            file.Id?.Value,
            ETag: null,
            LastModified: null,
            startedAt,
            DurationMilliseconds: 0))
        .Concat(
            from source in plan.Definition.Sources
            from asked in source.Harvest?.Fetches ?? []
            select new FetchRecord(
                RunIdOf(plan, startedAt), asked.Url, asked.FinalUrl, asked.Status, asked.Outcome, asked.Attempts, asked.Bytes, asked.Sha256, asked.ETag,
                LastModified(asked.LastModified), asked.StartedAt, asked.DurationMilliseconds));

    /// <summary>What the manifests expect against what was found; sources without one expect nothing.</summary>
    public static IEnumerable<CoverageRecord> CoverageOf(RunPlan plan, RunWork work)
    {
        var kinds = work.Documents.ToDictionary(static document => document.File.Id, static document => document.Outcome.Kind);
        var ofFolders =
               from file in work.Files
               let expected = file.Expected
               where expected is not null && !IsHarvested(plan, file)
               select new CoverageRecord(
                   file.ArchiveLocation[..file.ArchiveLocation.IndexOf('/', StringComparison.Ordinal)],
                   expected.Request.DivisionCode,
                   expected.Request.DepartmentName,
                   expected.Request.FiscalYear,
                   file.Id is { } id ? kinds[id] : DocumentKind.Other,
                   Expected: true,
                   Found: file.Id is not null,
                   file.Id,
                   file.Id is null ? file.Reason : null);
        return ofFolders.Concat(
            from source in plan.Definition.Sources
            from row in source.Harvest?.Coverage ?? []
            select new CoverageRecord(
                source.Name, row.DivisionCode, row.DepartmentName, row.FiscalYear, row.Kind, row.Expected, PublishedOf(row.Sha256) is not null,
                PublishedOf(row.Sha256), row.Sha256 is null || PublishedOf(row.Sha256) is not null ? row.ReasonMissing : "the archive has lost its file"));

        // What was harvested once and can no longer be read is not in the publication.
        DocumentId? PublishedOf(string? sha256) => sha256 is not null && new DocumentId(sha256) is var id && kinds.ContainsKey(id) ? id : null;
    }

    /// <summary>Harvested documents are told of by their harvest, with what the host answered.</summary>
    private static bool IsHarvested(RunPlan plan, FolderFile file) =>
        plan.Definition.Sources.Any(source => source.Harvest is not null && file.ArchiveLocation.StartsWith(source.Name + "/", StringComparison.Ordinal));

    private static DateTimeOffset? LastModified(string? header) =>
        DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;

    private static string RunIdOf(RunPlan plan, DateTimeOffset startedAt)
    {
        var moment = startedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{plan.Definition.Name}\n{startedAt.UtcTicks}"));
        return $"{moment}-{Convert.ToHexStringLower(hash)[..8]}";
    }
}
