using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Extractor.Fetching.Pages;

/// <summary>A document inside a zip archive.</summary>
/// <param name="Name">As the archive gives it, with <c>/</c>; inside an archive of the archive after that one's name.</param>
public sealed record ZippedFile(string Name, byte[] Content, SniffedType Type);

/// <summary>The documents of a zip archive and of archives in it; bounded, whatever the archive declares of itself.</summary>
public sealed partial class ZipContents
{
    /// <summary>A department publishes some dozens of units in one archive.</summary>
    public const int MostEntries = 2000;

    /// <summary>Archives in archives in archives; nobody publishes more, but for mischief.</summary>
    private const int MostLevels = 3;

    private const int MostRemarks = 5;

    /// <summary>Names in archives made by Chinese Windows are GBK where the flag for UTF-8 is not set.</summary>
    private static readonly Encoding NamesWithoutFlag = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private readonly long mostBytes;
    private readonly ImmutableArray<ZippedFile>.Builder files = ImmutableArray.CreateBuilder<ZippedFile>();
    private readonly List<string> remarks = [];
    private long bytesLeft;
    private int entriesLeft = MostEntries;

    private ZipContents(long mostBytes) => (this.mostBytes, bytesLeft) = (mostBytes, mostBytes);

    /// <param name="mostBytes">Of all files together, unpacked.</param>
    /// <param name="remark">What was not taken, and why; null where everything was.</param>
    public static ImmutableArray<ZippedFile> Read(Stream archive, long mostBytes, out string? remark)
    {
        var contents = new ZipContents(mostBytes);
        contents.Read(archive, string.Empty, MostLevels);
        remark = contents.remarks.Count switch
        {
            0 => null,
            <= MostRemarks => string.Join("; ", contents.remarks),
            var count => $"{string.Join("; ", contents.remarks.Take(MostRemarks))}; and {count - MostRemarks} more",
        };
        return contents.files.ToImmutable();
    }

    private void Read(Stream archive, string prefix, int levels)
    {
        try
        {
            using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true, NamesWithoutFlag);
            entriesLeft -= zip.Entries.Count;
            if (entriesLeft < 0)
            {
                remarks.Add($"{Shown(prefix)} has {zip.Entries.Count} entries; at most {MostEntries} are read in all");
                return;
            }

            foreach (var entry in zip.Entries.OrderBy(static entry => entry.FullName, StringComparer.Ordinal).Where(static entry =>
                !IsFolderOrHidden(entry)))
            {
                if (!Read(entry, prefix + entry.FullName.Replace('\\', '/'), levels))
                {
                    break;
                }
            }
        }
        catch (Exception error) when (error is InvalidDataException or IOException or NotSupportedException)
        {
            remarks.Add($"{Shown(prefix)} cannot be read: {error.Message}");
        }
    }

    /// <returns>False where the limit is reached.</returns>
    private bool Read(ZipArchiveEntry entry, string name, int levels)
    {
        if (!Ending().IsMatch(name))
        {
            remarks.Add($"'{name}' is not taken");
            return true;
        }

        if (entry.IsEncrypted)
        {
            remarks.Add($"'{name}' asks for a password");
            return true;
        }

        byte[]? content;
        try
        {
            content = Unpack(entry, bytesLeft);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or NotSupportedException)
        {
            remarks.Add($"'{name}' cannot be read: {error.Message}");
            return true;
        }

        if (content is null)
        {
            remarks.Add($"the archive unpacks to more than {mostBytes} bytes; '{name}' and what follows is not read");
            return false;
        }

        bytesLeft -= content.Length;
        using var stream = new MemoryStream(content, writable: false);
        var type = Sniffing.Of(stream);
        if (type == SniffedType.Zip && levels > 1)
        {
            Read(stream, name + "/", levels - 1);
        }
        else if (AttachmentTypes.IsDocument(type))
        {
            files.Add(new ZippedFile(name, content, type));
            if ((type == SniffedType.Zip ? "kept, not opened: an archive too deep in archives"
                : AttachmentTypes.NotRead(type)) is { } remark)
            {
                remarks.Add($"'{name}' is {remark}");
            }
        }
        else
        {
            remarks.Add($"'{name}' is no such file, by its bytes");
        }

        return bytesLeft > 0;
    }

    private static string Shown(string prefix) => prefix.Length == 0 ? "the archive" : $"'{prefix[..^1]}'";

    private static bool IsFolderOrHidden(ZipArchiveEntry entry) =>
        entry.Name.Length == 0 || entry.Name.StartsWith("._", StringComparison.Ordinal) ||
            entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);

    private static byte[]? Unpack(ZipArchiveEntry entry, long most)
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

    [GeneratedRegex($@"\.(?:{AttachmentTypes.Endings})$", RegexOptions.IgnoreCase)]
    private static partial Regex Ending();
}
