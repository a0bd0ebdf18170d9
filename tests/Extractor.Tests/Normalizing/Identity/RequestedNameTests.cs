using Extractor.Model.Documents;
using Extractor.Normalizing;
using Extractor.Normalizing.Identity;

namespace Extractor.Tests.Normalizing.Identity;

public sealed class RequestedNameTests
{
    [Theory]
    [InlineData("财政局", "深圳市财政局（本级）", IdentityOutcome.Confirmed)]
    [InlineData("自然资源和规划局", "广州市规划和自然资源局", IdentityOutcome.Confirmed)]
    [InlineData("中共深圳市委宣传部", "中国共产党深圳市委员会宣传部", IdentityOutcome.Confirmed)]
    [InlineData("工业和信息化局", "北京市经济和信息化局", IdentityOutcome.Unknown)]
    [InlineData("教育局", "无锡市体育局", IdentityOutcome.Contradicted)]
    [InlineData("城市管理和综合执法局", "无锡市应急管理综合行政执法监督局", IdentityOutcome.Contradicted)]
    [InlineData("人力资源和社会保障局", "无锡市医疗保障局", IdentityOutcome.Contradicted)]
    public void Read_RequestedName_IsComparedByItsWords(string requested, string printed, IdentityOutcome outcome) =>
        Assert.Equal(
            outcome,
            DocumentIdentityReader.Read(new TypedDocument().Requested(null, requested).Page($"# 2026年{printed}部门预算").Build(),
                ReferenceData.Load()).Identity.Outcome);
}
