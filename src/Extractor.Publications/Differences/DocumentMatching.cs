using System.Collections.Immutable;

namespace Extractor.Publications.Differences;

/// <summary>Which document of the later publication stands for which of the earlier one.</summary>
internal static class DocumentMatching
{
    /// <summary>
    /// By their bytes; else by what a document says it supersedes; else by issuer, year and kind, where one on each side is
    /// left, or the address is the same. By year, place, issuer and kind of the later side.
    /// </summary>
    public static ImmutableArray<(ComparedDocument? Before, ComparedDocument? After)> Pairs(
        IReadOnlyCollection<ComparedDocument> before, IReadOnlyCollection<ComparedDocument> after)
    {
        var earlier = before.ToDictionary(static document => document.DocumentId, StringComparer.Ordinal);
        var later = after.ToDictionary(static document => document.DocumentId, StringComparer.Ordinal);
        var replacedBy = new Dictionary<string, ComparedDocument>(StringComparer.Ordinal);
        foreach (var document in InOrder(after).Where(document => !earlier.ContainsKey(document.DocumentId)))
        {
            if (document.SupersedesDocumentId is { } old && earlier.ContainsKey(old))
            {
                replacedBy.TryAdd(old, document);
            }
        }

        var paired = replacedBy.Values.Select(static document => document.DocumentId).ToHashSet(StringComparer.Ordinal);
        var gone = InOrder(before).Where(document =>
            !later.ContainsKey(document.DocumentId) && !replacedBy.ContainsKey(document.DocumentId)).ToLookup(IssueOf);
        var come = InOrder(after).Where(document => !earlier.ContainsKey(document.DocumentId) && !paired.Contains(document.DocumentId))
            .ToLookup(IssueOf);
        foreach (var issue in gone.Where(static issue => issue.Key.DepartmentName is not null))
        {
            PairIssue([.. issue], [.. come[issue.Key]], replacedBy);
        }

        paired = replacedBy.Values.Select(static document => document.DocumentId).ToHashSet(StringComparer.Ordinal);
        var pairs = new List<(ComparedDocument? Before, ComparedDocument? After)>();
        pairs.AddRange(before.Select(document =>
            ((ComparedDocument?)document, replacedBy.GetValueOrDefault(document.DocumentId) ??
            later.GetValueOrDefault(document.DocumentId))));
        pairs.AddRange(after.Where(document => !earlier.ContainsKey(document.DocumentId) && !paired.Contains(document.DocumentId))
            .Select(static document => ((ComparedDocument?)null, (ComparedDocument?)document)));
        return [.. pairs.OrderBy(static pair => (pair.After ?? pair.Before)!, Order)];
    }

    private static Comparer<ComparedDocument> Order { get; } = Comparer<ComparedDocument>.Create(static (left, right) =>
    {
        var order = (left.FiscalYear ?? int.MaxValue).CompareTo(right.FiscalYear ?? int.MaxValue);
        order = order != 0 ? order : string.CompareOrdinal(left.DivisionCode, right.DivisionCode);
        order = order != 0 ? order : string.CompareOrdinal(left.DepartmentName, right.DepartmentName);
        order = order != 0 ? order : string.CompareOrdinal(left.Kind, right.Kind);
        return order != 0 ? order : string.CompareOrdinal(left.DocumentId, right.DocumentId);
    });

    private static IEnumerable<ComparedDocument> InOrder(IEnumerable<ComparedDocument> documents) => documents.Order(Order);

    private static void PairIssue(List<ComparedDocument> gone, List<ComparedDocument> come, Dictionary<string, ComparedDocument> replacedBy)
    {
        foreach (var old in gone.ToList())
        {
            if (come.Find(candidate => candidate.ArchiveLocation == old.ArchiveLocation) is { } replacing)
            {
                replacedBy.Add(old.DocumentId, replacing);
                gone.Remove(old);
                come.Remove(replacing);
            }
        }

        if (gone is [var last] && come is [var first])
        {
            replacedBy.Add(last.DocumentId, first);
        }
    }

    private static (string? DivisionCode, string? DepartmentName, int? FiscalYear, string Kind,
        string? Scope) IssueOf(ComparedDocument document) =>
        (document.DivisionCode, document.DepartmentName, document.FiscalYear, document.Kind, document.Scope);
}
