using System.Globalization;
using System.Text.Json;
using Extractor.Site.Generating;
using Extractor.Site.Search;

namespace Extractor.Site.Tests.Search;

public sealed class SearchListTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Complete_ManyEntries_EveryPairLeadsToExactlyItsEntries()
    {
        // More entries than fit beside a pair, and enough different pairs for several shards.
        var texts = Enumerable.Range(0, 3000).Select(static number =>
            $"项目{(char)('一' + (number * 7 % 4000))}{(char)('一' + (number * 13 % 4000))} {2000 + (number % 30)}年").ToList();

        var size = Write(texts);

        Assert.True(size.Shards > 1);
        foreach (var pair in new[] { "项目", "年", texts[17][1..3], texts[2999][2..4], "20", "\ue0c81" }.Where(static pair =>
            pair.Length == 2))
        {
            var expected = pair == "\ue0c81" ? Having("2001") : Having(pair);
            Assert.NotEmpty(expected);
            Assert.Equal(expected.OrderDescending(), EntriesOf(pair, size));
        }

        List<int> Having(string part) =>
            [.. Enumerable.Range(0, texts.Count).Where(index => SearchText.Fold(texts[index]).Contains(part, StringComparison.Ordinal))];
    }

    [Fact]
    public void Complete_Entries_StandInTheirFiles()
    {
        Write([.. Enumerable.Range(0, 25).Select(static number => $"部门{number}")]);

        using var file = JsonDocument.Parse(File.ReadAllBytes(folder[Path.Combine("search", "list", "items", "0", "2.json")]));
        Assert.Equal(5, file.RootElement.GetArrayLength());
        Assert.Equal("部门23", file.RootElement[3][0][0].GetString());
        Assert.Equal(23, file.RootElement[3][1].GetInt32());
    }

    [Theory]
    [InlineData("２０１１３０８　招商引资（Ａ）", "2011308 招商引资 a ")]
    [InlineData("“三公”经费", "三公经费")]
    public void Fold_WidthsAndMarks_AreOne(string text, string folded) => Assert.Equal(folded, SearchText.Fold(text));

    [Fact]
    public void PassagesOf_LongText_LosesNothing()
    {
        var text = string.Concat(Enumerable.Range(0, 200).Select(static number => $"第{number}项工作按计划推进{(number % 9 == 0 ? "。" : "，")}")) +
            "\ud842\udfb7";

        var passages = SearchPart.PassagesOf(text).ToList();

        Assert.Equal(text, string.Concat(passages));
        Assert.All(passages, static passage => Assert.InRange(passage.Length, 1, 600));
        Assert.Equal([string.Empty], SearchPart.PassagesOf(null));
    }

    private SearchListSize Write(IReadOnlyList<string> texts)
    {
        using var list = new SearchList(folder["search"], folder["spill"], "list", 10);
        for (var number = 0; number < texts.Count; number++)
        {
            var place = number;
            list.Add([texts[number], null], json => json.WriteNumberValue(place));
        }

        return list.Complete();
    }

    /// <summary>What the browser does: from the shard of the pair, and the files of long lists.</summary>
    private List<int> EntriesOf(string pair, SearchListSize size)
    {
        var shard = StableHash.Of(pair) % (uint)size.Shards;
        using var pairs = JsonDocument.Parse(
            File.ReadAllBytes(folder[Path.Combine("search", "list", "pairs", "0", shard.ToString(CultureInfo.InvariantCulture) +
            ".json")]));
        var found = pairs.RootElement.GetProperty(pair);
        var entries = found[1].ValueKind == JsonValueKind.Array
            ? Unfold(found[1])
            : [.. Enumerable.Range(0, found[2].GetArrayLength()).SelectMany(number =>
            {
                var path = Path.Combine("search", "list", "long", (StableHash.Of(pair) % 256).ToString("x2", CultureInfo.InvariantCulture),
                    string.Create(CultureInfo.InvariantCulture, $"{(int)pair[0]:x4}{(int)pair[1]:x4}-{number}.json"));
                using var file = JsonDocument.Parse(File.ReadAllBytes(folder[path]));
                var steps = Unfold(file.RootElement);
                Assert.Equal((steps[0], steps[^1]), (found[2][number][0].GetInt32(), found[2][number][1].GetInt32()));
                return steps;
            })];
        Assert.Equal(found[0].GetInt32(), entries.Count);
        return entries;
    }

    private static List<int> Unfold(JsonElement steps)
    {
        var entries = new List<int>();
        foreach (var step in steps.EnumerateArray())
        {
            entries.Add(entries.Count == 0 ? step.GetInt32() : entries[^1] - step.GetInt32());
        }

        return entries;
    }
}
