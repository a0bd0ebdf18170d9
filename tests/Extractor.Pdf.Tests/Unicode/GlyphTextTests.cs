using Extractor.Pdf.Unicode;

namespace Extractor.Pdf.Tests.Unicode;

public sealed class GlyphTextTests
{
    [Theory]
    [InlineData("⽐上年⻓期", "比上年长期")]
    [InlineData("账⼾", "账户")]
    [InlineData("（１２，３４５．６７）％", "(12,345.67)%")]
    [InlineData("ﬁnance", "finance")]
    [InlineData("項　目", "項 目")]
    [InlineData("︵一︶", "(一)")]
    [InlineData("㎡①²", "㎡①²")]
    [InlineData("凉更", "凉更")]
    [InlineData("预算2024", "预算2024")]
    public void Normalize_CompatibilityForms_BecomeOrdinary(string text, string expected) =>
        Assert.Equal(expected, GlyphText.Normalize(text));

    [Fact]
    public void Normalize_OrdinaryText_IsTheSameString()
    {
        const string Text = "一般公共预算";
        Assert.Same(Text, GlyphText.Normalize(Text));
    }
}
