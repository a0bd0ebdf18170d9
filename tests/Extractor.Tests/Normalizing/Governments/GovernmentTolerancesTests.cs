using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;

namespace Extractor.Tests.Normalizing.Governments;

/// <summary>Each bound of GovernmentTolerances on both of its sides.</summary>
public sealed class GovernmentTolerancesTests
{
    [Theory]
    [InlineData("9999.5", 0)]
    [InlineData("10000", 2)]
    public void LargestRate_ColumnOfGrowthWithoutASign_IsMoneyFromThereOn(string figure, int money)
    {
        var document = Read(
            $"""
            项目|2025年执行数|2026年预算数|比上年增长
            ---
            专项收入|1|101|{figure}
            罚没收入|20|33|65
            """, "2026年全市一般公共预算收入表");

        Assert.Equal(money, document.Lines.Count(static line => line.Column == 3));
    }

    [Theory]
    [InlineData(3.0, false)]
    [InlineData(3.2, true)]
    public void IndentStep_NameFurtherRight_IsAPartFromThereOn(double points, bool isPart)
    {
        var table = TextTable.Parse(
            """
            项目|2026年预算数
            ---
            甲项安排|50
            乙项安排|7
            丙项安排|90
            """, "2026年全市政府性基金预算支出表");
        var document = TextTable.Normalize(2026, DocumentKind.GovernmentBudget, table with
        {
            Cells = [.. table.Cells.Select(cell => cell is { Row: 2, Column: 0 }
                ? cell with { TextIndent = points, TextBox = null } : cell)],
        });

        Assert.Equal(isPart, document.Lines.Single(static line => line.Row == 2).ParentLineId is not null);
    }

    [Theory]
    [InlineData(400, true)]
    [InlineData(401, false)]
    public void LongestRun_RowThatItsFollowersMake_TakesThemUpToThere(int followers, bool takes)
    {
        var rows = string.Join('\n', Enumerable.Range(0, followers).Select(static _ => "专项资金|3.00"));
        var document = Read($"项目|2026年预算数\n---\n专项转移支付|{3 * followers}.00\n{rows}", "2026年省对市县专项转移支付预算表");

        Assert.Equal(takes ? followers : 0, document.Lines.Count(static line => line.ParentLineId is not null));
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 4)]
    public void LeastRowsOfAColumnSum_ColumnsThatMakeOne_AreItsPartsFromThereOn(int rows, int sums)
    {
        string[] all = ["甲县|11|4|7", "乙县|12|5|7", "丙县|14|5|9", "丁县|15|6|9"];
        var document = Read($"地区|合计|教育|农林水\n---\n{string.Join('\n', all.Take(rows))}", "2026年省对市县专项转移支付预算分地区表");

        Assert.Equal(sums, document.Checks.Count(static check => check.Rule == "columns_sum_to_column"));
    }

    /// <summary>Met in nine of ten rows, a sum across is one, and the tenth speaks against the page; eight of nine are too few.</summary>
    [Theory]
    [InlineData(9, 1)]
    [InlineData(8, 0)]
    public void LeastMetShare_SumAcrossThatOneRowMisses_IsOneFromThereOn(int met, int failing)
    {
        string[] places = ["甲县", "乙县", "丙县", "丁县", "戊县", "己县", "庚县", "辛县", "壬县", "癸县"];
        var rows = places.Take(met + 1).Select((place, index) => $"{place}|{(index == met ? 99 : 11 + index)}|{4 + index}|7");
        var document = Read($"地区|合计|教育|农林水\n---\n{string.Join('\n', rows)}", "2026年省对市县专项转移支付预算分地区表");

        Assert.Equal(failing, document.Checks.Count(static check => check.Outcome == CheckOutcome.Fails));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void LeastPlaces_RowsThatArePlaces_MakeATableByPlaceFromThereOn(int others, bool isByPlace)
    {
        var rows = string.Concat(Enumerable.Range(1, others).Select(static number => $"预留资金{number}|{number}\n"));
        var document = Read($"项目|2026年预算数\n---\n南京市|3\n无锡市|4\n徐州市|5\n{(isByPlace ? "" : "常州市|6\n")}{rows}",
            "2026年专项转移支付预算表");

        Assert.Equal(isByPlace, document.Lines.Any(static line => line.PlaceCode is not null));
    }

    private static NormalizedDocument Read(string text, string title) =>
        TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(text, title));
}
