using Extractor.Model.Layout;

namespace Extractor.Model.Tests.Layout;

public sealed class BoxTests
{
    private static readonly Box Box = new(10, 20, 30, 60);

    [Fact]
    public void Size_OfABox_RightMinusLeftAndBottomMinusTop() =>
        Assert.Equal((20, 40, 20, 40), (Box.Width, Box.Height, Box.CentreX, Box.CentreY));

    [Theory]
    [InlineData(10, 20, true)]
    [InlineData(30, 60, true)]
    [InlineData(9.99, 40, false)]
    [InlineData(20, 60.01, false)]
    public void Contains_PointOnOrBesideTheEdge_EdgeBelongsToIt(double x, double y, bool expected) =>
        Assert.Equal(expected, Box.Contains(x, y));

    [Theory]
    [InlineData(30, 20, 40, 60, false)]
    [InlineData(29.9, 20, 40, 60, true)]
    [InlineData(0, 0, 100, 100, true)]
    public void Intersects_TouchingBoxes_DoNot(double left, double top, double right, double bottom, bool expected) =>
        Assert.Equal(expected, Box.Intersects(new Box(left, top, right, bottom)));

    [Fact]
    public void Union_TwoBoxes_CoversBoth() => Assert.Equal(new Box(5, 20, 30, 70), Box.Union(new Box(5, 30, 15, 70)));

    [Fact]
    public void Rounded_LongFractions_HundredthsOfAPoint() =>
        Assert.Equal(new Box(1.23, 2.35, 3, 4.57), new Box(1.2345, 2.3457, 3.0001, 4.5678).Rounded());
}
