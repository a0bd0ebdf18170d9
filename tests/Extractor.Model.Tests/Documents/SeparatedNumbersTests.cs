using Extractor.Model.Documents;

namespace Extractor.Model.Tests.Documents;

public sealed class SeparatedNumbersTests
{
    [Theory]
    [InlineData("1,234.50", "1,234.50")]
    [InlineData("-12.5%", "12.5")]
    [InlineData("收入3,034.43万元，支出3,034.43万元", "3,034.43 3,034.43")]
    [InlineData("117480,898", "117480,898")]
    [InlineData("2024.1.5", "2024.1.5")]
    [InlineData("1,2,3", "")]
    [InlineData("2024. 第1页,", "")]
    [InlineData("2080505", "")]
    [InlineData(".5", "")]
    [InlineData("10.00 135.25", "10.00 135.25")]
    public void In_Text_NumbersWithPointOrSeparators(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', SeparatedNumbers.In(text).Select(range => text[range])));
}
