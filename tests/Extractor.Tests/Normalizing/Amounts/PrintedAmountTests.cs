using System.Globalization;
using Extractor.Normalizing.Amounts;

namespace Extractor.Tests.Normalizing.Amounts;

public sealed class PrintedAmountTests
{
    [Theory]
    [InlineData("119,257.52", "119257.52", 2)]
    [InlineData("① 30,261,280", "30261280", 0)]
    [InlineData("11,078,912③", "11078912", 0)]
    [InlineData("4,704.239912", "4704.239912", 6)]
    [InlineData("1668.14", "1668.14", 2)]
    [InlineData("0.00", "0.00", 2)]
    [InlineData("0", "0", 0)]
    [InlineData("193,018,000", "193018000", 0)]
    [InlineData("-18.00", "-18.00", 2)]
    [InlineData("－４,６７６.９６", "-4676.96", 2)]
    [InlineData("−7.5", "-7.5", 1)]
    [InlineData("(3.50)", "-3.50", 2)]
    [InlineData("4, 676.96", "4676.96", 2)]
    [InlineData("1 234 567.89", "1234567.89", 2)]
    [InlineData("(1,234)", "-1234", 0)]
    [InlineData("△12.50", "-12.50", 2)]
    [InlineData("￥1,234.00", "1234.00", 2)]
    [InlineData(".50", "0.50", 2)]
    [InlineData("280,526.3 0", "280526.30", 2)]
    [InlineData("-1378.4 1", "-1378.41", 2)]
    [InlineData("117480,898", "117480898", 0)]
    [InlineData("1117480,898.50", "1117480898.50", 2)]
    public void Read_Figure_ExactValueAndPlaces(string text, string value, int decimals)
    {
        Assert.Equal(AmountReading.Amount, PrintedAmount.Read(text, out var amount));
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), amount.Value);
        Assert.Equal(decimals, amount.Decimals);
    }

    [Theory]
    [InlineData("", AmountReading.Blank)]
    [InlineData("　", AmountReading.Blank)]
    [InlineData("-", AmountReading.Dash)]
    [InlineData("——", AmountReading.Dash)]
    [InlineData("/", AmountReading.Dash)]
    [InlineData("无", AmountReading.Dash)]
    [InlineData("12.5%", AmountReading.Percent)]
    [InlineData("教育支出", AmountReading.Words)]
    [InlineData("1,23", AmountReading.Unreadable)]
    [InlineData("12,34.5", AmountReading.Unreadable)]
    [InlineData("1.2.3", AmountReading.Unreadable)]
    [InlineData("5.", AmountReading.Unreadable)]
    [InlineData("(3)", AmountReading.Unreadable)]
    [InlineData("1.公务用车购置费", AmountReading.Unreadable)]
    [InlineData("120万元", AmountReading.Unreadable)]
    [InlineData("12 13", AmountReading.Unreadable)]
    [InlineData("280,526.30 0", AmountReading.Unreadable)]
    [InlineData("280,526.3 05", AmountReading.Unreadable)]
    [InlineData("280,526 3", AmountReading.Unreadable)]
    [InlineData("117480,89", AmountReading.Unreadable)]
    [InlineData("117480,898,1", AmountReading.Unreadable)]
    [InlineData(",898", AmountReading.Unreadable)]
    [InlineData("￥", AmountReading.Words)]
    [InlineData(".", AmountReading.Words)]
    public void Read_NoFigure_SaysWhichKind(string text, AmountReading expected) =>
        Assert.Equal(expected, PrintedAmount.Read(text, out _));

    [Theory]
    [InlineData("1.公务用车购置费", true)]
    [InlineData("合计", true)]
    [InlineData("12.50", false)]
    [InlineData("1.2.3", false)]
    [InlineData("", false)]
    public void IsName_DigitsAmongWords_CountAsName(string text, bool expected) => Assert.Equal(expected, PrintedAmount.IsName(text));

    [Theory]
    [InlineData("单位：万元", "万元", 10_000)]
    [InlineData("金额单位:元", "元", 1)]
    [InlineData("单位：人民币亿元", "亿元", 100_000_000)]
    public void Find_UnitLine_NamesTheUnit(string text, string name, int yuan)
    {
        var unit = AmountUnit.Find(text);

        Assert.Equal((name, (decimal)yuan), (unit?.Name, unit?.Yuan));
    }

    [Theory]
    [InlineData("预算数（万元）", "万元")]
    [InlineData("单价100万元以上的设备", null)]
    [InlineData("单位：亿元执行数", "亿元")]
    [InlineData("金额单位：万元 预算数", "万元")]
    [InlineData("预算单位：元宝区", null)]
    public void FindInHeading_BracketsAtTheEndOrALabelInFront_NoOther(string heading, string? name) =>
        Assert.Equal(name, AmountUnit.FindInHeading(heading)?.Name);
}
