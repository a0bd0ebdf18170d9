using Extractor.Model.Layout;
using Extractor.Tables.Aligned;

namespace Extractor.Tests.Extracting.Tables;

/// <summary>Of a page with more figures or headings than any table needs only the first thousand are looked at.</summary>
public sealed class MostPartsTests
{
    /// <summary>Figures of one row over text of all others: no white stands between any of them but the last two.</summary>
    [Theory]
    [InlineData(1000, 2)]
    [InlineData(1001, 1)]
    public void Part_WhiteBehindManyFigures_IsLookedForAThousandTimes(int crossed, int channels)
    {
        var figures = Enumerable.Range(0, crossed).Select(static at => Segment(100 + (at * 10), 5, 100, "1")).ToList();
        var right = figures[^1].Box.Right;
        figures.Add(Segment(right + 100, 5, 100, "1"));
        var rows = Enumerable.Range(0, 9).Select(row => Line(Segment(0, right, 120 + (row * 20), "水利工程")))
            .Prepend(new VisualLine(new Box(0, 100, right + 105, 110), 9, figures)).ToList();

        var parted = SparseColumns.Part([(50, 52)], rows, new AlignedRegion(new Box(0, 0, right + 200, 400), rows, [], []));

        Assert.Equal(channels, parted.Count);
    }

    /// <summary>Three headings over two columns, behind lines of others.</summary>
    [Theory]
    [InlineData(997, 2)]
    [InlineData(998, 1)]
    public void Part_HeadingBehindManyOthers_IsLookedAtUpToTheThousandth(int before, int channels)
    {
        var others = Enumerable.Range(0, before).Select(static at => Line(Segment(10, 20, 10, "支出"))).ToList();
        var heads = new VisualLine(new Box(50, 100, 280, 110), 9,
            [Segment(50, 20, 100, "合计"), Segment(120, 20, 100, "基本支出"), Segment(250, 20, 100, "项目支出")]);
        List<VisualLine> rows = [.. Enumerable.Range(0, 4).Select(static row => new VisualLine(
            new Box(50, 120 + (row * 20), 280, 130 + (row * 20)), 9,
            [Segment(50, 20, 120 + (row * 20), "1"), Segment(250, 30, 120 + (row * 20), "1")]))];

        var parted = SparseColumns.Part([(100, 200)], rows,
            new AlignedRegion(new Box(0, 0, 300, 400), [.. others, heads, .. rows], [], []));

        Assert.Equal(channels, parted.Count);
    }

    private static TextSegment Segment(double left, double width, double top, string text) =>
        new(new Box(left, top, left + width, top + 10), text, char.IsAsciiDigit(text[0]), []);

    private static VisualLine Line(TextSegment segment) => new(segment.Box, 9, [segment]);
}
