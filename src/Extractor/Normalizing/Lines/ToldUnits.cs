using System.Collections.Immutable;

namespace Extractor.Normalizing.Lines;

/// <summary>Rows of a table whose part is told by the sums and not by their own words.</summary>
/// <param name="Units">Sum lines of units though their names do not end as such names do.</param>
/// <param name="Items">Projects or purchases that bear the name of a unit.</param>
internal sealed record ToldUnits(ImmutableHashSet<int> Units, ImmutableHashSet<int> Items)
{
    public static ToldUnits None { get; } = new([], []);
}
