using System.Text;
using Extractor.Pdf.CMaps;
using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.CMaps;

public sealed class CMapParserTests
{
    private static CMap Parse(string source) => CMapParser.Parse(Encoding.Latin1.GetBytes(source), PredefinedCMaps.Find);

    [Fact]
    public void Parse_RulesOfAllKinds_AreKept()
    {
        var map = Parse(
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> def /CMapName /Own def /WMode 1 def % comment\n" +
            "2 begincodespacerange <00> <80> <8140> <FEFE> endcodespacerange\n" +
            "1 begincidrange <8140> <8142> 100 endcidrange 2 begincidchar <41> 7 <8141> 9 endcidchar");
        Assert.Equal(("Own", "GB1", true), (map.Name, map.Ordering, map.IsVertical));
        Assert.Equal([100, 9, 102, 0], new uint[] { 0x8140, 0x8141, 0x8142, 0x8143 }.Select(c => map.ToCid(c, 2)));
        Assert.Equal(7, map.ToCid(0x41, 1));
        Assert.Equal(0, map.ToCid(0x41, 2));
    }

    [Theory]
    [InlineData(new byte[] { 0x41 }, 1)]
    [InlineData(new byte[] { 0x81, 0x40 }, 2)]
    [InlineData(new byte[] { 0x81, 0x10 }, 2)] // no code, but as long as one (9.7.6.3)
    [InlineData(new byte[] { 0x81 }, 1)] // cut off
    [InlineData(new byte[] { 0xFF, 0x41 }, 1)]
    public void ReadCode_MixedLengths_TakesAsManyBytesAsTheCodeSpaceSays(byte[] text, int length)
    {
        var map = Parse("2 begincodespacerange <00> <80> <8140> <FEFE> endcodespacerange");
        Assert.Equal(length, map.ReadCode(text, out _));
    }

    [Fact]
    public void ReadCode_AmbiguousFirstByte_LooksFurther()
    {
        var map = PredefinedCMaps.Find("GBK2K-H")!;
        Assert.Equal(4, map.ReadCode([0x81, 0x39, 0xEF, 0x30], out var four));
        Assert.Equal(0x8139EF30u, four);
        Assert.Equal(2, map.ReadCode([0x81, 0x40], out _));
    }

    [Fact]
    public void Resolve_RangesThatOverlap_TheLastGivenHolds()
    {
        Properties.Hold<(byte Low, byte Length)[]>(ranges =>
        {
            var given = ranges.Select((r, i) => (Low: (uint)r.Low, High: (uint)(r.Low + (r.Length % 40)), Number: i)).ToArray();
            var resolved = RangeOverlap.Resolve(given, r => (r.Low, r.High), (r, low, high) => (low, high, r.Number));
            for (uint code = 0; code < 300; code++)
            {
                var expected = given.Where(r => r.Low <= code && code <= r.High).Select(r => r.Number).DefaultIfEmpty(-1).Last();
                var found = resolved.Where(r => r.Low <= code && code <= r.High).Select(r => r.Number).ToArray();
                if (found.Length > 1 || (found.Length == 1 ? found[0] : -1) != expected)
                {
                    return false;
                }
            }

            return resolved.Zip(resolved.Skip(1)).All(p => p.First.High < p.Second.Low);
        });
    }

    [Fact]
    public void Parse_AnyBytes_IsNoError()
    {
        Properties.Hold<byte[]>(bytes =>
        {
            byte[] source = [.. "1 begincidrange <00> <41> 5 begincodespacerange "u8, .. bytes, .. " 2 beginbfrange <00> <05> [ <"u8,
                .. bytes];
            CMapParser.Parse(source, PredefinedCMaps.Find).ReadCode([0x41, 0x42], out _);
            ToUnicodeMap.Parse(source).Find(3);
            return true;
        });
    }
}
