using System.Collections.Immutable;
using System.Text;
using Extractor.Model.Tables;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Performance;

/// <summary>Names of indicator levels (产出指标, 数量指标) in cells that hold more than one of them.</summary>
internal sealed class LevelText(PerformanceMap map)
{
    private static readonly WordSet Endings = ReadingWords.Of(WordList.LevelEnding);

    private readonly ImmutableArray<string> words =
        [.. map.LevelWords.Keys.Concat(ReadingWords.Of(WordList.LevelHeading).Words.Select(static word => word.Text))
            .OrderByDescending(static word => word.Length).ThenBy(static word =>
        word, StringComparer.Ordinal)];

    /// <summary>
    /// What a level's cell says on <paramref name="page"/>. A cell cut by the page edge prints its word on both pages (产出指标
    /// twice), or two open cells that have become one print a word each. Null for a blank cell and for a repeated heading.
    /// </summary>
    public string? On(TableCell cell, int page)
    {
        var text = cell.Text;
        if (cell.Parts.Length > 1 && Split(FoldedText.Of(text)) is { Length: > 1 } several)
        {
            text = several.Distinct(StringComparer.Ordinal).Count() == 1 ? several[0]
                : several.Length == cell.Parts.Length && PartOn(cell, page) is >= 0 and var part ? several[part]
                : text;
        }

        return text.Length == 0 || map.Column(text) is PerformanceRole.Level1 or PerformanceRole.Level2 or PerformanceRole.Level3 ? null
            : text;
    }

    /// <summary>Takes the first one or two level names off a cell that prints all levels one after the other.</summary>
    public (string? Level1, string? Level2, string Level3) TakePrefixes(string text)
    {
        var rest = text;
        var first = TakePrefix(ref rest);
        var second = first is null ? null : TakePrefix(ref rest);
        return rest.Length == 0 ? (null, null, text) : (first, second, rest);
    }

    private string? TakePrefix(ref string text)
    {
        foreach (var word in words)
        {
            if (Endings.Matches(word) && StartsWith(text, word, out var length))
            {
                var prefix = Compact(text.AsSpan(0, length));
                text = text[length..].TrimStart(' ', '-', '—', '－', '/', ':', '：');
                return prefix;
            }
        }

        return null;
    }

    /// <summary>The known words that the whole of a text is made of; empty where it holds anything else.</summary>
    private ImmutableArray<string> Split(string folded)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        var position = 0;
        while (position < folded.Length)
        {
            var word = words.FirstOrDefault(word => string.CompareOrdinal(folded, position, word, 0, word.Length) == 0);
            if (word is null)
            {
                return [];
            }

            found.Add(word);
            position += word.Length;
        }

        return found.ToImmutable();
    }

    private static int PartOn(TableCell cell, int page)
    {
        for (var part = 0; part < cell.Parts.Length; part++)
        {
            if (cell.Parts[part].PageNumber == page)
            {
                return part;
            }
        }

        return -1;
    }

    /// <summary>How far <paramref name="text"/> goes to print <paramref name="word"/>, spaces between its characters passed over.</summary>
    private static bool StartsWith(string text, string word, out int length)
    {
        var matched = 0;
        for (length = 0; length < text.Length && matched < word.Length; length++)
        {
            if (!FoldedText.TryFold(text[length], out var letter))
            {
                continue;
            }

            if (letter != word[matched])
            {
                return false;
            }

            matched++;
        }

        return matched == word.Length;
    }

    private static string Compact(ReadOnlySpan<char> text)
    {
        var compact = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter))
            {
                compact.Append(letter);
            }
        }

        return compact.ToString();
    }
}
