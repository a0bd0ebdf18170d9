using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Amounts;

/// <summary>The unit that amounts are printed in (金额单位).</summary>
/// <param name="Name">元, 千元, 万元, 亿元.</param>
/// <param name="Yuan">What one unit is worth in yuan.</param>
public readonly record struct AmountUnit(string Name, decimal Yuan)
{
    public static AmountUnit One { get; } = new("元", 1m);

    public static AmountUnit TenThousand { get; } = new("万元", 10_000m);

    private static readonly AmountUnit[] Known =
    [
        new("亿元", 100_000_000m),
        new("百万元", 1_000_000m),
        new("万元", 10_000m),
        new("千元", 1_000m),
        new("元", 1m),
    ];

    /// <summary>The unit that <paramref name="text"/> names (金额单位：万元, 预算数（万元）); null where it names none.</summary>
    public static AmountUnit? Find(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var folded = FoldedText.Of(text);
        foreach (var unit in Known)
        {
            if (folded.Contains(unit.Name, StringComparison.Ordinal))
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>
    /// The unit that stands in brackets at the end of a heading (预算数（万元）); a unit elsewhere in it is part of a name
    /// (单价100万元以上的设备).
    /// </summary>
    public static AmountUnit? FindInHeading(string heading)
    {
        var folded = FoldedText.Of(heading);
        foreach (var unit in Known)
        {
            if (folded.EndsWith($"({unit.Name})", StringComparison.Ordinal) ||
                folded.EndsWith($"(单位:{unit.Name})", StringComparison.Ordinal))
            {
                return unit;
            }
        }

        return null;
    }
}
