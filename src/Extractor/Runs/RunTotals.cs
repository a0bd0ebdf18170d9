using System.Collections.Immutable;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;
using Extractor.Runs.Documents;

namespace Extractor.Runs;

/// <summary>What the documents of a run add up to, and those that are not complete one by one.</summary>
/// <param name="Fresh">Documents of which nothing was stale.</param>
/// <param name="PagesRead">Pages extracted in this run.</param>
/// <param name="Failures">Documents whose work was given up, by why.</param>
/// <param name="NotComplete">Partial and quarantined documents, by their place.</param>
public sealed record RunTotals(
    int Documents,
    int Fresh,
    long PagesRead,
    long Pages,
    long Lines,
    ImmutableSortedDictionary<DocumentStatus, long> Statuses,
    ImmutableSortedDictionary<DocumentKind, long> Kinds,
    ImmutableSortedDictionary<PageState, long> PageStates,
    ImmutableSortedDictionary<TableKey, long> Tables,
    ImmutableSortedDictionary<CheckOutcome, long> Checks,
    ImmutableSortedDictionary<Severity, long> Findings,
    ImmutableSortedDictionary<FailureKind, long> Failures,
    ImmutableArray<IncompleteDocument> NotComplete);

/// <summary>A document that was not read wholly.</summary>
public sealed record IncompleteDocument(DocumentId Id, string ArchiveLocation, DocumentStatus Status, string? Reason);

/// <summary>Adds up outcomes as they come, so that a run need not hold them. For one thread at a time.</summary>
internal sealed class RunTally
{
    private readonly Dictionary<DocumentStatus, long> statuses = [];
    private readonly Dictionary<DocumentKind, long> kinds = [];
    private readonly Dictionary<PageState, long> pageStates = [];
    private readonly Dictionary<TableKey, long> tables = [];
    private readonly Dictionary<CheckOutcome, long> checks = [];
    private readonly Dictionary<Severity, long> findings = [];
    private readonly Dictionary<FailureKind, long> failures = [];
    private readonly List<IncompleteDocument> notComplete = [];
    private int documents;
    private int fresh;
    private long pagesRead;
    private long pages;
    private long lines;

    public void Add(ProcessedDocument document)
    {
        var outcome = document.Outcome;
        documents++;
        fresh += document.IsFresh ? 1 : 0;
        pagesRead += document.PagesRead;
        pages += outcome.Pages;
        lines += outcome.Lines;
        Add(statuses, outcome.Status, 1);
        Add(kinds, outcome.Kind, 1);
        AddAll(pageStates, outcome.PageStates);
        AddAll(tables, outcome.Tables);
        AddAll(checks, outcome.Checks);
        AddAll(findings, outcome.Findings);
        if (document.Failure is { } failure)
        {
            Add(failures, failure.Kind, 1);
        }

        if (outcome.Status != DocumentStatus.Complete)
        {
            notComplete.Add(new IncompleteDocument(outcome.Id, outcome.ArchiveLocation, outcome.Status, outcome.StatusReason));
        }
    }

    public RunTotals ToTotals() => new(
        documents,
        fresh,
        pagesRead,
        pages,
        lines,
        statuses.ToImmutableSortedDictionary(),
        kinds.ToImmutableSortedDictionary(),
        pageStates.ToImmutableSortedDictionary(),
        tables.ToImmutableSortedDictionary(),
        checks.ToImmutableSortedDictionary(),
        findings.ToImmutableSortedDictionary(),
        failures.ToImmutableSortedDictionary(),
        [.. notComplete.OrderBy(static document => document.ArchiveLocation, StringComparer.Ordinal)]);

    private static void AddAll<TKey>(Dictionary<TKey, long> sums, ImmutableSortedDictionary<TKey, int> counts)
        where TKey : struct, Enum
    {
        foreach (var (key, count) in counts)
        {
            Add(sums, key, count);
        }
    }

    private static void Add<TKey>(Dictionary<TKey, long> sums, TKey key, long count)
        where TKey : struct, Enum => sums[key] = sums.GetValueOrDefault(key) + count;
}
