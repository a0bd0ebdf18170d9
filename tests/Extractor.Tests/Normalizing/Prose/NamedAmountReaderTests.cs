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

    /// <summary>无锡市 2026: the change is told behind what the money is for.</summary>
    [Fact]
    public void Read_ChangeBehindThePurpose_IsOfTheSubjectBefore() => Assert.Equal(
        ["subject 卫生健康支出（类）支出 210 3900000.00 current", "subject_change 卫生健康支出（类）支出 210 -20000.00 change"],
        Read("（2）卫生健康支出（类）支出390.00万元，主要用于本单位人员医疗费用开支。与上年相比减少2.00万元，减少5.36%。"));

    /// <summary>比2025年增加 behind several amounts is of their sum, and behind another sentence of what that one tells.</summary>
    [Theory]
    [InlineData("卫生健康支出6.00万元，住房保障支出7.00万元。比上年增加2.00万元。")]
    [InlineData("卫生健康支出6.00万元，住房保障支出7.00万元，比上年增加2.00万元。")]
    [InlineData("住房保障支出7.00万元。本年总体情况良好。比上年增加2.00万元。")]
    public void Read_ChangeOfSomethingElse_IsNotOfTheSubjectBefore(string text) =>
        Assert.DoesNotContain(Read(text), static figure => figure.Contains("_change", StringComparison.Ordinal));

    /// <summary>佛山市 2024: what the subject is for stands between its name and its amounts.</summary>
    [Fact]
    public void Read_PurposeBehindTheSubject_BudgetAndAccountsAreOfTheSubject() => Assert.Equal(
        [
            "subject_budget 卫生健康支出（类）公立医院（款）中医（民族）医院（项） 2100202 100000.00 current",
            "subject 卫生健康支出（类）公立医院（款）中医（民族）医院（项） 2100202 90000.00 current",
        ],
        Read(true, "9.卫生健康支出（类）公立医院（款）中医（民族）医院（项）。主要用于：医院补助。年初预算为10.00万元，支出决算为9.00万元。"));

    [Fact]
    public void Read_CodesByLevel_MakeOneCode() => Assert.Equal(
        ["subject 公共安全支出（204类）司法（06款）行政运行（01项） 2040601 10000.00 current"],
        Read("公共安全支出（204类）司法（06款）行政运行（01项）1.00万元。"));

    /// <summary>万里街道 2025: 上年 names no amount, it says which year the one before is of.</summary>
    [Fact]
    public void Read_TheYearBeforeAlone_IsThePriorAmountOfTheSame() => Assert.Equal(
        ["subject “教育支出（类）” 205 50000.00 current", "subject “教育支出（类）” 205 40000.00 prior"],
        Read("“教育支出（类）”5.00万元，上年:4.00万元，主要培训。"));

    /// <summary>西安市 2022: what a reason tells is of whatever year; a change in it is named without the words that open it.</summary>
    [Fact]
    public void Read_Reason_NamesChangesAlone() => Assert.Equal(
        [
            "item 运维费 90000.00 current", "item_change 运维费 20000.00 change 上年设备购置5.00万元",
            "item_change 基本支出 20000.00 change 上年设备购置5.00万元",
        ],
        Read("运维费9.00万元，较上年增加2.00万元，主要是基本支出增加2.00万元，原因是上年设备购置5.00万元。"));

    /// <summary>西安市 2023: the review of a project names it once.</summary>
    [Fact]
    public void Read_ReviewOfAProject_BudgetAndExecutionAreOfTheProject() => Assert.Equal(
        ["item_budget 某设备购置项目 3600000.00 current", "item 某设备购置项目 2630000.00 current"],
        Read(true, "82.某设备购置项目绩效自评综述：根据年初目标，自评得分为88.5分。全年预算数360万元，执行数263万元，完成预算的73%。"));

    [Fact]
    public void Read_ReviewInABudget_IsOfAnotherYear() =>
        Assert.Empty(Read("82.某设备购置项目绩效自评综述：全年预算数360万元，执行数263万元。"));

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
