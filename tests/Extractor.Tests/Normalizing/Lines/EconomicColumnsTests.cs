using Extractor.Model.Budget;

namespace Extractor.Tests.Normalizing.Lines;

/// <summary>Functional tables whose columns are economic classes, as Hunan, Guangxi, Henan and Shanxi print them.</summary>
public sealed class EconomicColumnsTests
{
    [Fact]
    public void Normalize_ClassesOverAllExpenditure_ArePartsOfTheTotalAndNoPersonnelOrPublic()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            功能科目|<|合计|工资福利支出|商品和服务支出|对个人和家庭的补助|资本性支出
            科目编码|科目名称|^|^|^|^|^
            ---
            |合计|100.00|60.00|30.00|6.00|4.00
            2130101|行政运行|80.00|60.00|10.00|6.00|4.00
            2130106|科技转化与推广服务|20.00||20.00||
            """,
            "支出功能分类预算表"));

        Assert.All(document.Lines, static line => Assert.Equal((Component.Total, Proof.Proven), (line.Component, line.Proof)));
        Assert.Equal(
            ["wages_and_benefits 60.00", "goods_and_services 30.00", "household_subsidies 6.00", "capital 4.00"],
            document.Lines.Where(static line => line is { Row: 2, Column: > 2 }).Select(static line =>
                $"{line.ItemKey} {line.ValueAsPrinted}"));
        Assert.Equal(1_000_000m, document.Lines.Where(static line => line.IsLeaf).Sum(static line => line.AmountYuan));
    }

    /// <summary>机关运行经费 by unit and item: 水电费 is in no list of codes; only the sums tell what the columns are.</summary>
    [Theory]
    [InlineData("5.00|3.00|2.00", "7.00|3.00|4.00", true)]
    [InlineData("5.01|3.00|2.00", "7.00|3.00|4.00", true)]
    [InlineData("5.02|3.00|2.00", "7.00|3.00|4.00", false)]
    [InlineData("3.00|3.00|0.00", "9.00|3.00|6.00", false)]
    public void Normalize_ColumnsOfUnknownItems_ArePartsWhereTheyMakeTheSumInEveryRow(string first, string second, bool areRead)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            单位名称|合计|水电费|其他费用
            ---
            某局机关|{first}
            某局中心|{second}
            """,
            "机关运行经费"));

        var parts = document.Lines.Where(static line => line.Column > 1).ToList();
        Assert.Equal(areRead ? ["水电费", "其他费用", "水电费", "其他费用"] : [], parts.Select(static line => line.ColumnItem));
        Assert.All(parts, static line => Assert.Equal(("of_which", false), (line.Qualifier, line.IsLeaf)));
        Assert.All(document.Lines, static line => Assert.NotEqual(Proof.Contradicted, line.Proof));
        Assert.Equal(2, document.Lines.Count(static line => line.Column == 1 && line.IsLeaf));
    }

    /// <summary>One column beside the sum is the same money again, and no part of it.</summary>
    [Fact]
    public void Normalize_OneColumnOfAnUnknownItem_IsNotRead() => Assert.All(
        TextTable.Normalize(TextTable.Parse(
            """
            单位名称|合计|水电费
            ---
            某局机关|5.00|5.00
            某局中心|7.00|7.00
            """,
            "机关运行经费")).Lines,
        static line => Assert.Equal(1, line.Column));

    /// <summary>Departments of provinces hand money down (对下转移支付), which is no basic or project expenditure of theirs.</summary>
    [Fact]
    public void Normalize_OwnLevelBesideTransfersDown_AreOfWhichAndTheirSumIsChecked()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|科目名称|合计|本级支出|<|<|对下转移支付
            ^|^|^|小计|基本支出|项目支出|^
            ---
            |合计|100.00|70.00|50.00|20.00|30.00
            2050204|高中教育|60.00|60.00|50.00|10.00|0.00
            2050299|其他普通教育支出|40.00|10.00|0.00|10.00|30.00
            """,
            "一般公共预算支出表"));

        Assert.Equal(
            ["Total ", "Total of_which_own_level", "Basic ", "Project ", "Total of_which_transfers_to_lower"],
            document.Lines.Where(static line => line.Row == 3).Select(static line => $"{line.Component} {line.Qualifier}"));
        Assert.Equal(1_000_000m, document.Lines.Where(static line => line is { IsLeaf: true, Component: Component.Total })
            .Sum(static line => line.AmountYuan));
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
        Assert.Equal(6, document.Checks.Count(static check => check.Rule == "components_sum_to_total"));
    }

    [Fact]
    public void Normalize_ClassesUnderBasicAndUnderProjects_BelongToThatComponent()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|科目名称|合计|基本支出|<|<|<|<|项目支出|<|<
            ^|^|^|小计|工资福利支出|商品和服务支出|对个人和家庭的补助|资本性支出|小计|商品和服务支出|资本性支出
            ---
            |合计|120.00|100.00|60.00|30.00|6.00|4.00|20.00|15.00|5.00
            2010301|行政运行|100.00|100.00|60.00|30.00|6.00|4.00|||
            2010302|一般行政管理事务|20.00||||||20.00|15.00|5.00
            """,
            "一般公共预算支出表"));

        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
        Assert.Equal(
            [Component.Total, Component.Basic, Component.Personnel, Component.Public, Component.Personnel, Component.Public,
                Component.Project, Component.Project, Component.Project],
            document.Lines.Where(static line => line.Row == 2).Select(static line => line.Component));
        Assert.Equal(1_200_000m, document.Lines.Where(static line => line is { IsLeaf: true, Component: Component.Total })
            .Sum(static line => line.AmountYuan));
        Assert.Equal(200_000m, document.Lines.Where(static line => line is { IsLeaf: true, Component: Component.Project })
            .Sum(static line => line.AmountYuan));
    }

    [Fact]
    public void Normalize_ClassesBesideProjects_DivideTheBasicExpenditure()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|科目名称|合计|工资福利支出|商品和服务支出|项目支出
            ---
            |合计|120.00|70.00|30.00|20.00
            2010301|行政运行|100.00|70.00|30.00|
            2010302|一般行政管理事务|20.00|||20.00
            """,
            "支出总表"));

        Assert.Equal(
            [Component.Total, Component.Personnel, Component.Public, Component.Project],
            document.Lines.Where(static line => line.Row == 1).Select(static line => line.Component));
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    [Fact]
    public void Normalize_KindsOfProjects_ArePartsOfProjectsAndNoPublicExpenditure()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|<|<|单位代码|单位（科目名称）|总计|基本支出|<|<|项目支出|<|<
            类|款|项|^|^|^|小计|人员经费|公用经费|小计|其他运转类项目|特定目标类项目
            ---
            ||||合计|130.00|100.00|70.00|30.00|30.00|20.00|10.00
            ||||某市城市管理局|130.00|100.00|70.00|30.00|30.00|20.00|10.00
            212|01|01|102001|  行政运行|100.00|100.00|70.00|30.00|||
            212|01|04|102001|  城管执法|30.00||||30.00|20.00|10.00
            """,
            "部门支出总体情况表"));

        Assert.Equal(
            ["Project  30.00", "Project other_operation 20.00", "Project specific_targets 10.00"],
            document.Lines.Where(static line => line is { Row: 5, Column: > 6 }).Select(static line =>
                $"{line.Component} {line.ItemKey} {line.ValueAsPrinted}"));
        Assert.All(document.Lines.Where(static line => line.Row > 2), static line => Assert.Equal("某市城市管理局", line.UnitName));
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
        Assert.Empty(document.Findings);
    }

    [Fact]
    public void Normalize_ComponentsBelowAPercentage_AreNoAmounts()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|科目名称|2025年预算数|<|<|2026年预算数|<|<|2026年预算数比2025年预算数增减%|<|<
            ^|^|合计|基本支出|项目支出|合计|基本支出|项目支出|合计|基本支出|项目支出
            ---
            |合计|100.00|80.00|20.00|110.00|84.00|26.00|10.00|5.00|30.00
            2130101|行政运行|80.00|80.00||84.00|84.00||5.00|5.00|
            2130106|科技转化与推广服务|20.00||20.00|26.00||26.00|30.00||30.00
            """,
            "一般公共预算支出预算表"));

        Assert.DoesNotContain(document.Lines, static line => line.Column > 7);
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    [Fact]
    public void Normalize_OfWhichOfAnotherFund_IsAPartOfTheColumnBeforeIt()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            收入|<|支出|<|<|<
            项目|金额|项目|合计|一般公共预算|<
            ^|^|^|^|小计|其中：财政拨款
            ---
            一、一般公共预算|100.00|一、基本支出|70.00|70.00|65.00
            ||二、项目支出|30.00|30.00|30.00
            收入合计|100.00|支出合计|100.00|100.00|95.00
            """,
            "部门收支总体情况表"));

        var parts = document.Lines.Where(static line => line.Column == 5).ToList();
        Assert.Equal(3, parts.Count);
        Assert.All(parts, static line =>
            Assert.Equal((Fund.GeneralPublic, "fiscal_appropriation", false), (line.Fund, line.ItemKey, line.IsLeaf)));
        Assert.Equal(1_000_000m, document.Lines.Where(static line =>
            line is { IsLeaf: true, Direction: Direction.Expenditure, Fund: Fund.GeneralPublic }).Sum(static line => line.AmountYuan));
        Assert.Empty(document.Findings);
    }

    [Fact]
    public void Normalize_AppropriationBelowOneOfItsKinds_StaysThatKind()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            单位代码|单位名称|合计|一般公共预算拨款|<|<|基金预算拨款|上年财政拨款结转
            ^|^|^|小计|经费拨款|纳入一般公共预算管理的非税收入拨款|^|^
            ---
            |合计|120.00|100.00|90.00|10.00|15.00|5.00
            116|某市农业农村局|120.00|100.00|90.00|10.00|15.00|5.00
            """,
            "部门收入总表"));

        Assert.Equal(
        [
            "All  120.00", "GeneralPublic  100.00", "GeneralPublic appropriation_for_expenses 90.00", "GeneralPublic non_tax_revenue 10.00",
            "GovernmentFund  15.00", "FiscalAppropriation carried_in 5.00",
        ], document.Lines.Where(static line => line.Row == 3).Select(static line =>
            $"{line.Fund} {(line.ItemKey == "unit_total" ? null : line.ItemKey)} {line.ValueAsPrinted}"));
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    [Fact]
    public void Normalize_ItemsOfThePersonnelKindOfProjects_AreNoProjects()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|科目名称|合计|人员类项目支出|特定目标类项目支出
            ---
            |合计|120.00|100.00|20.00
            2130101|行政运行|100.00|100.00|
            2130106|科技转化与推广服务|20.00||20.00
            """,
            "支出总表"));

        Assert.Equal([Component.Total, Component.Personnel, Component.Project], document.Lines.Where(static line => line.Row == 1)
            .Select(static line => line.Component));
    }
}
