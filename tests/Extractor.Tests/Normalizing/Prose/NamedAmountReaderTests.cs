using System.Globalization;
using Extractor.Model.Documents;
using Extractor.Model.Layout;
using Extractor.Normalizing;
using Extractor.Normalizing.Prose;

namespace Extractor.Tests.Normalizing.Prose;

public sealed class NamedAmountReaderTests
{
    [Fact]
    public void Read_SubjectsByLevel_GiveCodeAmountAndChange() => Assert.Equal(
        [
            "subject 城乡社区支出（类）城乡社区公共设施（款）其他城乡社区公共设施支出（项） 2120399 174000.00 current",
            "subject_change 城乡社区支出（类）城乡社区公共设施（款）其他城乡社区公共设施支出（项） 2120399 -10000.00 change 项目减少",
        ],
        Read("（5）城乡社区支出（类）城乡社区公共设施（款）其他城乡社区公共设施支出（项）17.40万元，比上年减少1.00万元，下降5.4%，主要原因是项目减少。"));

    [Fact]
    public void Read_CodesInBrackets_AreTakenWhereTheCatalogueHasThem() => Assert.Equal(
        [
            "subject 住房公积金（2210201） 2210201 8373800.00 current",
            "subject_change 住房公积金（2210201） 2210201 1629700.00 change",
            "subject 某事（2999999）  10000.00 current",
        ],
        Read("（19）住房公积金（2210201）837.38万元，较上年增加162.97万元；某事（2999999）1.00万元。"));

    [Fact]
    public void Read_ListOfNames_GivesEachItsOwnAmount() => Assert.Equal(
        [
            "item 某监测站预算 137000000.00 current", "item 在职人员经费 40000000.00 current", "item 公用经费 7000000.00 current",
            "item 增人增资支出 900000.00 current",
        ],
        Read("某监测站预算13,700.00万元，包括在职人员经费4,000.00万元、公用经费700.00万元，增人增资支出90.00万元。"));

    [Fact]
    public void Read_NothingNamesTheAmount_IsLeftOut() =>
        Assert.Empty(Read("较上年增加10.00万元。", "其中：5.00万元。", "预算为3.00万元。", "单价100万元（含100万元）以上设备0台。"));

    [Fact]
    public void Read_SentenceEndsBetween_IsNotNamedByTheItemBefore() => Assert.Equal(
        ["item 平台运维费 50000.00 current"], Read("平台运维费5.00万元。比上年减少1.00万元。"));

    [Fact]
    public void Read_SubjectInASentenceOfItsOwn_NamesBudgetAndAccountsApart() => Assert.Equal(
        [
            "subject_budget 卫生健康支出（类）公共卫生（款）应急救治机构（项） 2100405 47218800.00 current",
            "subject 卫生健康支出（类）公共卫生（款）应急救治机构（项） 2100405 43922000.00 current",
        ],
        Read(true, "25.卫生健康支出（类）公共卫生（款）应急救治机构（项）。年初预算4721.88万元，支出决算4,392.20万元，比年初预算减少329.68万元。"));

    [Fact]
    public void Read_AmountOfTheYearBefore_IsPrior() => Assert.Equal(
        ["item 2025年办公设备购置 200000.00 prior"], Read("2025年办公设备购置20.00万元。"));

    [Fact]
    public void Read_AmountTaken_IsLeftOutAndStillNamesItsChange()
    {
        var section = Section("运维费5.00万元，比上年增加1.00万元。");
        var reader = new NamedAmountReader(ReferenceData.Load().Subjects, 2026, false);

        var found = reader.Read(section, static (place, figure) => place.Start == 3 && figure.Printed == "5.00万元").ToList();

        Assert.Equal(("item_change", "运维费", "万元"),
            (found[0].Figure.FigureKey, found[0].Figure.LabelAsPrinted, found[0].Figure.UnitAsPrinted));
        Assert.Single(found);
    }

    private static List<string> Read(params string[] paragraphs) => Read(false, paragraphs);

    private static List<string> Read(bool ofFinalAccounts, params string[] paragraphs) =>
    [
        .. new NamedAmountReader(ReferenceData.Load().Subjects, 2026, ofFinalAccounts).Read(Section(paragraphs), static (_, _) => false)
            .Select(static reading => reading.Figure).Select(static figure => string.Create(CultureInfo.InvariantCulture,
                $"{figure.FigureKey} {figure.LabelAsPrinted} {figure.SubjectCode} {figure.AmountYuan:0.00} " +
                $"{figure.Period.ToString().ToLowerInvariant()} {figure.Reason}")
                .TrimEnd()).Select(static text => text.Replace("item_change  ", "item_change ", StringComparison.Ordinal)
                .Replace("  ", text.StartsWith("item", StringComparison.Ordinal) ? " " : "  ", StringComparison.Ordinal)),
    ];

    private static ExtractedSection Section(params string[] paragraphs) => new(
        1, 2, null, "二、支出情况", 1, 1,
        [.. paragraphs.Select(static text => new ExtractedParagraph(text, [new ParagraphLine(0, 1, new Box(90, 100, 500, 116))]))]);
}
