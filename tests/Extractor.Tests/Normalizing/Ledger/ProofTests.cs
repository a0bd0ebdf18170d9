using Extractor.Model.Budget;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;

namespace Extractor.Tests.Normalizing.Ledger;

/// <summary>How far the proof of a line reaches, and what is said where it does not.</summary>
public sealed class ProofTests
{
    private const string TwoSides =
        """
        收入|<|支出|<|<
        项目|预算数|项目|合计|一般公共预算
        ---
        一、一般公共预算拨款|20.00|一、一般公共服务支出|20.00|20.00
        上年结转|10.00|二、卫生健康支出|10.00|10.00
        收入总计|30.00|支出总计|30.00|30.00
        """;

    /// <summary>No total and no parents: each row adds up, and each could stand anywhere.</summary>
    [Fact]
    public void Normalize_OnlyRowsAddUp_PlaceIsUnproven()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|科目名称|合计|基本支出|项目支出
            ---
            2010301|行政运行|10.00|10.00|0.00
            2010302|一般行政管理事务|5.00|1.00|4.00
            """,
            "支出总表"));

        Assert.All(document.Lines, static line => Assert.Equal((Proof.Unproven, LineDoubt.PlaceUnproven), (line.Proof, line.Doubt!.Value)));
    }

    /// <summary>The same list beside a summary whose total its rows make: what is basic and what project no sum tells.</summary>
    [Fact]
    public void Normalize_RowsMakeTheTotalOfTheSummary_TheirTotalsAreProven()
    {
        var document = TextTable.Normalize(
            TextTable.Parse("收入|<|支出|<\n项目|预算数|项目|预算数\n---\n一、一般公共预算拨款收入|15.00|一、一般公共服务支出|15.00\n收入总计|15.00|支出总计|15.00", "收支总表"),
            TextTable.Parse(
                """
                科目编码|科目名称|合计|基本支出|项目支出
                ---
                2010301|行政运行|10.00|10.00|0.00
                2010302|一般行政管理事务|5.00|1.00|4.00
                """,
                "支出总表"));

        Assert.All(document.Lines.Where(static line => line.TableOrdinal == 2), static line => Assert.Equal(
            line.Component == Component.Total ? (Proof.Proven, null) : (Proof.Unproven, LineDoubt.PlaceUnproven),
            (line.Proof, line.Doubt)));
    }

    /// <summary>One row of funds: any of them could bear the name of another, but for those that print the same.</summary>
    [Theory]
    [InlineData("8.00", "4.00", Proof.Unproven)]
    [InlineData("6.00", "6.00", Proof.Proven)]
    public void Normalize_PartsOfOneRowAlone_AreProvenWhereTheyAreTheSame(string first, string second, Proof proof)
    {
        var document = TextTable.Normalize(TextTable.Parse($"合计|一般公共预算|政府性基金预算\n---\n12.00|{first}|{second}", "收入总表"));

        Assert.Equal(Proof.Proven, document.Lines.Single(static line => line.Fund == Fund.All).Proof);
        Assert.All(document.Lines.Where(static line => line.Fund != Fund.All), line => Assert.Equal(proof, line.Proof));
    }

    [Fact]
    public void Normalize_NumberedByItself_NameIsTheSubjectAndTheCodeProvesNothing()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            经济分类科目编码|<|部门经济分类科目名称|合计
            类|款|^|^
            ---
            302||商品和服务支出|15.00
            302|01|办公费|10.00
            302|03|水费|5.00
            |||
            合计|||15.00
            """,
            "一般公共预算基本支出表"));

        var water = document.Lines.Single(static line => line.SubjectNameAsPrinted == "水费");
        Assert.Equal(("30205", "30203", CodeEvidence.NameUnderParent), (water.SubjectCode, water.SubjectCodeAsPrinted?[..3] + "03",
            water.CodeEvidence));
        Assert.Equal((Proof.Unproven, LineDoubt.CodeAgainstName), (water.Proof, water.Doubt!.Value));
        Assert.Equal(Proof.Proven, document.Lines.Single(static line => line.SubjectNameAsPrinted == "办公费").Proof);
        Assert.Single(document.Findings, static finding => finding.Rule == "code_against_name");
    }

    /// <summary>
    /// 上海市普陀区社会福利院 2024, page 14: what else stands below the 302 and 303 of a list that numbers by itself has numbers of the list,
    /// and so have these; 30108 below 301 is what it says.
    /// </summary>
    [Fact]
    public void Normalize_NumberedByItself_NamesThatNoCatalogueKnowsHaveNoSubject()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            经济分类科目编码|<|部门经济分类科目名称|合计
            类|款|^|^
            ---
            301||工资福利支出|5.00
            301|08|机关事业单位基本养老保险费|5.00
            302||二、商品和服务支出|15.00
            302|03|水费|10.00
            302|06|办公设备购置费|5.00
            303||离退休人员经费|7.00
            303|01|退休费|7.00
            合计|||27.00
            """,
            "一般公共预算基本支出表"));

        Assert.Equal(
            [
                ("301", null), ("30108", null), ("302", null), ("30205", LineDoubt.CodeAgainstName), (null, LineDoubt.CodeAgainstName),
                (null, LineDoubt.CodeAgainstName), ("30302", LineDoubt.CodeAgainstName), (null, (LineDoubt?)null),
            ],
            document.Lines.Select(static line => (line.SubjectCode, line.Doubt)));
        Assert.All(document.Lines.Where(static line => line.SubjectCode is null), static line =>
            Assert.Equal((null, null), (line.SubjectName, line.DepartmentEconomicCode)));
        var retired = document.Lines.Single(static line => line.SubjectNameAsPrinted == "退休费");
        Assert.Equal("离退休人员经费", document.Lines.Single(line => line.LineId == retired.ParentLineId).SubjectNameAsPrinted);
        Assert.Equal(["code_against_name"], document.Findings.Select(static finding => finding.Rule));
    }

    /// <summary>烟台市信访局: the list of projects says that some are left out, the list of purchases falls short too.</summary>
    [Fact]
    public void Normalize_NoteSaysThatItemsAreLeftOut_SumIsNotApplicableForThatReason()
    {
        var document = TextTable.Normalize(
            TextTable.Parse("项目名称|合计\n---\n合计|525.00\n接访大厅运行经费|145.00\n信访业务工作经费|75.00", "项目支出预算情况表") with
            {
                Notes = ["（注：部分具体项目信息公开时予以剔除。）"],
            },
            TextTable.Parse("科目编码|科目名称|合计\n---\n|合计|71.89\n2010301|行政运行|1.56\n2010302|一般行政管理事务|2.00", "政府采购预算表"));

        Assert.DoesNotContain(document.Checks, static check => check.Outcome == CheckOutcome.Fails);
        Assert.All(document.Checks, static check => Assert.Contains("予以剔除", check.Reason, StringComparison.Ordinal));
        Assert.All(document.Findings, static finding => Assert.Equal(("rows_left_out", Severity.Note), (finding.Rule, finding.Severity)));
        Assert.DoesNotContain(document.Lines, static line => line.Proof == Proof.Contradicted);
    }

    /// <summary>Rounding excuses a last place for each figure and no more.</summary>
    [Theory]
    [InlineData("30.01", CheckOutcome.Holds)]
    [InlineData("30.03", CheckOutcome.NotApplicable)]
    [InlineData("30.04", CheckOutcome.Fails)]
    public void Normalize_NoteSpeaksOfRounding_ExcusesTheLastPlaces(string total, CheckOutcome outcome)
    {
        var document = TextTable.Normalize(
            TextTable.Parse($"科目编码|科目名称|合计\n---\n|合计|{total}\n2010301|行政运行|10.00\n2010302|一般行政管理事务|20.00", "一般公共预算支出表") with
            {
                Notes = ["注：因四舍五入，合计与分项略有差异。"],
            });

        Assert.Equal(outcome, Assert.Single(document.Checks).Outcome);
    }

    [Fact]
    public void Normalize_SecondAndThirdClassification_AreKeptBesideTheFirst()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            部门预算支出经济分类科目编码|部门经济科目名称|政府预算支出经济分类科目编码|政府经济科目名称|合计
            ---
            |合计|||9.63
            30201|办公费|50201|办公经费|9.63
            """,
            "一般公共预算基本支出表"));

        var line = document.Lines.Single(static line => line.SubjectCode == "30201");
        Assert.Equal(("30201", "50201", "办公经费", null),
            (line.DepartmentEconomicCode, line.GovernmentEconomicCode, line.GovernmentEconomicName, line.FunctionalCode));
    }

    [Fact]
    public void Normalize_ComponentAndFundOfAParentRow_AreThoseOfItsChildren()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            收入|<|支出|<
            项目|预算数|部门预算支出经济科目|预算数
            ---
            (1)一般公共预算拨款|30.00|1、人员经费和公用经费支出|10.00
            ||(1)工资福利支出|10.00
            ||2、专项业务经费支出|20.00
            ||(1)工资福利支出|20.00
            收入总计|30.00|支出总计|30.00
            """,
            "部门综合预算收支总表"));

        Assert.Equal(
            [Component.Basic, Component.Basic, Component.Project, Component.Project, Component.Total],
            document.Lines.Where(static line => line.Direction == Direction.Expenditure).Select(static line => line.Component));
        Assert.Equal([Fund.GeneralPublic, Fund.All],
            document.Lines.Where(static line => line.Direction == Direction.Revenue).Select(static line => line.Fund));
    }

    [Fact]
    public void Normalize_ColumnOfWhich_IsQualifiedAndNoLeaf()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|科目名称|合计|其中：上年结转
            ---
            |合计|30.00|5.00
            2010301|行政运行|30.00|5.00
            """,
            "支出总表"));

        var part = document.Lines.Single(static line => line.AmountYuan == 50_000m && line.SubjectCode == "2010301");
        Assert.Equal(("of_which_carried_in", false), (part.Qualifier, part.IsLeaf));
        Assert.All(document.Lines.Where(static line => line.Qualifier is not null), static line => Assert.False(line.IsLeaf));
    }

    [Theory]
    [InlineData("财政拨款收支总表", null)]
    [InlineData("财政拨款收支总表（不含", LineDoubt.TitleIncomplete)]
    [InlineData("财政拨款收支总表及", LineDoubt.TitleIncomplete)]
    [InlineData("2026年情况", LineDoubt.KindByVote)]
    public void Normalize_TitleDoesNotSayAll_LinesAreInDoubt(string title, LineDoubt? expected)
    {
        var document = TextTable.Normalize(TextTable.Parse(TwoSides, title));

        Assert.Equal(TableKey.FiscalAppropriationSummary, document.Tables[0].Key);
        Assert.All(document.Lines, line => Assert.Equal(
            (expected is null ? Proof.Proven : Proof.Unproven, expected), (line.Proof, line.Doubt)));
    }

    [Theory]
    [InlineData("30.00", TableMethod.Ruled, Proof.Proven, null)]
    [InlineData("30.00", TableMethod.Aligned, Proof.Unproven, LineDoubt.ColumnsUnruled)]
    [InlineData("31.00", TableMethod.Ruled, Proof.Contradicted, null)]
    [InlineData("31.00", TableMethod.Aligned, Proof.Unproven, LineDoubt.LeafSumDiffers)]
    public void Normalize_TableWithoutVerticalLines_IsNeitherProvenNorAccused(
        string total, TableMethod method, Proof proof, LineDoubt? doubt)
    {
        var table = TextTable.Parse(
            $"""
            科目编码|科目名称|合计
            ---
            |合计|{total}
            201|一般公共服务支出|30.00
            20103|政府办公厅（室）及相关机构事务|30.00
            2010301|行政运行|30.00
            """,
            "一般公共预算支出表");

        var document = TextTable.Normalize(table with { Method = method });

        var line = document.Lines.Single(static line => line.RowRole == RowRole.Total);
        Assert.Equal((proof, doubt), (line.Proof, line.Doubt));
    }

    [Fact]
    public void Normalize_TitleDoesNotSayAllAndAnotherTableAgrees_LinesAreProven()
    {
        var document = TextTable.Normalize(
            TextTable.Parse(TwoSides, "2026年情况"),
            TextTable.Parse(
                """
                科目编码|科目名称|合计
                ---
                |合计|30.00
                201|一般公共服务支出|30.00
                20103|政府办公厅（室）及相关机构事务|30.00
                2010301|行政运行|30.00
                """,
                "一般公共预算支出表"));

        Assert.All(document.Lines, static line => Assert.Equal((Proof.Proven, null), (line.Proof, line.Doubt)));
    }

    [Fact]
    public void Normalize_TwoSides_ARowIsPlacedByTheSumOfItsOwnList()
    {
        // The rows of the left side make their total; those of the right side, of the same numbers, only add up each for itself.
        var document = TextTable.Normalize(TextTable.Parse(
            """
            收入|<|支出|<|<|<
            项目|预算数|项目|合计|基本支出|项目支出
            ---
            一、一般公共预算拨款收入|20.00|一、教育支出|25.00|20.00|5.00
            二、事业收入|10.00|二、卫生健康支出|10.00|4.00|6.00
            收入总计|30.00||||
            """,
            "收支总表"));

        Assert.Equal(Enumerable.Repeat((Proof.Proven, default(LineDoubt?)), 3), Of(Direction.Revenue));
        Assert.Equal(Enumerable.Repeat((Proof.Unproven, (LineDoubt?)LineDoubt.PlaceUnproven), 6), Of(Direction.Expenditure));

        IEnumerable<(Proof, LineDoubt?)> Of(Direction side) =>
            document.Lines.Where(line => line.Direction == side).Select(static line => (line.Proof, line.Doubt));
    }

    [Fact]
    public void Normalize_NoSumHoldsForATotalWhoseListFallsShort_TheTotalIsInDoubt()
    {
        // Two lists lack the same row; no other figure speaks of their totals.
        var document = TextTable.Normalize(
            TextTable.Parse("项目名称|金额\n---\n合计|30.00\n甲项目|15.00\n乙项目|5.00", "项目支出表"),
            TextTable.Parse("采购项目|金额\n---\n合计|17.00\n甲设备|4.00\n乙设备|3.00", "政府采购预算表"));

        Assert.Equal([LineDoubt.LeafSumDiffers, LineDoubt.LeafSumDiffers],
            document.Lines.Where(static line => line.RowRole == RowRole.Total).Select(static line => line.Doubt));
    }

    [Fact]
    public void Normalize_ColumnOfItemBesideTheSum_IsQualifiedThoughNoHeadingSaysOfWhich()
    {
        // 深圳: 上年结余、结转 is a part of 总计, 2026年政府采购项目 of 支出总计; 无锡: 本年收入 小计 of 合计.
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|科目名称|支出总计|基本支出|项目支出|2026年政府采购项目
            ^|^|^|^|^|小计
            ---
            |合计|30.00|10.00|20.00|5.00
            201|一般公共服务支出|30.00|10.00|20.00|5.00
            20103|政府办公厅（室）及相关机构事务|30.00|10.00|20.00|5.00
            2010301|行政运行|30.00|10.00|20.00|5.00
            """,
            "支出总表"));

        var parts = document.Lines.Where(static line => line.AmountYuan == 50_000m).ToList();
        Assert.Equal(4, parts.Count);
        Assert.All(parts, static line => Assert.Equal(("of_which_procurement", false), (line.Qualifier, line.IsLeaf)));
        Assert.All(document.Lines.Except(parts), static line => Assert.Null(line.Qualifier));
    }

    [Fact]
    public void Normalize_ColumnWithoutCapitalProjects_NarrowsTheProjectsAndIsNoItem()
    {
        // 中共北京市委宣传部 2026, page 12.
        var document = TextTable.Normalize(TextTable.Parse(
            """
            功能分类科目|<|预算数|<|<|<
            科目编码|科目名称|合计|基本支出|项目支出|<
            ^|^|^|^|项目支出总数|扣除基建项目后预算数
            ---
            2070102|一般行政管理事务|2,413.699679||2,413.699679|2,413.699679
            2150299|其他制造业支出|3.901100||3.901100|
            """,
            "一般公共预算支出表"));

        var narrowed = Assert.Single(document.Lines, static line => line.Qualifier is not null);
        Assert.Equal(("excluding_capital", Component.Project, false, null),
            (narrowed.Qualifier, narrowed.Component, narrowed.IsLeaf, narrowed.ItemKey));
        Assert.Equal(2, document.Lines.Count(static line => line.Component == Component.Project && line.IsLeaf));
    }

    [Theory]
    [InlineData("872,031,967.20", "526,977,483.30", "repeated")]
    [InlineData("872,031,967.20", "526,977,483.00", null)]
    public void Normalize_SecondColumnOfOneMeaning_IsARepetitionWhereEveryRowAgrees(string total, string unit, string? qualifier)
    {
        // 西安市民政局 2021, page 42: 总计 beside 部门预算 / 合计.
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            单位编码|单位名称|总计|部门预算|<
            ^|^|^|合计|其中：专项资金列入部门预算的项目
            ---
            |合计|872,031,967.20|{total}|335,980,000.00
            241001|西安市民政局|526,977,483.30|{unit}|335,980,000.00
            """,
            "部门综合预算支出总表"));

        Assert.Equal(qualifier is null ? 0 : 2, document.Lines.Count(static line => line.Qualifier == "repeated"));
        Assert.Equal(2, document.Lines.Count(static line => line.Qualifier == "of_which_special_funds"));
        Assert.Equal(1, document.Lines.Count(static line => line.IsLeaf));
    }

    [Fact]
    public void Normalize_MeetingsAndTraining_ArePartsOfTheSumWithThem()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            合计|“三公”经费|<|<|会议费|培训费
            ^|小计|公务接待费|公务用车运行维护费|^|^
            ---
            10.00|6.00|2.00|4.00|1.00|3.00
            """,
            "“三公”经费、会议费、培训费支出表"));

        var whole = document.Lines.Single(static line => line.ItemKey == "three_public_meetings_training");
        Assert.Equal(["meetings", "total", "training"], document.Lines.Where(line => line.ParentLineId == whole.LineId)
            .Select(static line =>
            line.ItemKey).Order(StringComparer.Ordinal));
    }
}
