using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;

namespace Extractor.Tests.Normalizing.Governments;

/// <summary>What the tables of a government must say of the same money; figures made up.</summary>
public sealed class GovernmentDocumentChecksTests
{
    [Theory]
    [InlineData("2026年预算数", 100, CheckOutcome.Holds)]
    [InlineData("2026年预算数", 90, CheckOutcome.Fails)]
    [InlineData("2025年执行数", 90, CheckOutcome.NotApplicable)]
    public void Balance_OfOneTable_MustBeMetByABudget(string heading, int expenditure, CheckOutcome outcome)
    {
        var document = Normalize(TextTable.Parse(
            $"""
            收入项目|{heading}|支出项目|{heading}
            ---
            一般公共预算收入|60|一般公共预算支出|{expenditure - 20}
            上级补助收入|40|上解上级支出|20
            收入总计|100|支出总计|{expenditure}
            """,
            "2026年市本级一般公共预算收支平衡表"));

        Assert.Equal([outcome], Outcomes(document, "revenue_equals_expenditure"));
    }

    /// <summary>河南省 2024: 支出总计 and below it 年终结余, which make 收入总计 together.</summary>
    [Fact]
    public void Balance_WithTheSurplusBelowTheTotal_IsMetByBoth()
    {
        var document = Normalize(TextTable.Parse(
            """
            收入项目|2026年预算数|支出项目|2026年预算数
            ---
            一般公共预算收入|60|一般公共预算支出|70
            上级补助收入|40|上解上级支出|20
            收入总计|100|支出总计|90
            ||年终结余|10
            """,
            "2026年市本级一般公共预算收支平衡表"));

        Assert.Equal([CheckOutcome.Holds], Outcomes(document, "revenue_equals_expenditure"));
    }

    [Theory]
    [InlineData(30, CheckOutcome.Holds)]
    [InlineData(32, CheckOutcome.Fails)]
    public void Debt_OfOnePlace_IsTheSumOfItsCategories(int total, CheckOutcome outcome)
    {
        var document = Normalize(Debt(total, 10, 20, 5, 10));

        Assert.Equal(2, Outcomes(document, "debt_categories_sum_to_total").Count);
        Assert.Contains(outcome, Outcomes(document, "debt_categories_sum_to_total"));
    }

    /// <summary>A balance above its limit is told; the figures themselves stay as proven as their sums make them.</summary>
    [Fact]
    public void Debt_BalanceAboveTheLimit_AccusesNoFigure()
    {
        var document = Normalize(Debt(30, 10, 20, 12, 10));

        Assert.Equal([CheckOutcome.Holds, CheckOutcome.Fails, CheckOutcome.Holds], Outcomes(document, "debt_within_limit"));
        Assert.DoesNotContain(document.Lines, static line => line.Proof == Proof.Contradicted);
        Assert.Single(document.Findings, static finding => finding.Rule == "debt_within_limit");
    }

    private static ExtractedTable Debt(int limit, int generalLimit, int specialLimit, int general, int special) => TextTable.Parse(
        $"""
        地区|2025年债务限额|<|<|2025年债务余额|<|<
        ^|合计|一般债务|专项债务|合计|一般债务|专项债务
        ---
        成都市|{limit}|{generalLimit}|{specialLimit}|{general + special}|{general}|{special}
        """,
        "四川省2025年地方政府债务限额及余额情况表");

    private static List<CheckOutcome> Outcomes(NormalizedDocument document, string rule) =>
        [.. document.Checks.Where(check => check.Rule == rule).Select(static check => check.Outcome)];

    private static NormalizedDocument Normalize(ExtractedTable table) =>
        TextTable.Normalize(2026, DocumentKind.GovernmentBudget, table);
}
