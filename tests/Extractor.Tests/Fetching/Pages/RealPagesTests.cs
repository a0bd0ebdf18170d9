using Extractor.Fetching.Pages;
using Extractor.Fetching.Publishers;
using Extractor.Runs.Definitions;
using Extractor.Tests.Fetching.Publishers;

namespace Extractor.Tests.Fetching.Pages;

/// <summary>Real pages beside the checkout; the counts were made by eye and by another program.</summary>
public sealed class RealPagesTests
{
    private static readonly Uri Address = new("http://www.example.gov.cn/a/b/index.html");

    private static readonly string Folder = Path.Combine(PublisherReaderTests.Repository, "..", "shared", "web", "pages");

    /// <summary>
    /// Every definition of which a budget page is stored, on such a page: entries as of a listing, attachments as of an article.
    /// </summary>
    [Theory]
    [InlineData("120000", "012_天津-交通运输局", 0, 1)]
    [InlineData("120000", "012_天津-教育局", 0, 1)]
    [InlineData("320200", "014_无锡-工业和信息化局", 0, 1)]
    [InlineData("320200", "014_无锡-科技创新局", 0, 1)]
    [InlineData("320200", "014_无锡-规划和自然资源局", 1, 2)]
    [InlineData("320200", "014_无锡-退役军人事务局", 3, 0)]
    [InlineData("330300", "028_温州-统计局", 0, 1)]
    [InlineData("330300", "028_温州-科技创新局", 0, 1)]
    [InlineData("350100", "017_福州-交通运输局", 3, 0)]
    [InlineData("410100", "016_郑州-商务局", 1, 1)]
    [InlineData("410100", "016_郑州-市场监督管理局", 12, 13)]
    [InlineData("430100", "015_长沙-财政局", 14, 0)]
    [InlineData("430100", "015_长沙-司法局", 15, 0)]
    [InlineData("440600", "022_佛山-宣传部", 20, 0)]
    [InlineData("500000", "重庆-政府办公厅", 5, 0)]
    [InlineData("500000", "重庆-规划和自然资源局", 178, 178)]
    [InlineData("500000", "重庆-信访局_重庆市信访办公室", 1, 1)]
    [InlineData("500000", "重庆-审计局_重庆市审计局", 1, 1)]
    [InlineData("500000", "重庆-中共深圳市区委宣传部_中共重庆市委宣传部", 0, 8)]
    [InlineData("500000", "重庆-中共深圳市区委宣传部_2026市级部门财政预算专题", 197, 0)]
    [InlineData("610100", "020_西安-城市管理和综合执法局", 2, 1)]
    public void Of_StoredBudgetPage_EntriesAndAttachments(string publisher, string start, int entries, int attachments)
    {
        var recipe = RecipeOf(publisher);

        Assert.Equal((entries, attachments),
            (ReadingOf(start, recipe, isListing: true).Entries.Length, ReadingOf(start, recipe, isListing: false).Attachments.Length));
    }

    /// <summary>
    /// Definitions of which only front pages, moved pages and pages of other matters are stored: nothing is taken for a budget there.
    /// </summary>
    [Theory]
    [InlineData("330100", "008_杭州-政府办公厅", 0)]
    [InlineData("350500", "021_泉州-医疗保障局", 0)]
    [InlineData("370100", "018_济南-住房和建设局", 2)]
    [InlineData("420100", "009_武汉-教育局", 0)]
    [InlineData("440100", "005_广州-教育局", 0)]
    [InlineData("441900", "024_东莞-司法局", 0)]
    public void Of_StoredPageWithoutBudgets_NoEntryOnlyParts(string publisher, string start, int further)
    {
        var reading = ReadingOf(start, RecipeOf(publisher), isListing: true);

        Assert.Equal((0, further), (reading.Entries.Length, reading.Further.Length));
    }

    [Fact]
    public void Of_ArticleThatNamesItsYearInTheTitleOnly_TitleIsRead() =>
        Assert.StartsWith("天津市交通运输委员会_2018年部门预算公开目录", ReadingOf("012_天津-交通运输局", RecipeOf("120000"), isListing: false).Title,
            StringComparison.Ordinal);

    [Fact]
    public void Of_EveryRealPage_NoneIsTakenForAChallengeThatShowsText()
    {
        Assert.SkipUnless(Directory.Exists(Folder), "../shared/web is not here");
        var natures = Directory.GetFiles(Folder).Select(path => $"{Path.GetFileName(path)} {PageNatures.Of(Open(path))}")
            .Where(static line => !line.EndsWith("Ordinary", StringComparison.Ordinal));

        Assert.Equal([], natures.Order(StringComparer.Ordinal));
    }

    private static Recipe RecipeOf(string publisher) =>
        PublisherReader.Read([Path.Combine(PublisherReaderTests.Repository, "pipelines", "publishers", publisher +
            ".yaml")])[0].Listings[0].Recipe;

    private static PageReading ReadingOf(string start, Recipe recipe, bool isListing)
    {
        Assert.SkipUnless(Directory.Exists(Folder), "../shared/web is not here");
        var path = Directory.GetFiles(Folder).Where(path => Path.GetFileName(path).StartsWith(start, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).First();
        return PageReading.Of("key", "way", File.ReadAllBytes(path), null, Address, recipe, isListing);
    }

    private static HtmlPage Open(string path) =>
        HtmlPage.Read(PageDecoder.Decode(File.ReadAllBytes(path), null), Address);
}
