using System.IO.Compression;

namespace Extractor.Fetching.Pages;

/// <summary>What bytes are, whatever their name and headers say.</summary>
public enum SniffedType
{
    Other,
    Pdf,
    Zip,
    Html,

    /// <summary>Text that begins as JSON does: what the listing of a page's script is told.</summary>
    Json,

    /// <summary>doc, xls, wps, et: a compound file (MS-CFB).</summary>
    Compound,

    /// <summary>docx, xlsx: a zip archive with <c>[Content_Types].xml</c> (ISO/IEC 29500-2).</summary>
    OfficeOpenXml,

    /// <summary>版式文档: a zip archive with <c>OFD.xml</c> (GB/T 33190).</summary>
    Ofd,
    Rar,
    SevenZip,

    /// <summary>JPEG, PNG, BMP, TIFF or WebP.</summary>
    Picture,
}

/// <summary>Tells <see cref="SniffedType"/> from the bytes.</summary>
public static class Sniffing
{
    /// <summary>Readers of PDF look for the header within this many bytes (ISO 32000-1, annex H.3, note 13).</summary>
    public const int Within = 1024;

    /// <summary>From the first bytes, and for a zip archive from the names in it.</summary>
    /// <param name="content">Seekable, at its start; it is left there.</param>
    public static SniffedType Of(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var start = new byte[(int)Math.Min(Within, content.Length)];
        content.ReadExactly(start);
        content.Position = 0;
        var type = Of(start);
        if (type != SniffedType.Zip)
        {
            return type;
        }

        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return zip.GetEntry("[Content_Types].xml") is not null ? SniffedType.OfficeOpenXml : zip.GetEntry("OFD.xml") is not null
                ? SniffedType.Ofd : SniffedType.Zip;
        }
        catch (InvalidDataException)
        {
            return SniffedType.Zip;
        }
        finally
        {
            content.Position = 0;
        }
    }

    /// <summary>
    /// Whether a PDF ends as one: a host that closes the connection early leaves no other trace where it declared no length.
    /// </summary>
    public static bool HasEndOfPdf(string path)
    {
        using var file = File.OpenRead(path);
        var end = new byte[(int)Math.Min(Within, file.Length)];
        file.Seek(-end.Length, SeekOrigin.End);
        file.ReadExactly(end);
        return end.AsSpan().IndexOf("%%EOF"u8) >= 0;
    }

    /// <summary>A PDF by its bytes, without its end.</summary>
    public static bool IsCutPdf(string path)
    {
        using (var file = File.OpenRead(path))
        {
            if (Of(file) != SniffedType.Pdf)
            {
                return false;
            }
        }

        return !HasEndOfPdf(path);
    }

    /// <summary>From the first bytes alone.</summary>
    public static SniffedType Of(ReadOnlySpan<byte> start)
    {
        var head = start[..Math.Min(start.Length, Within)];
        if (head.IndexOf("%PDF-"u8) >= 0)
        {
            return SniffedType.Pdf;
        }

        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
        {
            return SniffedType.Zip;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return SniffedType.Compound;
        }

        if (head.StartsWith("Rar!\u001A\u0007"u8))
        {
            return SniffedType.Rar;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]))
        {
            return SniffedType.SevenZip;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47])
            || head.StartsWith("BM"u8) || head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8)
            || (head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..].StartsWith("WEBP"u8)))
        {
            return SniffedType.Picture;
        }

        var text = System.Text.Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        if (text.StartsWith('{') || text.StartsWith('['))
        {
            return SniffedType.Json;
        }

        return text.StartsWith('<')
            && (text.Contains("<html", StringComparison.OrdinalIgnoreCase) ||
                text.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
                || text.Contains("<head", StringComparison.OrdinalIgnoreCase) || text.Contains("<body", StringComparison.OrdinalIgnoreCase)
                || text.Contains("<script", StringComparison.OrdinalIgnoreCase) ||
                    text.Contains("<meta", StringComparison.OrdinalIgnoreCase) ||
                    text.Contains("<title", StringComparison.OrdinalIgnoreCase))
            ? SniffedType.Html
            : SniffedType.Other;
    }
}
