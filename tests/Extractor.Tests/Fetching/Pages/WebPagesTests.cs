using System.Globalization;
using Extractor.Fetching.Pages;
using Extractor.Fetching.Publishers;
using Extractor.Runs.Definitions;
using Extractor.Tests.Fetching.Publishers;
using Extractor.Tests.Runs;

namespace Extractor.Tests.Fetching.Pages;

/// <summary>
/// What a person would take from each real page beside the checkout (<c>Expectations/web-pages.csv</c>, written down page by page), against
/// what the recipe takes. A page is named by the end of its file name.
/// </summary>
public sealed class WebPagesTests : IDisposable
{
    /// <summary>Of the links that a person would take.</summary>
    private const double LeastShare = 0.98;

    private static readonly string Folder = Path.Combine(PublisherReaderTests.Repository, "..", "shared", "web", "pages");

    private readonly TemporaryFolder definitions = new();

    public void Dispose() => definitions.Dispose();

    private sealed record Expected(string Page, string Recipe, string Role, Uri PageAddress, string Take, string Address);

    [Fact]
    public void Of_EveryRealPage_TakesWhatAPersonWouldTakeAndNoFalseDocument()
    {
        Assert.SkipUnless(Directory.Exists(Folder), "../shared/web is not here");
        var files = Directory.GetFiles(Folder);
        var tally = new SortedDictionary<string, (int Wanted, int Taken, int False)>(StringComparer.Ordinal);
        var missed = new List<string>();
        var wrong = new List<string>();
        foreach (var page in Read().GroupBy(static row => row.Page, StringComparer.Ordinal))
        {
            var first = page.First();
            var file = files.First(file => file.EndsWith($"-{page.Key}.html", StringComparison.Ordinal));
            var reading = PageReading.Of("key", "way", File.ReadAllBytes(file), null, first.PageAddress, RecipeOf(first.Recipe),
                first.Role == "listing");
            var taken = TakenOf(reading).ToHashSet();
            var wanted = page.Where(static row => row.Take != "nothing").Select(static row => (row.Take, new Uri(row.Address).AbsoluteUri))
                .ToHashSet();
            foreach (var link in wanted)
            {
                Count(first.Recipe, link.Take, 1, taken.Contains(link) ? 1 : 0, 0);
            }

            missed.AddRange(wanted.Except(taken).Select(link => $"{page.Key} {link.Take} {link.AbsoluteUri}"));
            // A column that holds nothing costs a request; a false document would stand in the data.
            foreach (var link in taken.Except(wanted).Where(static link => link.Take is not "column"))
            {
                Count(first.Recipe, link.Take, 0, 0, 1);
                wrong.Add($"{page.Key} {link.Take} {link.AbsoluteUri}");
            }

            // Nothing on the page is without an answer.
            Assert.All(reading.Refused, static link => Assert.NotEmpty(link.Reason));
        }

        foreach (var (what, (wanted, taken, added)) in tally)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{what,-28} wanted {wanted,4}  taken {taken,4}  false {added,4}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        var share = tally.Values.Sum(static row => (double)row.Taken) / tally.Values.Sum(static row => row.Wanted);
        Assert.True(share >= LeastShare, string.Create(CultureInfo.InvariantCulture, $"{share:0.000}\n{string.Join('\n', missed)}"));

        void Count(string recipe, string take, int wanted, int taken, int added)
        {
            var before = tally.GetValueOrDefault($"{recipe} {take}");
            tally[$"{recipe} {take}"] = (before.Wanted + wanted, before.Taken + taken, before.False + added);
        }
    }

    private static IEnumerable<(string Take, string AbsoluteUri)> TakenOf(PageReading reading) =>
        reading.Entries.Select(static link => ("entry", link.Address.AbsoluteUri))
            .Concat(reading.Columns.Select(static link => ("column", link.Address.AbsoluteUri)))
            .Concat(reading.Further.Select(static link => ("next", link.AbsoluteUri)))
            .Concat(reading.Attachments.Select(static link => ("document", link.Address.AbsoluteUri)))
            .Concat(reading.Articles.Select(static link => ("article", link.Address.AbsoluteUri)))
            .Concat(reading.Images.Select(static link => ("page_image", link.AbsoluteUri)));

    private static IEnumerable<Expected> Read() =>
        from line in File.ReadLines(Path.Combine(PublisherReaderTests.Repository, "tests", "Extractor.Tests", "Fetching", "Expectations",
            "web-pages.csv")).Skip(1)
        let cells = line.Split(',', 6)
        select new Expected(cells[0], cells[1], cells[2], new Uri(cells[3]), cells[4], cells[5]);

    private Recipe RecipeOf(string name)
    {
        var recipes = Path.Combine(PublisherReaderTests.Repository, "pipelines", "publishers", "recipes", name + ".yaml");
        definitions.Write($"recipes/{name}.yaml", File.ReadAllText(recipes));
        var path = definitions.Write($"{name}.yaml", "name: 某市\ndivision_code: \"440300\"\nverified: false\n" +
            $"listings:\n  - address: http://www.example.gov.cn/\n    recipe: {name}\n");
        return PublisherReader.Read([path])[0].Listings[0].Recipe;
    }
}
