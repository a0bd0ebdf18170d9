using Extractor.Model.Budget;

namespace Extractor.Tests.Normalizing.Lines;

/// <summary>What a table prints that no reading explains keeps the lines that it may change from proof, and no others.</summary>
public sealed class UnreadStructureTests
{
    /// <summary>Words under an unknown heading: two that come again tell rows apart, one that stands everywhere does not.</summary>
    [Theory]
    [InlineData("甲类", "乙类", true)]
    [InlineData("甲类", "甲类", false)]
    public void Normalize_WordsOfAnUnknownColumn_AreDoubted(string first, string second, bool isDoubted)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            科目编码|科目名称|口径|合计
            ---
            |合计||30.00
            2010301|行政运行|{first}|10.00
            2010302|一般行政管理事务|{first}|15.00
            2010303|机关服务|{second}|5.00
            """,
            "支出总表"));

        Assert.Equal(isDoubted ? 3 : 0, Doubted(document).Length);
        Assert.Equal(Proof.Proven, document.Lines[0].Proof);
    }

    /// <summary>In a list of projects free words describe each item; only such as come again tell kinds apart.</summary>
    [Theory]
    [InlineData("丙类", 0)]
    [InlineData("甲类", 3)]
    public void Normalize_WordsOfAnUnknownColumnOfProjects_AreDoubtedWhereTheyComeAgain(string third, int doubted)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            项目名称|口径|金额
            ---
            合计||30.00
            防汛物资储备|甲类|10.00
            水质监测|乙类|15.00
            渠道清淤|{third}|5.00
            """,
            "项目支出表"));

        Assert.Equal(doubted, Doubted(document).Length);
    }

    /// <summary>备注 that calls a row by another kind of expenditure than its line says.</summary>
    [Theory]
    [InlineData("人员经费", 1)]
    [InlineData("见附注", 0)]
    public void Normalize_WordsThatNameAnotherKind_AreDoubted(string remark, int doubted)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            科目编码|科目名称|合计|备注
            ---
            |合计|30.00|
            2010301|行政运行|25.00|
            2010302|一般行政管理事务|5.00|{remark}
            """,
            "支出总表"));

        Assert.Equal(doubted, Doubted(document).Length);
    }

    [Theory]
    [InlineData("上级专项", 3)]
    [InlineData("按资金来源", 0)]
    [InlineData("2026年预算", 0)]
    public void Normalize_UnknownHeadingOverAnAmount_DoubtsItsColumn(string heading, int doubted)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            科目编码|科目名称|{heading}|<
            ^|^|基本支出|项目支出
            ---
            |合计|25.00|5.00
            2010301|行政运行|25.00|
            2010302|一般行政管理事务||5.00
            """,
            "支出总表"));

        Assert.Equal(doubted > 0, Doubted(document).Length > 0);
        Assert.Equal(doubted > 0 ? 4 : 0, Doubted(document).Length);
    }

    /// <summary>A band that is no unit, no subject and no kind of expenditure; a note over the whole width is none.</summary>
    [Theory]
    [InlineData("第一口径", 3)]
    [InlineData("注：按规定口径编列", 0)]
    public void Normalize_UnknownBandOverRows_DoubtsThoseBelow(string band, int doubted)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            科目编码|科目名称|合计
            ---
            2010301|行政运行|10.00
            {band}|<|<
            2010302|一般行政管理事务|15.00
            2010303|机关服务|5.00
            2010399|其他政府办公厅(室)及相关机构事务支出|5.00
            |合计|35.00
            """,
            "支出总表"));

        Assert.Equal(doubted, Doubted(document).Length);
    }

    [Theory]
    [InlineData("某某口径支出", 1)]
    [InlineData("三、卫生健康支出", 0)]
    public void Normalize_NameThatIsNoSubject_IsDoubted(string name, int doubted)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            收入|<|支出|<
            项目|预算数|项目|预算数
            ---
            一、一般公共预算拨款收入|30.00|一、一般公共服务支出|10.00
            ||二、教育支出|15.00
            ||{name}|5.00
            收入总计|30.00|支出总计|30.00
            """,
            "收支总表"));

        Assert.Equal(doubted, Doubted(document).Length);
    }

    /// <summary>Two rows of one subject: what tells them apart stands in a column that is not read.</summary>
    [Theory]
    [InlineData("25", "26", 2)]
    [InlineData("25", "25", 0)]
    public void Normalize_RowsReadAlikeWithOtherWords_AreDoubted(string first, string second, int doubted)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            科目编码|科目名称|批次|合计
            ---
            |合计||30.00
            2010301|行政运行|{first}|10.00
            2010301|行政运行|{second}|15.00
            2010302|一般行政管理事务|27|5.00
            """,
            "支出总表"));

        Assert.Equal(doubted, Doubted(document).Length);
    }

    /// <summary>小计 that is not the sum of the rows before it: its own row adds up, its place is not told.</summary>
    [Theory]
    [InlineData("25.00", true)]
    [InlineData("24.00", false)]
    public void Normalize_SubtotalThatClosesNoGroup_IsNotProven(string sum, bool isProven)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            项目名称|合计|一般公共预算
            ---
            防汛物资储备|10.00|10.00
            水质监测|15.00|15.00
            小计|{sum}|{sum}
            渠道清淤|5.00|5.00
            小计|5.00|5.00
            合计|30.00|30.00
            """,
            "项目支出表"));

        Assert.Equal(isProven, document.Lines.First(static line => line.SubjectNameAsPrinted == "小计").Proof == Proof.Proven);
    }

    /// <summary>减：内部往来抵销 in the column of units is none of them.</summary>
    [Theory]
    [InlineData("减：内部往来抵销", 2)]
    [InlineData("某某州粮食站", 0)]
    public void Normalize_UnitWithAColon_IsDoubted(string name, int doubted)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            单位名称|合计|一般公共预算拨款
            ---
            某某州粮食局|20.00|20.00
            某某州粮油中心|15.00|15.00
            {name}|-5.00|-5.00
            合计|30.00|30.00
            """,
            "部门收入总表"));

        Assert.Equal(doubted, Doubted(document).Length);
    }

    /// <summary>The unit of a whole table stands in its title alone.</summary>
    [Theory]
    [InlineData("支出总表（某某县图书馆）", 3)]
    [InlineData("支出总表（按功能科目）", 0)]
    public void Normalize_UnitInTheTitle_DoubtsLinesWithoutOne(string title, int doubted)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            "科目编码|科目名称|合计\n---\n|合计|30.00\n2010301|行政运行|25.00\n2010302|一般行政管理事务|5.00", title));

        Assert.Equal(doubted, Doubted(document).Length);
    }

    /// <summary>Neither this year (2026) nor the last one, in the title of columns that tell none.</summary>
    [Theory]
    [InlineData("2025年支出总表", "预算数", 3)]
    [InlineData("2026年支出总表", "预算数", 0)]
    [InlineData("2025年和2026年支出总表", "预算数", 0)]
    [InlineData("支出总表", "2027年预算数", 3)]
    [InlineData("支出总表", "2026年预算数", 0)]
    [InlineData("支出总表", "2025年预算数", 0)]
    [InlineData("支出总表", "2024年预算数", 3)]
    [InlineData("2025年支出总表", "2026年预算数", 0)]
    public void Normalize_AnotherYear_DoubtsItsLines(string title, string heading, int doubted)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"科目编码|科目名称|{heading}\n---\n|合计|30.00\n2010301|行政运行|25.00\n2010302|一般行政管理事务|5.00", title));

        Assert.Equal(doubted, Doubted(document).Length);
    }

    [Theory]
    [InlineData("2025年一般公共预算“三公”经费支出表", true)]
    [InlineData("2026年一般公共预算“三公”经费支出表", false)]
    public void Normalize_ThreePublicOfAnotherYear_IsDoubted(string title, bool isDoubted)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            "项目|金额\n---\n合计|3.00\n因公出国（境）费|1.00\n公务接待费|2.00", title));

        Assert.Equal(isDoubted ? document.Lines.Length : 0, Doubted(document).Length);
        Assert.NotEmpty(document.Lines);
    }

    /// <summary>小计 of a class whose name is merged down over its items and the sum.</summary>
    [Theory]
    [InlineData("^", 1)]
    [InlineData("", 0)]
    public void Normalize_SubtotalBesideAMergedName_IsDoubted(string name, int doubted)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            功能科目|<|合计
            类|项|^
            ---
            一般公共服务支出|行政运行|10.00
            ^|机关服务|15.00
            {name}|小计|25.00
            合计|<|25.00
            """,
            "支出总表"));

        Assert.Equal(doubted, Doubted(document).Count(static line => line.SubjectNameAsPrinted == "小计"));
    }

    /// <summary>申报单位: words that are mostly named like units are units, whatever their heading says.</summary>
    [Theory]
    [InlineData("某某县水利局", "某某县水文站", "某某县水利局")]
    [InlineData("甲处室", "乙处室", null)]
    public void Normalize_UnknownHeadingOverNamesLikeUnits_NamesTheUnit(string first, string second, string? unit)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"项目名称|申报方|金额\n---\n防汛物资储备|{first}|10.00\n水质监测|{second}|15.00\n合计||25.00", "项目支出表"));

        Assert.Equal(unit, document.Lines[0].UnitName);
    }

    /// <summary>Bands of two years from the first row on; one alone, or one below other rows, divides nothing.</summary>
    [Theory]
    [InlineData("2025年预算|<", "2026年预算|<", Period.Prior)]
    [InlineData("2025年预算|<", "2025年预算|<", Period.Current)]
    [InlineData("机关服务|0.00", "2026年预算|<", Period.Current)]
    public void Normalize_BandsOfYears_TellThePeriodOfTheirRows(string first, string second, Period period)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"项目名称|金额\n---\n{first}\n防汛物资储备|10.00\n{second}\n防汛物资储备|15.00", "项目支出表"));

        Assert.Equal(period, document.Lines.First(static line => line.AmountYuan == 100_000).Period);
    }

    private static BudgetLine[] Doubted(NormalizedDocument document) =>
        [.. document.Lines.Where(static line => line is { Proof: Proof.Unproven, Doubt: LineDoubt.StructureUnread })];
}
