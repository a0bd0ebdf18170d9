using Extractor.Fetching.Pages;
using Extractor.Fetching.Publishers;
using Extractor.Runs.Definitions;
using Extractor.Tests.Fetching.Publishers;

namespace Extractor.Tests.Fetching.Pages;

/// <summary>Real pages beside the checkout; what is taken from each is in <see cref="WebPagesTests"/>.</summary>
public sealed class RealPagesTests
{
    private static readonly Uri Address = new("http://www.example.gov.cn/a/b/index.html");

    private static readonly string Folder = Path.Combine(PublisherReaderTests.Repository, "..", "shared", "web", "pages");

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
