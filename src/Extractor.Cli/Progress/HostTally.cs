using Extractor.Fetching.Harvesting;
using Extractor.Model;

namespace Extractor.Cli.Progress;

/// <summary>What one host was asked, and what came of it.</summary>
internal sealed record HostCount(string Name)
{
    public int Asked { get; private set; }

    public long Bytes { get; private set; }

    public SortedDictionary<string, int> Outcomes { get; } = new(StringComparer.Ordinal);

    public void Count(AddressAsked asked)
    {
        Asked++;
        Bytes += asked.Visit.Bytes ?? 0;
        var outcome = SchemaName.Of(asked.Visit.Outcome);
        Outcomes[outcome] = Outcomes.GetValueOrDefault(outcome) + 1;
    }
}

/// <summary>How far a harvest is, by host.</summary>
internal sealed class HostTally
{
    private readonly SortedDictionary<string, HostCount> hosts = new(StringComparer.Ordinal);
    private readonly SortedSet<string> atWork = new(StringComparer.Ordinal);

    public HostCount Count(AddressAsked asked)
    {
        var name = new Uri(asked.Visit.Url).Authority;
        if (!hosts.TryGetValue(name, out var host))
        {
            hosts.Add(name, host = new HostCount(name));
        }

        host.Count(asked);
        atWork.Add(name);
        return host;
    }

    /// <summary>Hosts that were asked since this was called before.</summary>
    public IReadOnlyList<HostCount> SinceLastTime()
    {
        List<HostCount> active = [.. atWork.Select(name => hosts[name])];
        atWork.Clear();
        return active;
    }
}
