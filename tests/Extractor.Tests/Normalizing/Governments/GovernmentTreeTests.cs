using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;

namespace Extractor.Tests.Normalizing.Governments;

/// <summary>How rows and columns of governments' tables sum up, with figures made up in forms that were once read wrongly.</summary>
public sealed class GovernmentTreeTests
{
    /// <summary>(一) is by chance the sum of (二) and (三): numbers of one style stand beside each other.</summary>
    [Fact]
    public void Normalize_NumberedRowThatItsNeighboursMake_StandsBesideThem()
    {
        var document = Government(
            """
            项目|合计|市南区|市北区
            ---
            二、专项转移支付|400|140|260
            (一)交通运输转移支付|200|80|120
            (二)商业服务业转移支付|120|50|70
            (三)自然资源转移支付|80|10|70
            """, "2026年市级对区税收返还和转移支付情况表");

        AssertHolds(document);
        Assert.All(document.Lines.Where(static line => line.Row > 1),
            line => Assert.Equal(document.Lines.Single(whole => whole.Row == 1 && whole.Column == line.Column).LineId, line.ParentLineId));
    }

    /// <summary>小型水库 stands a little further right than its neighbours; it is one of them.</summary>
    [Fact]
    public void Normalize_NeighbourSetOffByChance_IsAPartOfTheRowAbove()
    {
        var document = Government(
            """
            项目|2025年执行数|2026年预算数
            ---
            三、农林水支出|5500|7004
            大中型水库库区基金安排的支出|300|1039
            国家重大水利工程建设基金安排的支出|200|1
            大中型水库移民后期扶持基金支出|4900|5807
              小型水库移民扶助基金安排的支出|100|157
            四、交通运输支出|10|20
            车辆通行费安排的支出|10|20
            """, "2026年全市政府性基金预算支出表");

        AssertHolds(document);
        Assert.Equal(4, document.Lines.Count(line => line.AmountYear == 2026 &&
            line.ParentLineId == document.Lines.Single(static whole => whole is { Row: 1, AmountYear: 2026 }).LineId));
    }

    /// <summary>灾害防治 has a figure in one row: without it the columns make all other rows, with it every row.</summary>
    [Fact]
    public void Normalize_LastColumnWithOneFigure_IsInTheSumAcross()
    {
        var document = Government(
            """
            市县别|合计|教育共同财政事权转移支付|医疗卫生共同财政事权转移支付|灾害防治共同财政事权转移支付
            ---
            市县合计|185|73|110|2
            甲县|11|4|7|
            乙县|12|5|7|
            丙县|13|5|8|
            丁县|14|6|8|
            戊县|15|6|9|
            己县|16|6|10|
            庚县|17|7|10|
            辛县|18|7|11|
            壬县|19|8|11|
            癸县|50|19|29|2
            """, "2026年省对下共同财政事权转移支付分项目分地区情况表");

        AssertHolds(document);
        Assert.Equal(11, document.Checks.Count(static check => check.Rule == "columns_sum_to_column"));
    }

    /// <summary>公务用车运行维护费 with 公务用车购置 below it is vehicles in all.</summary>
    [Fact]
    public void Normalize_ThreePublicOfAGovernment_NestsByItsSumsAndKnowsEachYear()
    {
        var document = Government(
            """
            支出项目|2026年预算数|2025年决算数
            ---
            一、“三公”经费支出合计|38317|38320
            1.因公出国（境）费用|6496|6497
            2.公务用车运行维护费|21129|21130
            公务用车购置|3851|3851
            公务用车运行维护费|17278|17279
            3.公务接待费|10692|10693
            """, "2026年省级一般公共预算“三公”经费表");

        AssertHolds(document);
        Assert.Equal(["total", "overseas", "vehicle_total", "vehicle_purchase", "vehicle_operation", "reception"],
            document.Lines.Where(static line => line.AmountYear == 2026).Select(static line => line.ItemKey));
        Assert.Equal([38317m, 38320m], document.Lines.Where(static line => line.ItemKey == "total").Select(static line =>
            line.AmountYuan / 10_000));
        Assert.Equal([(2026, Phase.Budget), (2025, Phase.FinalAccounts)],
            document.Lines.Select(static line => (line.AmountYear!.Value, line.Phase)).Distinct());
    }

    /// <summary>199 stands twice: by chance one is the sum of what follows it, but all four make the 398 above them.</summary>
    [Fact]
    public void Normalize_RowThatItsNeighboursMakeByChance_StandsBesideThemBelowTheirSum()
    {
        var document = Government(
            """
            项目|2025年执行数|2026年预算数
            ---
            彩票发行销售机构业务费安排的支出|398|168
              福利彩票发行机构的业务费支出|199|
              福利彩票销售机构的业务费支出||158
              体育彩票销售机构的业务费支出|199|
              彩票市场调控资金支出||10
            彩票公益金安排的支出|5|6
              用于体育事业的彩票公益金支出|5|6
            """, "2026年全市政府性基金预算支出表");

        AssertHolds(document);
        Assert.All(document.Lines.Where(static line => line.Row is >= 2 and <= 5), line =>
        {
            Assert.Equal(document.Lines.Single(whole => whole.Row == 1 && whole.Column == line.Column).LineId, line.ParentLineId);
            Assert.Null(line.Qualifier);
            Assert.True(line.IsLeaf);
        });
    }

    /// <summary>市县合计 above 甲市合计: the counties make both; each stands below the city that they make.</summary>
    [Fact]
    public void Normalize_SumOfSumsWithoutASign_KeepsTheSumsBetween()
    {
        var document = Government(
            """
            市县别|合计|均衡性转移支付|固定数额补助
            ---
            市县合计|100|60|40
            甲市合计|60|35|25
            市本级|20|15|5
            甲一县|40|20|20
            乙市合计|40|25|15
            市本级|30|20|10
            乙一县|10|5|5
            """, "2026年省对下一般性转移支付分项目分地区情况表");

        AssertHolds(document);
        Assert.All(document.Lines.Where(static line => line.Row is 3 or 4), line =>
            Assert.Equal(document.Lines.Single(city => city.Row == 2 && city.Column == line.Column).LineId, line.ParentLineId));
    }

    /// <summary>一般公共预算支出 closes the table without being called a sum, and further right than the classes that make it.</summary>
    [Theory]
    [InlineData("145", true)]
    [InlineData("148", false)]
    public void Normalize_NameOfTheBudgetBehindItsClasses_IsTheirSumWhereTheyMakeIt(string printed, bool isSum)
    {
        var document = Government(
            $"""
            科目编码|项目|2026年预算数
            ---
            201|一、一般公共服务支出|100
            232|二十四、债务付息支出|39
            233|二十五、债务发行费用支出|6
            |          一般公共预算支出|{printed}
            """, "2026年自治区本级一般公共预算支出预算表");

        var total = document.Lines.Single(static line => line.Row == 4);
        Assert.Equal("current_year_total", total.ItemKey);
        Assert.Equal(isSum, total.Qualifier is null && total.ParentLineId is null);
        Assert.Equal(isSum, document.Lines.All(line => line.Row == 4 || line.ParentLineId == total.LineId));
    }

    /// <summary>34 = 17 + 17 among bonds that are all multiples of 17: none is a part of another, and nothing is proven.</summary>
    [Fact]
    public void Normalize_ProjectThatItsNeighboursMakeByChance_HasNoParts()
    {
        var document = Government(
            """
            项目名称|项目领域|债券规模
            ---
            职业教育园区建设项目|职业教育|34
            供水工程二期建设项目|供水|17
            医院异地新建项目|公立医院|17
            动物园搬迁项目|文化旅游|51
            """, "2025年地方政府债券使用情况表");

        Assert.Equal(4, document.Lines.Length);
        Assert.All(document.Lines, static line => Assert.Null(line.ParentLineId));
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Unproven, line.Proof));
    }

    /// <summary>社会保障和就业支出 in two columns the sum of the projects behind it: they are its parts.</summary>
    [Fact]
    public void Normalize_ProjectsThatMakeTheirHeadInTwoColumns_AreItsParts()
    {
        var document = Government(
            """
            项目名称|2025年预算数|2026年预算数
            ---
            社会保障和就业支出|340|170
            残疾人康复基地项目|230|110
            工程展示馆项目|110|60
            """, "2026年省级财政基本建设重大项目支出表");

        Assert.All(document.Lines.Where(static line => line.Row > 1), line =>
            Assert.Equal(document.Lines.Single(head => head.Row == 1 && head.Column == line.Column).LineId, line.ParentLineId));
    }

    /// <summary>Places with 收入 and 支出 in columns: each column has its side.</summary>
    [Fact]
    public void Normalize_BothSidesInColumns_GiveEachColumnItsSide()
    {
        var document = Government(
            """
            市县|一般公共预算收入|一般公共预算支出
            ---
            合计|30|50
            西吉县|10|20
            隆德县|20|30
            """, "2026年全区各市县财政收支情况表");

        Assert.Equal(6, document.Lines.Length);
        Assert.All(document.Lines, static line => Assert.Equal(
            line.Column == 1 ? Direction.Revenue : Direction.Expenditure, line.Direction));
    }

    /// <summary>One row alone does not make the budget behind it: 一般公共预算收入 is all of the revenue here, and a part of it.</summary>
    [Fact]
    public void Normalize_NameOfTheBudgetBehindOneEqualRow_IsAPartOfIt()
    {
        var document = Government(
            """
            预算科目|2026预算数
            ---
            财政收入|16
              一般公共预算收入|16
            """, "2026年全省财政收支总表");

        Assert.Equal([null, document.Lines[0].LineId], document.Lines.Select(static line => line.ParentLineId));
    }

    /// <summary>青岛市 2026: 预算数 is not divided into 当年 and 结转; by its figures it is of all, or of the year.</summary>
    [Theory]
    [InlineData("670|310|210|150", "total")]
    [InlineData("470|210|150|110", "current_year_total")]
    [InlineData("670|310|170|150", "current_year_total")]
    public void Normalize_ColumnBesideTheYearsOwnMoney_IsOfWhatItsFiguresAreNearerTo(string figures, string key)
    {
        var budget = figures.Split('|');
        var document = Government(
            $"""
            项目|2025年执行数|支出合计|当年支出|结转下年
            ---
            社会保险基金预算支出合计|{budget[0]}|660|460|200
            失业保险基金支出|{budget[1]}|300|200|100
            工伤保险基金支出|{budget[2]}|200|160|40
            生育保险基金支出|{budget[3]}|160|100|60
            """, "2026年全市社会保险基金支出预算表");

        Assert.Equal(key, document.Lines.Single(static line => line is { Row: 1, Column: 1 }).ItemKey);
    }

    /// <summary>宁夏 2024: 政府性基金收入(款) is a class below 政府性基金预算收入, by its own word.</summary>
    [Theory]
    [InlineData("政府性基金收入", "current_year_total")]
    [InlineData("政府性基金收入(款)", null)]
    public void Normalize_NameOfTheBudgetWithTheMarkOfALevel_IsNoTotal(string name, string? key)
    {
        var document = Government(
            $"""
            项目|2026年预算数
            ---
            {name}|90
            专项债务对应项目专项收入|20
            政府性基金预算收入|110
            """, "2026年各市县政府性基金收入预算表");

        Assert.Equal((key, "current_year_total"), (document.Lines[0].ItemKey, document.Lines[2].ItemKey));
    }

    /// <summary>收入 and 支出 one below the other: what stands below 支出 is expenditure, whatever the table is called.</summary>
    [Fact]
    public void Normalize_BothSidesInOneList_GiveEachRowTheSideOfItsBranch()
    {
        var document = Government(
            """
            项目|合计|失业保险基金|工伤保险基金
            ---
            一、收入|30|20|10
              其中:1.社会保险费收入|25|16|9
              2.其他|5|4|1
            二、支出|12|8|4
              其中:1.社会保险待遇支出|10|7|3
              2.其他|2|1|1
            三、本年收支结余|18|12|6
            """, "2026年全市社会保险基金预算收支总表");

        Assert.All(document.Lines, static line => Assert.Equal(
            line.Row is >= 4 and <= 6 ? (Direction.Expenditure, Classification.Functional) : (Direction.Revenue, Classification.Revenue),
            (line.Direction, line.Classification)));
    }

    /// <summary>全省支出合计 names its side before its sum.</summary>
    [Fact]
    public void Normalize_TotalsOfBothSidesInOneList_HaveTheSideThatTheyName()
    {
        var document = Government(
            """
            预算科目|2025决算数|2026决算数
            ---
            全省收入合计|16|17
            　　一般公共预算收入|11|12
            　　政府性基金预算收入|5|5
            全省支出合计|65|58
            　　一般公共预算支出|54|51
            　　政府性基金预算支出|11|7
            """, "2026年黑龙江省财政收支决算总表");

        Assert.All(document.Lines, static line => Assert.Equal(line.Row > 3 ? Direction.Expenditure : Direction.Revenue, line.Direction));
    }

    /// <summary>支出 before 预算 in the name of the budget; the end of a year.</summary>
    [Theory]
    [InlineData("2025年全市一般公共支出预算执行情况")]
    [InlineData("2025年全市一般公共预算支出执行情况")]
    public void Normalize_TitleOfTheYearBefore_IsTheYearOfTheAmounts(string title)
    {
        var document = Government(
            """
            项目|调整预算数|执行数
            ---
            合计|30|28
            教育支出|10|9
            科学技术支出|20|19
            """, title);

        Assert.All(document.Lines, static line => Assert.Equal(2025, line.AmountYear));
        Assert.Equal([Phase.Adjusted, Phase.Execution], document.Lines.Select(static line => line.Phase).Distinct());
    }

    [Fact]
    public void Normalize_TitleOfTheEndOfAYear_IsOfThatYear()
    {
        var document = Government(
            """
            地区|合计|一般债券|专项债券
            ---
            合计|30|10|20
            环翠区|10|4|6
            文登区|20|6|14
            """, "2025年末威海市地方政府债券余额情况表");

        Assert.NotEmpty(document.Lines);
        Assert.All(document.Lines, static line => Assert.Equal(2025, line.AmountYear));
    }

    /// <summary>二、国有资本经营预算支出 below a 合计 is class 223, not the total of the year.</summary>
    [Fact]
    public void Normalize_NumberedClassNamedAsItsBudget_IsNoTotal()
    {
        var document = Government(
            """
            项目|2026年预算数
            ---
            一、社会保障和就业支出|3
            二、国有资本经营预算支出|20
              解决历史遗留问题及改革成本支出|20
            国有资本经营预算支出合计|23
            """, "2026年全市国有资本经营预算支出表");

        var numbered = document.Lines.Single(static line => line.Row == 2);
        Assert.Equal(("223", null), (numbered.SubjectCode, numbered.ItemKey));
        Assert.Equal("current_year_total", document.Lines.Single(static line => line.Row == 4).ItemKey);
    }

    [Fact]
    public void Normalize_SpecialAccount_IsItsFund()
    {
        var document = Government(
            """
            收入科目|2026年预算数|支出科目|2026年预算数
            ---
            一、行政事业性收费收入|10|一、教育支出|12
            二、其他收入|5|二、其他各项支出|3
            本年收入合计|15|本年支出合计|15
            """, "2026年省级财政专户管理资金收支预算表");

        Assert.NotEmpty(document.Lines);
        Assert.All(document.Lines, static line => Assert.Equal(Fund.SpecialAccount, line.Fund));
    }

    private static NormalizedDocument Government(string text, string title) =>
        TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(text, title));

    private static void AssertHolds(NormalizedDocument document)
    {
        Assert.Contains(document.Checks, static check => check.Outcome == CheckOutcome.Holds);
        Assert.DoesNotContain(document.Checks, static check => check.Outcome == CheckOutcome.Fails);
    }
}
