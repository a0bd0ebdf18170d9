using System.Reflection;
using Extractor.Model.Evidence;
using Extractor.Normalizing;
using Extractor.Normalizing.Checks;
using Extractor.Normalizing.Ledger;

namespace Extractor.Tests.Normalizing.Ledger;

public sealed class FindingCausesTests
{
    /// <summary>A rule that nobody has explained in rules.csv, or one there that no rule of the program is.</summary>
    [Fact]
    public void Load_EveryRule_HasItsWords() => Assert.Equal(
        new[] { typeof(FindingRule), typeof(CheckRule) }
            .SelectMany(static type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(static field => (string)field.GetRawConstantValue()!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ReferenceData.Load().FindingRules.Select(static text => text.Rule).Order(StringComparer.Ordinal));

    [Fact]
    public void Of_OneCauseAtThreePlaces_IsOneFindingWithItsPlaces()
    {
        var other = At(4, "丁") with { Cause = "表二" };
        var findings = FindingCauses.Of([At(9, "乙"), At(2, "甲"), other, At(9, "丙"), At(1, "无因") with { Cause = null }]);

        Assert.Equal([3, 1, 1], findings.Select(static finding => finding.PlaceCount));
        Assert.Equal([(9, "乙"), (2, "甲"), (9, "丙")], findings[0].Places.Select(static place => (place.PageNumber!.Value, place.Actual!)));
        Assert.Equal("乙读不出。同类之处共 3 处（第 2、9 页）：“乙”、“甲”、“丙”，逐处列于其下。", findings[0].MessageZh);
        Assert.Equal("乙 is not read. There are 3 such places in all (pages 2, 9): '乙', '甲', '丙'; each is listed with the finding.",
            findings[0].MessageEn);
        Assert.Equal(other, findings[1]);
    }

    [Fact]
    public void Of_OtherSeverity_IsAnotherFinding() =>
        Assert.Equal(2, FindingCauses.Of([At(1, "甲"), At(1, "甲") with { Severity = Severity.Note }]).Length);

    [Theory]
    [InlineData(Finding.MostPlaces, Finding.MostPlaces)]
    [InlineData(Finding.MostPlaces + 1, Finding.MostPlaces)]
    public void Of_ManyPlaces_AllAreCountedAndTheFirstListed(int count, int listed)
    {
        var finding = Assert.Single(FindingCauses.Of([.. Enumerable.Range(1, count).Select(static page => At(page, "甲"))]));
        Assert.Equal((count, listed), (finding.PlaceCount, finding.Places.Length));
        Assert.Contains("（第 1、2、3、4、5、6、7、8 等页）", finding.MessageZh, StringComparison.Ordinal);
    }

    /// <summary>The same blank name in every table of a document: a table is a cause, its cells are places.</summary>
    [Fact]
    public void Normalize_AmountsThatCannotBeRead_AreOneFindingATable()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码 | 科目名称 | 合计
            ---
            合计 |  | 3.00
            2011301 | 行政运行 | 1.0.0
            2011302 | 一般行政管理事务 | 2.0.0
            """,
            "一般公共预算支出表"));

        var finding = Assert.Single(document.Findings, static finding => finding.Rule == FindingRule.UnreadableAmount);
        Assert.Equal([(1, 2, 2, "1.0.0"), (1, 3, 2, "2.0.0")], finding.Places.Select(static place =>
            (place.TableOrdinal!.Value, place.Row!.Value, place.Column!.Value, place.Actual!)));
    }

    /// <summary>行政运行 breaks the sum of 商贸事务 alone, 教育支出 breaks its own and the total: places of one finding, each with its sum.</summary>
    [Fact]
    public void Normalize_SumsOfATableThatAreMissed_AreOneFindingWithTheirChecks()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
            ---
            合计 |  | 12.00 | 12.00 | 0.00
            201 | 一般公共服务支出 | 4.00 | 4.00 | 0.00
            20113 | 商贸事务 | 4.00 | 4.00 | 0.00
            2011301 | 行政运行 | 6.00 | 6.00 | 0.00
            205 | 教育支出 | 8.00 | 8.00 | 0.00
            20501 | 教育管理事务 | 7.00 | 7.00 | 0.00
            2050101 | 行政运行 | 7.00 | 7.00 | 0.00
            """,
            "一般公共预算支出表"));

        var finding = Assert.Single(document.Findings, static finding => finding.Rule == CheckRule.ChildrenSumToParent);
        var failing = document.Checks.Where(static check => check is
        { Outcome: CheckOutcome.Fails, Rule: CheckRule.ChildrenSumToParent }).ToList();
        Assert.All(finding.Places, place => Assert.Contains(failing, check => check.CheckId == place.CheckId));
        Assert.Equal(["40000.00", "80000.00"], finding.Places.Select(static place => place.Expected!).Distinct().Order());
    }

    private static Finding At(int page, string what) =>
        new(FindingRule.UnreadableAmount, Severity.Warning, $"{what}读不出。", $"{what} is not read.", page, null, null, what)
        {
            Cause = "表一",
        };
}
