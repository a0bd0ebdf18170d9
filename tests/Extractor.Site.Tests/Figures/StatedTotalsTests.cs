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
