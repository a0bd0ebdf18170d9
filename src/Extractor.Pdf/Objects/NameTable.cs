using System.Text;

namespace Extractor.Pdf.Objects;

/// <summary>The names of one file, each kept once.</summary>
internal sealed class NameTable
{
    private const int MostNames = 100_000;
    private const int LongestKept = 128;

    private readonly Dictionary<string, PdfName> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PdfName>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public NameTable() => lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();

    public PdfName Get(ReadOnlySpan<byte> raw, bool hasEscapes)
    {
        if (hasEscapes)
        {
            var unescaped = StringEscapes.DecodeName(raw);
            return names.TryGetValue(unescaped, out var known) ? known : Keep(unescaped);
        }

        if (raw.Length > LongestKept)
        {
            return new PdfName(Encoding.Latin1.GetString(raw));
        }

        Span<char> characters = stackalloc char[LongestKept];
        characters = characters[..Encoding.Latin1.GetChars(raw, characters)];
        return lookup.TryGetValue(characters, out var name) ? name : Keep(characters.ToString());
    }

    private PdfName Keep(string value)
    {
        var name = new PdfName(value);
        if (names.Count < MostNames && value.Length <= LongestKept)
        {
            names.Add(value, name);
        }

        return name;
    }
}
