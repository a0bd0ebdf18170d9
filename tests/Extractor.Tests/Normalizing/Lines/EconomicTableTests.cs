using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;

namespace Extractor.Tests.Normalizing.Lines;

/// <summary>Tables by economic classification as Yantai, Xi'an, Putuo, Shenzhen and Guangzhou print them.</summary>
public sealed class EconomicTableTests
{
    [Fact]
    public void Normalize_TwoCodePairs_LineIsOfTheDepartmentList()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|<|部门预算支出经济分类科目名称|科目编码|<|政府预算支出经济分类科目名称|基本支出预算|<|<
            类|款|^|类|款|^|小计|人员支出|日常公用支出
            ---
            ||合计||||1,886.44|1,566.65|319.79
            301||工资福利支出|501||机关工资福利支出|1,566.65|1,566.65|
            301|01|基本工资|501|01|工资奖金津补贴|386.69|386.69|
            301|02|津贴补贴|501|01|工资奖金津补贴|1,179.96|1,179.96|
            302||商品和服务支出|505||对事业单位经常性补助|319.79||319.79
            302|01|办公费|505|02|商品和服务支出|319.79||319.79
            """,
            "一般公共预算基本支出情况表"));

        Assert.Equal([null, "301", "30101", "30102", "302", "30201"], document.Lines.Where(static line => line.Component == Component.Total)
            .Select(static line => line.SubjectCode));
        Assert.All(document.Lines.Where(static line => line.SubjectCode is not null), static line =>
            Assert.Equal(Classification.DepartmentEconomic, line.Classification));
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    [Fact]
    public void Normalize_TotalPrintedAmongTheHeadings_IsALine()
    {
        var document = TextTable.Normalize(2020, DocumentKind.DepartmentBudget, TextTable.Parse(
            """
            部门经济科目编码|部门经济科目名称|政府经济科目编码|政府经济科目名称|合计|人员经费支出|公用经费支出
            ^|^|^|合计|1589.39|1589.39|0.00
            ---
            301|工资福利支出|||1589.39|1589.39|0
            30101|基本工资|50101|工资奖金津补贴|1242.25|1242.25|0
            30101|基本工资|50501|工资福利支出|347.14|347.14|0
            """,
            "2020年部门综合预算一般公共预算基本支出明细表（按支出经济分类科目）"));

        var total = document.Lines.First(static line => line.ItemKey == "total");
        Assert.Equal((15_893_900m, "合计"), (total.AmountYuan, total.SubjectNameAsPrinted));
        Assert.Equal(["301", "30101", "30101"], document.Lines.Where(static line =>
            line is { Component: Component.Total, SubjectCode: not null }).Select(static line => line.SubjectCode));
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    [Fact]
    public void Normalize_TwoBlocksSideBySide_BothCount()
    {
        var document = TextTable.Normalize(2024, DocumentKind.DepartmentFinalAccounts, TextTable.Parse(
            """
            经济分类科目编码|<|科目名称|决算数|经济分类科目编码|<|科目名称|决算数
            类|款|^|^|类|款|^|^
            ---
            301||工资福利支出|2,082.85|302||商品和服务支出|171.07
            301|01|基本工资|1,082.85|302|01|办公费|171.07
            301|02|津贴补贴|1,000.00||||
            人员经费合计|<|<|2,082.85|公用经费合计|<|<|171.07
            """,
            "一般公共预算财政拨款基本支出决算表"));

        Assert.Equal(["301", "30101", "30102", null], document.Lines.Where(static line => line.Column < 4).Select(static line =>
            line.SubjectCode));
        Assert.Equal(["302", "30201", null], document.Lines.Where(static line => line.Column > 4).Select(static line => line.SubjectCode));
        Assert.Equal(22_539_200m, document.Lines.Where(static line => line.IsLeaf).Sum(static line => line.AmountYuan));
        Assert.Equal([Component.Personnel, Component.Public],
            document.Lines.Where(static line => line.RowRole == RowRole.Subtotal && line.SubjectCode is null)
                .Select(static line => line.Component));
        Assert.All(document.Lines, static line => Assert.Equal((Proof.Proven, Phase.FinalAccounts), (line.Proof, line.Phase)));
    }

    [Fact]
    public void Normalize_UnitsAndNamesInOneColumn_UnitsByIndentation()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            支出项目类别（资金使用单位）|总计|财政拨款|<|<|<|财政专户拨款|其他资金
            ^|^|合计|一般公共预算|政府性基金预算|国有资本经营预算|^|^
            ---
            合计|6,829.03|6,829.03|6,829.03|0.00|0.00|0.00|0.00
            广州市人民政府国有资产监督管理委员会（本级）|5,854.66|5,854.66|5,854.66|0.00|0.00|0.00|0.00
              工资福利支出|4,716.71|4,716.71|4,716.71|0.00|0.00|0.00|0.00
              商品和服务支出|1,137.95|1,137.95|1,137.95|0.00|0.00|0.00|0.00
            广州市市属国有企业巡察和财务监测事务中心|974.37|974.37|974.37|0.00|0.00|0.00|0.00
              工资福利支出|974.37|974.37|974.37|0.00|0.00|0.00|0.00
            """,
            "部门预算基本支出预算表"));

        Assert.Equal(TableKey.BasicExpenditure, document.Tables[0].Key);
        var all = document.Lines.Where(static line => line.Fund == Fund.All).ToList();
        Assert.Equal([null, null, "301", "302", null, "301"], all.Select(static line => line.SubjectCode));
        Assert.Equal(
            [null, "广州市人民政府国有资产监督管理委员会(本级)", "广州市人民政府国有资产监督管理委员会(本级)", "广州市人民政府国有资产监督管理委员会(本级)", "广州市市属国有企业巡察和财务监测事务中心",
                "广州市市属国有企业巡察和财务监测事务中心"],
            all.Select(static line => line.UnitName?.Replace('（', '(').Replace('）', ')')));
        Assert.Equal(68_290_300m, all.Where(static line => line.IsLeaf).Sum(static line => line.AmountYuan));
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    [Fact]
    public void Normalize_EconomicCodeOfSevenDigits_IsAPartOfItsGroup()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            经济分类科目|<|基本支出|<|<
            科目编码|科目名称|总计|人员经费|公用经费
            ---
            |合计|959.49|959.49|
            301|工资福利支出|959.49|959.49|
            30102|津贴补贴|959.49|959.49|
            3010201|规范性津补贴|904.48|904.48|
            3010202|其他津补贴|55.01|55.01|
            """,
            "2026年一般公共预算基本支出情况表"));

        var parts = document.Lines.Where(static line => line is { IsLeaf: true, Component: Component.Total }).ToList();
        Assert.Equal([("3010201", "规范性津补贴"), ("3010202", "其他津补贴")],
            parts.Select(static line => (line.SubjectCodeAsPrinted, line.SubjectNameAsPrinted)));
        Assert.All(parts, static line => Assert.Equal(("30102", SubjectLevel.Group, "津贴补贴", "30102"),
            (line.SubjectCode, line.SubjectLevel, line.SubjectName, line.DepartmentEconomicCode)));
        var group = Assert.Single(document.Lines, static line => line is { SubjectCodeAsPrinted: "30102", Component: Component.Total });
        Assert.All(parts, line => Assert.Equal(group.LineId, line.ParentLineId));
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    /// <summary>A place may divide a group; what bears the name of another group is in doubt whatever its length.</summary>
    [Theory]
    [InlineData("改革性补贴", null)]
    [InlineData("奖金", LineDoubt.CodeAgainstName)]
    public void Normalize_PartOfAnEconomicGroup_IsInDoubtUnderTheNameOfAnother(string name, LineDoubt? doubt)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            科目编码|科目名称|金额
            ---
            |合计|959.49
            301|工资福利支出|959.49
            30102|津贴补贴|959.49
            3010201|津贴补贴|904.48
            3010202|{name}|55.01
            """,
            "2026年一般公共预算基本支出情况表"));

        var line = Assert.Single(document.Lines, static line => line.SubjectCodeAsPrinted == "3010202");
        Assert.Equal((doubt, doubt is null ? Proof.Proven : Proof.Unproven), (line.Doubt, line.Proof));
    }

    /// <summary>The national form of final accounts (公开06表): personnel on the left, the public list over two sides.</summary>
    [Fact]
    public void Normalize_SumMergedOverTwoSides_IsOfBoth()
    {
        var document = TextTable.Normalize(2024, DocumentKind.DepartmentFinalAccounts, TextTable.Parse(
            """
            人员经费|<|<|公用经费|<|<|<|<|<
            科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数
            ---
            301|工资福利支出|70.00|302|商品和服务支出|18.00|310|资本性支出|2.00
            30101|基本工资|70.00|30201|办公费|18.00|31002|办公设备购置|2.00
            人员经费合计|<|70.00|公用经费合计|<|<|<|<|20.00
            """,
            "一般公共预算财政拨款基本支出决算明细表"));

        var sum = Assert.Single(document.Lines, static line => line.ItemKey == "public");
        Assert.Equal((200_000m, Component.Public, "公用经费合计"), (sum.AmountYuan, sum.Component, sum.SubjectNameAsPrinted));
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
        Assert.Empty(document.Findings);
        Assert.Equal(900_000m, document.Lines.Where(static line => line.IsLeaf).Sum(static line => line.AmountYuan));
    }

    /// <summary>Without lines between the rows 公用经费合计 stands in the last column of the list on the left of its amount.</summary>
    [Fact]
    public void Normalize_NameOfSumInTheListBeside_IsTheSumsName()
    {
        var document = TextTable.Normalize(2024, DocumentKind.DepartmentFinalAccounts, TextTable.Parse(
            """
            人员经费|<|<|公用经费|<|<|<|<|<
            科目编码|科目名称|金额|科目编码|科目名称|金额|科目编码|科目名称|金额
            ---
            301|工资福利支出|70.00|302|商品和服务支出|18.00|310|资本性支出|2.00
            30101|基本工资|70.00|30201|办公费|18.00|31002|办公设备购置|2.00
            |人员经费合计|70.00|||公用经费合计|||20.00
            """,
            "一般公共预算财政拨款基本支出决算明细表"));

        Assert.Equal((200_000m, "公用经费合计"), document.Lines.Where(static line => line.ItemKey == "public").Select(static line =>
            (line.AmountYuan, line.SubjectNameAsPrinted)).Single());
        Assert.Empty(document.Findings);
    }

    [Theory]
    [InlineData("合计||90.00|302|商品和服务支出|20.00\n301|工资福利支出|70.00|30201|办公费|20.00\n30101|基本工资|70.00|||")]
    [InlineData("301|工资福利支出|70.00|302|商品和服务支出|20.00\n30101|基本工资|70.00|30201|办公费|20.00\n|||合计|<|90.00")]
    [InlineData("301|工资福利支出|70.00|302|商品和服务支出|20.00\n30101|基本工资|70.00|30201|办公费|20.00\n合计|<|<|<|<|90.00")]
    public void Normalize_ListInParallelColumns_TheSumIsOfAllSides(string rows)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            "人员经费|<|<|公用经费|<|<\n科目编码|科目名称|预算数|科目编码|科目名称|预算数\n---\n" + rows, "一般公共预算基本支出表"));

        var total = Assert.Single(document.Lines, static line => line.ItemKey == "total");
        Assert.Equal((900_000m, Component.Total, false, Proof.Proven), (total.AmountYuan, total.Component, total.IsLeaf, total.Proof));
        Assert.DoesNotContain(document.Checks, static check => check.Outcome == CheckOutcome.Fails);
    }

    [Fact]
    public void Normalize_EconomicHeadingWithoutItsList_RowsTellWhichItIs()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            府预算支出经济科目（按大类|预算数
            ---
            1、机关工资福利支出|10.00
            2、对事业单位经常性补助|20.00
            3、对企业补助|30.00
            合计|60.00
            """,
            "一般公共预算支出表（按经济分类）"));

        Assert.Equal(["501", "505", "507", null], document.Lines.Select(static line => line.SubjectCode));
        Assert.All(document.Lines, static line => Assert.Equal(Classification.GovernmentEconomic, line.Classification));
    }
}
