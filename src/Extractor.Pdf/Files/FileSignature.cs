using System.Text;

namespace Extractor.Pdf.Files;

/// <summary>Names what bytes are that are no PDF: what publishers serve under the name of one.</summary>
internal static class FileSignature
{
    /// <summary>How far into the bytes the header may stand: 1024 by custom of readers (formerly annex H.3), with a margin.</summary>
    public const int HeaderWindow = 4096;

    private const int LongestTitle = 80;

    /// <summary>How far into a page its title is looked for.</summary>
    private const int TitleWindow = 64 * 1024;

    private static readonly (byte[] Start, string Name)[] Signatures =
    [
        ([(byte)'P', (byte)'K', 3, 4], "a ZIP archive"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an OLE compound file, as Word, Excel or WPS wrote before 2007"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG image"),
        ("GIF8"u8.ToArray(), "a GIF image"),
        ([(byte)'I', (byte)'I', 0x2A, 0], "a TIFF image"),
        ([(byte)'M', (byte)'M', 0, 0x2A], "a TIFF image"),
        ("Rar!"u8.ToArray(), "a RAR archive"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "a 7z archive"),
        ([0x1F, 0x8B], "gzip-compressed data"),
        ("{\\rtf"u8.ToArray(), "a rich text file"),
        ("%!PS"u8.ToArray(), "a PostScript file"),
        ([(byte)'B', (byte)'M'], "a BMP image"),
    ];

    /// <summary>A sentence that tells what the bytes are.</summary>
    public static string Describe(ReadOnlySpan<byte> bytes) => Name(bytes) is { } name
        ? $"The file is no PDF but {name}."
        : "The file is no PDF: it has no %PDF header, and its bytes are of no known kind.";

    /// <summary>What the bytes are; null when that cannot be told.</summary>
    public static string? Name(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return "an empty file";
        }

        foreach ((var start, var name) in Signatures)
        {
            if (bytes.StartsWith(start))
            {
                return start[0] == 'P' ? NameOfZip(bytes) : name;
            }
        }

        if (bytes.IndexOfAnyExcept((byte)0) < 0)
        {
            return "a row of zero bytes";
        }

        var text = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        text = text[..Math.Min(text.Length, TitleWindow)].TrimStart(" \t\r\n\f\0"u8);
        if (text.IsEmpty)
        {
            return "white space";
        }

        if (IndexOfTag(text, "html"u8) >= 0 || StartsWithIgnoringCase(text, "<!DOCTYPE HTML"u8))
        {
            var title = FindTitle(text);
            return title is null ? "an HTML page" : $"an HTML page titled “{title}”";
        }

        return text[0] switch
        {
            (byte)'<' => "an XML or HTML document",
            (byte)'{' or (byte)'[' => "a JSON text",
            _ => text.IndexOfAnyInRange((byte)0, (byte)8) < 0 && bytes.IndexOf("endobj"u8) < 0 ? "a plain text" : null,
        };
    }

    private static string NameOfZip(ReadOnlySpan<byte> bytes)
    {
        // The names of the parts stand in the directory at the end as they are.
        return bytes.IndexOf("OFD.xml"u8) >= 0 ? "an OFD document (GB/T 33190)"
            : bytes.IndexOf("word/"u8) >= 0 ? "a Word document (docx)"
            : bytes.IndexOf("xl/"u8) >= 0 ? "an Excel workbook (xlsx)"
            : bytes.IndexOf("ppt/"u8) >= 0 ? "a PowerPoint presentation (pptx)"
            : "a ZIP archive";
    }

    private static string? FindTitle(ReadOnlySpan<byte> text)
    {
        var start = IndexOfTag(text, "title"u8);
        var open = start < 0 ? -1 : text[start..].IndexOf((byte)'>');
        if (open < 0)
        {
            return null;
        }

        text = text[(start + open + 1)..];
        var end = text.IndexOf("</"u8);
        if (end <= 0)
        {
            return null;
        }

        var title = string.Join(' ', DecodeText(text[..end]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return title.Length == 0 ? null : title.Length <= LongestTitle ? title : title[..LongestTitle] + "…";
    }

    private static string DecodeText(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        // Pages that are not UTF-8 are GB 18030 or a part of it.
        return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes);
    }

    private static int IndexOfTag(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name)
    {
        var position = 0;
        while (true)
        {
            var found = text[position..].IndexOf((byte)'<');
            if (found < 0)
            {
                return -1;
            }

            position += found + 1;
            if (StartsWithIgnoringCase(text[position..], name))
            {
                return position;
            }
        }
    }

    private static bool StartsWithIgnoringCase(ReadOnlySpan<byte> text, ReadOnlySpan<byte> start) =>
        text.Length >= start.Length && Ascii.EqualsIgnoreCase(text[..start.Length], start);
}
