using Extractor.Fetching.Pages;
using Extractor.Fetching.Publishers;
using Extractor.Runs.Definitions;
using Extractor.Tests.Fetching.Publishers;

namespace Extractor.Tests.Fetching.Pages;

/// <summary>Real pages beside the checkout; the counts were made by eye and by another program.</summary>
public sealed class RealPagesTests
{
    private static readonly string Folder = Path.Combine(PublisherReaderTests.Repository, "..", "shared", "web", "pages");

    [Theory]
    [InlineData("022_佛山-宣传部", "440600", 20)]
    [InlineData("015_长沙-财政局", "430100", 14)]
    public void Links_RealListing_EntriesOfTheRecipe(string start, string publisher, int expected)
    {
        var recipe = RecipeOf(publisher);
        var links = Read(start).Links(recipe.Entries)
            .Where(link => recipe.EntryText.Matches(link.Text) && (recipe.EntryAddress is not { } address || address.Matches(link.Address.AbsoluteUri)));

        Assert.Equal(expected, links.Count());
    }

    [Theory]
    [InlineData("重庆-信访局_重庆市信访办公室", 1)]
    [InlineData("重庆-规划和自然资源局", 178)]
    [InlineData("重庆-气象局_重庆市气象局", 1)]
    [InlineData("016_郑州-市场监督管理局", 13)]
    [InlineData("014_无锡-科技创新局", 1)]
    [InlineData("024_东莞-司法局", 0)]
    public void Of_RealArticle_AttachmentsFound(string start, int expected) =>
        Assert.Equal(expected, AttachmentLinks.Of(Read(start), RecipeOf("500000")).Length);

    [Fact]
    public void Of_EveryRealPage_NoneIsTakenForAChallengeThatShowsText()
    {
        Assert.SkipUnless(Directory.Exists(Folder), "../shared/web is not here");
        var natures = Directory.GetFiles(Folder).Select(path => $"{Path.GetFileName(path)} {PageNatures.Of(Open(path))}")
            .Where(static line => !line.EndsWith("Ordinary", StringComparison.Ordinal));

        Assert.Equal([], natures.Order(StringComparer.Ordinal));
    }

    private static Recipe RecipeOf(string publisher) =>
        PublisherReader.Read([Path.Combine(PublisherReaderTests.Repository, "pipelines", "publishers", publisher + ".yaml")])[0].Listings[0].Recipe;

    private static HtmlPage Read(string start)
    {
        Assert.SkipUnless(Directory.Exists(Folder), "../shared/web is not here");
        return Open(Directory.GetFiles(Folder).Where(path => Path.GetFileName(path).StartsWith(start, StringComparison.Ordinal)).Order(StringComparer.Ordinal).First());
    }

    private static HtmlPage Open(string path) =>
        HtmlPage.Read(PageText.Decode(File.ReadAllBytes(path), null), new Uri("http://www.example.gov.cn/a/b/index.html"));
}
