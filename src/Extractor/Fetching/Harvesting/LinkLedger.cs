using System.Collections.Immutable;
using Extractor.Fetching.Pages;
using Extractor.Model.Evidence;

namespace Extractor.Fetching.Harvesting;

/// <summary>A link that was followed, and where it was found.</summary>
internal sealed record TakenLink(LinkRole As, string? FoundOn, string Text);

/// <summary>Every link that a walk came across: followed, or refused with a reason. An address stands here once.</summary>
internal sealed class LinkLedger
{
    private readonly Dictionary<string, TakenLink> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (RefusedLink Link, string FoundOn)> refused = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, TakenLink> Taken => taken;

    /// <summary>By address; what another page gave to follow is not among them.</summary>
    public IEnumerable<(RefusedLink Link, string FoundOn)> Refused =>
        refused.Where(link => !taken.ContainsKey(link.Key)).OrderBy(static link => link.Key, StringComparer.Ordinal)
            .Select(static link => link.Value);

    /// <summary>The first place counts.</summary>
    public void Take(Uri address, LinkRole role, string? foundOn, string text) =>
        taken.TryAdd(address.AbsoluteUri, new TakenLink(role, foundOn, text));

    /// <summary>What one page lacks of the length of its listing, the account of the listing tells.</summary>
    public void Refuse(PageReading reading, string foundOn)
    {
        foreach (var link in reading.Refused.Where(static link => link.Reason != LinkRefusals.FewerThanAnnounced))
        {
            Refuse(link, foundOn);
        }
    }

    public void Refuse(RefusedLink link, string foundOn) => refused.TryAdd(link.Address.AbsoluteUri, (link, foundOn));

    /// <summary>
    /// Without the refused links that other pages have too: the menus of a site stand on every page of it, and are kept once.
    /// </summary>
    public ImmutableArray<RefusedLink> Fresh(ImmutableArray<RefusedLink> links, string foundOn) =>
        [.. links.Where(link => link.IsUnexplained || !refused.TryGetValue(link.Address.AbsoluteUri, out var before)
            || before.FoundOn == foundOn)];
}
