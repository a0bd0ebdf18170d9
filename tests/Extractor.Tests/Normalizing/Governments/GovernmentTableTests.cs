using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;

namespace Extractor.Tests.Normalizing.Governments;

/// <summary>Tables of the forms that governments print, with figures made up.</summary>
public sealed class GovernmentTableTests
{
    /// <summary>A row a place, limits and balances side by side.</summary>
    [Fact]
    public void Normalize_DebtByPlace_IsTheLimitAndBalanceOfEachPlace()
    {
        var document = TextTable.Normalize(2021, DocumentKind.GovernmentDebt, TextTable.Parse(
            """
            地区|2021年债务限额|<|<|2021年债务余额预计执行数|<|<
            ^|合计|一般债务|专项债务|合计|一般债务|专项债务
            ---
            成都市|30|10|20|15|5|10
            自贡市|3|1|2|2|1|1
            """,
            "四川省2021年地方政府债务限额及余额预算情况表"));

        Assert.Equal(
            ["debt_limit", "general_debt_limit", "special_debt_limit", "debt_balance", "general_debt_balance", "special_debt_balance"],
            document.Lines.Where(static line => line.PlaceName == "成都市").Select(static line => line.ItemKey));
        Assert.All(document.Lines, static line => Assert.Equal(2021, line.AmountYear));
    }

    /// <summary>The sum of all places below is of the lower level and of no place.</summary>
    [Theory]
    [InlineData("二、地市合计")]
    [InlineData("市（州）小计")]
    [InlineData("市县级")]
    public void Normalize_SumOfPlacesBelow_IsOfTheLowerLevel(string sum)
    {
        var document = TextTable.Normalize(2021, DocumentKind.GovernmentDebt, TextTable.Parse(
            $"""
            地区|2021年债务限额|2021年债务余额
            ---
            四川省|53|35
            省本级|20|18
            {sum}|33|17
            成都市|30|15
            自贡市|3|2
            """,
            "四川省2021年地方政府债务限额及余额预算情况表"));

        Assert.Equal([(null, GovernmentLevel.Lower), (null, GovernmentLevel.Lower)], document.Lines
            .Where(static line => line.AmountYuan is 3_300_000_000 or 1_700_000_000 or 330_000 or 170_000)
            .Select(static line => (line.PlaceName, line.GovernmentLevel!.Value)));
    }

    /// <summary>The sum of a table by place is of no place, and 其中 is no part of a place's name.</summary>
    [Fact]
    public void Normalize_SumAndPartAmongPlaces_PlacesAlone()
    {
        var document = TextTable.Normalize(2024, DocumentKind.GovernmentFinalAccounts, TextTable.Parse(
            """
            地区|2024年决算数
            ---
            政府性基金预算支出|60
            郑州市|30
            其中：市本级及市辖区|20
            开封市|20
            洛阳市|10
            """,
            "2024年河南省政府性基金预算支出分地区决算表"));

        Assert.Equal([null, "郑州市", "市本级及市辖区", "开封市", "洛阳市"], document.Lines.Select(static line => line.PlaceName));
    }

    /// <summary>Without indentation a row takes what follows until its sum is reached; what follows stands beside.</summary>
    [Fact]
    public void Normalize_RowsWithoutASign_NestWhereTheirSumsAreReached()
    {
        var document = TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            项目|2025年执行数|2026年预算数
            ---
            税收收入|300|330
            增值税|200|220
            企业所得税|100|110
            非税收入|50|60
            收入合计|350|390
            """,
            "2026年全市一般公共预算收入表"));

        Assert.DoesNotContain(document.Checks, static check => check.Outcome == CheckOutcome.Fails);
        Assert.Equal([220m, 110m, 60m], document.Lines.Where(static line => line is { AmountYear: 2026, IsLeaf: true })
            .Select(static line => line.AmountYuan / 10_000));
        Assert.All(document.Lines, static line => Assert.Equal(GovernmentLevel.Whole, line.GovernmentLevel));
        Assert.Equal([Phase.Execution, Phase.Budget], document.Lines.Select(static line => line.Phase).Distinct());
    }
}
