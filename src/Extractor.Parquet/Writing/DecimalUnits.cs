namespace Extractor.Parquet;

/// <summary>Decimals as integers of a fixed scale.</summary>
internal static class DecimalUnits
{
    private static readonly long[] Powers = [.. Enumerable.Range(0, 19).Select(static exponent => (long)Math.Pow(10, exponent))];

    public static long PowerOfTen(int exponent) => Powers[exponent];

    /// <summary><paramref name="value"/> times ten to the <paramref name="scale"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">That is no integer, or does not fit into 64 bits.</exception>
    public static long Of(decimal value, int scale)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var valueScale = (parts[3] >> 16) & 0xFF;
        if (valueScale <= scale && parts[1] == 0 && parts[2] == 0 && scale - valueScale <= 9)
        {
            // At most 32 bits times ten to the ninth: within 63 bits.
            if (Math.BigMul((uint)parts[0], (ulong)Powers[scale - valueScale], out var units) == 0 && units <= long.MaxValue)
            {
                return parts[3] < 0 ? -(long)units : (long)units;
            }
        }

        return OfAny(value, scale);
    }

    public static decimal ToDecimal(long units, int scale) =>
        new((int)AbsoluteOf(units), (int)(AbsoluteOf(units) >> 32), 0, units < 0, (byte)scale);

    private static ulong AbsoluteOf(long units) => units < 0 ? unchecked((ulong)-units) : (ulong)units;

    private static long OfAny(decimal value, int scale)
    {
        if (Math.Abs(value) >= (decimal)long.MaxValue / Powers[scale])
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "The amount does not fit into 64 bits at the column's scale.");
        }

        return decimal.Round(value, scale) == value
            ? (long)(decimal.Round(value, scale) * Powers[scale])
            : throw new ArgumentOutOfRangeException(nameof(value), value,
                $"The amount has more than {scale} digits after the point: round it first.");
    }
}
