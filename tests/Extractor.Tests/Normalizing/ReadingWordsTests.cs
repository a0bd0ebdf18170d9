using Extractor.Model;
using Extractor.Normalizing;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Maps;

namespace Extractor.Tests.Normalizing;

public sealed class ReadingWordsTests
{
    private const string Words = "pipelines/headings/words.csv";

    [Fact]
    public void Of_EveryList_HasWordsThatSayWhereTheyWereSeen()
    {
        foreach (var list in Enum.GetValues<WordList>())
        {
            Assert.NotEmpty(ReadingWords.Of(list).Words);
        }
    }

    [Theory]
    [InlineData("no_such_list,is,甲,,here\n", "'no_such_list' is no list")]
    [InlineData("total,like,甲,,here\n", "'like' under match")]
    [InlineData("total,is,合计,,here\n", "'合计': a word")]
    [InlineData("total,is,（甲）,,here\n", "'（甲）': a word")]
    [InlineData("total,is,甲,,\n", "'甲': write where it was seen")]
    public void From_RowWithFault_NamesIt(string row, string fault)
    {
        var maps = MapFile.Embedded().Select(map => map.Name == Words ? map with { Text = map.Text + row } : map);

        Assert.Contains(fault, Assert.Throws<InvalidDataException>(() => ReferenceData.From(maps)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void From_ListWithoutWords_NamesIt()
    {
        var list = SchemaName.Of(WordList.WholeFigures);
        var maps = MapFile.Embedded().Select(map => map.Name != Words ? map : map with
        {
            Text = string.Concat(map.Text.Split('\n').Where(line => !line.StartsWith(list, StringComparison.Ordinal))
                .Select(static line => line.Length == 0 ? line : line + "\n")),
        });

        Assert.Contains($"'{list}'", Assert.Throws<InvalidDataException>(() => ReferenceData.From(maps)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("合计", true, true)]
    [InlineData("合 计", true, true)]
    [InlineData("总计：", true, true)]
    [InlineData("小计", true, false)]
    [InlineData("支出总计", true, false)]
    [InlineData("本年收入合计", true, false)]
    [InlineData("设计", false, false)]
    [InlineData("合计数说明", false, false)]
    public void TotalLabel_Label_IsASumOrTheWhole(string printed, bool isTotal, bool isWhole)
    {
        Assert.Equal(isTotal, TotalLabel.Is(printed));
        Assert.Equal(isWhole, TotalLabel.IsWhole(printed));
    }

    [Fact]
    public void WordSet_ByMatch_LooksWhereTheRowSays()
    {
        var words = new WordSet([new("甲", WordMatch.Is, "1"), new("乙", WordMatch.Begins, "2"), new("丙", WordMatch.Ends, "3"),
            new("丁", WordMatch.Has, "4")]);

        Assert.Equal(["1", null, "2", null, "3", null, "4"],
            new[] { "甲", "甲甲", "乙一", "一乙", "一丙", "丙一", "一丁一" }.Select(text => words.MeaningOf(text)));
        Assert.Equal((2, 1), (words.LastIndexIn("丙丁乙"), words.FirstIndexIn("丁乙")));
        Assert.Equal("一", words.Without("甲一乙丙丁"));
    }
}
