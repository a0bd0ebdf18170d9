using System.IO.Compression;
using System.Text;
using Extractor.Fetching.Pages;

namespace Extractor.Tests.Fetching.Pages;

public sealed class ZipContentsTests
{
    [Fact]
    public void Read_NamesInGbk_PdfsWithTheirChineseNames()
    {
        using var archive = Archive(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!, ("某局/2026年部门预算.pdf", "%PDF-1.4 x"), ("说明.docx", "PK"));

        var file = Assert.Single(ZipContents.Read(archive, 1 << 20, out var refusal));

        Assert.Null(refusal);
        Assert.Equal("某局/2026年部门预算.pdf", file.Name);
        Assert.Equal("%PDF-1.4 x", Encoding.ASCII.GetString(file.Content));
    }

    [Fact]
    public void Read_UnpacksBeyondTheLimit_RefusedAndTold()
    {
        using var archive = Archive(Encoding.UTF8, ("a.pdf", "%PDF-1.4 " + new string('0', 5000)));

        Assert.Empty(ZipContents.Read(archive, 1000, out var refusal));
        Assert.Contains("more than 1000 bytes", refusal, StringComparison.Ordinal);
    }

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
                entry.Write(Encoding.ASCII.GetBytes(content));
            }
        }

        bytes.Position = 0;
        return bytes;
    }
}
