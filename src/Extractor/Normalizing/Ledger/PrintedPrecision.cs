namespace Extractor.Normalizing.Ledger;

/// <summary>How exact printed figures are: half a unit of the last place that they are rounded to.</summary>
internal static class PrintedPrecision
{
    /// <summary>From here on a figure has so many digits before the point that a general format leaves none behind it.</summary>
    private const decimal LongestGeneralFigure = 100_000_000m;

    /// <summary>Half a unit of the last of <paramref name="decimals"/> places, in the unit of the figure.</summary>
    public static decimal HalfPlace(int decimals) => new(5, 0, 0, false, (byte)(decimals + 1));

    /// <summary>The places that most figures print; of two alike the more.</summary>
    public static int UsualOf(IEnumerable<int> decimals) => decimals.GroupBy(static places => places)
        .OrderByDescending(static group => group.Count()).ThenByDescending(static group => group.Key).Select(static group => group.Key)
        .FirstOrDefault();

    /// <summary>
    /// A publisher that trims zeros (7 for 7.00) still rounds to the places of its other figures: every figure is taken as
    /// exact to the number of places that most figures of its table print. In a table that prints zeros (6,160.00) none are
    /// trimmed: 22,118,861 is rounded to what it shows; only a spreadsheet's general format, which has no separators, trims there.
    /// </summary>
    /// <param name="figures">Of one table, or of the part of it that is filled in by itself.</param>
    public static void Settle(IReadOnlyCollection<LineDraft> figures)
    {
        var usual = UsualOf(figures.Where(static draft => draft.Yuan != 0).Select(static draft => draft.Decimals));
        var printsZeros = usual > 0 &&
            figures.Any(draft => draft.Decimals == usual && draft.Yuan != 0 &&
            Math.Round(draft.PrintedValue, usual - 1) == draft.PrintedValue);
        foreach (var draft in figures)
        {
            // A spreadsheet's general format cuts a figure to ten digits: its last place is the one that is printed.
            if (draft.Decimals < usual && Math.Abs(draft.PrintedValue) < LongestGeneralFigure &&
                !(printsZeros && draft.Line.ValueAsPrinted.ContainsAny(',', '，')))
            {
                draft.Decimals = usual;
            }
        }
    }
}
