using System.IO.Compression;
using System.Text;
using Extractor.Fetching.Pages;

namespace Extractor.Tests.Fetching.Pages;

public sealed class ZipContentsTests
{
    [Fact]
    public void Read_NamesInGbk_PdfsWithTheirChineseNames()
    {
        using var archive = Archive(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!, ("某局/2026年部门预算.pdf", "%PDF-1.4 x"),
            ("__MACOSX/._x.pdf", "x"));

        var file = Assert.Single(ZipContents.Read(archive, 1 << 20, out var refusal));

        Assert.Null(refusal);
        Assert.Equal("某局/2026年部门预算.pdf", file.Name);
        Assert.Equal("%PDF-1.4 x", Encoding.ASCII.GetString(file.Content));
    }

    [Fact]
    public void Read_FilesThatAreNotRead_TakenAndTold()
    {
        using var archive = Archive(Encoding.UTF8, ("a.xls", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"),
            ("b.rar", "Rar!\u001A\u0007"), ("c.txt", "x"), ("d.pdf", "<html>"));

        var files = ZipContents.Read(archive, 1 << 20, out var remark);

        Assert.Equal([("a.xls", SniffedType.Compound), ("b.rar", SniffedType.Rar)], files.Select(static file => (file.Name, file.Type)));
        Assert.Equal(
            "'a.xls' is kept, not read: an office document; 'b.rar' is kept, not opened: a RAR archive; 'c.txt' is not taken; 'd.pdf' is " +
            "no such file, by its bytes",
            remark);
    }

    [Fact]
    public void Read_ArchivesInArchives_OpenedToADepthAndThenKept()
    {
        var bytes = Archive(Encoding.UTF8, ("a.pdf", "%PDF-1.4"));
        for (var level = 0; level < 4; level++)
        {
            bytes = Archive(Encoding.UTF8, ("inner.zip", Encoding.Latin1.GetString(bytes.ToArray())), ("b.pdf", "%PDF-1.4"));
        }

        var files = ZipContents.Read(bytes, 1 << 20, out var remark);

        Assert.Equal(["b.pdf", "inner.zip/b.pdf", "inner.zip/inner.zip/b.pdf", "inner.zip/inner.zip/inner.zip"],
            files.Select(static file => file.Name).Order(StringComparer.Ordinal));
        Assert.Contains("too deep", remark, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ManyEntriesInManyArchives_RefusedAndTold()
    {
        var inner = Encoding.Latin1.GetString(Archive(Encoding.UTF8,
            [.. Enumerable.Range(0, 1500).Select(static index => ($"{index}.pdf", "%PDF-"))]).ToArray());
        using var archive = Archive(Encoding.UTF8, ("1.zip", inner), ("2.zip", inner));

        Assert.Equal(1500, ZipContents.Read(archive, 1 << 20, out var remark).Length);
        Assert.Contains("at most 2000", remark, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_UnpacksBeyondTheLimit_RefusedAndTold()
    {
        using var archive = Archive(Encoding.UTF8, ("a.pdf", "%PDF-1.4 " + new string('0', 5000)));

        Assert.Empty(ZipContents.Read(archive, 1000, out var refusal));
        Assert.Contains("more than 1000 bytes", refusal, StringComparison.Ordinal);
    }

    /// <summary>The flag of a password stands in the entry's own header and in that of the directory.</summary>
    [Fact]
    public void IsLocked_EveryFileOfAZipAsksForAPassword_Told()
    {
        var open = Archive(Encoding.UTF8, ("budget.pdf", "%PDF-1.4 x")).ToArray();
        var locked = (byte[])open.Clone();
        locked[6] |= 1;
        locked[locked.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;

        Assert.False(LockedArchives.IsLocked(new MemoryStream(open), SniffedType.Zip));
        Assert.True(LockedArchives.IsLocked(new MemoryStream(locked), SniffedType.Zip));
        Assert.Empty(ZipContents.Read(new MemoryStream(locked), 1 << 20, out var remark));
        Assert.EndsWith("asks for a password", remark, StringComparison.Ordinal);
    }

    /// <summary>Headers as the formats have them; of RAR 5 and 7z with the record of encryption and without.</summary>
    [Theory]
    [InlineData("526172211A0700" + "CF90738000" + "0D00000000000000", true)]
    [InlineData("526172211A0700" + "CF90730000" + "0D00000000000000" + "0000740480" + "2000000000", true)]
    [InlineData("526172211A0700" + "CF90730000" + "0D00000000000000" + "0000740080" + "2000000000", false)]
    [InlineData("526172211A070100" + "00000000" + "04" + "04000000", true)]
    [InlineData("526172211A070100" + "00000000" + "03" + "010000" + "00000000" + "05" + "0201020101", true)]
    [InlineData("526172211A070100" + "00000000" + "03" + "010000" + "00000000" + "05" + "0201020102", false)]
    [InlineData("526172211A070100", false)]
    public void IsLocked_HeadersOfRar_Told(string octets, bool expected) =>
        Assert.Equal(expected, LockedArchives.IsLocked(new MemoryStream(Convert.FromHexString(octets)), SniffedType.Rar));

    [Theory]
    [InlineData("06F10701", true)]
    [InlineData("21010100", false)]
    public void IsLocked_CodersOf7z_Told(string coders, bool expected) =>
        Assert.Equal(expected, LockedArchives.IsLocked(new MemoryStream(Convert.FromHexString("377ABCAF271C0004" + "00000000" +
            "0200000000000000" + "0600000000000000" + "00000000" + "AAAA" + "01" + coders + "00")), SniffedType.SevenZip));

    [Fact]
    public void Read_NoArchive_ToldAndNotThrown()
    {
        using var bytes = new MemoryStream("PK\u0003\u0004 and nothing"u8.ToArray());

        Assert.Empty(ZipContents.Read(bytes, 1000, out var refusal));
        Assert.Contains("cannot be read", refusal, StringComparison.Ordinal);
    }

    private static MemoryStream Archive(Encoding names, params (string Name, string Content)[] entries)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.Latin1.GetBytes(content));
            }
        }

        bytes.Position = 0;
        return bytes;
    }
}
