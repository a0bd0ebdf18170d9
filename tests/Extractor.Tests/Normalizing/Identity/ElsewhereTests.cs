using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Normalizing;
using Extractor.Normalizing.Identity;

namespace Extractor.Tests.Normalizing.Identity;

/// <summary>Covers that name nobody, names that are two, and budgets that are not read.</summary>
public sealed class ElsewhereTests
{
    private const string Traditional = "農業發展基金用途明細表說明中華民國一一四年度提升農業經營及發展計畫用人費用編列聘用人員薪金辦理航照遙測及程式設計等臨時人員加班費分擔員工保險費";

    [Fact]
    public void Normalize_BudgetInTraditionalCharacters_IsSaidToBeUnreadAndNeverComplete()
    {
        var document = new DocumentNormalizer(ReferenceData.Load()).Normalize(new TypedDocument().Page("# 農業部", Traditional).Build());

        Assert.Equal((DocumentStatus.Partial, true),
            (document.Extracted.Status, document.Extracted.StatusReason!.Contains("traditional", StringComparison.Ordinal)));
        Assert.Equal(Severity.Error, Assert.Single(document.Findings, static finding => finding.Rule == BudgetOfElsewhere.Rule).Severity);
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(19, false)]
    [InlineData(0, false)]
    public void Is_ShareOfTraditionalCharacters_OneInTwentyIsEnough(int written, bool isElsewhere)
    {
        var text = string.Concat(Enumerable.Repeat("務", written)) + string.Concat(Enumerable.Repeat("年", 400 - written));

        Assert.Equal(isElsewhere, BudgetOfElsewhere.Is(new TypedDocument().Page(text).Build()));
    }

    [Fact]
    public void Is_FewCharacters_TellNothing() => Assert.False(BudgetOfElsewhere.Is(new TypedDocument().Page("農業發展基金").Build()));

    [Theory]
    [InlineData("上海市统计和大数据研究院（上海市统计数据管理中心）", true)]
    [InlineData("上海市统计和大数据研究院（试行）", false)]
    [InlineData("上海市统计资料（上海市统计数据管理中心）", false)]
    [InlineData("上海市XX局", false)]
    [InlineData("上海市××局", false)]
    [InlineData("某某局", false)]
    public void IsOrgan_SecondNameOrBlank_IsToldApart(string name, bool isOrgan) =>
        Assert.Equal(isOrgan, IssuerName.IsOrgan(Extractor.Normalizing.Maps.FoldedText.Of(name)));

    [Theory]
    [InlineData("深圳市2026年部门预算", 2026)]
    [InlineData("深圳市2035年远景目标部门预算", null)]
    [InlineData("供水规划（2020-2035年）", null)]
    [InlineData("2021年至2035年规划", null)]
    public void YearPattern_EndOfAPlan_IsNoFiscalYear(string folded, int? year)
    {
        var match = DisclosureTitle.YearPattern().Match(Extractor.Normalizing.Maps.FoldedText.Of(folded));

        Assert.Equal(year, match.Success && DisclosureTitle.YearOf(match) != 2021 ? DisclosureTitle.YearOf(match) : null);
    }
}
