using System.Globalization;
using Extractor.Normalizing.Lines;

namespace Extractor.Tests.Normalizing.Lines;

/// <summary>Half a unit of the last place is allowed for every figure of a sum.</summary>
public sealed class RowSumsTests
{
    [Theory]
    [InlineData("100.00 60.00 40.01", 0)]
    [InlineData("100.00 60.00 30.00 10.02", 0)]
    [InlineData("100.00 60.00 30.00 10.03", 1)]
    [InlineData("100 60.00 40.03", 1)] // the finest place that is printed counts
    public void Missed_PartsOfTheFirstRow_UpToRounding(string values, int missed)
    {
        var sums = Sums(values, out var count);

        Assert.Equal(missed, sums.Missed([-1, .. Enumerable.Repeat(0, count - 1)]));
    }

    [Theory]
    [InlineData("100.00 60.00 40.01", true)]
    [InlineData("100.00 60.00 30.00 10.02", true)]
    [InlineData("100.00 60.00 30.00 10.03", false)]
    public void IsMet_PartsOfTheFirstRow_UpToRounding(string values, bool isMet)
    {
        var sums = Sums(values, out var count);

        Assert.Equal(isMet, sums.IsMet(0, [.. Enumerable.Range(1, count - 1)]));
    }

    [Theory]
    [InlineData("100.00 60.00 30.00 10.00", true)]
    [InlineData("100.00 60.00 30.00 10.02", true)]
    [InlineData("100.00 60.00 30.00 10.03", false)]
    [InlineData("100.00 60.00 40.00 -", false)] // nothing is left, and nothing is printed
    public void IsGap_RowAfterTheParts_PrintsWhatTheyLeave(string values, bool isGap) =>
        Assert.Equal(isGap, Sums(values, out _).IsGap(3, 0, [1, 2]));

    [Fact]
    public void IsPrinted_BlankOrZero_IsNot()
    {
        var sums = Sums("1.00 0.00 -", out _);

        Assert.Equal((true, false, false), (sums.IsPrinted(0), sums.IsPrinted(1), sums.IsPrinted(2)));
    }

    private static RowSums Sums(string values, out int count)
    {
        decimal?[] column = [.. values.Split(' ').Select(static value =>
            value == "-" ? (decimal?)null : decimal.Parse(value, CultureInfo.InvariantCulture))];
        count = column.Length;
        return new RowSums(column);
    }
}
