using Extractor.Pdf.Filters;
using Extractor.Pdf.Objects;
using Extractor.Pdf.Tests.Fixtures;
using FsCheck.Fluent;

namespace Extractor.Pdf.Tests.Filters;

public sealed class FilterTests
{
    private static readonly FsCheck.Gen<byte[]> Data = Gen.OneOf(
        Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value)),
        Gen.ArrayOf(Gen.Choose(0, 2).Select(value => (byte)value)).Select(few =>
            Enumerable.Repeat(few, 40).SelectMany(part => part).ToArray()),
        Gen.Choose(0, 20_000).Select(count => Enumerable.Range(0, count).Select(index => (byte)(index * index / 7)).ToArray()));

    [Fact]
    public void Decode_AnyDataOfEachFilter_GivesThemBack() => Properties.Hold(Data, data =>
        Matches("/Filter /FlateDecode", PdfBuilder.Deflate(data), data)
        && Matches("/Filter /Fl", PdfBuilder.Deflate(data), data)
        && Matches("/Filter /ASCIIHexDecode", Encoders.Hex(data), data)
        && Matches("/Filter /ASCII85Decode", Encoders.Ascii85(data), data)
        && Matches("/Filter /RunLengthDecode", Encoders.RunLength(data), data)
        && Matches("/Filter /LZWDecode", Encoders.Lzw(data, 1), data)
        && Matches("/Filter /LZWDecode /DecodeParms << /EarlyChange 0 >>", Encoders.Lzw(data, 0), data)
        && Matches("/Filter [/ASCII85Decode /FlateDecode]", Encoders.Ascii85(PdfBuilder.Deflate(data)), data)
        && Matches("/Filter [/AHx /LZW /RL] /DecodeParms [null null null]", Encoders.Hex(Encoders.Lzw(Encoders.RunLength(data), 1)), data));

    [Theory]
    [InlineData(1, 8, 1)]
    [InlineData(3, 8, 3)]
    [InlineData(4, 16, 8)]
    [InlineData(1, 1, 1)]
    [InlineData(3, 4, 1)]
    public void Decode_PngPredictors_GivesRowsBack(int colors, int bits, int pixelBytes) => Properties.Hold(Data, data =>
    {
        const int Columns = 11;
        var rowBytes = ((Columns * colors * bits) + 7) / 8;
        var parameters = $"/DecodeParms << /Predictor 12 /Colors {colors} /BitsPerComponent {bits} /Columns {Columns} >>";
        var rows = Encoders.PngRows(data, rowBytes, pixelBytes);
        return Matches("/Filter /FlateDecode " + parameters, PdfBuilder.Deflate(rows), data)
            && Matches("/Filter /LZWDecode " + parameters, Encoders.Lzw(rows, 1), data);
    });

    [Theory]
    [InlineData(8, 3, "01 02 03 0B 16 21 FF 00 01 01 01 01", 2, "01 02 03 0C 18 24 FF 00 01 00 01 02")]
    [InlineData(16, 1, "00 FF 00 02 FF FF 00 01", 2, "00 FF 01 01 FF FF 00 00")]
    [InlineData(4, 1, "12 3F", 4, "13 65")]
    [InlineData(1, 1, "C0", 8, "80")]
    public void Decode_TiffPredictor_AddsSamplesToTheLeft(int bits, int colors, string differences, int columns, string expected)
    {
        var entries = $"/Filter /FlateDecode /DecodeParms << /Predictor 2 /Colors {colors} /BitsPerComponent {bits} /Columns {columns} >>";
        var data = Convert.FromHexString(differences.Replace(" ", string.Empty, StringComparison.Ordinal));
        Assert.Equal(expected.Replace(" ", string.Empty, StringComparison.Ordinal),
            Convert.ToHexString(Decode(entries, PdfBuilder.Deflate(data))));
    }

    [Theory]
    [InlineData("/ASCIIHexDecode", "48 65 6C 6C 6F", "Hello")]
    [InlineData("/ASCIIHexDecode", "4865x6C6C6F7>junk", "Hellop")]
    [InlineData("/ASCII85Decode", "<~87cURDZ~>", "Hello")]
    [InlineData("/ASCII85Decode", "87cUR\nDZ", "Hello")]
    [InlineData("/ASCII85Decode", "z!~>", "\0\0\0\0")]
    [InlineData("/RunLengthDecode", "\u0004Hello\u0080junk", "Hello")]
    [InlineData("/RunLengthDecode", "\u0009Hello", "Hello")]
    [InlineData("/RunLengthDecode", "\u00FEa\u00FF", "aaa")]
    [InlineData("/FlateDecode", "", "")]
    [InlineData("/FlateDecode", "not deflated", "")]
    [InlineData("/NoSuchDecode", "abc", "")]
    [InlineData("[/Crypt]", "abc", "abc")]
    public void Decode_OddData_GivesWhatCanBeDecoded(string filter, string data, string expected) =>
        Assert.Equal(expected, System.Text.Encoding.Latin1.GetString(Decode("/Filter " + filter, PdfBuilder.Latin1(data))));

    [Fact]
    public void Decode_FlateCutAnywhere_GivesLongestPrefix()
    {
        var data = Text(3000);
        var deflated = PdfBuilder.Deflate(data);
        var longest = 0;
        for (var length = 0; length <= deflated.Length; length += 7)
        {
            var decoded = Decode("/Filter /FlateDecode", deflated[..length]);
            Assert.True(data.AsSpan().StartsWith(decoded));
            Assert.True(decoded.Length >= longest);
            longest = decoded.Length;
        }

        Assert.True(longest > data.Length * 9 / 10);
    }

    [Fact]
    public void Decode_FlateDamagedInTheMiddle_GivesWhatCameBefore()
    {
        var data = Text(100_000);
        var deflated = PdfBuilder.Deflate(data);
        deflated.AsSpan(deflated.Length / 2, 32).Fill(0xFF);
        var decoded = Decode("/Filter /FlateDecode", deflated);

        var good = data.AsSpan().CommonPrefixLength(decoded);
        Assert.InRange(good, data.Length / 3, data.Length - 1);
    }

    [Fact]
    public void Decode_FlateWithWrongChecksum_GivesAll()
    {
        var data = Text(5000);
        var deflated = PdfBuilder.Deflate(data);
        deflated[^1] ^= 0x55;
        Assert.Equal(data, Decode("/Filter /FlateDecode", deflated));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Decode_FlateWithoutHeader_IsRawDeflate(string before)
    {
        var data = Text(5000);
        var raw = PdfBuilder.Deflate(data)[2..^4];
        Assert.Equal(data, Decode("/Filter /FlateDecode", [.. PdfBuilder.Latin1(before), .. raw]));
    }

    [Fact]
    public void Decode_FlateWithDamagedHeader_IsInflatedBehindIt()
    {
        var data = Text(5000);
        var deflated = PdfBuilder.Deflate(data);
        deflated[0] = 0x79;
        Assert.Equal(data, Decode("/Filter /FlateDecode", deflated));
    }

    [Theory]
    [InlineData("/Filter /FlateDecode")]
    [InlineData("/Filter [/FlateDecode /FlateDecode]")]
    [InlineData("/Filter /LZWDecode")]
    [InlineData("/Filter [/LZWDecode /RunLengthDecode]")]
    public void Decode_MoreThanTheLimit_ThrowsLimit(string filter)
    {
        var zeros = new byte[3_000_000];
        var data = filter switch
        {
            "/Filter /FlateDecode" => PdfBuilder.Deflate(zeros),
            "/Filter [/FlateDecode /FlateDecode]" => PdfBuilder.Deflate(PdfBuilder.Deflate(zeros)),
            "/Filter /LZWDecode" => Encoders.Lzw(zeros.AsSpan(0, 1_100_000), 1),
            _ => Encoders.Lzw(Encoders.RunLength(zeros), 1),
        };
        var builder = new PdfBuilder();
        var bomb = builder.AddStream(filter, data);
        builder.AddPage("q Q");
        var document = PdfDocument.Open(builder.Build(), new PdfLimits { MaximumStreamBytes = 1_000_000 });

        Assert.Throws<PdfLimitException>(() => ((PdfStream)document.File.GetObject(bomb)).Decode());
    }

    [Fact]
    public void Decode_AgainAndAgain_ThrowsLimitWhenTheDocumentsShareIsUsed()
    {
        var bomb = PdfBuilder.Deflate(new byte[1_000_000]);
        var builder = new PdfBuilder();
        var number = builder.AddStream("/Filter /FlateDecode", bomb);
        builder.AddPage("q Q");
        var document = PdfDocument.Open(builder.Build(), new PdfLimits { MaximumDecodedBytes = 5_000_000 });
        var stream = (PdfStream)document.File.GetObject(number);

        Assert.Throws<PdfLimitException>(() =>
        {
            for (var time = 0; time < 20; time++)
            {
                stream.Decode();
            }
        });
    }

    [Theory]
    [InlineData("/Filter /DCTDecode", "DCTDecode", "jpeg")]
    [InlineData("/Filter [/ASCIIHexDecode /JPXDecode]", "JPXDecode", "jpeg")]
    [InlineData("/Filter [/AHx /CCF] /DecodeParms [null << /K -1 >>]", "CCITTFaxDecode", "jpeg")]
    [InlineData("/Filter /ASCIIHexDecode", null, "jpeg")]
    public void DecodeUpToImageFilter_EachFilter_HandsImagesThrough(string entries, string? filter, string expected)
    {
        var data = entries.Contains('[') || filter is null ? Encoders.Hex(PdfBuilder.Latin1("jpeg")) : PdfBuilder.Latin1("jpeg");
        var decoded = StreamOf(entries, data).DecodeUpToImageFilter(out var found, out var parameters).ToArray();

        Assert.Equal(filter, found);
        Assert.Equal(expected, System.Text.Encoding.Latin1.GetString(decoded));
        Assert.Equal(filter == "CCITTFaxDecode" ? -1 : 0, parameters?.GetInteger("K") ?? 0);
    }

    [Fact]
    public void Decode_InlineImage_UnderstandsAbbreviations()
    {
        var dictionary = (PdfDictionary)new ObjectParser("<< /F /AHx /W 1 >>"u8.ToArray(), 0, null).ReadObject()!;
        Assert.Equal("AB"u8.ToArray(), new PdfStream(dictionary, "4142>"u8.ToArray()).Decode().ToArray());
    }

    [Fact]
    public void Decode_AnyBytesOfAnyFilter_EndsWithoutOtherExceptions() => Properties.Hold(
        Gen.Elements("FlateDecode", "LZWDecode", "ASCII85Decode", "ASCIIHexDecode", "RunLengthDecode").SelectMany(_ =>
            Data, (filter, data) => (filter, data)),
        given =>
        {
            var parameters = $"/DecodeParms << /Predictor {given.data.Length % 16} /Colors {given.data.FirstOrDefault()} /Columns 7 >>";
            Decode($"/Filter /{given.filter} {parameters}", given.data);
            return true;
        },
        1000);

    private static bool Matches(string entries, byte[] encoded, byte[] expected) =>
        Decode(entries, encoded).AsSpan().SequenceEqual(expected);

    private static byte[] Decode(string entries, byte[] data) => StreamOf(entries, data).Decode().ToArray();

    private static PdfStream StreamOf(string entries, byte[] data)
    {
        var dictionary = (PdfDictionary)new ObjectParser(PdfBuilder.Latin1($"<< {entries} >>"), 0, null).ReadObject()!;
        return new PdfStream(dictionary, data);
    }

    private static byte[] Text(int length) =>
        [.. Enumerable.Range(0, length).Select(index => (byte)('a' + (index * 31 / ((index % 17) + 1) % 26)))];
}
