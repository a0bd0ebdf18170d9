using System.Globalization;
using System.Text;

namespace Extractor.Pdf.Fonts;

/// <summary>The encoding of a Type 1 font program (Adobe Type 1 Font Format, 2.3), from its clear text.</summary>
internal static class Type1Program
{
    /// <summary>Glyph names by code; null if the program uses StandardEncoding or tells none.</summary>
    public static string?[]? ReadEncoding(ReadOnlySpan<byte> program)
    {
        var end = program.IndexOf("eexec"u8);
        var clear = end < 0 ? program : program[..end];
        var at = clear.IndexOf("/Encoding"u8);
        if (at < 0)
        {
            return null;
        }

        var text = clear[(at + 9)..];
        var names = new string?[256];
        var found = false;
        while (true)
        {
            var entry = text.IndexOf("dup"u8);
            var stop = text.IndexOf(" def"u8);
            if (entry < 0 || (stop >= 0 && stop < entry))
            {
                return found ? names : null;
            }

            text = text[(entry + 3)..];
            var code = ReadNumber(ref text);
            var slash = text.IndexOf((byte)'/');
            if (code is < 0 or > 255 || slash is < 0 or > 8)
            {
                continue;
            }

            text = text[(slash + 1)..];
            var length = text.IndexOfAny(" \t\r\n/"u8);
            if (length < 0)
            {
                return found ? names : null;
            }

            names[code] = Encoding.Latin1.GetString(text[..length]);
            found = true;
        }
    }

    /// <summary>Decimal, or with a radix (8#101).</summary>
    private static int ReadNumber(ref ReadOnlySpan<byte> text)
    {
        var trimmed = text.TrimStart(" \t\r\n"u8);
        var length = trimmed.IndexOfAny(" \t\r\n/"u8);
        if (length <= 0)
        {
            return -1;
        }

        var word = trimmed[..length];
        text = trimmed[length..];
        var radix = word.IndexOf((byte)'#');
        if (radix > 0)
        {
            try
            {
                return Convert.ToInt32(Encoding.Latin1.GetString(word[(radix + 1)..]), word[..radix].SequenceEqual("16"u8) ? 16 : 8);
            }
            catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
            {
                return -1;
            }
        }

        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : -1;
    }
}
