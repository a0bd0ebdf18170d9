using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Extractor.Pdf.Unicode;

/// <summary>
/// Glyph names to Unicode: the Adobe Glyph List and the rules of its specification, and the
/// numbered names that producers invent (see Data/NOTICE.md).
/// </summary>
internal static class GlyphNames
{
    private const string ResourceName = "Extractor.Pdf.Unicode.Data.glyphlist.txt.br";

    private static readonly Lazy<Dictionary<string, string>> List = new(Read);

    /// <summary>The text of a glyph; null if its name tells nothing.</summary>
    public static string? ToText(string name)
    {
        if (name.Length == 0 || name == ".notdef")
        {
            return null;
        }

        if (List.Value.TryGetValue(name, out var text))
        {
            return text;
        }

        // The part after a full stop tells a variant (a.sc, one.oldstyle).
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0)
        {
            return ToText(name[..dot]);
        }

        // Ligatures join their components by underscores (f_f_i).
        if (name.Contains('_', StringComparison.Ordinal))
        {
            var joined = new StringBuilder();
            foreach (var component in name.Split('_', StringSplitOptions.RemoveEmptyEntries))
            {
                joined.Append(ToText(component));
            }

            return joined.Length == 0 ? null : joined.ToString();
        }

        return FromCodePoints(name);
    }

    /// <summary>uniXXXX (several may follow each other) and uXXXX to uXXXXXX.</summary>
    private static string? FromCodePoints(string name)
    {
        if (name.StartsWith("uni", StringComparison.Ordinal) && name.Length >= 7 && (name.Length - 3) % 4 == 0)
        {
            var units = new char[(name.Length - 3) / 4];
            for (var i = 0; i < units.Length; i++)
            {
                if (!ushort.TryParse(name.AsSpan(3 + (i * 4), 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
                    out var unit))
                {
                    return null;
                }

                units[i] = (char)unit;
            }

            return GlyphText.Of(units);
        }

        if (name[0] == 'u' && name.Length is >= 5 and <= 7
            && uint.TryParse(name.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var scalar))
        {
            return GlyphText.OfScalar(scalar);
        }

        return null;
    }

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(GlyphNames).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The assembly lacks the resource {ResourceName}.");
        using var brotli = new BrotliStream(stream, CompressionMode.Decompress);
        using var reader = new StreamReader(brotli, Encoding.UTF8);
        var list = new Dictionary<string, string>(4600, StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var at = line.IndexOf(';', StringComparison.Ordinal);
            if (at > 0)
            {
                list.TryAdd(line[..at], string.Intern(line[(at + 1)..]));
            }
        }

        return list;
    }
}
