using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;

namespace Extractor.Tests.Normalizing.Governments;

/// <summary>Names of revenue without printed codes: below their printed parent, or alone among the subjects of the fund.</summary>
public sealed class RevenueSubjectTests
{
    /// <summary>其他收入 is a group and two items: below 非税收入 it is the group, beside it nothing tells which.</summary>
    [Fact]
    public void Normalize_NamesOfRevenue_AreThoseBelowTheirParent()
    {
        var lines = LinesOf("2026年全市一般公共预算收入表",
            """
            一、税收收入|300
              增值税|200
              契税（款）|100
            二、非税收入|60
              专项收入|50
                其中：教育费附加收入|30
              其他收入|10
            其他收入|5
            本年收入合计|365
            """);

        Assert.Equal(["101", "10101", "10119", "103", "10302", "1030203", "10399", null, null],
            lines.Select(static line => line.SubjectCode));
        Assert.Equal([CodeEvidence.UniqueName, CodeEvidence.NameUnderParent],
            lines.Take(2).Select(static line => line.CodeEvidence));
        Assert.All(lines, static line => Assert.Null(line.SubjectCodeAsPrinted));
    }

    /// <summary>利息收入 and 其他收入 of a fund of insurance are not those of the general budget.</summary>
    [Fact]
    public void Normalize_NameOfAnotherFund_HasNoCode()
    {
        var lines = LinesOf("2026年全市社会保险基金收入预算表",
            """
            一、企业职工基本养老保险基金收入|60
            保险费收入|40
            利息收入|15
            其他收入|5
            二、失业保险基金收入|10
            本年收入合计|70
            """);

        Assert.Equal(["10201", null, null, null, "10202", null], lines.Select(static line => line.SubjectCode));
    }

    /// <summary>教育 below a list that the catalogue lacks is not 教育 of 专项转移支付; a group may still stand below such a list.</summary>
    [Fact]
    public void Normalize_ItemBelowAListWithoutACode_HasNone()
    {
        var lines = LinesOf("2026年全市一般公共预算收入表",
            """
            一、上级补助收入|90
              返还性收入|20
              一般性转移支付收入|60
                均衡性转移支付收入|60
              科学技术|10
            收入合计|90
            """);

        Assert.Equal([null, "11001", "11002", "1100202", null, null], lines.Select(static line => line.SubjectCode));
    }

    /// <summary>Rows that only their total is above stand below none: items of the fund; the total itself has no code.</summary>
    [Fact]
    public void Normalize_ItemsBelowTheTotalOfTheFund_AreThoseOfTheFund()
    {
        var lines = LinesOf("2026年全市政府性基金收入预算表",
            """
            一、政府性基金收入|60
            国有土地使用权出让收入|40
            专项债券对应项目专项收入|20
            二、债务收入|15
            收入总计|75
            """);

        Assert.Equal([null, "1030148", "10310", "105", null], lines.Select(static line => line.SubjectCode));
        Assert.Equal("current_year_total", lines[0].ItemKey);
    }

    /// <summary>What is spent is no revenue, whatever its row is called.</summary>
    [Fact]
    public void Normalize_ColumnsOfBothSides_HaveNoCodesOfRevenue()
    {
        var document = TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            项目|2026年收入|2026年支出
            ---
            失业保险基金收入|40|30
            工伤保险基金收入|20|10
            合计|60|40
            """,
            "2026年全市社会保险基金预算收支表"));

        Assert.NotEmpty(document.Lines);
        Assert.All(document.Lines, static line => Assert.Null(line.SubjectCode));
    }

    /// <summary>10310 is a group and stands beside the items of 10301: a sum that fails over them lacks no rows.</summary>
    [Fact]
    public void Normalize_GroupBesideItemsInASumThatFails_IsAContradiction()
    {
        var document = TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            项目|2025年执行数|2026年预算数
            ---
            一、国有土地使用权出让收入|2300|2300
            二、彩票公益金收入|4666|4600
            三、专项债务对应项目专项收入|9270|6684
            政府性基金收入小计|17236|13584
            """,
            "2026年省级政府性基金预算收入表"));

        Assert.Single(document.Checks, static check => check.Outcome == CheckOutcome.Fails);
    }

    /// <summary>宁夏 2019 prints the four levels of a code in four columns; a whole code in the first of them stays one.</summary>
    [Theory]
    [InlineData("103|06||", "103|06|01|", "103|06|01|03", new[] { "10306", "1030601", "103060103" })]
    [InlineData("10306|||", "1030601|||", "103060103|||", new[] { "10306", "1030601", "103060103" })]
    public void Normalize_CodesInFourColumns_AreReadTogether(string first, string second, string third, string[] codes)
    {
        var document = TextTable.Normalize(2019, DocumentKind.GovernmentBudget, TextTable.Parse(
            $"""
            科目编码|<|<|<|科目名称|2019年预算数
            类|款|项|目|^|^
            ---
            {first}|国有资本经营收入|10
            {second}|利润收入|10
            {third}|烟草企业利润收入|10
            """,
            "2019年区本级国有资本经营预算收入表"));

        Assert.Equal(codes, document.Lines.Select(static line => line.SubjectCode));
    }

    private static List<BudgetLine> LinesOf(string title, string rows) =>
        [.. TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse($"项目|2026年预算数\n---\n{rows}", title)).Lines];
}
