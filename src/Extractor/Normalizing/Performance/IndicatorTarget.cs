using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Performance;

/// <summary>A target taken apart: ≥ | 3000 | 万元. Parts that are not printed, or that hold more than one number, are null.</summary>
/// <param name="Operator">eq, ge, gt, le or lt.</param>
internal readonly record struct IndicatorTarget(string? Operator, decimal? Number, string? Unit)
{
    /// <summary>Characters; what is longer behind a number is a sentence.</summary>
    private const int LongestUnit = 6;

    private static readonly WordSet Operators = ReadingWords.Of(WordList.TargetOperator);

    /// <param name="printed">The target as printed, with the sign and the unit of columns of their own.</param>
    /// <param name="unit">What a column of units prints; null without one.</param>
    public static IndicatorTarget Read(string? printed, string? unit)
    {
        var folded = FoldedText.Of(printed).AsSpan();
        var sign = Operators.BeginOf(folded);
        folded = folded[(sign?.Length ?? 0)..];
        var operation = sign is null ? null : Operators.Words.First(word => word.Text == sign).Means;
        var end = folded.LastIndexOfAnyInRange('0', '9') + 1;
        if (end < folded.Length && folded[end] == '%')
        {
            // The sign belongs to the unit: ≥95%.
            return Of(folded[..end], "%", folded.Length == end + 1);
        }

        return Of(folded[..end], folded[end..].ToString(), folded.Length - end <= LongestUnit);

        IndicatorTarget Of(ReadOnlySpan<char> number, string behind, bool isTarget) =>
            isTarget && PrintedAmount.Read(number.ToString(), out var amount) == AmountReading.Amount
                ? new IndicatorTarget(operation, amount.Value, behind.Length > 0 ? behind : unit) : default;
    }
}
