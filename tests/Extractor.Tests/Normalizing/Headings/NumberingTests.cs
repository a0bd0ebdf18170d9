using Extractor.Normalizing.Headings;

namespace Extractor.Tests.Normalizing.Headings;

public sealed class NumberingTests
{
    [Theory]
    [InlineData("一、一般公共服务支出", NumberingStyle.Chinese, 1, "一般公共服务支出")]
    [InlineData("二十三、国有资本经营预算支出", NumberingStyle.Chinese, 23, "国有资本经营预算支出")]
    [InlineData("十、节能环保支出", NumberingStyle.Chinese, 10, "节能环保支出")]
    [InlineData("（九)社会保险基金支出", NumberingStyle.ChineseInBrackets, 9, "社会保险基金支出")]
    [InlineData("1.事业收入", NumberingStyle.Arabic, 1, "事业收入")]
    [InlineData("1. 一般公共预算", NumberingStyle.Arabic, 1, "一般公共预算")]
    [InlineData("12、城乡社区支出", NumberingStyle.Arabic, 12, "城乡社区支出")]
    [InlineData("(10)其他支出", NumberingStyle.ArabicInBrackets, 10, "其他支出")]
    [InlineData("①公务接待费", NumberingStyle.Circled, 1, "公务接待费")]
    [InlineData("B．教育支出", NumberingStyle.Letter, 2, "教育支出")]
    [InlineData("A4纸", NumberingStyle.None, 0, "A4纸")]
    [InlineData("A.4纸", NumberingStyle.None, 0, "A.4纸")]
    [InlineData("一般公共服务支出", NumberingStyle.None, 0, "一般公共服务支出")]
    [InlineData("2011308招商引资", NumberingStyle.None, 0, "2011308招商引资")]
    [InlineData("1.5", NumberingStyle.None, 0, "1.5")]
    [InlineData("（本级）", NumberingStyle.None, 0, "(本级)")]
    public void Of_PrintedName_TakesTheNumberOff(string printed, NumberingStyle style, int ordinal, string rest)
    {
        var numbering = Numbering.Of(printed);

        Assert.Equal((style, ordinal, rest), (numbering.Style, numbering.Ordinal, numbering.Rest));
    }

    [Theory]
    [InlineData("2026年预算数（万元）", "预算数", 2026, false)]
    [InlineData("其中：2026年政府采购项目", "政府采购项目", 2026, true)]
    [InlineData("2025 年度决算数", "决算数", 2025, false)]
    [InlineData("事业收入（不含教育收费）", "事业收入(不含教育收费)", null, false)]
    public void HeadingTextOf_PrintedHeading_WordsYearAndOfWhich(string printed, string words, int? year, bool ofWhich)
    {
        var heading = HeadingText.Of(printed);

        Assert.Equal((words, year, ofWhich), (heading.Words, heading.Year, heading.IsOfWhich));
    }

    [Theory]
    [InlineData("栏次", true)]
    [InlineData("**", true)]
    [InlineData("3=1+2", true)]
    [InlineData("行次", false)]
    [InlineData("合计", false)]
    public void IsOrdinal_ColumnNumbers_AreNoHeadings(string printed, bool expected) =>
        Assert.Equal(expected, HeadingText.Of(printed).IsOrdinal);
}
