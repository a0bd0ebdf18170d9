using System.Text.RegularExpressions;

namespace Conventions.Rules;

/// <summary>
/// Chinese literals of a source file: words, which belong to reviewed rows (<c>pipelines/headings</c>, <c>pipelines/layout</c>), and
/// patterns, the grammar that is built of them. Comments and texts with values in them (messages) do not count.
/// </summary>
internal static partial class ReadingLiterals
{
    private const string PatternOpening = "[GeneratedRegex(";
    private const string PatternEnd = "partial Regex";

    public static (int Words, int Patterns) Count(string source)
    {
        int words = 0, patterns = 0;
        foreach (Match token in Token().Matches(source))
        {
            if (token.ValueSpan[0] is '/' or '$' || !token.Value.Any(static character => character is >= '㐀' and <= '鿿'))
            {
                continue;
            }

            var before = source.AsSpan(0, token.Index);
            var opening = before.LastIndexOf(PatternOpening);
            if (opening >= 0 && before[opening..].IndexOf(PatternEnd) < 0)
            {
                patterns++;
            }
            else
            {
                words++;
            }
        }

        return (words, patterns);
    }

    /// <summary>A comment, or a literal of a string or a character; those with values in them begin with a dollar sign.</summary>
    [GeneratedRegex("""//[^\n]*|/\*[\s\S]*?\*/|\$?@\$?"(?:[^"]|"")*"|\$?"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'""")]
    private static partial Regex Token();
}
