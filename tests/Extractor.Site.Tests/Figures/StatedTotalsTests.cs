using System.Buffers;
using System.Text.Json;
using Extractor.Publications.Rows;
using Extractor.Site.Figures;

namespace Extractor.Site.Tests.Figures;

/// <summary>What the text states where no table has it.</summary>
public sealed class StatedTotalsTests
{
    [Fact]
    public void Write_TotalThatNoTableHas_IsThatOfTheTextWithItsPlace()
    {
        var json = Written([Stated("three_public_total", "current", 299_000), Stated("three_public_total_change", "change", -1_000)], []);

        Assert.Equal("""{"stated":{"three_public":[299000,7,1,2,3,4]},"statedChange":{"three_public":[-1000,7,1,2,3,4]}}""", json);
    }

    [Fact]
    public void Write_TotalThatATableHas_IsNotThatOfTheText()
    {
        var printed = new Total(new Figure(299_000, Proof.Proven, 1, "line", 7, 1), new Figure(1, Proof.Proven, 1, "line", 7, 1), null);

        var json = Written([Stated("three_public_total", "current", 299_000), Stated("three_public_total_change", "change", -1_000)],
            new() { ["three_public"] = printed });

        Assert.Equal("""{"stated":{},"statedChange":{}}""", json);
    }

    [Fact]
    public void Write_SentencesThatDiffer_TellNothing() => Assert.Equal("""{"stated":{},"statedChange":{}}""",
        Written([Stated("three_public_total", "current", 299_000), Stated("three_public_total", "current", 298_000)], []));

    /// <summary>在职人员经费 of an office alone is not 人员经费 of its department: with 公用经费 it has to make up 基本支出, to rounding.</summary>
    [Theory]
    [InlineData(11_000_150, true)]
    [InlineData(10_999_850, true)]
    [InlineData(11_000_151, false)]
    [InlineData(10_999_849, false)]
    [InlineData(null, false)]
    public void OfYear_PersonnelAndPublic_MakeUpTheBasicExpenditure(int? basic, bool isStated)
    {
        StatedFigureRow[] stated = [Stated("personnel", "current", 10_000_000), Stated("public", "current", 1_000_000)];
        var totals = new Dictionary<string, Total>(StringComparer.Ordinal)
        {
            ["basic"] = new(basic is { } yuan ? new Figure(yuan, Proof.Proven, 1, "line", 7, 1) : null, null, null),
        };

        Assert.Equal(isStated ? 10_000_000 : null, StatedTotals.OfYear("personnel", stated, totals)?.AmountYuan);
        Assert.Equal(isStated ? 1_000_000 : null, StatedTotals.OfYear("public", stated, totals)?.AmountYuan);
    }

    /// <summary>Where a table prints one part, the text states the other.</summary>
    [Fact]
    public void OfYear_PublicBesidePrintedPersonnel_MakesUpTheBasicExpenditure()
    {
        var printed = new Total(new Figure(10_000_000, Proof.Proven, 1, "line", 7, 1), null, null);
        var totals = new Dictionary<string, Total>(StringComparer.Ordinal)
        {
            ["basic"] = new(new Figure(11_000_000, Proof.Proven, 1, "line", 7, 1), null, null),
            ["personnel"] = printed,
        };

        Assert.Equal(1_000_000, StatedTotals.OfYear("public", [Stated("public", "current", 1_000_000)], totals)?.AmountYuan);
        Assert.Null(StatedTotals.OfYear("public", [Stated("public", "current", 900_000)], totals));
    }

    /// <summary>A change of what is not the total is not the change of the total.</summary>
    [Fact]
    public void Write_ChangeOfPersonnelThatIsNotTheTotal_IsLeftOut() => Assert.Equal("""{"stated":{},"statedChange":{}}""",
        Written([Stated("personnel", "current", 10), Stated("personnel_change", "change", 5)], []));

    private static StatedFigureRow Stated(string key, string period, decimal yuan) => PublishedRows.Blank<StatedFigureRow>() with
    {
        FigureKey = key,
        Period = period,
        AmountYuan = yuan,
        PageNumber = 7,
        BoxLeft = 1,
        BoxTop = 2,
        BoxRight = 3,
        BoxBottom = 4,
    };

    private static string Written(IReadOnlyList<StatedFigureRow> stated, Dictionary<string, Total> totals)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            StatedTotals.Write(json, stated, totals);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
