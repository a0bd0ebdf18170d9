using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Content;

public sealed class RulingTests
{
    [Theory]
    [InlineData("2 w 20 50 m 120 50 l S", 20, 50, 120, 50, true, 2)]
    [InlineData("0 w 20 50 m 120 50 l S", 20, 50, 120, 50, true, 0.1)] // a hairline is seen
    [InlineData("1 w 20 20 m 20 80 l S", 20, 20, 20, 80, false, 1)]
    [InlineData("20 50 100 0.5 re f", 20, 49.75, 120, 49.75, true, 0.5)] // as Word draws borders
    [InlineData("20 50 100 -0.5 re f", 20, 50.25, 120, 50.25, true, 0.5)]
    [InlineData("20 20 0.5 60 re f", 20.25, 20, 20.25, 80, false, 0.5)]
    [InlineData("[3 2] 0 d 1 w 20 50 m 120 50 l S", 20, 50, 120, 50, true, 1)] // dashed
    [InlineData("120 50 m 20 50 l 20.75 50.75 l 119.25 50.75 l h f", 20, 49.625, 120, 49.625, true, 0.75)] // mitred
    [InlineData("1 w 20 50 m 120 50.2 l S", 20, 49.9, 120, 49.9, true, 1)] // leans a little
    [InlineData("q 0 0 60 100 re W n 1 w 20 50 m 120 50 l S Q", 20, 50, 60, 50, true, 1)] // clipped
    [InlineData("q 100 0 0 0.5 20 50 cm BI /W 1 /H 1 /IM true ID x EI Q", 20, 49.75, 120, 49.75, true, 0.5)] // a line drawn as an image
    [InlineData("1 w 20 50 m 60 50 l S 60.5 50 m 120 50 l S", 20, 50, 120, 50, true, 1)] // joined
    public void Read_Line_IsOneRuling(string content, double left, double top, double right, double bottom, bool isHorizontal,
        double thickness)
    {
        var ruling = Assert.Single(ReadPage.Of(content).Rulings);
        ReadPage.AssertBox(ruling.Box, left, top, right, bottom);
        Assert.Equal(isHorizontal, ruling.IsHorizontal);
        Assert.Equal(thickness, ruling.Thickness, 0.01);
    }

    [Fact]
    public void Read_LineOfShortDashes_IsOneRuling()
    {
        var dashes = string.Concat(Enumerable.Range(0, 20).Select(i => $"{20 + (i * 5)} 50 m {23 + (i * 5)} 50 l S "));
        var ruling = Assert.Single(ReadPage.Of("1 w " + dashes).Rulings);
        ReadPage.AssertBox(ruling.Box, 20, 50, 118, 50);
    }

    [Fact]
    public void Read_DoubleLine_IsTwoRulings() =>
        Assert.Equal(2, ReadPage.Of("0.5 w 20 50 m 120 50 l 20 52 m 120 52 l S").Rulings.Length);

    [Theory]
    [InlineData("1 w 20 20 100 40 re S")]
    [InlineData("1 w 20 20 m 120 20 l 120 60 l 20 60 l s")]
    [InlineData("19.5 19.5 101 41 re 20.5 20.5 99 39 re f*")] // a frame as one shape
    [InlineData("19.5 19.5 m 120.5 19.5 l 120.5 60.5 l 19.5 60.5 l h 20.5 20.5 m 20.5 59.5 l 119.5 59.5 l 119.5 20.5 l h f")]
    public void Read_Frame_IsFourRulings(string content)
    {
        var rulings = ReadPage.Of(content).Rulings;
        Assert.Equal(2, rulings.Count(r => r.IsHorizontal));
        Assert.Equal(2, rulings.Count(r => !r.IsHorizontal));
        Assert.Equal([40.0, 80.0], rulings.Where(r => r.IsHorizontal).Select(r => Math.Round(r.Box.Top, 2)));
        Assert.All(rulings, r => Assert.Equal(1, r.Thickness, 0.01));
    }

    [Theory]
    [InlineData("1 w 20 20 m 60 60 l S")] // slanted
    [InlineData("1 w 20 20 m 30 60 70 60 80 20 c S")] // curved
    [InlineData("1 w 20 20 m 20.8 20 l S")] // a dot
    [InlineData("1 1 1 RG 1 w 20 20 m 90 20 l S")] // white on white
    public void Read_OtherStrokes_AreNone(string content) => Assert.Empty(ReadPage.Of(content).Rulings);

    [Fact]
    public void Read_ShadingInPieces_HasNoRulings() =>
        Assert.Empty(ReadPage.Of("0.7 g 20 20 100 1.4 re f 20 21.4 100 40 re f 20 61.4 100 1.4 re f").Rulings);

    [Fact]
    public void Read_BorderOfShading_IsARuling() =>
        Assert.Single(ReadPage.Of("0.7 g 20 21 100 40 re f 0 g 20 20 100 1 re f").Rulings);

    [Fact]
    public void Read_WhiteLineOnShading_IsARuling() =>
        Assert.Single(ReadPage.Of("0 0 0.6 rg 10 10 150 60 re f 1 1 1 RG 1 w 20 40 m 90 40 l S").Rulings);

    [Fact]
    public void Read_TurnedPage_TurnsTheLines()
    {
        var ruling = Assert.Single(ReadPage.Of("1 w 50 20 m 50 120 l S", pageEntries: "/MediaBox [0 0 100 200] /Rotate 90").Rulings);
        Assert.True(ruling.IsHorizontal);
        ReadPage.AssertBox(ruling.Box, 20, 50, 120, 50);
    }

    [Theory]
    [InlineData("0.5 g 20 20 100 40 re f", 0x808080)]
    [InlineData("1 0 0 rg 20 20 100 40 re B", 0xFF0000)]
    [InlineData("0 0 0 1 k 20 20 100 40 re f", 0x000000)]
    [InlineData("/DeviceRGB cs 0 1 0 sc 20 20 m 120 20 l 120 60 l 20 60 l f", 0x00FF00)]
    public void Read_FilledRectangle_IsAnArea(string content, int rgb)
    {
        var fill = Assert.Single(ReadPage.Of(content).Fills);
        ReadPage.AssertBox(fill.Box, 20, 40, 120, 80);
        Assert.Equal(rgb, fill.Rgb);
    }
}
