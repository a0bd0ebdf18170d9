using System.Collections.Immutable;
using Extractor.Fetching.Pages;

namespace Extractor.Fetching.Harvesting;

/// <summary>Counts the links of one listing over its pages.</summary>
internal sealed class ListingBook(Uri first)
{
    private readonly HashSet<string> entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> refused = new(StringComparer.Ordinal);
    private AnnouncedLength? announced;
    private int pages;
    private int listed;

    public bool HasEntries => entries.Count > 0;

    public void Add(PageReading page)
    {
        // A page that only sends on, or has its listing in a part, is none of the listing's pages.
        pages += page.Entries.IsEmpty && page.Refused.IsEmpty ? 0 : 1;
        listed += page.Listed;
        announced = announced is { Records: not null } ? announced : page.Announced;
        entries.UnionWith(page.Entries.Select(static link => link.Address.AbsoluteUri));
        columns.UnionWith(page.Columns.Select(static link => link.Address.AbsoluteUri));
        foreach (var link in page.Refused)
        {
            refused.TryAdd(link.Address.AbsoluteUri, link.IsUnexplained ? $"unexplained: {link.Reason}" : link.Reason);
        }
    }

    public ListingAccount Close() => new(
        first.AbsoluteUri,
        announced?.Records,
        announced?.Pages,
        pages,
        listed,
        entries.Count,
        columns.Count,
        refused.Values.CountBy(static reason => reason, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(static reason => reason.Key, static reason => reason.Value, StringComparer.Ordinal));
}
