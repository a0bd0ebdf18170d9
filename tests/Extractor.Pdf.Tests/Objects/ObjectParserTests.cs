using Extractor.Pdf.Objects;
using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Objects;

public sealed class ObjectParserTests
{
    [Theory]
    [InlineData("[1 2.5 true false null (s) /N 3 0 R]", "[1 2.5 true false null (s) /N 3 0 R]")]
    [InlineData("<</A 1/B<</C[<</D 2>>]>>>>", "<</A 1 /B <</C [<</D 2>>]>>>>")]
    [InlineData("<</A 1/B 2", "<</A 1 /B 2>>")]
    [InlineData("<</A [1 2 endobj", "<</A [1 2]>>")]
    [InlineData("<</A 1 2 3/B 4>>", "<</A 1 /B 4>>")]
    [InlineData("<</A/B/C>>", "<</A /B>>")]
    [InlineData("<</A]/B 2>>", "<</B 2>>")]
    [InlineData("[1 2>>", "[1 2]")]
    [InlineData("[1 junk 2]", "[1 null 2]")]
    [InlineData("<<>>", "<<>>")]
    [InlineData("12 0 R", "12 0 R")]
    [InlineData("12 0 13", "12")]
    public void ReadObject_Text_GivesObject(string text, string expected) => Assert.Equal(expected, Parse(text)!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("endobj")]
    [InlineData("]")]
    [InlineData(">>")]
    public void ReadObject_NoObject_GivesNull(string text) => Assert.Null(Parse(text));

    [Fact]
    public void ReadObject_KeyTwice_LaterCounts() =>
        Assert.Equal(2, ((PdfDictionary)Parse("<</A 1/A 2>>")!).GetInteger("A"));

    [Fact]
    public void ReadObject_NestedDeeperThanAllowed_ThrowsLimit()
    {
        var nested = new string('[', PdfLimits.Default.MaximumDepth + 1);
        Assert.Throws<PdfLimitException>(() => Parse(nested));
        Assert.NotNull(Parse(nested[1..]));
    }

    [Fact]
    public void ReadOperand_Dictionary_LeavesTokenizerBehindIt()
    {
        var tokenizer = new PdfTokenizer("<</MCID 3 /T (a\\)b)>> BDC"u8);
        tokenizer.Read();
        var operand = (PdfDictionary)ObjectParser.ReadOperand(ref tokenizer, null);

        Assert.Equal(3, operand.GetInteger("MCID"));
        Assert.Equal("a)b", operand.GetString("T")!.ToText());
        Assert.Equal(PdfTokenKind.Keyword, tokenizer.Read());
        Assert.True(tokenizer.IsKeyword("BDC"u8));
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("3.9", 3)]
    [InlineData("-3.9", -3)]
    [InlineData("9999999999", int.MaxValue)]
    [InlineData("-1e20", int.MinValue)]
    [InlineData("/x", 7)]
    [InlineData("null", 7)]
    public void GetInteger_AnyValue_ConvertsOrGivesDefault(string value, int expected) =>
        Assert.Equal(expected, ((PdfDictionary)Parse($"<</K {value}>>")!).GetInteger("K", 7));

    [Fact]
    public void Get_ManyKeys_FindsEachAndNoOther()
    {
        var entries = string.Concat(Enumerable.Range(0, 100).Select(key => $"/K{key} {key}"));
        var dictionary = (PdfDictionary)Parse($"<<{entries}/K5 500>>")!;

        Assert.Equal(99, dictionary.GetInteger("K99"));
        Assert.Equal(500, dictionary.GetInteger("K5"));
        Assert.Null(dictionary.Get("K100"));
    }

    [Fact]
    public void Get_NullValue_IsAbsent() => Assert.Null(((PdfDictionary)Parse("<</K null>>")!).Get("K"));

    [Fact]
    public void Item_BeyondTheArray_IsNullObject()
    {
        var array = (PdfArray)Parse("[1]")!;
        Assert.Same(PdfNull.Instance, array[1]);
        Assert.Same(PdfNull.Instance, array[-1]);
        Assert.Equal(5, array.GetNumber(1, 5));
    }

    [Theory]
    [InlineData("<FEFF9884 7B97>", "预算")]
    [InlineData("<FFFE8498977B>", "预算")]
    [InlineData("<EFBBBFE9A284E7AE97>", "预算")]
    [InlineData("(caf\\351 \\200 \\240)", "café • €")]
    public void ToText_EachEncoding_IsRead(string text, string expected) =>
        Assert.Equal(expected, ((PdfString)Parse(text)!).ToText());

    private static PdfObject? Parse(string text) => new ObjectParser(PdfBuilder.Latin1(text), 0, null).ReadObject();
}
