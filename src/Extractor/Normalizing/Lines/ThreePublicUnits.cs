using Extractor.Model.Budget;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// Which rows of a “三公” table are sums of others: 合计 over the units, a department above its units. Codes and places propose, the
/// arithmetic over the columns decides.
/// </summary>
internal sealed class ThreePublicUnits
{
    private static readonly string[] TotalOnly = [ItemKeys.Total];

    private readonly ILookup<int, ThreePublicGroup> groups;
    private readonly int[] heads;
    private readonly int[] units;
    private readonly int? whole;
    private readonly Dictionary<int, int> above = [];

    public ThreePublicUnits(IEnumerable<ThreePublicGroup> groups)
    {
        this.groups = groups.Where(static group => group.Head >= 0).ToLookup(static group => group.Head);
        heads = [.. this.groups.Select(static group => group.Key)];
        units = [.. heads.Where(head => this.groups[head].First().IsUnit)];
        whole = units.Length > 0 && heads.Except(units).Take(2).ToArray() is [var only] ? only : null;
        PlaceByCode();
        PlaceBelowFirst();
        foreach (var unit in units)
        {
            if (whole is { } sum)
            {
                above.TryAdd(unit, sum);
            }
        }
    }

    /// <summary>The row that this one is a part of.</summary>
    public int? Above(int head) => above.TryGetValue(head, out var found) ? found : null;

    /// <summary>Rows of units are a part of it. Where several rows name no unit, it is not told of which of them.</summary>
    public bool IsSum(int head) => above.ContainsValue(head) || (units.Length > 0 && heads.Contains(head) && !units.Contains(head));

    /// <summary>A row of one unit among others; not the only row that is no part of another.</summary>
    public bool IsOneOfMany(int head) => units.Contains(head) && !(heads.Except(above.Keys).Take(2).ToArray() is [var top] && top == head);

    /// <summary>063 above 063001, where the units do not make more than the department, nor with it the 合计.</summary>
    private void PlaceByCode()
    {
        var below = units.Select(unit => (Unit: unit, Department: units.Where(other => IsCodeAbove(other, unit))
            .OrderByDescending(other => CodeOf(other)!.Length).Select(static other => (int?)other).FirstOrDefault()))
            .Where(static pair => pair.Department is not null).ToLookup(static pair => pair.Department!.Value, static pair => pair.Unit);
        var top = units.Except(below.SelectMany(static list => list)).ToArray();
        foreach (var list in below)
        {
            int[] parts = [.. list];
            var listedBeside = whole is { } sum && !Makes(sum, top, TotalOnly) && Makes(sum, [.. top, .. parts], TotalOnly);
            if (!listedBeside && !IsExceeded(list.Key, parts))
            {
                foreach (var part in parts)
                {
                    above[part] = list.Key;
                }
            }
        }
    }

    /// <summary>
    /// The first unit that is the sum of all others. Of two rows that print the same every column has to agree, and money has to be
    /// printed; where 合计 is what all rows make, none of them is a sum.
    /// </summary>
    private void PlaceBelowFirst()
    {
        if (above.Count > 0 || units.Length < 2)
        {
            return;
        }

        int[] others = [.. units.Skip(1)];
        var hasMoney = groups[units[0]].Any(static group => group.Items.Values.Any(static line => line.Yuan != 0));
        if (hasMoney && Makes(units[0], others, others.Length == 1 ? null : TotalOnly) &&
            !(whole is { } sum && Makes(sum, units, TotalOnly)))
        {
            foreach (var other in others)
            {
                above[other] = units[0];
            }
        }
    }

    private bool IsCodeAbove(int department, int unit) =>
        CodeOf(department) is { Length: > 0 } code && CodeOf(unit) is { } below && below.Length > code.Length &&
        below.StartsWith(code, StringComparison.Ordinal);

    private string? CodeOf(int head) => groups[head].First().UnitCode;

    /// <summary>What <paramref name="sum"/> prints is what the parts add up to, in all its columns of these items.</summary>
    /// <param name="items">All of them where it is null.</param>
    private bool Makes(int sum, IReadOnlyCollection<int> parts, string[]? items) =>
        Differences(sum, parts, items).All(static found => Math.Abs(found.Difference) <= found.Tolerance);

    /// <summary>The parts make more than <paramref name="sum"/> in a column; a change may be below nothing and tells of no limit.</summary>
    private bool IsExceeded(int sum, IReadOnlyCollection<int> parts) =>
        Differences(sum, parts, TotalOnly).Any(static found => found.Period != Period.Change && found.Difference > found.Tolerance);

    private IEnumerable<(Period Period, decimal Difference, decimal Tolerance)> Differences(int sum, IReadOnlyCollection<int> parts,
        string[]? items)
    {
        foreach (var group in groups[sum])
        {
            foreach (var (item, line) in group.Items.Where(pair => items is null || items.Contains(pair.Key)))
            {
                var below = parts.SelectMany(part => groups[part]).Where(group.IsSameBucket).Select(other => other[item]).ToList();
                yield return (group.Period, below.Sum(static part => part?.Yuan ?? 0) - line.Yuan,
                    line.HalfPlaceYuan + below.Sum(static part => part?.HalfPlaceYuan ?? 0));
            }
        }
    }
}
