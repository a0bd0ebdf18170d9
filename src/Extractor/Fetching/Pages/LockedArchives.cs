using System.Buffers.Binary;
using System.IO.Compression;

namespace Extractor.Fetching.Pages;

/// <summary>Whether an archive asks for a password: such a one is kept, and told of as what it is.</summary>
internal static class LockedArchives
{
    /// <summary>Octets; headers of the archives that people make are smaller.</summary>
    private const int MostOfHeaders = 1 << 20;

    /// <summary>7z: the method AES-256 with SHA-256 in its list of coders.</summary>
    private static ReadOnlySpan<byte> SevenZipAes => [0x06, 0xF1, 0x07, 0x01];

    public static bool IsLocked(Stream archive, SniffedType type)
    {
        try
        {
            archive.Position = 0;
            return type switch
            {
                SniffedType.Zip => IsLockedZip(archive),
                SniffedType.Rar => IsLockedRar(Start(archive)),
                SniffedType.SevenZip => IsLockedSevenZip(archive),
                _ => false,
            };
        }
        catch (Exception error) when (error is InvalidDataException or IOException or ArgumentException or IndexOutOfRangeException)
        {
            return false;
        }
    }

    private static bool IsLockedZip(Stream archive)
    {
        using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        var files = zip.Entries.Where(static entry => entry.Name.Length > 0).ToList();
        return files.Count > 0 && files.TrueForAll(static entry => entry.IsEncrypted);
    }

    private static bool IsLockedRar(byte[] start) => start[6] == 0 ? IsLockedRar4(start) : IsLockedRar5(start);

    /// <summary>RAR 1.5 to 4: blocks of CRC (2), type (1), flags (2), size (2); 0x0080 of the main header and 0x0004 of a file's.</summary>
    private static bool IsLockedRar4(byte[] start)
    {
        const int main = 7;
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(main + 3));
        var file = main + BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(main + 5));
        return (flags & 0x0080) != 0
            || (start[file + 2] == 0x74 && (BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(file + 3)) & 0x0004) != 0);
    }

    /// <summary>RAR 5: an encryption header (4), or a file header (2) whose extra area has an encryption record (1).</summary>
    private static bool IsLockedRar5(byte[] start)
    {
        var at = 8;
        for (var block = 0; block < 3; block++)
        {
            at += 4;
            var size = Number(start, ref at);
            var end = at + (int)Math.Min(size, int.MaxValue / 2);
            var type = Number(start, ref at);
            var flags = Number(start, ref at);
            var extra = (flags & 1) != 0 ? Number(start, ref at) : 0;
            if (type == 4)
            {
                return true;
            }

            if (type == 2)
            {
                return HasEncryptionRecord(start, end - (int)extra, end);
            }

            at = end;
        }

        return false;
    }

    private static bool HasEncryptionRecord(byte[] start, int at, int end)
    {
        while (at < end)
        {
            var size = Number(start, ref at);
            var next = at + (int)size;
            if (Number(start, ref at) == 1)
            {
                return true;
            }

            at = next;
        }

        return false;
    }

    /// <summary>Seven bits an octet, the lowest first; the eighth says that more follow.</summary>
    private static ulong Number(byte[] octets, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var octet = octets[at++];
            value |= (ulong)(octet & 0x7F) << shift;
            if ((octet & 0x80) == 0)
            {
                break;
            }
        }

        return value;
    }

    /// <summary>The header stands at the end, its place at octet 12 and its size at 20; the first is counted from octet 32.</summary>
    private static bool IsLockedSevenZip(Stream archive)
    {
        var start = new byte[32];
        archive.ReadExactly(start);
        var size = BinaryPrimitives.ReadUInt64LittleEndian(start.AsSpan(20));
        if (size > MostOfHeaders)
        {
            return false;
        }

        archive.Position = 32 + (long)BinaryPrimitives.ReadUInt64LittleEndian(start.AsSpan(12));
        var header = new byte[size];
        archive.ReadExactly(header);
        return header.AsSpan().IndexOf(SevenZipAes) >= 0;
    }

    private static byte[] Start(Stream archive)
    {
        var start = new byte[Math.Min(archive.Length, 1 << 16)];
        archive.ReadExactly(start);
        return start;
    }
}
