using System.Globalization;
using Extractor.Normalizing;
using Extractor.Normalizing.Performance;

namespace Extractor.Tests.Normalizing.Performance;

public sealed class IndicatorTargetTests
{
    [Theory]
    [InlineData("≥95%", null, "ge", "95", "%")]
    [InlineData("不低于 3,000 万元", null, "ge", "3000", "万元")]
    [InlineData("＜10", "个", "lt", "10", "个")]
    [InlineData("≤0.5", null, "le", "0.5", null)]
    [InlineData("100%", "%", null, "100", "%")]
    [InlineData("12次", null, null, "12", "次")]
    [InlineData("2026年12月底前完成", null, null, null, null)]
    [InlineData("10—20个", null, null, null, null)]
    [InlineData("有所提高", null, null, null, null)]
    [InlineData("≥3个工作日内办结率", null, null, null, null)]
    [InlineData("95%以上", null, null, null, null)]
    public void Read_Target_IsTakenApartOnlyWhereItIsOneNumber(string printed, string? unit, string? sign, string? number,
        string? unitOfTarget)
    {
        var target = IndicatorTarget.Read(printed, unit);

        Assert.Equal((sign, number, unitOfTarget), (target.Operator, target.Number?.ToString(CultureInfo.InvariantCulture), target.Unit));
    }

    [Theory]
    [InlineData("产 出 目 标", "产出指标")]
    [InlineData("满意度", "满意度指标")]
    [InlineData("产出指标", "产出指标")]
    [InlineData("影响力目标", "影响力目标")]
    [InlineData("决策", "决策")]
    public void UsualLevel_Printed_IsTheNameThatTheMapKnows(string printed, string usual) =>
        Assert.Equal(usual, ReferenceData.Load().Performance.UsualLevel(printed));
}
