using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;

namespace Extractor.Tests.Normalizing.Governments;

/// <summary>Rows below rows where neither number nor indentation says so, and columns below columns; figures made up.</summary>
public sealed class GovernmentNestingTests
{
    /// <summary>A county that the province looks after (省直管县) is no part of the city that it is listed under.</summary>
    [Fact]
    public void Normalize_CityThatItsDistrictsMake_LeavesItsCountyBeside()
    {
        var document = Debt(
            """
            成都市|10|30|9|28
            成都市本级|5|15|4|14
            锦江区|2|8|2|7
            金堂县|7|9|6|8
            青羊区|3|7|3|7
            自贡市|4|6|4|5
            """);

        Assert.Equal([0, 1, 1, 0, 1, 0], ParentsOf(document).Select(static row => Math.Max(row - 1, 0)));
    }

    /// <summary>吉林 2023 sets the cities further right than 省本级: they are no parts of it, nor a county of the city's own level.</summary>
    [Fact]
    public void Normalize_PlacesFurtherRightThanTheOwnLevel_AreNoPartsOfIt()
    {
        var table = TextTable.Parse(
            """
            地区|2024年债务限额|2024年债务余额
            ---
            四川省本级|6|5
            成都市|12|10
            自贡市|9|8
            """, "四川省2024年地方政府债务限额及余额情况表");
        var document = TextTable.Normalize(2024, DocumentKind.GovernmentDebt, table with
        {
            Cells = [.. table.Cells.Select(cell => cell is { Row: > 1, Column: 0 } ? cell with { TextIndent = 10, TextBox = null } : cell)],
        });

        Assert.All(document.Lines, static line => Assert.Null(line.ParentLineId));
    }

    /// <summary>Of a limit the region may keep a part back, which is no contradiction; more than it has it cannot hand on.</summary>
    [Theory]
    [InlineData(20, CheckOutcome.Holds)]
    [InlineData(25, CheckOutcome.NotApplicable)]
    [InlineData(15, CheckOutcome.Fails)]
    public void Normalize_LimitOfARegion_IsAtLeastThatOfItsPlaces(int limit, CheckOutcome expected)
    {
        var document = Debt(
            $"""
            四川省|{limit}|60|20|50
            四川省本级|6|20|5|18
            成都市|10|25|9|22
            自贡市|4|15|6|10
            """);

        Assert.Equal([0, 1, 1, 1], ParentsOf(document).Select(static row => Math.Max(row - 1, 0)));
        Assert.Equal(expected, document.Checks.First(static check => check.Rule == "children_sum_to_parent").Outcome);
    }

    /// <summary>
    /// 普通教育 is as much more than its parts as 教育支出 is less than 普通教育 and what stands beside it: 普通教育 alone is wrong. Missed by
    /// another amount it explains nothing, and all of the sum above stays in question.
    /// </summary>
    [Theory]
    [InlineData("35", "普通教育")]
    [InlineData("34", "教育支出|职业教育|普通教育")]
    public void Normalize_TwoSumsMissedByOneAmount_AccuseWhatStandsBetween(string primary, string accused)
    {
        var document = Government(
            $"""
            科目编码|项目|预算数|决算数
            ---
            205|教育支出|100|110
            20502|普通教育|60|75
            2050201|学前教育||30
            2050202|小学教育||{primary}
            20503|职业教育|40|45
            2050302|中等职业教育|40|45
            206|科学技术支出|25|31
            20601|科学技术管理事务|10|12
            20602|基础研究|15|19
            """, "2024年市级一般公共预算支出决算表");

        Assert.Equal(accused.Split('|').Order(), document.Lines.Where(static line => line.Proof == Proof.Contradicted)
            .Select(static line => line.SubjectNameAsPrinted!).Order());
    }

    /// <summary>其中 says where the parts begin; where they end, only their sum.</summary>
    [Fact]
    public void Normalize_PartsBehindOfWhich_EndWhereTheirSumIsReached()
    {
        var document = Government(
            """
            项目|越秀区|海珠区
            ---
            一、一般性转移支付支出|120|97
            公共安全共同财政事权转移支付支出|70|46
            其中：居民身份证工本费补助|12|17
            法律顾问经费|11|13
            辅警补助经费|47|16
            教育共同财政事权转移支付支出|50|51
            """, "2026年市级一般公共预算税收返还和转移支付表（按项目分地区列示）");

        Assert.Equal([0, 1, 2, 2, 2, 1], ParentsOf(document));
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    /// <summary>In one column what follows 其中 may reach the sum by chance: 其中 may be partial.</summary>
    [Fact]
    public void Normalize_PartsBehindOfWhichInOneColumn_TakeNothingThatFollows()
    {
        var document = Government(
            """
            项目|2026年预算数
            ---
            公共安全共同财政事权转移支付支出|70
            其中：居民身份证工本费补助|12
            教育共同财政事权转移支付支出|58
            """, "2026年市级一般公共预算税收返还和转移支付表");

        Assert.Equal([0, 1, 0], ParentsOf(document));
    }

    /// <summary>财政补贴收入 begins where 保险费收入 does, behind 其中: beside it, and below the fund.</summary>
    [Fact]
    public void Normalize_PartsIndentedAsTheWordsBehindOfWhich_StandBesideThem()
    {
        var document = Government(
            """
            项目|2026年预算数
            ---
            企业职工基本养老保险基金|3054386
              其中：保险费收入|2200164
                  财政补贴收入|741633
                  利息收入|59310
            失业保险基金|91228
              其中：保险费收入|85962
                  利息收入|4166
            """, "2026年全区社会保险基金收入预算表");

        Assert.Equal([0, 1, 1, 1, 0, 5, 5], ParentsOf(document));
    }

    /// <summary>成都市本级 of a province's table is not the province's own level.</summary>
    [Fact]
    public void Normalize_OwnLevelOfACity_IsTheCitys()
    {
        var document = Debt(
            """
            成都市|10|30|9|28
            成都市本级|5|15|4|14
            自贡市|4|6|4|5
            """);

        Assert.All(document.Lines.Where(static line => line.Row == 3), static line => Assert.Equal(
            ("成都市本级", "510100", GovernmentLevel.Own), (line.PlaceName, line.PlaceCode, line.GovernmentLevel)));
    }

    /// <summary>全区, 自治区本级 and 各市县 of one budget: the third is of the governments below.</summary>
    [Fact]
    public void Normalize_TableOfAllCitiesAndCounties_IsOfTheLevelsBelow() => Assert.All(
        Government(
            """
            项目|预算数|决算数
            ---
            一、一般公共服务支出|10|11
            二、教育支出|20|22
            """, "2026年各市县一般公共预算支出决算表").Lines,
        static line => Assert.Equal(GovernmentLevel.Lower, line.GovernmentLevel));

    /// <summary>一般债券 and 专项债券 to the left, each over its rows.</summary>
    [Fact]
    public void Normalize_CategoryBesideTheRows_IsTheirs()
    {
        var document = TextTable.Normalize(2026, DocumentKind.GovernmentDebt, TextTable.Parse(
            """
            债券类型|地区|余额|2026年
            ---
            一般债券|合计|83|8
            ^|新增债券|63|5
            ^|再融资债券|20|3
            专项债券|合计|32|4
            ^|新增债券|22|3
            ^|再融资债券|10|1
            """, "2026年全省地方政府债券分年度偿还计划情况表"));

        Assert.Equal(["general_debt_balance", "special_debt_balance"], document.Lines.Where(static line =>
            line is { Column: 2, RowRole: RowRole.Total }).Select(static line => line.ItemKey));
    }

    /// <summary>合计 is the sum of 小计 that stand before their own parts, not of the columns next to it.</summary>
    [Fact]
    public void Normalize_ColumnOfSubtotalsWithTheirPartsBetween_IsTheirSum()
    {
        var document = Government(
            """
            项目|合计|一般公共预算小计|一般财力|一般债券|政府性基金小计|基金收入|专项债券
            ---
            合计|220|126|82|44|94|40|54
            甲专项资金|60|31|20|11|29|12|17
            乙专项资金|40|24|17|7|16|9|7
            丙专项资金|70|41|26|15|29|9|20
            丁专项资金|50|30|19|11|20|10|10
            """, "2026年市级专项资金预算安排情况表");

        Assert.Equal(15, document.Checks.Count(static check => check is
        {
            Rule: "columns_sum_to_column",
            Outcome: CheckOutcome.Holds,
        }));
        Assert.Equal(5, document.Checks.Count(static check => check.Rule == "columns_sum_to_column" && check.MemberLineIds.Length == 3 &&
            check.ExpectedYuan is 2_200_000 or 600_000 or 400_000 or 700_000 or 500_000));
    }

    /// <summary>2026年预算数 = 未落实到地区数 + 市县小计: a heading without a year is of the year of its table.</summary>
    [Fact]
    public void Normalize_ColumnOfTheYearBesideColumnsWithoutOne_IsTheirSum()
    {
        var document = Government(
            """
            项目|2026年预算数|未落实到地区数|市县
            ---
            均衡性转移支付|30|10|20
            革命老区补助资金|50|20|30
            民族地区转移支付|70|30|40
            边境地区转移支付|90|40|50
            """, "2026年省级一般公共预算税收返还和转移支付预算表");

        Assert.Equal(4, document.Checks.Count(static check => check.Rule == "columns_sum_to_column"));
    }

    /// <summary>Heads in one column, their projects in the next one.</summary>
    [Fact]
    public void Normalize_ProjectsInTheColumnBesideTheirHeads_StandBelowThem()
    {
        var document = Government(
            """
            专项资金|政府预算项目|2025年预算数|2026年预算数
            ---
              (一)科技资金||30|32
            |产业培育引领|10|11
            |成果转化推进|20|21
              (二)人才资金||70|75
            |引才平台补助|30|33
            |人才津补贴|40|42
            """, "2026年市级专项资金预算安排情况表");

        Assert.Equal([0, 1, 1, 0, 4, 4], ParentsOf(document));
    }

    /// <summary>Of the first column that prints the row: the row of its parent, 0 for none.</summary>
    private static int[] ParentsOf(NormalizedDocument document) =>
        [.. document.Lines.GroupBy(static line => line.Row).OrderBy(static row => row.Key).Select(row =>
            document.Lines.SingleOrDefault(above => above.LineId == row.First().ParentLineId)?.Row ?? 0)];

    private static NormalizedDocument Debt(string rows) => TextTable.Normalize(2023, DocumentKind.GovernmentDebt, TextTable.Parse(
        "地区|2023年债务限额|<|2023年债务余额|<\n^|一般债务|专项债务|一般债务|专项债务\n---\n" + rows,
        "四川省2023年地方政府债务限额及余额决算情况表"));

    private static NormalizedDocument Government(string text, string title) =>
        TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(text, title));
}
