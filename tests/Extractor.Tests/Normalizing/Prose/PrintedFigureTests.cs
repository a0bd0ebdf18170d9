using Extractor.Normalizing.Prose;

namespace Extractor.Tests.Normalizing.Prose;

public sealed class PrintedFigureTests
{
    [Theory]
    [InlineData("公务用车购置1,024.69万元（含购置税）。", 10_246_900)]
    [InlineData("经费20万元（含上年结转、追加的各项资金等）以及", 200_000)]
    [InlineData("单价100万元（含）以上设备", null)]
    [InlineData("单价100万元（含100万元）以上设备", null)]
    [InlineData("单价100万元以上设备", null)]
    public void FindAll_BracketBehindTheNumber_IsABoundOnlyWithItsWords(string text, int? yuan) =>
        Assert.Equal(yuan, PrintedFigure.FindAll(text) is [var figure] ? (int)figure.Value : null);

    [Theory]
    [InlineData("公务用车3台", "Vehicles")]
    [InlineData("车辆12辆", "Vehicles")]
    [InlineData("单价100万元以上设备0台", "Devices")]
    [InlineData("车载设备2台", "Devices")]
    [InlineData("公务用车3辆、电脑5台", "Devices")]
    public void FindAll_CountedPieces_AreWhatTheClauseNames(string text, string unit) =>
        Assert.Equal(unit, PrintedFigure.FindAll(text)[^1].Unit.ToString());
}
