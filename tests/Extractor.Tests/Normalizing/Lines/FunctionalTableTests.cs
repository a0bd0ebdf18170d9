using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Tables;

namespace Extractor.Tests.Normalizing.Lines;

/// <summary>
/// Tables by functional classification as Shenzhen, Guangzhou, Changsha, Yantai, Beijing, Chongqing and Xi'an print them.
/// </summary>
public sealed class FunctionalTableTests
{
    /// <summary>A number that begins as those of other departments do is none of this one's units, whatever it stands beside.</summary>
    [Theory]
    [InlineData("207003", true)]
    [InlineData("208003", false)]
    public void Normalize_UnitCalledAsASubject_IsToldByItsNumber(string number, bool isUnit)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            编码|单位（科目）名称|合计|基本支出|项目支出
            ---
            207001|某某市文化和旅游局|10.00|10.00|
            2070101|行政运行|10.00|10.00|
            {number}|图书馆|20.00|10.00|10.00
            2070104|图书馆|20.00|10.00|10.00
            """,
            "部门支出总体情况表"));

        Assert.Equal(isUnit ? "图书馆" : "某某市文化和旅游局", document.Lines[^1].UnitName);
        Assert.Equal("2070104", document.Lines[^1].SubjectCode);
    }

    [Fact]
    public void Normalize_UnitRowAboveFullCodes_UnitIsTotalAndItemsAreLeaves()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            预算单位|科目编码|科目名称|支出总计|基本支出|项目支出
            ---
            深圳市信访局|||4,684.30|3,072.01|1,612.29
            |201|一般公共服务支出|3,459.13|1,866.84|1,592.29
            |20140|信访事务|3,459.13|1,866.84|1,592.29
            |2014001|行政运行|1,866.84|1,866.84|0.00
            |2014004|信访业务|1,592.29|0.00|1,592.29
            |221|住房保障支出|1,225.17|1,205.17|20.00
            |22102|住房改革支出|1,225.17|1,205.17|20.00
            |2210201|住房公积金|1,225.17|1,205.17|20.00
            """,
            "一般公共预算支出表（按功能分类）"));

        Assert.Equal(TableKey.GeneralPublicExpenditure, document.Tables[0].Key);
        Assert.Equal(24, document.Lines.Length);
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
        Assert.Equal(46_843_000m, document.Lines.Where(static line => line is { IsLeaf: true, Component: Component.Total })
            .Sum(static line => line.AmountYuan));
        Assert.Equal(["2014001", "2014004", "2210201"], document.Lines.Where(static line =>
            line is { IsLeaf: true, Component: Component.Total }).Select(static line => line.SubjectCode));
        var unit = document.Lines[0];
        Assert.Equal((RowRole.Total, "深圳市信访局", Classification.Unit), (unit.RowRole, unit.SubjectNameAsPrinted, unit.Classification));
        Assert.All(document.Lines, static line => Assert.Equal("深圳市信访局", line.UnitName));
    }

    [Fact]
    public void Normalize_CodesSplitOverColumnsOwnLevelOnly_ComposesDownwards()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|<|<|科目名称|合  计|基本支出|<|<|项目支出
            类|款|项|^|^|小  计|人员支出|日常公用支出|^
            ---
            |||合  计|5,713.22|4,713.22|4,274.98|438.24|1,000.00
            201|||一般公共服务支出|3,950.72|3,034.72|2,608.48|426.24|916.00
            |13||商贸事务|3,950.72|3,034.72|2,608.48|426.24|916.00
            ||01|行政运行|1,469.54|1,439.54|1,156.75|282.79|30.00
            ||50|事业运行|2,481.18|1,595.18|1,451.73|143.45|886.00
            207|||文化旅游体育与传媒支出|1,762.50|1,678.50|1,666.50|12.00|84.00
            |99||其他文化旅游体育与传媒支出|1,762.50|1,678.50|1,666.50|12.00|84.00
            ||99|其他文化旅游体育与传媒支出|1,762.50|1,678.50|1,666.50|12.00|84.00
            """,
            "一般公共预算支出情况表"));

        Assert.Equal([null, "201", "20113", "2011301", "2011350", "207", "20799", "2079999"], Codes(document, Component.Total));
        Assert.All(document.Lines.Where(static line => line.SubjectCode is not null), static line =>
            Assert.Equal(CodeEvidence.SplitColumns, line.CodeEvidence));
        Assert.Equal(5, document.Lines.Where(static line => line.Row == 3).Count());
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    [Fact]
    public void Normalize_CodeInBracketsBeforeName_ReadsBoth()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            功能科目名称|一般公共预算支出|<|<
            ^|小计|其中：基本支出|项目支出
            ---
            合计|11,103.52|6,829.03|4,274.49
            [206]科学技术支出|84.46|0.00|84.46
             [20605]科技条件与服务|84.46|0.00|84.46
              [2060503]科技条件专项|84.46|0.00|84.46
            [208]社会保障和就业支出|11,019.06|6,829.03|4,190.03
            """,
            "一般公共预算支出情况表（按功能分类科目）"));

        Assert.Equal([null, "206", "20605", "2060503", "208"], Codes(document, Component.Total));
        Assert.Equal([Component.Total, Component.Basic, Component.Project], document.Lines.Select(static line => line.Component).Distinct()
            .Order());
        Assert.All(document.Lines, static line => Assert.Equal((Fund.GeneralPublic, Proof.Proven), (line.Fund, line.Proof)));
        Assert.Equal("[2060503]科技条件专项", document.Lines.First(static line => line.SubjectCode == "2060503").SubjectNameAsPrinted);
        Assert.Equal("2060503", document.Lines.First(static line => line.SubjectCode == "2060503").SubjectCodeAsPrinted);
        Assert.Equal("科技条件专项", document.Lines.First(static line => line.SubjectCode == "2060503").SubjectName);
    }

    [Fact]
    public void Normalize_ThreeClassificationsInARow_LineIsOfTheFunctionalOne()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            支出功能分类科目|政府支出经济分类科目|部门支出经济分类科目|合计|基本支出|项目支出|其中|<|<
            ^|^|^|^|^|^|事业单位经营支出|上缴上级支出|对附属单位补助支出
            ---
            2050803-培训支出|50203-培训费|30216-培训费|19.400000|19.400000||||
            2080501-行政单位离退休|50905-离退休费|30302-退休费|34.565400|34.565400||||
            2080501-行政单位离退休|50999-其他对个人和家庭补助|30399-其他对个人和家庭的补助|0.100000|0.100000||||
            合计|||54.065400|54.065400||||
            """,
            "预算03表 支出总表"));

        Assert.Equal(["2050803", "2080501", "2080501", null], Codes(document, Component.Total));
        Assert.Equal(540_654.00m, document.Lines.Where(static line => line is { IsLeaf: true, Component: Component.Total })
            .Sum(static line => line.AmountYuan));
        Assert.Equal("34.565400", document.Lines.First(static line => line.Row == 3).ValueAsPrinted);
        Assert.Equal(345_654m, document.Lines.First(static line => line.Row == 3).AmountYuan);
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    [Fact]
    public void Normalize_GroupPrintsItsOwnTwoDigits_CompletedByTheClassAbove()
    {
        var document = TextTable.Normalize(2020, Model.Documents.DocumentKind.DepartmentBudget, TextTable.Parse(
            """
            功能科目编码|功能科目名称|合计|人员经费支出|公用经费支出|专项业务经费支出|备注
            ---
            |合计|3579.64|412.91|28.21|3138.52|
            201|一般公共服务支出|56.52|0|0|56.52|
             10|人力资源事务|56.52|0|0|56.52|
              2011007|博士后日常经费|7|0|0|7|
              2011004|政府特殊津贴|49.52|0|0|49.52|
            205|教育支出|3523.12|412.91|28.21|3082|
             03|职业教育|3523.12|412.91|28.21|3082|
              2050303|技校教育|3523.12|412.91|28.21|3082|
            """,
            "2020年部门综合预算一般公共预算支出明细表（按支出功能分类科目）"));

        Assert.Equal([null, "201", "20110", "2011007", "2011004", "205", "20503", "2050303"], Codes(document, Component.Total));
        Assert.Equal(CodeEvidence.SplitColumns, document.Lines.First(static line => line.SubjectCode == "20110").CodeEvidence);
        Assert.Equal("10", document.Lines.First(static line => line.SubjectCode == "20110").SubjectCodeAsPrinted);
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    [Fact]
    public void Normalize_ColumnNumbersUnderTheHeadings_AreNoLines()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|<|<|功能科目|总  计|基本支出|项目支出
            类|款|项|^|^|^|^
            ---
            **|**|**|**|1|2|3
            |||合计|656.73|386.73|270.00
            205|||教育支出|656.73|386.73|270.00
            |03||职业教育|656.73|386.73|270.00
            205|03|99|其他职业教育支出|656.73|386.73|270.00
            """,
            "2026年一般公共预算支出情况表"));

        Assert.Equal([null, "205", "20503", "2050399"], Codes(document, Component.Total));
        Assert.Equal(12, document.Lines.Length);
    }

    [Fact]
    public void Normalize_ChildrenDoNotAddUp_LinesAreContradictedAndBothValuesAreNamed()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|科目名称|合计|基本支出|项目支出
            ---
            201|一般公共服务支出|100.00|60.00|40.00
            20113|商贸事务|100.00|60.00|40.00
            2011301|行政运行|60.00|60.00|
            2011308|招商引资|30.00||30.00
            """,
            "一般公共预算支出表"));

        var finding = Assert.Single(document.Findings, static finding =>
            finding.Rule == "children_sum_to_parent" && finding.MessageZh.Contains("印为 100.00", StringComparison.Ordinal));
        Assert.Equal("1000000.00", finding.Expected);
        Assert.Equal("900000.00", finding.Actual);
        Assert.Equal(1, finding.PageNumber);
        Assert.Equal(Proof.Contradicted, document.Lines.First(static line => line.SubjectCode == "2011308").Proof);
    }

    [Fact]
    public void Normalize_DifferenceWithinRounding_Holds()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|科目名称|合计|基本支出|项目支出
            ---
            |合计|1,946.82|1,946.82|
            2210201|住房公积金|453.71|453.71|
            2210203|购房补贴|1,493.12|1,493.12|
            """,
            "支出总表"));

        var check = Assert.Single(document.Checks, check =>
            check.Rule == "children_sum_to_parent" && check.MemberLineIds[0] == document.Lines[0].LineId);
        Assert.Equal(150m, check.ToleranceYuan);
        Assert.Equal(Model.Evidence.CheckOutcome.Holds, check.Outcome);
    }

    [Fact]
    public void Normalize_KindOther_YieldsNoLines()
    {
        var table = TextTable.Parse(
            """
            科目编码|科目名称|合计
            ---
            201|一般公共服务支出|100.00
            """,
            "支出总表");

        Assert.Empty(TextTable.Normalize(2026, Model.Documents.DocumentKind.Other, table).Lines);
        Assert.Single(TextTable.Normalize(2026, Model.Documents.DocumentKind.DepartmentBudget, table).Lines);
    }

    [Fact]
    public void Normalize_OneHeadingOverThreeCodeColumns_TheyAreClassGroupAndItem()
    {
        var document = TextTable.Normalize(2024, Model.Documents.DocumentKind.DepartmentFinalAccounts, TextTable.Parse(
            """
            项目|<|<|<|本年收入合计|财政拨款收入|其他收入
            功能分类|<|<|科目名称|^|^|^
            科目编码|<|<|^|^|^|^
            ---
            类|款|项|合计|2,112.86|2,106.66|6.20
            201|||一般公共服务支出|2,112.86|2,106.66|6.20
            201|06||财政事务|2,112.86|2,106.66|6.20
            201|06|01|行政运行|2,112.86|2,106.66|6.20
            """,
            "收入决算表"));

        Assert.Equal([null, "201", "20106", "2010601"], Codes(document, Component.Total).Distinct());
        Assert.All(document.Lines, static line => Assert.Equal((Direction.Revenue, Proof.Proven), (line.Direction, line.Proof)));
    }

    [Fact]
    public void Normalize_CodeThatTheNationalListLacks_IsKeptAndMarked()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|科目名称|合计
            ---
            2014977|城市副中心专项事务|100.00
            """,
            "支出总表"));

        var line = Assert.Single(document.Lines);
        Assert.Equal(("2014977", null, null), (line.SubjectCode, line.SubjectName, line.CatalogueEdition));
        Assert.Single(document.Findings, static finding => finding.Rule == "local_subject_code");
    }

    [Fact]
    public void Normalize_TotalRepeatedOnEveryPage_IsOneLine()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|科目名称|本年支出合计|基本支出|项目支出
            ---
            |合计|100.00|60.00|40.00
            221|住房保障支出|60.00|60.00|
            |合计|100.00|60.00|40.00
            22102|住房改革支出|60.00|60.00|
            214|交通运输支出|40.00||40.00
            """,
            "支出决算表"));

        Assert.Equal([null, "221", "22102", "214"], Codes(document, Component.Total));
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    [Fact]
    public void Normalize_GroupPrintedAgainAsItsItem_IsCountedOnce()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|科目名称|合计|基本支出|项目支出
            ---
            |合计|502.00||502.00
            219|援助其他地区支出|502.00||502.00
            21999|其他支出|502.00||502.00
            21999|其他支出|502.00||502.00
            """,
            "支出总表"));

        Assert.Equal(5_020_000m, document.Lines.Where(static line => line is { IsLeaf: true, Component: Component.Total })
            .Sum(static line => line.AmountYuan));
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    private static IEnumerable<string?> Codes(NormalizedDocument document, Component component) =>
        document.Lines.Where(line => line.Component == component && line.Period == Period.Current).Select(static line => line.SubjectCode);

    /// <summary>Where the second line of headings was not read as one, 本年支出 stands over the column of 基本支出 alone.</summary>
    [Theory]
    [InlineData("本年支出", TableMethod.Ruled, 0)]
    [InlineData("本年支出", TableMethod.Aligned, 0)]
    [InlineData("一般公共预算", TableMethod.Aligned, 0)]
    [InlineData("一般公共预算", TableMethod.Ruled, 1)]
    public void Normalize_HeadingBesideAmountsWithoutOne_GivesNoMeaningWhereItMayStandOverThem(string heading, TableMethod method,
        int lines)
    {
        var table = TextTable.Parse(
            $"""
            项目|||{heading}|
            ---
            科目编码|科目名称|合计|基本支出|项目支出
            201|一般公共服务支出|9.00|5.00|4.00
            """,
            "一般公共预算财政拨款支出决算表");
        var document = TextTable.Normalize(2024, DocumentKind.DepartmentFinalAccounts, table with { Method = method });

        Assert.Equal(lines, document.Lines.Length);
    }
}
