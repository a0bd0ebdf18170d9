using Extractor.Pdf;

namespace Extractor.Tables.Tests;

public sealed class PdfTableTests
{
    private static readonly PdfTableCell Wide = new(0, 0, 1, 2, "Amount", new PdfRectangle(0, 0, 20, 10));
    private static readonly PdfTableCell Left = new(1, 0, 1, 1, "1", new PdfRectangle(0, 10, 10, 20));
    private static readonly PdfTable Stepped = new(new PdfRectangle(0, 0, 20, 20), true, 2, 2, [Wide, Left]);

    [Fact]
    public void Place_CoveredByASpan_GivesTheCellThatSpansIt()
    {
        Assert.Same(Wide, Stepped[0, 0]);
        Assert.Same(Wide, Stepped[0, 1]);
        Assert.Same(Left, Stepped[1, 0]);
    }

    [Fact]
    public void Place_WithoutACell_IsNull() => Assert.Null(Stepped[1, 1]);

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(2, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 2)]
    public void Place_OutsideTheGrid_IsRefused(int row, int column) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Stepped[row, column]);
}
