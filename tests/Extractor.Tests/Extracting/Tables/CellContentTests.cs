using Extractor.Model.Layout;
using Extractor.Tables;
using Extractor.Tables.Text;

namespace Extractor.Tests.Extracting.Tables;

/// <summary>Which text stands in which cell, and how it reads.</summary>
public sealed class CellContentTests
{
    private static readonly double[] Columns = [50, 120, 200, 300];

    [Fact]
    public void Place_LabelThatOverflows_StaysWhereItStarts() => Assert.Equal(
        "机关事业单位基本养老保险||1.00\n合计|3.00|2.00",
        new PageSketch().Table(Columns, 100, ["机关事业单位基本养老保险", "", "1.00"], ["合计", "3.00", "2.00"]).Print());

    [Fact]
    public void Place_TwoNumbersThatTouchAtALine_AreTwo()
    {
        // 1,234.56 ends at the line and 7,890.12 begins there: the reader of the page made one word of them.
        var page = new PageSketch().Grid(Columns, [100, 120, 140]).Text(53, 105, "合计").Text(160, 105, "1,234.567,890.12")
            .Text(53, 125, "基本");

        Assert.Equal("合计|1,234.56|7,890.12\n基本||", page.Print());
    }

    [Fact]
    public void Place_NumberWiderThanItsColumn_StaysWhole()
    {
        var page = new PageSketch().Grid(Columns, [100, 120, 140]).TextTo(199, 105, "123,456,789,012,345.00").Text(53, 125, "基本");

        Assert.Equal("|123,456,789,012,345.00|\n基本||", page.Print());
    }

    [Fact]
    public void Place_LastLineBelowTheRow_StaysWithItsText()
    {
        // 经济成本指 over 标 in a row too low for both: the second line stands on the line of the next row.
        var page = new PageSketch().Grid(Columns, [100, 116, 150])
            .Text(53, 101, "经济成本指").Text(53, 111.5, "标").Text(130, 103, "≤").Text(53, 130, "质量指标").Text(130, 130, "≥");

        Assert.Equal("经济成本指标|≤|\n质量指标|≥|", page.Print());
    }

    [Fact]
    public void Place_LineThatRunsIntoTheNextRowsText_StaysWithItsOwn()
    {
        // 缴费 is the hidden second line of the row above: it stands on the line and half over the text of the row below.
        var page = new PageSketch().Grid(Columns, [100, 116, 132])
            .Text(53, 100.5, "基本养老保险").Text(53, 111.4, "缴费").Text(130, 103, "1.00").Text(53, 120, "职业年金").Text(130, 120, "2.00");

        Assert.Equal("基本养老保险缴费|1.00|\n职业年金|2.00|", page.Print());
    }

    [Fact]
    public void Place_NumbersInACellOfSeveralColumns_StandInTheirColumns()
    {
        var page = new PageSketch()
            .Horizontal(100, 50, 300).Horizontal(120, 50, 300).Horizontal(140, 50, 300)
            .Vertical(50, 100, 140).Vertical(120, 100, 120).Vertical(200, 100, 120).Vertical(300, 100, 140)
            .Text(60, 105, "项目").Text(130, 105, "本年").Text(210, 105, "上年")
            .Text(60, 125, "合计").Text(130, 125, "1.00").Text(210, 125, "2.00");

        Assert.Equal("项目|本年|上年\n合计|1.00|2.00", page.Print());
    }

    [Fact]
    public void Place_NumbersBelowEachOther_AreRows()
    {
        var page = new PageSketch().Grid(Columns, [100, 120, 180])
            .Text(53, 105, "项目").Text(123, 105, "本年").Text(203, 105, "上年")
            .Text(53, 123, "甲").Text(123, 123, "1.00").Text(203, 123, "2.00")
            .Text(53, 143, "乙").Text(123, 143, "3.00").Text(203, 143, "4.00")
            .Text(53, 163, "丙").Text(123, 163, "5.00").Text(203, 163, "6.00");

        Assert.Equal("项目|本年|上年\n甲|1.00|2.00\n乙|3.00|4.00\n丙|5.00|6.00", page.Print());
    }

    [Fact]
    public void Place_LabelsWrappedAroundTheirNumbers_AreRows()
    {
        // 其他企业职工 over 保险支出 stands above and below the height of its numbers.
        var page = new PageSketch().Grid(Columns, [100, 120, 200])
            .Text(53, 105, "项目").Text(123, 105, "本年").Text(203, 105, "上年")
            .Text(53, 125, "转移支出").Text(123, 125, "1.00").Text(203, 125, "2.00")
            .Text(53, 145, "其他企业职工").Text(53, 158, "保险支出").Text(123, 151.5, "3.00").Text(203, 151.5, "4.00")
            .Text(53, 170, "机关事业单位").Text(53, 183, "保险支出").Text(123, 176.5, "5.00").Text(203, 176.5, "6.00");

        Assert.Equal("项目|本年|上年\n转移支出|1.00|2.00\n其他企业职工保险支出|3.00|4.00\n机关事业单位保险支出|5.00|6.00", page.Print());
    }

    [Fact]
    public void Place_TextForAllOfTheNumbersBesideIt_IsOneCell()
    {
        var page = new PageSketch().Grid([50, 120, 200, 300, 400], [100, 120, 180])
            .Text(53, 105, "类型").Text(123, 105, "项目").Text(203, 105, "本年").Text(303, 105, "上年")
            .Text(53, 135, "专项").Text(53, 147, "债券")
            .Text(123, 123, "新增债券").Text(203, 123, "1.00").Text(303, 123, "2.00")
            .Text(123, 161, "置换债券").Text(203, 161, "3.00").Text(303, 161, "4.00");

        Assert.Equal("类型|项目|本年|上年\n[2x1]专项债券|新增债券|1.00|2.00\n置换债券|3.00|4.00", page.Print());
    }

    [Fact]
    public void Place_BrokenNumber_IsOne()
    {
        var page = new PageSketch().Grid([50, 120, 175, 300], [100, 130, 150])
            .Text(53, 105, "合计").Text(122, 102, "280,526.3").Text(122, 113, "0").Text(180, 105, "1.00").Text(53, 135, "基本");

        Assert.Equal("合计|280,526.30|1.00\n基本||", page.Print());
    }

    [Theory]
    [InlineData("合计", "1", "合计1")]
    [InlineData("一般公共", "服务支出", "一般公共服务支出")]
    [InlineData("Total", "amount", "Total amount")]
    [InlineData("100.00", "200.00", "100.00 200.00")]
    [InlineData("信息化2026年-", "2027年运维", "信息化2026年-2027年运维")]
    [InlineData("GZIT-SM-W-C-", "051103", "GZIT-SM-W-C-051103")]
    [InlineData("按S₂·", "2H₂O计", "按S₂·2H₂O计")]
    [InlineData("DB11/T2141", "-2023规范", "DB11/T2141-2023规范")]
    [InlineData("-", "100.00", "- 100.00")]
    [InlineData("100.00 -", "200.00", "100.00 - 200.00")]
    [InlineData("100.00", "-200.00", "100.00 -200.00")]
    [InlineData("100.00", "-", "100.00 -")]
    public void Fold_TwoLines_JoinsAsAReaderReads(string first, string second, string expected)
    {
        var box = new Box(0, 0, 50, 10);
        List<CellLine> lines = [new(first, box, 10, false, 0), new(second, box with { Top = 12, Bottom = 22 }, 10, false, 0)];

        Assert.Equal(expected, CellText.Fold(lines, new Box(0, 0, 200, 30)));
    }

    [Theory]
    [InlineData("11000022T00000043", "2788-旧料场租费", 165, "11000022T000000432788-旧料场租费")]
    [InlineData("11000022T00000043", "2788-旧料场租费", 140, "11000022T00000043 2788-旧料场租费")]
    [InlineData("小于6", "0％得分", 165, "小于60％得分")]
    [InlineData("100,000.00", "20.00", 165, "100,000.00 20.00")]
    [InlineData("100,000.00", "20.00元", 165, "100,000.00 20.00元")]
    [InlineData("1,200", "30 40", 165, "1,200 30 40")]
    [InlineData("1,200", "3000元", 165, "1,200 3000元")]
    public void Fold_DigitsOverDigits_AreOneWhereAFullLinePartedThem(string first, string second, double width, string expected)
    {
        List<CellLine> lines = [new(first, new Box(0, 0, width, 10), 10, false, 0), new(second, new Box(0, 12, 60, 22), 10, false, 0)];

        Assert.Equal(expected, CellText.Fold(lines, new Box(0, 0, 175, 30)));
    }

    [Fact]
    public void Place_BracketsOfHalfAnEm_StandInTheirNameWithoutBlanks()
    {
        var page = new PageSketch().Grid(Columns, [100, 120, 140]).Text(53, 105, "项目")
            .Text(53, 123, "维修").Text(78, 123, "(护)").Text(105, 123, "费");

        Assert.StartsWith("项目||\n维修(护)费|", page.Print(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,234.50", true)]
    [InlineData("-1,234.50", true)]
    [InlineData("2080505", true)]
    [InlineData("12.5%", true)]
    [InlineData("1,23", false)]
    [InlineData("1234,567", false)]
    [InlineData("1,234.", false)]
    [InlineData("-", false)]
    [InlineData("", false)]
    [InlineData("1.2.3", false)]
    public void IsOneNumber_PrintedForms_AreTold(string text, bool expected) => Assert.Equal(expected, Characters.IsOneNumber(text));

    [Fact]
    public void Place_SpacedHeading_LosesItsSpaces()
    {
        var page = new PageSketch().Table(Columns, 100, ["", "甲", "乙"], ["", "1", "2"]).Text(53, 105, "合").Text(95, 105, "计");

        Assert.StartsWith("合计|", page.Print(), StringComparison.Ordinal);
    }
}
