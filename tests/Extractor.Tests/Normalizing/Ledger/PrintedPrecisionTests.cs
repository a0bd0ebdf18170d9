using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Layout;
using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Ledger;

namespace Extractor.Tests.Normalizing.Ledger;

public sealed class PrintedPrecisionTests
{
    private static readonly Box Place = new(90, 100, 500, 116);

    private static readonly ExtractedTable Table = new(
        1, null, "项目支出表", "万元", null, [], TableMethod.Ruled, false, 1, 1, 9, 1, 0, [""], [], []);

    [Fact]
    public void Settle_TrimmedZeros_AreAsExactAsTheOthers() =>
        Assert.Equal([50m, 50m, 50m, 50m], Halves("7", "1.25", "3.41", "2.56"));

    [Fact]
    public void Settle_TableThatPrintsZeros_ASeparatedFigureIsRoundedToWhatItShows() =>
        Assert.Equal([5000m, 50m, 50m], Halves("22,118", "6,160.00", "10.25"));

    [Theory]
    [InlineData("99999999", 50)]
    [InlineData("100000000", 5000)]
    public void Settle_FigureWithoutRoomForPlaces_IsExactToItsLastDigit(string printed, int halfPlaceYuan) =>
        Assert.Equal(halfPlaceYuan, Halves(printed, "1.25", "3.41")[0]);

    /// <summary>Every unit that a table may print: 百万元 is not 元.</summary>
    [Theory]
    [InlineData("百万元", 5000)]
    [InlineData("千元", 5)]
    [InlineData("元", 0.005)]
    public void HalfPlaceYuan_OfAUnit_IsHalfAHundredthOfIt(string unit, double yuan) =>
        Assert.Equal((decimal)yuan, Draft(0, "7.25", AmountUnit.Find(unit)!.Value).HalfPlaceYuan);

    private static decimal[] Halves(params string[] printed)
    {
        LineDraft[] drafts = [.. printed.Select(static (text, row) => Draft(row, text, AmountUnit.TenThousand))];
        PrintedPrecision.Settle(drafts);
        return [.. drafts.Select(static draft => draft.HalfPlaceYuan)];
    }

    private static LineDraft Draft(int row, string printed, AmountUnit unit)
    {
        Assert.Equal(AmountReading.Amount, PrintedAmount.Read(printed, out var amount));
        return new LineFactory(DocumentId.Of([1]), Table, TableKey.ProjectExpenditure).Draft(
            new TableCell(row, 0, 1, 1, false, printed, 0, Place, [new CellPart(1, Place)]), amount, unit,
            new LineMeaning { Classification = Classification.Project, Phase = Phase.Budget });
    }
}
