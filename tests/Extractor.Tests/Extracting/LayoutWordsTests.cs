using Extractor.Extracting.Words;

namespace Extractor.Tests.Extracting;

public sealed class LayoutWordsTests
{
    [Theory]
    [InlineData("no_such_list,甲,here\n", "no_such_list")]
    [InlineData("annex_label,附件,here\n", "附件,here")]
    [InlineData("annex_label,附文,\n", "附文")]
    [InlineData("annex_label,,here\n", "line 3")]
    [InlineData("", "'column_number_row'")]
    public void Read_RowWithFault_NamesIt(string row, string fault)
    {
        using var text = new StringReader("list,word,seen_in\nannex_label,附件,here\n" + row);

        Assert.Contains(fault, Assert.Throws<InvalidDataException>(() => LayoutWords.Read(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WordsOfAList_AreComparedAsAskedFor()
    {
        var endings = LayoutWords.Of(LayoutWordList.TableTitleEnding);

        Assert.Equal((true, false, false), (endings.End("收支总表"), endings.End("收支总表说明"), endings.Are("收支总表")));
        Assert.Equal((true, false), (LayoutWords.Of(LayoutWordList.AnnexLabel).Begin("附件2"),
            LayoutWords.Of(LayoutWordList.AnnexLabel).Begin("见附件2")));
        Assert.All(Enum.GetValues<LayoutWordList>(), static list => Assert.NotNull(LayoutWords.Of(list)));
    }
}
