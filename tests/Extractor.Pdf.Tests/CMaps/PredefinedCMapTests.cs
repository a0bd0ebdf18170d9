using System.Runtime.CompilerServices;
using Extractor.Pdf.CMaps;

namespace Extractor.Pdf.Tests.CMaps;

public sealed class PredefinedCMapTests
{
    private const string AdobesFiles = "/usr/share/poppler/cMap";

    [Fact]
    public void Resource_BesideAdobesFiles_MapsTheSame()
    {
        Assert.SkipUnless(Directory.Exists(AdobesFiles), "poppler-data is not installed");
        if (Environment.GetEnvironmentVariable("EXTRACTOR_REGENERATE") == "1")
        {
            File.WriteAllBytes(ResourcePath(), CMapPacker.Pack(AdobesFiles));
            return;
        }

        var compared = 0;
        foreach (var file in Directory.EnumerateFiles(AdobesFiles, "*", SearchOption.AllDirectories))
        {
            if (PredefinedCMaps.Find(Path.GetFileName(file)) is not { IsIdentity: false } packed ||
                Path.GetFileName(file).EndsWith("UCS2", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var range in CMapParser.Parse(File.ReadAllBytes(file), _ => null).OwnRanges)
            {
                Assert.Equal(range.Cid, packed.ToCid(range.Low, range.Length));
                Assert.Equal(range.Cid + (int)(range.High - range.Low), packed.ToCid(range.High, range.Length));
                compared++;
            }
        }

        Assert.True(compared > 100_000, $"only {compared} rules were compared");
    }

    [Fact]
    public void Find_EveryName_IsUnpacked()
    {
        foreach (var name in PredefinedCMaps.Names)
        {
            if (name.EndsWith("-UCS2", StringComparison.Ordinal) && name.StartsWith("Adobe-", StringComparison.Ordinal))
            {
                Assert.NotNull(PredefinedCMaps.FindCollection(name.Split('-')[1]));
            }
            else
            {
                Assert.Equal(name.EndsWith('V'), PredefinedCMaps.Find(name)!.IsVertical);
            }
        }
    }

    [Theory]
    [InlineData("GBK-EUC-H", new byte[] { 0xD4, 0xA4 }, "预")]
    [InlineData("GBK-EUC-V", new byte[] { 0xD4, 0xA4 }, "预")]
    [InlineData("GBKp-EUC-H", new byte[] { 0xCB, 0xE3 }, "算")]
    [InlineData("GBK2K-H", new byte[] { 0xD4, 0xA4 }, "预")]
    [InlineData("GBK2K-H", new byte[] { 0x81, 0x39, 0xEF, 0x30 }, "㐁")]
    [InlineData("GB-EUC-H", new byte[] { 0xCB, 0xE3 }, "算")]
    [InlineData("GBpc-EUC-H", new byte[] { 0xCB, 0xE3 }, "算")]
    [InlineData("GBK-EUC-H", new byte[] { 0x31 }, "1")]
    [InlineData("UniGB-UCS2-H", new byte[] { 0x98, 0x84 }, "预")]
    [InlineData("UniGB-UTF16-H", new byte[] { 0x98, 0x84 }, "预")]
    [InlineData("UniGB-UTF16-V", new byte[] { 0x98, 0x84 }, "预")]
    public void ReadCode_OfGb1Map_LeadsToTheCharacter(string name, byte[] code, string text)
    {
        var map = PredefinedCMaps.Find(name)!;
        Assert.Equal(code.Length, map.ReadCode(code, out var read));
        Assert.Equal(text, PredefinedCMaps.FindCollection("GB1")!.Find(map.ToCid(read, code.Length)));
    }

    [Theory]
    [InlineData("ETen-B5-H", "CNS1", new byte[] { 0xB9, 0x77 }, "預")]
    [InlineData("UniCNS-UTF16-H", "CNS1", new byte[] { 0x98, 0x10 }, "預")]
    [InlineData("90ms-RKSJ-H", "Japan1", new byte[] { 0x97, 0x5C }, "予")]
    [InlineData("UniJIS-UTF16-H", "Japan1", new byte[] { 0x4E, 0x88 }, "予")]
    [InlineData("KSCms-UHC-H", "Korea1", new byte[] { 0xB0, 0xA1 }, "가")]
    [InlineData("UniKS-UTF16-H", "Korea1", new byte[] { 0xAC, 0x00 }, "가")]
    public void ReadCode_OfOtherCollections_LeadsToTheCharacter(string name, string ordering, byte[] code, string text)
    {
        var map = PredefinedCMaps.Find(name)!;
        Assert.Equal(code.Length, map.ReadCode(code, out var read));
        Assert.Equal(text, PredefinedCMaps.FindCollection(ordering)!.Find(map.ToCid(read, code.Length)));
    }

    [Fact]
    public void Find_UnknownName_IsNull()
    {
        Assert.Null(PredefinedCMaps.Find("GBK-EUC-X"));
        Assert.Null(PredefinedCMaps.FindCollection("Identity"));
    }

    private static string ResourcePath([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Extractor.Pdf/CMaps/Data/cmaps.bin");
}
