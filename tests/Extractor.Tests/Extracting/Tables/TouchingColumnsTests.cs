using Extractor.Model.Layout;
using Extractor.Tables.Aligned;

namespace Extractor.Tests.Extracting.Tables;

public sealed class TouchingColumnsTests
{
    private static readonly PageLayout Page = new(1, 595, 842, 0, [], [], [], [], [], [], []);

    /// <summary>Two amounts of one column, and between them others that end there before names of another column.</summary>
    [Theory]
    [InlineData(0, 2)]
    [InlineData(63, 2)]
    [InlineData(64, 0)]
    public void Part_ManyAmountsBetweenTwoOfOneColumn_AreLookedThroughUpToABound(int between, int cut)
    {
        List<List<Word>> lines = [Line(0, 70, 103), .. Enumerable.Range(1, between).Select(static line => Line(line, 60, 107)),
            Line(between + 1, 80, 103)];

        Assert.Equal(cut, TouchingColumns.Part(lines, Page).Count);
    }

    private static List<Word> Line(int line, double left, double name) =>
    [
        new Word("11224.41", new Box(left, line * 20, 100, (line * 20) + 10), line * 2, 1, 10, false),
        new Word("一、农林水支出", new Box(name, line * 20, name + 70, (line * 20) + 10), (line * 2) + 1, 1, 10, false),
    ];
}
