using System.Text;

namespace Extractor.Extracting.Reading;

/// <summary>What a file is, read from its bytes: names and server headers are often wrong (a web page saved as .pdf).</summary>
internal static class MediaType
{
    public const string Pdf = "application/pdf";
    public const string Html = "text/html";
    public const string Empty = "application/x-empty";
    public const string Unknown = "application/octet-stream";

    private const int SniffedBytes = 1024;

    private static readonly (byte[] Signature, string Type)[] Signatures =
    [
        ([0x50, 0x4B, 0x03, 0x04], "application/zip"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "application/x-ole-storage"),
        ([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], "application/vnd.rar"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "application/x-7z-compressed"),
        ([0x1F, 0x8B], "application/gzip"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        ("GIF8"u8.ToArray(), "image/gif"),
        ("BM"u8.ToArray(), "image/bmp"),
        ([0x49, 0x49, 0x2A, 0x00], "image/tiff"),
        ([0x4D, 0x4D, 0x00, 0x2A], "image/tiff"),
        ("{\\rtf"u8.ToArray(), "application/rtf"),
    ];

    public static string Sniff(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return Empty;
        }

        var head = bytes[..Math.Min(bytes.Length, SniffedBytes)];

        // Readers accept a PDF whose header stands anywhere in the first 1024 bytes (ISO 32000-2, Annex I).
        if (head.IndexOf("%PDF-"u8) >= 0)
        {
            return Pdf;
        }

        foreach (var (signature, type) in Signatures)
        {
            if (head.StartsWith(signature))
            {
                return type == "application/zip" ? SniffZip(head) : type;
            }
        }

        return SniffText(head);
    }

    /// <summary>Office files are ZIP archives; the first entries tell which.</summary>
    private static string SniffZip(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf("word/"u8) >= 0)
        {
            return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        }

        return head.IndexOf("xl/"u8) >= 0
            ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            : "application/zip";
    }

    private static string SniffText(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf((byte)0) >= 0)
        {
            return Unknown;
        }

        var text = Encoding.Latin1.GetString(head);
        if (text.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<head", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<body", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<script", StringComparison.OrdinalIgnoreCase))
        {
            return Html;
        }

        var trimmed = text.AsSpan().TrimStart("\u00EF\u00BB\u00BF \t\r\n");
        if (trimmed.StartsWith("<?xml", StringComparison.Ordinal))
        {
            return "application/xml";
        }

        if (trimmed.StartsWith("{", StringComparison.Ordinal) || trimmed.StartsWith("[", StringComparison.Ordinal))
        {
            return "application/json";
        }

        return head.IndexOfAnyInRange((byte)0, (byte)8) < 0 ? "text/plain" : Unknown;
    }
}
