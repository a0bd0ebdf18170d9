using Extractor.Model.Documents;

namespace Extractor.Model.Tests.Documents;

public sealed class DocumentIdTests
{
    [Fact]
    public void Of_Bytes_IsTheirSha256() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", DocumentId.Of([]).Value);

    [Theory]
    [InlineData("")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85")]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [InlineData("g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void Constructor_NoSha256_Throws(string value) => Assert.Throws<ArgumentException>(() => new DocumentId(value));

    [Fact]
    public void CompareTo_TwoIds_OrdinalOrderOfTheirDigits()
    {
        var small = new DocumentId(new string('1', 64));
        var large = new DocumentId(new string('a', 64));

        Assert.True(small < large);
        Assert.True(large > small);
        Assert.True(small <= new DocumentId(new string('1', 64)));
        Assert.Equal(small, new DocumentId(new string('1', 64)));
    }
}
