namespace Extractor.Pdf.Tests.Differential;

/// <summary>A character that some reader found on a page, with the box that it tells for it; spaces are none.</summary>
/// <param name="Scalar">Unicode code point; ligatures are taken apart.</param>
/// <param name="Box">Of the glyph, or of the word if the reader tells no glyphs.</param>
internal readonly record struct ReadCharacter(int Scalar, PdfRectangle Box);

internal static class ReadCharacters
{
    /// <summary>Adds the characters of a text, without spaces, controls and what is invisible; ligatures by their letters.</summary>
    public static void Add(List<ReadCharacter> characters, string text, PdfRectangle box)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsBlank(rune.Value))
            {
                continue;
            }

            if (rune.Value is >= 0xFB00 and <= 0xFB06)
            {
                foreach (var letter in Extractor.Pdf.Unicode.GlyphText.Normalize(rune.ToString()))
                {
                    characters.Add(new ReadCharacter(letter, box));
                }
            }
            else
            {
                characters.Add(new ReadCharacter(rune.Value, box));
            }
        }
    }

    public static bool IsDigit(int scalar) => scalar is >= '0' and <= '9';

    public static bool IsCjk(int scalar) => scalar is (>= 0x2E80 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static bool IsBlank(int scalar) => scalar is <= 0x20 or (>= 0x7F and <= 0xA0) or 0x3000 or 0xAD or 0xFEFF
        or (>= 0x2000 and <= 0x200F) or (>= 0x2028 and <= 0x202F) or 0x205F or 0x2060;
}
