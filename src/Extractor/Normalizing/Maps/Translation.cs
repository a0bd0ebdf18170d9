namespace Extractor.Normalizing.Maps;

/// <summary>Documents in two languages say each heading and name twice: 合计 Total, 2025年预算数 2025 budget.</summary>
internal static class Translation
{
    /// <summary>Letters of a Latin word; fewer are an abbreviation that belongs to the Chinese name (OA, App, 5G).</summary>
    private const int ShortestWord = 4;

    /// <summary>A folded text without the Latin words behind its ideographs; as it is where there are none of either.</summary>
    public static string Without(string folded)
    {
        var start = folded.Length;
        while (start > 0 && folded[start - 1] < '\u007f')
        {
            start--;
        }

        if (start == 0 || start == folded.Length || !HasWord(folded.AsSpan(start)))
        {
            return folded;
        }

        // The bracket behind 因公出国(境) is no part of the translation.
        while (!char.IsAsciiLetterOrDigit(folded[start]) && folded[start] != '(')
        {
            start++;
        }

        return folded[..start];
    }

    private static bool HasWord(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var character in text)
        {
            letters = char.IsAsciiLetter(character) ? letters + 1 : 0;
            if (letters == ShortestWord)
            {
                return true;
            }
        }

        return false;
    }
}
