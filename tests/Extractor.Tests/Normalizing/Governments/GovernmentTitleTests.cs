using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Normalizing;
using Extractor.Normalizing.Governments;

namespace Extractor.Tests.Normalizing.Governments;

/// <summary>What the title of a government's table says of its place, its level and its fund.</summary>
public sealed class GovernmentTitleTests
{
    /// <summary>Final accounts of a county name no level: there is none below it.</summary>
    [Theory]
    [InlineData("略阳县2024年一般公共预算收入决算表", true)]
    [InlineData("表四 2024年略阳县政府性基金支出决算表", true)]
    [InlineData("略阳县教育局2024年一般公共预算支出决算表", false)]
    [InlineData("2024年一般公共预算支出决算表", false)]
    [InlineData("略阳县某某某一区2024年一般公共预算支出决算表", true)]
    [InlineData("略阳县某某某某一区2024年一般公共预算支出决算表", false)]
    [InlineData("略阳县某某某某某一区2024年一般公共预算支出决算表", false)]
    public void Title_OfAPlaceAlone_IsOfAGovernment(string title, bool expected) =>
        Assert.Equal(expected, GovernmentTitle.Read(title)!.IsOfGovernmentOnly);

    /// <summary>政府性基金 and 国有资本经营 one below the other in one table.</summary>
    [Fact]
    public void Normalize_TitleThatNamesTwoFunds_RowsTellWhich()
    {
        var document = TextTable.Normalize(2024, DocumentKind.GovernmentFinalAccounts, TextTable.Parse(
            """
            项目|决算数
            ---
            一、政府性基金预算收入|30
              国有土地收益基金收入|20
              污水处理费收入|10
            二、国有资本经营预算收入|8
              利润收入|5
              产权转让收入|3
            """,
            "略阳县2024年政府性基金和国有资本经营预算收入决算表"));

        Assert.Equal(
            [Fund.GovernmentFund, Fund.GovernmentFund, Fund.GovernmentFund, Fund.StateCapital, Fund.StateCapital, Fund.StateCapital],
            document.Lines.Select(static line => line.Fund));
    }

    [Theory]
    [InlineData("371000", "2025年山东省一般公共预算收入表", "山东省")]
    [InlineData("371000", "2025年威海市一般公共预算收入表", null)]
    [InlineData("371000", "2025年省级对威海市转移支付表", null)]
    [InlineData("440000", "2024年横琴粤澳深度合作区本级一般公共预算支出决算表", "横琴粤澳深度合作区")]
    [InlineData("440000", "2024年全省各开发区一般公共预算支出决算表", null)]
    [InlineData("371700", "2025年单县一般公共预算收入表", "单县")]
    [InlineData("440000", "2024年南方海滨科学创新产业融合发展先行新开发区收入表", "南方海滨科学创新产业融合发展先行新开发区")]
    [InlineData("440000", "2024年南方海滨科学创新产业融合发展先行试验开发区收入表", null)]
    [InlineData("640000", "全区分地区地方政府一般债务情况表", null)]
    [InlineData(null, "2025年山东省一般公共预算收入表", null)]
    public void ReadTitle_OfTheDocumentsPlaceOrAnother_TellsTheOther(string? own, string title, string? expected)
    {
        var read = new PlaceNames(ReferenceData.Load().Divisions, own).ReadTitle(GovernmentTitle.WordsOf(title));

        Assert.Equal(expected, read?.Name);
    }

    [Theory]
    [InlineData("市本级政府性基金预算2026年对县（市、区）转移支付支出预算（草案）", GovernmentLevel.Lower)]
    [InlineData("市本级政府性基金预算2026年支出预算（草案）", GovernmentLevel.Own)]
    public void Read_TitleOfWhatIsGivenToCounties_IsOfTheLowerLevel(string title, GovernmentLevel expected) =>
        Assert.Equal(expected, GovernmentTitle.Read(title)!.Level);
}
