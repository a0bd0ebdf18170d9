using System.Text;

namespace Extractor.Pdf.Unicode;

/// <summary>The texts of glyphs: shared strings, and the form to search and compare by.</summary>
public static class GlyphText
{
    /// <summary>U+FFFD, the text of a glyph whose Unicode value cannot be found.</summary>
    public const string Unmapped = "\uFFFD";

    private static readonly string?[] Single = new string?[0x10000];

    /// <summary>
    /// Text as it is searched and compared: compatibility forms (full-width digits and Latin, CJK radicals such as
    /// ⽐ for 比, ligatures, vertical presentation forms) by their ordinary characters; ideographic and no-break spaces by
    /// a space. Characters with a meaning of their own (①, ², ㎡) stay.
    /// </summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (CompatibilityForms.Ordinary(text[i]) != 0 || CompatibilityForms.Ligature(text[i]) is not null)
            {
                return Rewrite(text, i);
            }
        }

        return text;
    }

    private static string Rewrite(string text, int firstForm)
    {
        var result = new StringBuilder(text.Length + 4).Append(text, 0, firstForm);
        foreach (var c in text.AsSpan(firstForm))
        {
            if (CompatibilityForms.Ligature(c) is { } letters)
            {
                result.Append(letters);
            }
            else
            {
                var ordinary = CompatibilityForms.Ordinary(c);
                result.Append(ordinary == 0 ? c : ordinary);
            }
        }

        return result.ToString();
    }

    /// <summary>The one string of a code point; null for what is no text (U+0000, surrogates, noncharacters).</summary>
    internal static string? OfScalar(uint scalar)
    {
        if (scalar is 0 or 0xFFFD or 0xFFFE or 0xFFFF or (>= 0xD800 and <= 0xDFFF) or > 0x10FFFF)
        {
            return null;
        }

        if (scalar <= 0xFFFF)
        {
            return Single[scalar] ??= ((char)scalar).ToString();
        }

        return char.ConvertFromUtf32((int)scalar);
    }

    /// <summary>The string of some UTF-16 units, unpaired surrogates replaced.</summary>
    internal static string? Of(ReadOnlySpan<char> units)
    {
        if (units.Length == 1)
        {
            return OfScalar(units[0]);
        }

        for (var i = 0; i < units.Length; i++)
        {
            if (char.IsHighSurrogate(units[i]) && i + 1 < units.Length && char.IsLowSurrogate(units[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(units[i]) || units[i] == 0)
            {
                return Repair(units);
            }
        }

        return units.IsEmpty ? null : units.ToString();
    }

    private static string? Repair(ReadOnlySpan<char> units)
    {
        var text = new StringBuilder(units.Length);
        foreach (var rune in units.EnumerateRunes())
        {
            if (rune.Value is not 0 and not 0xFFFD)
            {
                text.Append(rune.ToString());
            }
        }

        return text.Length == 0 ? null : text.ToString();
    }
}
