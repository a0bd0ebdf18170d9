using Extractor.Model.Budget;

namespace Extractor.Tests.Normalizing.Lines;

/// <summary>Tables whose words propose a reading that the sums refuse.</summary>
public sealed class CompetingReadingsTests
{
    /// <summary>广州市卫生健康委员会: one project of hundreds begins with digits.</summary>
    [Fact]
    public void Normalize_OneProjectBeginsWithANumber_TheOthersDecideTheList()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            支出项目类别（资金使用单位）|总计|财政拨款
            ---
            合计|60.00|60.00
            12320卫生热线服务项目|10.00|10.00
            保健经费|20.00|20.00
            科研经费|30.00|30.00
            """,
            "项目支出预算表"));

        Assert.All(document.Lines, static line => Assert.Equal(Classification.Project, line.Classification));
        Assert.All(document.Lines, static line => Assert.Null(line.SubjectCode));
    }

    /// <summary>Where half of the names begin with a code they are codes, though the total and a row of projects have none.</summary>
    [Fact]
    public void Normalize_HalfOfTheNamesBeginWithACode_TheyAreCodes()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            项目|合计|财政拨款
            ---
            合计|30.00|30.00
            2010301行政运行|10.00|10.00
            2010302一般行政管理事务|20.00|20.00
            保健经费|0.00|0.00
            """,
            "项目支出预算表"));

        Assert.Equal([Classification.Functional], document.Lines.Select(static line => line.Classification).Distinct());
    }

    /// <summary>杭州市公安局: the department over its units bears the name of its own office.</summary>
    [Fact]
    public void Normalize_FirstUnitIsTheTotal_TheOthersStandBelowIt()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            单位名称|总计|一般公共预算|其他收入
            ---
            合计|60.00|50.00|10.00
            某市公安局|60.00|50.00|10.00
            某市公安局|20.00|15.00|5.00
            某市公安局交通管理支队|40.00|35.00|5.00
            """,
            "收入预算总表"));

        Assert.Equal(60_0000m, document.Lines.Where(static line => line is { IsLeaf: true, Fund: Fund.All }).Sum(static line =>
            line.AmountYuan));
        Assert.All(document.Checks, static check => Assert.Equal("Holds", check.Outcome.ToString()));
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    /// <summary>Without a total it is the sum of two others or more; of two equal units none is the other's sum.</summary>
    [Theory]
    [InlineData("某市公安局|60.00|60.00\n某市公安局机关|20.00|20.00\n某市交警支队|40.00|40.00", 60)]
    [InlineData("某市公安局|40.00|40.00\n某市交警支队|40.00|40.00", 80)]
    public void Normalize_UnitsWithoutATotal_FirstIsTheSumOfTwoOrMore(string rows, int tenThousands)
    {
        var document = TextTable.Normalize(TextTable.Parse("单位名称|总计|一般公共预算\n---\n" + rows, "收入预算总表"));

        Assert.Equal(tenThousands * 10_000m, document.Lines.Where(static line => line is { IsLeaf: true, Fund: Fund.All })
            .Sum(static line => line.AmountYuan));
    }

    /// <summary>中共广州市委讲师团: a unit by what the others leave of the total, in every column.</summary>
    [Fact]
    public void Normalize_UnitsLeaveJustOneRow_ItIsAUnit()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            支出项目类别（资金使用单位）|总计|财政拨款
            ---
            合计|60.00|50.00
            某市国防教育中心|20.00|20.00
            工资福利支出|15.00|15.00
            商品和服务支出|5.00|5.00
            中共某市委讲师团|40.00|30.00
            工资福利支出|30.00|25.00
            商品和服务支出|10.00|5.00
            """,
            "基本支出预算表"));

        Assert.Equal("中共某市委讲师团", document.Lines.Single(static line => line is { Row: 6, Column: 1 }).UnitName);
        Assert.Equal(Classification.Unit, document.Lines.Single(static line => line is { Row: 5, Column: 1 }).Classification);
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    /// <summary>烟台市民政局: a project whose name ends with 本级 is none of the units, for it has nothing below it.</summary>
    [Fact]
    public void Normalize_ProjectsNamedLikeUnits_AreProjectsOfTheirList()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            项目名称|项目类别|合计
            ---
            合计||60.00
            民政业务工作经费|其他运转类|10.00
            社会组织发展资金（本级）|特定目标类|20.00
            养老服务发展资金|特定目标类|25.00
            慈善事业工作经费|其他运转类|5.00
            """,
            "项目支出预算情况表"));

        Assert.All(document.Lines, static line => Assert.Null(line.UnitName));
        Assert.All(document.Lines, static line => Assert.Equal(Classification.Project, line.Classification));
    }

    /// <summary>湖州市交通运输局: 公路水路运输 stands under 214 twice; the second is what the class lacks.</summary>
    [Fact]
    public void Normalize_RowsWithoutSubject_StandWhereTheClassLacksThem()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            收入|<|支出|<
            项目|预算数|项目|预算数
            ---
            一、一般公共预算|110.00|交通运输支出|110.00
            ||   公路水路运输|50.00
            ||      行政运行|50.00
            ||   某年特别资金安排的支出|60.00
            ||      公路水路运输|60.00
            收入总计|110.00|支出总计|110.00
            """,
            "收支预算总表"));

        var lines = document.Lines.Where(static line => line.Direction == Direction.Expenditure).ToList();
        Assert.Equal([110_0000m], [lines.Where(static line => line.IsLeaf).Sum(static line => line.AmountYuan)]);
        Assert.Equal(["21401", null], lines.Where(static line => line.SubjectNameAsPrinted == "公路水路运输").Select(static line =>
            line.SubjectCode));
        Assert.All(lines, static line => Assert.Equal(
            line.SubjectCode is null && line.RowRole != RowRole.Total ? (Proof.Unproven, LineDoubt.StructureUnread) : (Proof.Proven, null),
            (line.Proof, line.Doubt)));
    }

    /// <summary>A list that is printed with its headings alone.</summary>
    [Fact]
    public void Normalize_ListWithoutRows_GivesNoLines() =>
        Assert.Empty(TextTable.Normalize(TextTable.Parse("项目名称|合计\n---\n|", "项目支出预算表")).Lines);

    /// <summary>** | ** | 1 numbers the columns; it is no amount.</summary>
    [Fact]
    public void Normalize_MarksAndOneColumnNumber_AreNoRow()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|科目名称|项目支出
            ---
            **|**|1
            |合计|3.00
            22301|解决历史遗留问题及改革成本支出|3.00
            """,
            "国有资本经营预算支出表"));

        Assert.DoesNotContain(document.Lines, static line => line.AmountYuan == 10_000m);
    }
}
