using System.Text;
using Extractor.Model.Layout;

namespace Extractor.Tables.Text;

/// <summary>Folds the printed lines of a cell into the text that a reader reads.</summary>
internal static class CellText
{
    /// <param name="cell">Where the lines stand; it tells whether a line was broken because it was full.</param>
    public static string Fold(IReadOnlyList<CellLine> lines, Box cell)
    {
        if (lines.Count == 0)
        {
            return string.Empty;
        }

        if (lines.Count == 1)
        {
            return lines[0].Text;
        }

        var text = new StringBuilder(lines[0].Text);
        for (var index = 1; index < lines.Count; index++)
        {
            Append(text, lines[index - 1], lines[index], cell);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, CellLine before, CellLine line, Box cell)
    {
        if (line.Text.Length == 0)
        {
            return;
        }

        if (text.Length > 0 && !IsJoined(text, before, line, cell))
        {
            text.Append(' ');
        }

        text.Append(line.Text);
    }

    private static bool IsJoined(StringBuilder text, CellLine before, CellLine line, Box cell)
    {
        var last = text[^1];
        var next = line.Text[0];
        if (Characters.IsIdeographic(last) || Characters.IsIdeographic(next))
        {
            return true;
        }

        if (IsJoiner(last, text.Length > 1 ? text[^2] : ' ') || (next == '-' && line.Text.Length > 1 && !Characters.IsNumeric(line.Text)))
        {
            return true;
        }

        // A number that was broken because the column is too narrow: 280,526.3 over 0.
        if (Characters.IsNumeric(last) && Characters.IsNumeric(next))
        {
            var isFull = before.Box.Width + (line.Box.Width / Math.Max(1, line.Text.Length)) > cell.Width - before.FontSize;
            return isFull && (Characters.IsNumeric(line.Text)
                ? Characters.IsOneNumber(LastToken(text) + line.Text)
                : IsBrokenDigits(LastToken(text), line.Text));
        }

        // A Latin word that a Chinese typesetter broke anywhere is beyond knowing; a hyphen is kept as printed.
        return last is '/' or '(' || next is ')' or '/' or ',' or '.' or ';' or ':';
    }

    /// <summary>A hyphen or dot after something goes on (2026年- over 2027年); one alone says that there is nothing.</summary>
    private static bool IsJoiner(char letter, char before) => letter is '-' or '·' && before != ' ';

    /// <summary>
    /// Digits that a full line parted in the middle, as the rest tells by going on to a name: 11000022T00000043 over 2788-旧料场租费.
    /// Figures below each other end with their digits.
    /// </summary>
    private static bool IsBrokenDigits(string token, string line)
    {
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && line[digits] is not (' ' or '.' or ',') && Characters.IsOneNumber(token + line[..digits]);
    }

    private static string LastToken(StringBuilder text)
    {
        var start = text.Length;
        while (start > 0 && Characters.IsNumeric(text[start - 1]))
        {
            start--;
        }

        return text.ToString(start, text.Length - start);
    }
}
