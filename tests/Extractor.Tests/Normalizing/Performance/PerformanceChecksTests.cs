using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Layout;
using Extractor.Normalizing.Performance;
using Extractor.Normalizing.Prose;

namespace Extractor.Tests.Normalizing.Performance;

public sealed class PerformanceChecksTests
{
    [Fact]
    public void Run_AmountsOfOneProjectDiffer_NamesBothPlaces()
    {
        var findings = PerformanceChecks.Run([Mention("一般管理事务", 553.69m, ProjectSource.Prose, 12),
            Mention("一般管理事务", 533.69m, ProjectSource.KeyProjects, 18)], [], []);

        var finding = Assert.Single(findings);
        Assert.Equal((PerformanceChecks.AmountRule, 18, "553.69", "533.69"),
            (finding.Rule, finding.PageNumber, finding.Expected, finding.Actual));
        Assert.Contains("第 12 页", finding.MessageZh, StringComparison.Ordinal);
        Assert.Contains("第 18 页", finding.MessageZh, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NameInSeveralUnitsOrAsTask_IsNotCompared()
    {
        Assert.Empty(PerformanceChecks.Run(
            [
                Mention("预算准备金", 1m, ProjectSource.Prose, 5), Mention("预算准备金", 2m, ProjectSource.Prose, 6),
                    Mention("预算准备金", 1m, ProjectSource.KeyProjects, 9),
                Mention("对外贸易管理", 1m, ProjectSource.Prose, 5), Mention("对外贸易管理", 3m, ProjectSource.OverallPerformance, 20),
            ],
            [],
            []));
    }

    [Fact]
    public void Run_SumIsNotTheStatedTotal_IsReportedBeyondRounding()
    {
        ImmutableArray<ProjectMention> projects = [Mention("甲", 10.00m, ProjectSource.Prose, 3),
            Mention("乙", 20.00m, ProjectSource.Prose, 3)];

        Assert.Empty(PerformanceChecks.Run(projects, [], [new ProseProjectList(projects, Figure(30.01m, 3))]));
        var finding = Assert.Single(PerformanceChecks.Run(projects, [], [new ProseProjectList(projects, Figure(30.02m, 3))]));
        Assert.Equal((PerformanceChecks.TotalRule, "300200.00", "300000.00"), (finding.Rule, finding.Expected, finding.Actual));
    }

    [Fact]
    public void Run_KeyProjectsWithTheNamesOfTheProse_AreSummedToo()
    {
        ImmutableArray<ProjectMention> prose = [Mention("甲", 10.00m, ProjectSource.Prose, 3), Mention("乙", 20.00m, ProjectSource.Prose, 3)];
        ImmutableArray<ProjectMention> key = [Mention("甲", 10.00m, ProjectSource.KeyProjects, 9),
            Mention("乙", 25.00m, ProjectSource.KeyProjects, 9)];

        var findings = PerformanceChecks.Run([.. prose, .. key], [], [new ProseProjectList(prose, Figure(30.00m, 3))]);

        Assert.Equal([PerformanceChecks.AmountRule, PerformanceChecks.TotalRule], findings.Select(static finding => finding.Rule));
    }

    private static FormFigure Figure(decimal amount, int page) =>
        new(amount.ToString(System.Globalization.CultureInfo.InvariantCulture), amount, 2, 10_000m, page, new Box(0, 0, 1, 1));

    private static ProjectMention Mention(string name, decimal amount, ProjectSource source, int page) => new(
        new Project(name, source, amount * 10_000m, null, null, null, null, null, null, null, page, new Box(0, 0, 1, 1)),
        source == ProjectSource.Prose ? 0 : 1, $"{source}", Figure(amount, page), null, null, false, false);
}
