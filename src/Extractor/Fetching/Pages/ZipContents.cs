using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace Extractor.Fetching.Pages;

/// <summary>A PDF inside a zip archive.</summary>
/// <param name="Name">As the archive gives it, with <c>/</c>.</param>
public sealed record ZippedFile(string Name, byte[] Content);

/// <summary>The PDFs of a zip archive; bounded, whatever the archive declares of itself.</summary>
public static class ZipContents
{
    /// <summary>A department publishes some dozens of units in one archive.</summary>
    public const int MostEntries = 2000;

    /// <summary>Names in archives made by Chinese Windows are GBK where the flag for UTF-8 is not set.</summary>
    private static readonly Encoding NamesWithoutFlag = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <param name="mostBytes">Of all files together, unpacked.</param>
    /// <param name="refusal">Why not everything was read; null where it was.</param>
    public static ImmutableArray<ZippedFile> Read(Stream archive, long mostBytes, out string? refusal)
    {
        refusal = null;
        var files = ImmutableArray.CreateBuilder<ZippedFile>();
        try
        {
            using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true, NamesWithoutFlag);
            if (zip.Entries.Count > MostEntries)
            {
                refusal = $"the archive has {zip.Entries.Count} entries; at most {MostEntries} are read";
                return [];
            }

            var left = mostBytes;
            foreach (var entry in zip.Entries.OrderBy(static entry => entry.FullName, StringComparer.Ordinal))
            {
                if (!entry.FullName.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
                {
                    continue;
                }

                if (ReadEntry(entry, left) is not { } content)
                {
                    refusal = $"the archive unpacks to more than {mostBytes} bytes; '{entry.FullName}' and what follows is not read";
                    break;
                }

                left -= content.Length;
                if (Sniffing.Of(content) == SniffedType.Pdf)
                {
                    files.Add(new ZippedFile(entry.FullName.Replace('\\', '/'), content));
                }
                else
                {
                    refusal ??= $"'{entry.FullName}' is no PDF";
                }
            }
        }
        catch (Exception error) when (error is InvalidDataException or IOException or NotSupportedException)
        {
            refusal = $"the archive cannot be read: {error.Message}";
        }

        return files.ToImmutable();
    }

    private static byte[]? ReadEntry(ZipArchiveEntry entry, long most)
    {
        using var unpacked = entry.Open();
        using var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int count; (count = unpacked.Read(buffer)) > 0;)
        {
            if (content.Length + count > most)
            {
                return null;
            }

            content.Write(buffer, 0, count);
        }

        return content.ToArray();
    }
}
