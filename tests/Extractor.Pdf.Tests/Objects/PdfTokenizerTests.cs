using System.Globalization;
using System.Text;
using Extractor.Pdf.Objects;
using Extractor.Pdf.Tests.Fixtures;
using FsCheck.Fluent;

namespace Extractor.Pdf.Tests.Objects;

public sealed class PdfTokenizerTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("17", "17")]
    [InlineData("-98", "-98")]
    [InlineData("+17", "17")]
    [InlineData("9223372036854775799", "9223372036854775799")]
    [InlineData("1.5", "1.5r")]
    [InlineData("-.002", "-0.002r")]
    [InlineData("4.", "4r")]
    [InlineData("+.5", "0.5r")]
    [InlineData("--5", "-5")]
    [InlineData("-+5", "-5")]
    [InlineData("1.2.3", "1.2r 0.3r")]
    [InlineData("0-1", "0")]
    [InlineData("12-34 5", "12 5")]
    [InlineData("1.5-7", "1.5r")]
    [InlineData("1.-7 8", "1r 8")]
    [InlineData("-", "0")]
    [InlineData(".", "0")]
    [InlineData("- 5", "0 5")]
    [InlineData("-.", "0")]
    [InlineData("1e3", "1000r")]
    [InlineData("25E-1", "2.5r")]
    [InlineData("74191endobj", "74191 endobj")]
    [InlineData("0.5w", "0.5r w")]
    [InlineData("-|", "-|")]
    [InlineData("123456789012345678901234567890", "1.2345678901234568E+29r")]
    [InlineData("1e9999", "1E+300r")]
    [InlineData("0.12345678901234567890123", "0.12345678901234568r")]
    [InlineData("16#FF", "16 #FF")]
    public void Read_Number_GivesValueOfReadersAtLarge(string text, string expected) => Assert.Equal(expected, Tokens(text));

    [Theory]
    [InlineData("/Name", "/Name")]
    [InlineData("/A;Name_With-Various***Characters?", "/A;Name_With-Various***Characters?")]
    [InlineData("/", "/")]
    [InlineData("/A#42", "/AB")]
    [InlineData("/A#4", "/A#4")]
    [InlineData("/A#zz", "/A#zz")]
    [InlineData("/A#20B/C", "/A B /C")]
    [InlineData("/A(b)", "/A (b)")]
    [InlineData("/A[1]", "/A [ 1 ]")]
    public void Read_Name_UndoesEscapes(string text, string expected) => Assert.Equal(expected, Tokens(text));

    [Theory]
    [InlineData("(abc)", "(abc)")]
    [InlineData("()", "()")]
    [InlineData("(a(b)c)", "(a(b)c)")]
    [InlineData("(a\\(b)", "(a(b)")]
    [InlineData("(\\n\\r\\t\\b\\f\\\\)", "(\n\r\t\b\f\\)")]
    [InlineData("(\\101\\1012\\7)", "(AA2\u0007)")]
    [InlineData("(\\400)", "(\u0000)")]
    [InlineData("(a\\\nb)", "(ab)")]
    [InlineData("(a\\\r\nb)", "(ab)")]
    [InlineData("(a\r\nb\rc\nd)", "(a\nb\nc\nd)")]
    [InlineData("(a\\qb)", "(aqb)")]
    [InlineData("(open", "(open)")]
    [InlineData("(open\\", "(open)")]
    [InlineData("(", "()")]
    [InlineData("<901FA3>", "(\u0090\u001F\u00A3)")]
    [InlineData("<901FA>", "(\u0090\u001F\u00A0)")]
    [InlineData("<9 0\n1f>", "(\u0090\u001F)")]
    [InlineData("<9x0>", "(\u0090)")]
    [InlineData("<90", "(\u0090)")]
    [InlineData("<", "()")]
    [InlineData("<>", "()")]
    public void Read_String_UndoesEscapes(string text, string expected) => Assert.Equal(expected, Tokens(text));

    [Theory]
    [InlineData("<</A<</B[1 2]>>>>", "<< /A << /B [ 1 2 ] >> >>")]
    [InlineData("q%comment\nQ", "q Q")]
    [InlineData("q%comment", "q")]
    [InlineData("a\0b\fc", "a b c")]
    [InlineData(") > Tj", "Tj")]
    [InlineData("{ 2 mul}", "{ 2 mul }")]
    [InlineData("T* ' \" Tj'", "T* ' \" Tj'")]
    [InlineData("", "")]
    public void Read_Structure_GivesTokens(string text, string expected) => Assert.Equal(expected, Tokens(text));

    [Theory]
    [InlineData("12 0 R", true)]
    [InlineData("12 0 R/X", true)]
    [InlineData("12\n0\nR]", true)]
    [InlineData("12 0 RG", false)]
    [InlineData("12 0", false)]
    [InlineData("12 0R", false)]
    [InlineData("12 R", false)]
    [InlineData("12 13 14 R", false)]
    public void TryReadReferenceTail_AfterInteger_TellsReferencesFromNumbers(string text, bool expected)
    {
        var tokenizer = new PdfTokenizer(PdfBuilder.Latin1(text));
        tokenizer.Read();
        var before = tokenizer.Position;

        Assert.Equal(expected, tokenizer.TryReadReferenceTail(out var _));
        Assert.Equal(expected, tokenizer.Position != before);
    }

    [Fact]
    public void Position_SetBeyondTheData_IsAtTheEnd()
    {
        var tokenizer = new PdfTokenizer("1 2"u8) { Position = 100 };
        Assert.Equal(PdfTokenKind.EndOfData, tokenizer.Read());
        tokenizer.Position = -1;
        Assert.Equal(PdfTokenKind.Integer, tokenizer.Read());
    }

    [Fact]
    public void Read_AnyInteger_GivesItBack() => Properties.Hold<long>(value =>
        Math.Abs((decimal)value) > 9223372036854775799m ||
            Tokens(value.ToString(CultureInfo.InvariantCulture)) == value.ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void Read_AnyDecimal_GivesNearestDouble() => Properties.Hold<decimal>(value =>
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        var tokenizer = new PdfTokenizer(PdfBuilder.Latin1(text));
        tokenizer.Read();
        return Math.Abs(tokenizer.Number - (double)value) <= Math.Abs((double)value) * 1e-15;
    });

    [Fact]
    public void Read_AnyStringEscapedInAnyWay_GivesItsBytes() => Properties.Hold<(byte[] Bytes, int Ways)>(given =>
    {
        (var bytes, var ways) = given;
        bytes ??= [];
        var text = new StringBuilder("(");
        for (var index = 0; index < bytes.Length; index++)
        {
            var character = (char)bytes[index];
            var needsEscape = character is '(' or ')' or '\\' or '\r';
            text.Append(((ways >> (index & 15)) & 3) switch
            {
                0 => "\\" + Convert.ToString(bytes[index], 8).PadLeft(3, '0'),
                1 when character is '(' or ')' or '\\' => "\\" + character,
                _ => needsEscape ? "\\" + Convert.ToString(bytes[index], 8).PadLeft(3, '0') : character.ToString(),
            });
        }

        var tokenizer = new PdfTokenizer(PdfBuilder.Latin1(text.Append(')').ToString()));
        tokenizer.Read();
        var decoded = new byte[tokenizer.Raw.Length];
        return decoded.AsSpan(0, tokenizer.DecodeString(decoded)).SequenceEqual(bytes) && tokenizer.Read() == PdfTokenKind.EndOfData;
    });

    [Fact]
    public void Read_AnyBytes_EndsAndMovesOn() => Properties.Hold(
        Gen.ArrayOf(Gen.Elements("()<>[]{}/%\\ \r\n0123456789+-.eEabR#\u0000\u00FF".ToCharArray())),
        characters =>
        {
            var bytes = PdfBuilder.Latin1(new string(characters));
            var tokenizer = new PdfTokenizer(bytes);
            var last = -1;
            while (tokenizer.Read() != PdfTokenKind.EndOfData)
            {
                if (tokenizer.Position <= last || tokenizer.Position > bytes.Length || tokenizer.TokenStart >= tokenizer.Position)
                {
                    return false;
                }

                last = tokenizer.Position;
                tokenizer.DecodeString(new byte[tokenizer.Raw.Length + 1]);
            }

            return tokenizer.Position == bytes.Length;
        },
        2000);

    /// <summary>The tokens, a blank between them, escapes undone; real numbers are marked with r.</summary>
    private static string Tokens(string text)
    {
        var tokenizer = new PdfTokenizer(PdfBuilder.Latin1(text));
        var found = new List<string>();
        while (tokenizer.Read() != PdfTokenKind.EndOfData)
        {
            var decoded = new byte[tokenizer.Raw.Length];
            found.Add(tokenizer.Kind switch
            {
                PdfTokenKind.Integer => tokenizer.Integer.ToString(CultureInfo.InvariantCulture),
                PdfTokenKind.Real => tokenizer.Number.ToString(CultureInfo.InvariantCulture) + "r",
                PdfTokenKind.Name => "/" + tokenizer.DecodeName(),
                PdfTokenKind.String or PdfTokenKind.HexString =>
                    $"({Encoding.Latin1.GetString(decoded, 0, tokenizer.DecodeString(decoded))})",
                _ => Encoding.Latin1.GetString(tokenizer.Raw),
            });
        }

        return string.Join(' ', found);
    }
}
