using System.Text;

namespace Extractor.Extracting.Sections;

/// <summary>Chinese prose has no spaces; justified lines print some between single characters.</summary>
internal static class NarrativeText
{
    /// <summary>
    /// Appends a printed line to a paragraph: no space where Chinese characters or digits meet, one where Latin words do;
    /// runs of white space inside the line become one space, and none between two Chinese characters.
    /// </summary>
    /// <returns>The index of the line's first character in the paragraph.</returns>
    public static int AppendLine(StringBuilder paragraph, ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.IsEmpty)
        {
            return paragraph.Length;
        }

        if (paragraph.Length > 0 && char.IsAsciiLetter(paragraph[^1]) && char.IsAsciiLetterOrDigit(line[0]))
        {
            paragraph.Append(' ');
        }

        var offset = paragraph.Length;
        var space = false;
        foreach (var character in line)
        {
            if (char.IsWhiteSpace(character))
            {
                space = true;
                continue;
            }

            if (space && !(IsWide(paragraph[^1]) && IsWide(character)))
            {
                paragraph.Append(' ');
            }

            space = false;
            paragraph.Append(character);
        }

        return offset;
    }

    /// <summary>A heading as printed: white space folded to single spaces.</summary>
    public static string FoldSpaces(ReadOnlySpan<char> text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var character in text.Trim())
        {
            if (!char.IsWhiteSpace(character))
            {
                builder.Append(character);
            }
            else if (!char.IsWhiteSpace(builder[^1]))
            {
                builder.Append(' ');
            }
        }

        return builder.ToString();
    }

    public static string WithoutSpaces(ReadOnlySpan<char> text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
            {
                builder.Append(character);
            }
        }

        return builder.ToString();
    }

    /// <summary>CJK ideographs, CJK punctuation and full-width forms.</summary>
    public static bool IsWide(char character) =>
        character is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFF60'
            or '“' or '”' or '‘' or '’' or '…' or '—';
}
