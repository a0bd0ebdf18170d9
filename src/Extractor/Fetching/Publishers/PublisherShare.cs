using System.Collections.Immutable;

namespace Extractor.Fetching.Publishers;

/// <summary>
/// Divides publishers between processes by their hosts. Publishers that share a host, directly or over others, are in
/// one share, so that a host's pace is kept in one process. A host that stands in no definition, where a walk only comes
/// across it, keeps its pace within each share.
/// </summary>
public static class PublisherShare
{
    /// <param name="publishers">All that are divided: every share has to be given the same.</param>
    /// <returns>Those of the share, in their order.</returns>
    public static ImmutableArray<PublisherDefinition> Of(ImmutableArray<PublisherDefinition> publishers, Shard shard)
    {
        ArgumentNullException.ThrowIfNull(shard);
        var groups = new List<HashSet<string>>();
        foreach (var hosts in publishers.Select(HostsOf))
        {
            foreach (var touching in groups.Where(hosts.Overlaps).ToList())
            {
                hosts.UnionWith(touching);
                groups.Remove(touching);
            }

            groups.Add(hosts);
        }

        var own = groups.Select(static group => (Hosts: group, Name: group.Min(StringComparer.Ordinal)!))
            .Where(group => shard.Takes(group.Name))
            .SelectMany(static group => group.Hosts)
            .ToHashSet(StringComparer.Ordinal);
        return [.. publishers.Where(publisher => HostsOf(publisher).Overlaps(own))];
    }

    /// <summary>Never empty: a publisher without an address stands for itself.</summary>
    private static HashSet<string> HostsOf(PublisherDefinition publisher)
    {
        var hosts = publisher.Listings.Select(static listing => listing.Address)
            .Concat(publisher.Addresses.Select(static listed => listed.Address))
            .Select(static address => address.IdnHost)
            .ToHashSet(StringComparer.Ordinal);
        return hosts.Count > 0 ? hosts : [publisher.Key];
    }
}
