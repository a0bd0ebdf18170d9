using Extractor.Pdf.Filters;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Fonts;

/// <summary>The font descriptor (9.8), with what its values can be trusted for.</summary>
internal sealed class FontDescriptor
{
    private const int FlagSymbolic = 1 << 2;
    private const int FlagForceBold = 1 << 18;

    /// <summary>In ems: where a producer tells none that can be.</summary>
    private const float UsualAscent = 0.88f;

    /// <summary>The same of letters as high as that.</summary>
    private const float UsualDescent = -0.2f;

    /// <summary>In ems; the lines of fonts for text, Chinese or Latin, are at most 1.45 high.</summary>
    private const double TallestLine = 1.6;

    private readonly PdfDictionary? dictionary;
    private readonly Lazy<ReadOnlyMemory<byte>> program;

    public FontDescriptor(PdfDictionary font, PdfDictionary? dictionary)
    {
        this.dictionary = dictionary;
        program = new(ReadProgram);
        Name = font.GetName("BaseFont") ?? dictionary?.GetName("FontName") ?? string.Empty;
        var flags = dictionary?.GetInteger("Flags") ?? 0;
        IsSymbolic = (flags & FlagSymbolic) != 0;
        IsBold = (flags & FlagForceBold) != 0 || (dictionary?.GetNumber("FontWeight") ?? 0) >= 600 || IsBoldName(Name);
        (Ascent, Descent) = ReadExtent();
    }

    /// <summary>/BaseFont, with the tag of a subset.</summary>
    public string Name { get; }

    public bool IsSymbolic { get; }

    public bool IsBold { get; }

    /// <summary>In ems.</summary>
    public float Ascent { get; }

    /// <summary>In ems, negative.</summary>
    public float Descent { get; }

    public double MissingWidth => dictionary?.GetNumber("MissingWidth") ?? 0;

    /// <summary>The embedded font program; empty if there is none or it cannot be decoded.</summary>
    public ReadOnlyMemory<byte> Program => program.Value;

    public bool IsEmbedded => dictionary is not null
        && (dictionary.Contains("FontFile") || dictionary.Contains("FontFile2") || dictionary.Contains("FontFile3"));

    private static bool IsBoldName(string name) =>
        name.Contains("bold", StringComparison.OrdinalIgnoreCase)
        || name.Contains("heavy", StringComparison.OrdinalIgnoreCase)
        || name.Contains("black", StringComparison.OrdinalIgnoreCase);

    private ReadOnlyMemory<byte> ReadProgram()
    {
        var stream = dictionary?.GetStream("FontFile2") ?? dictionary?.GetStream("FontFile3") ?? dictionary?.GetStream("FontFile");
        try
        {
            return stream?.Decode() ?? default;
        }
        catch (PdfException)
        {
            return default;
        }
    }

    /// <summary>
    /// Producers leave 0 or nonsense such as 32768 in /Ascent and /Descent; the sign of /Descent is often wrong. Of both together more than
    /// <see cref="TallestLine"/> are the box around all glyphs of the font (北大方正 writes so): letters that reach into the lines above and
    /// below are none of the text.
    /// </summary>
    private (float Ascent, float Descent) ReadExtent()
    {
        var ascent = Math.Abs(dictionary?.GetNumber("Ascent") ?? 0) / 1000;
        var descent = -Math.Abs(dictionary?.GetNumber("Descent") ?? 0) / 1000;
        if (ascent is <= 0 or >= 1.9)
        {
            ascent = UsualAscent;
        }

        if (descent is >= 0 or <= -1.9)
        {
            descent = ascent > 0.9 ? -0.2 : ascent - 1;
        }

        return ascent - descent > TallestLine ? (UsualAscent, UsualDescent) : ((float)ascent, (float)descent);
    }
}
