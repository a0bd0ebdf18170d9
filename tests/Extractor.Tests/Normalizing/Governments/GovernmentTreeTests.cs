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

    private static NormalizedDocument Government(string text, string title) =>
        TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(text, title));

    private static void AssertHolds(NormalizedDocument document)
    {
        Assert.Contains(document.Checks, static check => check.Outcome == CheckOutcome.Holds);
        Assert.DoesNotContain(document.Checks, static check => check.Outcome == CheckOutcome.Fails);
    }
}
