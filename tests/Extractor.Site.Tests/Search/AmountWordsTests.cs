using System.Globalization;
using Extractor.Site.Search;

namespace Extractor.Site.Tests.Search;

/// <summary>The same words are asked for by <c>web/search.test.ts</c>.</summary>
public sealed class AmountWordsTests
{
    [Theory]
    [InlineData("10000", "\u4E00\u4E64")]
    [InlineData("999999.99", "\u4E00\u750F")]
    [InlineData("1000000", "\u4E01\u4E00", "\uAC03\uAFE8")]
    [InlineData("99999999.99", "\u4E63\u750F", "\uAC04\uD30F")]
    [InlineData("100000000", "\u4E64\u4E00", "\uAC05\uAFE8")]
    [InlineData("924300027.67", "\u519C\u59B8", "\uAC05\uD01B")]
    [InlineData("1234567890123", "\u5FD7\u70C5", "\uAC09\uB0D2")]
    public void Of_Yuan_AreItsHundredsAndItsFirstFourDigitsFromAMillionOn(string yuan, params string[] words) =>
        Assert.Equal(words, AmountWords.Of(decimal.Parse(yuan, CultureInfo.InvariantCulture)));
}
