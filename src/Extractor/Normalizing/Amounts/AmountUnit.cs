using System.Collections.Immutable;
using System.Globalization;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Amounts;

/// <summary>The unit that amounts are printed in (金额单位).</summary>
/// <param name="Name">元, 千元, 万元, 亿元.</param>
/// <param name="Yuan">What one unit is worth in yuan.</param>
public readonly record struct AmountUnit(string Name, decimal Yuan)
{
    /// <summary>Those of <c>words.csv</c>: a name that holds a shorter one stands before it.</summary>
    private static readonly ImmutableArray<(AmountUnit Unit, string Bracket, string NamedBracket)> Known =
        [.. ReadingWords.Of(WordList.AmountUnit).Words.Select(static word =>
            (new AmountUnit(word.Text, decimal.Parse(word.Means, NumberStyles.None, CultureInfo.InvariantCulture)), $"({word.Text})",
                $"(单位:{word.Text})"))];

    private static readonly WordSet Labels = ReadingWords.Of(WordList.UnitLabel);

    public static AmountUnit One { get; } = Of("元");

    public static AmountUnit TenThousand { get; } = Of("万元");

    /// <summary>The unit that <paramref name="text"/> names (金额单位：万元, 预算数（万元）); null where it names none.</summary>
    public static AmountUnit? Find(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var folded = FoldedText.Of(text);
        foreach (var (unit, _, _) in Known)
        {
            if (folded.Contains(unit.Name, StringComparison.Ordinal))
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>
    /// The unit that stands in brackets at the end of a heading (预算数（万元）), or labelled over it (单位：亿元 over 执行数, within the
    /// frame); a unit elsewhere in it is part of a name (单价100万元以上的设备).
    /// </summary>
    public static AmountUnit? FindInHeading(string heading)
    {
        var folded = FoldedText.Of(heading);
        return AtEnd(folded)?.Unit ?? AtBegin(folded)?.Unit;
    }

    /// <summary>A folded heading without the unit that it begins or ends with: 单位:亿元执行数, 预算数(万元), 预算数(单位:万元).</summary>
    public static string Without(string folded) => AtEnd(folded) is { } end ? folded[..^end.Bracket.Length]
        : AtBegin(folded) is { } begin ? folded[begin.Length..] : folded;

    /// <summary>The unit that ends a text, for a cell that prints it behind its figure; null where none does.</summary>
    public static AmountUnit? EndOf(ReadOnlySpan<char> text)
    {
        foreach (var (unit, _, _) in Known)
        {
            if (text.EndsWith(unit.Name, StringComparison.Ordinal))
            {
                return unit;
            }
        }

        return null;
    }

    private static (AmountUnit Unit, string Bracket)? AtEnd(string folded)
    {
        if (!folded.EndsWith(')'))
        {
            return null;
        }

        foreach (var (unit, bracket, named) in Known)
        {
            if (folded.EndsWith(bracket, StringComparison.Ordinal))
            {
                return (unit, bracket);
            }

            if (folded.EndsWith(named, StringComparison.Ordinal))
            {
                return (unit, named);
            }
        }

        return null;
    }

    private static (AmountUnit Unit, int Length)? AtBegin(string folded)
    {
        if (Labels.BeginOf(folded) is not { } label)
        {
            return null;
        }

        foreach (var (unit, _, _) in Known)
        {
            if (folded.AsSpan(label.Length).StartsWith(unit.Name, StringComparison.Ordinal))
            {
                return (unit, label.Length + unit.Name.Length);
            }
        }

        return null;
    }

    private static AmountUnit Of(string name) => Known.First(known => known.Unit.Name == name).Unit;
}
