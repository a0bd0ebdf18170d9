using Extractor.Normalizing.Maps;

namespace Extractor.Tests.Normalizing;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("“三公”经费", "三公经费")]
    [InlineData("２０１１３０８", "2011308")]
    [InlineData("［2011308］招商 引资", "(2011308)招商引资")]
    [InlineData("政府办公厅（室）\r\n及相关机构事务", "政府办公厅(室)及相关机构事务")]
    [InlineData("⾏政⻓官 ⻔户⺠政", "行政长官门户民政")]
    [InlineData("\u200b　\u00a0", "")]
    public void Of_PrintedDress_IsTakenOff(string printed, string folded) => Assert.Equal(folded, FoldedText.Of(printed));

    [Fact]
    public void Of_Folded_StaysTheSame()
    {
        for (var character = '\u0001'; character < '\ud800'; character++)
        {
            var once = FoldedText.Of([character]);
            Assert.Equal(once, FoldedText.Of(once));
        }
    }
}
