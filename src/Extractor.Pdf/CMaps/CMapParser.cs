namespace Extractor.Pdf.CMaps;

/// <summary>Reads a CMap that maps codes to CIDs: embedded in a document, or one of Adobe's resources.</summary>
internal static class CMapParser
{
    /// <summary>Most rules taken from one CMap; no real one has more than 30,000.</summary>
    private const int MaximumRules = 200_000;

    /// <param name="findParent">Finds the map named by usecmap; null if there is none.</param>
    /// <param name="parent">The map named by /UseCMap of the stream's dictionary, if any.</param>
    public static CMap Parse(ReadOnlySpan<byte> source, Func<string, CMap?> findParent, CMap? parent = null)
    {
        Span<byte> scratch = stackalloc byte[64];
        var lexer = new CMapLexer(source, scratch);
        var name = string.Empty;
        string? ordering = null;
        var isVertical = parent?.IsVertical ?? false;
        var spaces = new List<CodeRange>();
        var ranges = new List<CodeRange>();
        var lastName = string.Empty;
        var pending = string.Empty;
        while (true)
        {
            var kind = lexer.Next();
            if (kind == CMapTokenKind.End || ranges.Count > MaximumRules)
            {
                break;
            }

            if (kind == CMapTokenKind.Name)
            {
                lastName = lexer.WordText;
                if (pending == "CMapName")
                {
                    name = lastName;
                }

                pending = lastName;
                continue;
            }

            if (kind == CMapTokenKind.Number && pending == "WMode")
            {
                isVertical = lexer.Number == 1;
            }
            else if (kind == CMapTokenKind.Operator)
            {
                if (lexer.Word.SequenceEqual("usecmap"u8))
                {
                    parent = findParent(lastName) ?? parent;
                }
                else if (lexer.Word.SequenceEqual("begincodespacerange"u8))
                {
                    ReadRanges(ref lexer, spaces, hasHigh: true, hasCid: false);
                }
                else if (lexer.Word.SequenceEqual("begincidrange"u8))
                {
                    ReadRanges(ref lexer, ranges, hasHigh: true, hasCid: true);
                }
                else if (lexer.Word.SequenceEqual("begincidchar"u8))
                {
                    ReadRanges(ref lexer, ranges, hasHigh: false, hasCid: true);
                }
            }

            pending = string.Empty;
        }

        ordering = FindOrdering(source);
        return new CMap(name, isVertical, ordering, spaces, ranges, parent);
    }

    private static void ReadRanges(ref CMapLexer lexer, List<CodeRange> ranges, bool hasHigh, bool hasCid)
    {
        while (lexer.Next() == CMapTokenKind.HexString && ranges.Count <= MaximumRules)
        {
            var length = Math.Clamp(lexer.String.Length, 1, 4);
            var low = lexer.Code;
            var high = low;
            if (hasHigh)
            {
                if (lexer.Next() != CMapTokenKind.HexString)
                {
                    return;
                }

                high = lexer.Code;
            }

            var cid = 0;
            if (hasCid)
            {
                if (lexer.Next() != CMapTokenKind.Number)
                {
                    return;
                }

                cid = lexer.Number;
            }

            if (high >= low)
            {
                ranges.Add(new CodeRange(length, low, high, cid));
            }
        }
    }

    /// <summary>/Ordering (GB1) of the CIDSystemInfo; literal strings are no tokens of the lexer.</summary>
    private static string? FindOrdering(ReadOnlySpan<byte> source)
    {
        var at = source.IndexOf("/Ordering"u8);
        if (at < 0)
        {
            return null;
        }

        var rest = source[(at + 9)..Math.Min(source.Length, at + 80)];
        var open = rest.IndexOf((byte)'(');
        var close = rest.IndexOf((byte)')');
        return open >= 0 && close > open ? System.Text.Encoding.Latin1.GetString(rest[(open + 1)..close]) : null;
    }
}
