namespace Extractor.Publications.Audits;

/// <summary>
/// The interval of Wilson (1927) for a share: it says something of 0 wrong among 300 too, where the plain one says "surely none".
/// </summary>
internal static class WilsonInterval
{
    /// <summary>Quantile of the normal distribution that leaves 2.5 % on each side.</summary>
    private const double Quantile = 1.959963984540054;

    /// <returns>0 to 1 where nothing was judged.</returns>
    public static (double Low, double High) Of(int found, int judged)
    {
        if (judged == 0)
        {
            return (0, 1);
        }

        var share = (double)found / judged;
        var squared = Quantile * Quantile / judged;
        var centre = (share + (squared / 2)) / (1 + squared);
        var half = Quantile / (1 + squared) * Math.Sqrt((share * (1 - share) / judged) + (squared / (4 * judged)));
        return (found == 0 ? 0 : centre - half, found == judged ? 1 : centre + half);
    }
}
