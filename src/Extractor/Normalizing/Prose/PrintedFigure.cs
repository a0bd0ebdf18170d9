using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Prose;

/// <summary>What a number in prose counts.</summary>
public enum FigureUnit
{
    /// <summary>元, 万元, 亿元.</summary>
    Money,

    /// <summary>% .</summary>
    Percent,

    /// <summary>辆.</summary>
    Vehicles,

    /// <summary>台, 套.</summary>
    Devices,

    /// <summary>人, 名.</summary>
    Persons,
}

/// <summary>A number with its unit as it stands in a sentence.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="Value">In yuan, in percent, or in pieces; without a sign that only the words around it give.</param>
/// <param name="HalfPlace">Half a unit of the last printed place, in the same unit as the value.</param>
internal readonly partial record struct PrintedFigure(int Start, int Length, FigureUnit Unit, decimal Value, decimal HalfPlace)
{
    /// <summary>Characters behind a number that can hold the words of a bound.</summary>
    private const int LongestBound = 24;

    /// <summary>Marks between clauses.</summary>
    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create("，,。；;、：:");

    private static readonly WordSet Vehicles = ReadingWords.Of(WordList.Vehicle);
    private static readonly WordSet Devices = ReadingWords.Of(WordList.Device);
    private static readonly WordSet CutUnits = ReadingWords.Of(WordList.CutUnit);
    private static readonly WordSet CountedUnits = ReadingWords.Of(WordList.CountedUnit);
    private static readonly WordSet PersonUnits = ReadingWords.Of(WordList.PersonUnit);
    private static readonly WordSet Bounds = ReadingWords.Of(WordList.Bound);

    public int End => Start + Length;

    /// <summary>The unit as printed behind the number.</summary>
    public string UnitIn(string text) => text[(text.AsSpan(0, End).LastIndexOfAnyInRange('0', '9') + 1)..End].Trim();

    public static ImmutableArray<PrintedFigure> FindAll(string text)
    {
        var figures = ImmutableArray.CreateBuilder<PrintedFigure>();
        foreach (var match in Pattern().EnumerateMatches(text))
        {
            var printed = text.AsSpan(match.Index, match.Length);
            var digits = printed.LastIndexOfAnyInRange('0', '9') + 1;
            var number = printed[..digits].ToString().Replace(",", null, StringComparison.Ordinal)
                .Replace("，", null, StringComparison.Ordinal)
                .Replace(" ", null, StringComparison.Ordinal).Replace('－', '-');
            if (IsThreshold(text.AsSpan(match.Index + match.Length))
                || !decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                    out var value))
            {
                continue;
            }

            var (unit, factor) = UnitOf(printed[digits..].Trim());
            unit = unit == FigureUnit.Devices && CountsVehicles(text.AsSpan(0, match.Index)) ? FigureUnit.Vehicles : unit;
            figures.Add(new PrintedFigure(match.Index, match.Length, unit, value * factor,
                new decimal(5, 0, 0, false, (byte)(value.Scale + 1)) * factor));
        }

        return figures.ToImmutable();
    }

    /// <summary>Whole numbers of persons (234人); apart from the others, which they would cut the words of.</summary>
    public static IEnumerable<PrintedFigure> FindPersons(string text)
    {
        foreach (Match match in WholeNumber().Matches(text))
        {
            var number = match.ValueSpan.TrimEnd().ToString().Replace(",", null, StringComparison.Ordinal);
            if (PersonUnits.MeaningOf(text.AsSpan(match.Index + match.Length)) == "persons"
                && decimal.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                yield return new PrintedFigure(match.Index, match.Length + 1, FigureUnit.Persons, value, 0);
            }
        }
    }

    /// <summary>单价100万元以上的设备, 100万元（含）以上: a bound, no figure of the budget.</summary>
    private static bool IsThreshold(ReadOnlySpan<char> after)
    {
        var folded = FoldedText.Of(after[..Math.Min(after.Length, LongestBound)]).AsSpan().TrimStart(')');
        if (Bounds.Matches(folded))
        {
            return true;
        }

        // 100万元（含100万元）以上; 1024.69万元（含购置税）is no bound.
        return folded.StartsWith('(') && folded.IndexOf(')') is > 0 and var end && Bounds.Matches(folded[(end + 1)..]);
    }

    /// <summary>公务用车3台: what the clause names is counted in 台 as well as in 辆.</summary>
    private static bool CountsVehicles(ReadOnlySpan<char> before)
    {
        var clause = before[(before.LastIndexOfAny(ClauseMarks) + 1)..];
        return Vehicles.Matches(clause) && !Devices.Matches(clause);
    }

    private static (FigureUnit Unit, decimal Factor) UnitOf(ReadOnlySpan<char> unit) =>
        AmountUnit.EndOf(unit) is { } money ? (FigureUnit.Money, money.Yuan)
        : CutUnits.Matches(unit) ? (FigureUnit.Money, AmountUnit.TenThousand.Yuan)
        : unit is "%" or "％" ? (FigureUnit.Percent, 1m)
        : (CountedUnits.Matches(unit, "vehicles") ? FigureUnit.Vehicles : FigureUnit.Devices, 1m);

    /// <summary>Of 万 without 元 only a figure with two decimals is money (187.63万，): 服务企业3万家 counts something else.</summary>
    [GeneratedRegex(@"[-－]?\d[\d,，]*(?:\.\d+)?\s?(?:万元|亿元|元|%|％|辆|台|套|(?<=\.\d{2}\s?)万(?=[，。；、,;）)]))", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d{1,7})(?![\d.,])\s?", RegexOptions.CultureInvariant)]
    private static partial Regex WholeNumber();
}
