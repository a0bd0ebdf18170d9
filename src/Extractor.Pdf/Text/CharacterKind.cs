namespace Extractor.Pdf.Text;

/// <summary>Characters by how they are set beside each other.</summary>
internal enum CharacterKind : byte
{
    Space,

    /// <summary>Ideographs, kana, hangul and their punctuation: set without spaces.</summary>
    Ideographic,

    /// <summary>Figures and what belongs to a number.</summary>
    Figure,

    /// <summary>Letters and all else.</summary>
    Letter,

    /// <summary>The dots of a leader, as in a table of contents.</summary>
    Leader,

    /// <summary>Hebrew, Arabic and their kin.</summary>
    RightToLeft,
}

internal static class CharacterKinds
{
    public static CharacterKind Of(string text)
    {
        if (text.Length == 0)
        {
            return CharacterKind.Space;
        }

        var c = text[0];
        if (c < 0x80)
        {
            return c switch
            {
                <= ' ' => CharacterKind.Space,
                >= '0' and <= '9' or ',' or '%' or '-' or '+' => CharacterKind.Figure,
                '.' => CharacterKind.Leader,
                _ => CharacterKind.Letter,
            };
        }

        return c switch
        {
            '\u00A0' or '\u3000' or '\u202F' or '\u205F' or (>= '\u2000' and <= '\u200B') => CharacterKind.Space,
            '·' or '…' or '‥' or '⋯' or '．' => CharacterKind.Leader,
            (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') => CharacterKind.RightToLeft,
            >= '\u1100' and <= '\u11FF' => CharacterKind.Ideographic,
            >= '\u2E80' and <= '\uA4CF' => CharacterKind.Ideographic,
            >= '\uAC00' and <= '\uD7AF' => CharacterKind.Ideographic,
            >= '\uD840' and <= '\uDBFF' => CharacterKind.Ideographic,
            >= '\uF900' and <= '\uFAFF' => CharacterKind.Ideographic,
            >= '\uFE10' and <= '\uFE6F' => CharacterKind.Ideographic,
            >= '\uFF01' and <= '\uFFEF' => CharacterKind.Ideographic,
            '“' or '”' or '‘' or '’' or '—' => CharacterKind.Ideographic,
            _ => CharacterKind.Letter,
        };
    }
}
