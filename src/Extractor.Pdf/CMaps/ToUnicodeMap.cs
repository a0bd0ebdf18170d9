using Extractor.Pdf.Unicode;

namespace Extractor.Pdf.CMaps;

/// <summary>Character codes to Unicode, from a ToUnicode CMap (9.10.3).</summary>
internal sealed class ToUnicodeMap
{
    private const int MaximumRules = 200_000;

    private readonly Rule[] rules;
    private readonly char[] texts;

    private ToUnicodeMap(Rule[] rules, char[] texts)
    {
        this.rules = rules;
        this.texts = texts;
    }

    /// <summary>Codes from <paramref name="Low"/> on map to one text whose last unit grows with the code.</summary>
    private readonly record struct Rule(uint Low, uint High, int TextStart, int TextLength, uint Step);

    public bool IsEmpty => rules.Length == 0;

    /// <summary>Several codes that all stand for one character: a map that some producers write for fonts they cannot read.</summary>
    public bool IsUniform
    {
        get
        {
            const int FewestCodes = 4;
            foreach (ref readonly var rule in rules.AsSpan())
            {
                if (rule.High != rule.Low || rule.TextLength != 1 || texts[rule.TextStart] != texts[rules[0].TextStart])
                {
                    return false;
                }
            }

            return rules.Length >= FewestCodes;
        }
    }

    /// <summary>Reads a ToUnicode CMap; damaged parts are passed over.</summary>
    public static ToUnicodeMap Parse(ReadOnlySpan<byte> source)
    {
        Span<byte> scratch = stackalloc byte[512];
        var lexer = new CMapLexer(source, scratch);
        var rules = new List<Rule>();
        var texts = new List<char>();
        for (var kind = lexer.Next(); kind != CMapTokenKind.End && rules.Count < MaximumRules; kind = lexer.Next())
        {
            if (kind != CMapTokenKind.Operator)
            {
                continue;
            }

            if (lexer.Word.SequenceEqual("beginbfchar"u8))
            {
                ReadCharacters(ref lexer, rules, texts);
            }
            else if (lexer.Word.SequenceEqual("beginbfrange"u8))
            {
                ReadRanges(ref lexer, rules, texts);
            }
        }

        var all = rules.ToArray();
        for (var i = 1; i < all.Length; i++)
        {
            if (all[i].Low <= all[i - 1].High)
            {
                all = RangeOverlap.Resolve(all, static r => (r.Low, r.High), static (r, low, high) =>
                    r with { Low = low, High = high, Step = r.Step + (low - r.Low) });
                break;
            }
        }

        return new ToUnicodeMap(all, [.. texts]);
    }

    /// <summary>The text of a code as the producer meant it; null where the map says nothing of use.</summary>
    public string? Find(uint code)
    {
        int low = 0, high = rules.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            ref readonly var rule = ref rules[middle];
            if (code < rule.Low)
            {
                high = middle - 1;
            }
            else if (code > rule.High)
            {
                low = middle + 1;
            }
            else
            {
                return TextOf(rule, rule.Step + (code - rule.Low));
            }
        }

        return null;
    }

    private string? TextOf(in Rule rule, uint step)
    {
        var text = texts.AsSpan(rule.TextStart, rule.TextLength);
        if (text.Length == 0)
        {
            return null;
        }

        if (text.Length == 1)
        {
            return GlyphText.OfScalar(text[0] + step);
        }

        Span<char> copy = stackalloc char[text.Length];
        text.CopyTo(copy);
        if (text.Length == 2 && char.IsSurrogatePair(text[0], text[1]))
        {
            return GlyphText.OfScalar((uint)char.ConvertToUtf32(text[0], text[1]) + step);
        }

        copy[^1] = (char)(copy[^1] + step);
        return GlyphText.Of(copy);
    }

    private static void ReadCharacters(ref CMapLexer lexer, List<Rule> rules, List<char> texts)
    {
        while (lexer.Next() == CMapTokenKind.HexString && rules.Count < MaximumRules)
        {
            var code = lexer.Code;
            var kind = lexer.Next();
            if (kind == CMapTokenKind.Name)
            {
                // A glyph name may stand for the text.
                var named = GlyphNames.ToText(lexer.WordText);
                if (named is not null)
                {
                    rules.Add(new Rule(code, code, texts.Count, named.Length, 0));
                    texts.AddRange(named);
                }

                continue;
            }

            if (kind != CMapTokenKind.HexString)
            {
                return;
            }

            var (start, length) = AddText(ref lexer, texts);
            rules.Add(new Rule(code, code, start, length, 0));
        }
    }

    private static void ReadRanges(ref CMapLexer lexer, List<Rule> rules, List<char> texts)
    {
        while (lexer.Next() == CMapTokenKind.HexString && rules.Count < MaximumRules)
        {
            var low = lexer.Code;
            if (lexer.Next() != CMapTokenKind.HexString)
            {
                return;
            }

            var high = lexer.Code;
            var kind = lexer.Next();
            if (kind == CMapTokenKind.HexString)
            {
                var (start, length) = AddText(ref lexer, texts);
                if (high >= low)
                {
                    rules.Add(new Rule(low, high, start, length, 0));
                }
            }
            else if (kind == CMapTokenKind.ArrayStart)
            {
                var code = low;
                while (lexer.Next() == CMapTokenKind.HexString && rules.Count < MaximumRules)
                {
                    var (start, length) = AddText(ref lexer, texts);
                    if (code <= high)
                    {
                        rules.Add(new Rule(code, code, start, length, 0));
                    }

                    code++;
                }
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>UTF-16BE; a single byte is taken as that code point, as some producers write it.</summary>
    private static (int Start, int Length) AddText(ref CMapLexer lexer, List<char> texts)
    {
        var bytes = lexer.String;
        var start = texts.Count;
        if (bytes.Length == 1)
        {
            texts.Add((char)bytes[0]);
        }

        for (var i = 0; i + 1 < bytes.Length; i += 2)
        {
            texts.Add((char)((bytes[i] << 8) | bytes[i + 1]));
        }

        // Padding with U+0000 is no text. One U+0000 alone may begin a range: <0000> <00ff> <0000>.
        while (texts.Count > start + 1 && texts[^1] == '\0')
        {
            texts.RemoveAt(texts.Count - 1);
        }

        return (start, texts.Count - start);
    }
}
