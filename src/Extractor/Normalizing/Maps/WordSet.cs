using System.Collections.Immutable;
using System.Globalization;

namespace Extractor.Normalizing.Maps;

/// <summary>How a word stands in a text that it is looked for in.</summary>
public enum WordMatch
{
    /// <summary>It is the whole text.</summary>
    Is,

    /// <summary>It stands anywhere in it.</summary>
    Has,

    Begins,

    Ends,
}

/// <param name="Text">Folded.</param>
/// <param name="Means">What the list says of the word; empty where its being in the list says all.</param>
public readonly record struct Word(string Text, WordMatch Match, string Means)
{
    public bool Matches(ReadOnlySpan<char> text) => Match switch
    {
        WordMatch.Is => text.SequenceEqual(Text),
        WordMatch.Has => text.IndexOf(Text, StringComparison.Ordinal) >= 0,
        WordMatch.Begins => text.StartsWith(Text, StringComparison.Ordinal),
        _ => text.EndsWith(Text, StringComparison.Ordinal),
    };
}

/// <summary>The words of one list in the order of the map; texts are compared folded.</summary>
public sealed class WordSet(ImmutableArray<Word> words)
{
    public ImmutableArray<Word> Words { get; } = words;

    public bool Matches(ReadOnlySpan<char> text)
    {
        foreach (var word in Words)
        {
            if (word.Matches(text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of the words of that meaning matches.</summary>
    public bool Matches(ReadOnlySpan<char> text, string means)
    {
        foreach (var word in Words)
        {
            if (word.Matches(text) && word.Means == means)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the first word that matches means; null where none does.</summary>
    public string? MeaningOf(ReadOnlySpan<char> text)
    {
        foreach (var word in Words)
        {
            if (word.Matches(text))
            {
                return word.Means;
            }
        }

        return null;
    }

    /// <summary>The first word of the list that the text begins with; null where it begins with none.</summary>
    public string? BeginOf(ReadOnlySpan<char> text)
    {
        foreach (var word in Words)
        {
            if (text.StartsWith(word.Text, StringComparison.Ordinal))
            {
                return word.Text;
            }
        }

        return null;
    }

    /// <summary>Whether one of the words stands right behind a calendar year in the text: 2025年.</summary>
    public bool StandBehind(int year, string text)
    {
        var printed = year.ToString(CultureInfo.InvariantCulture);
        for (var index = text.IndexOf(printed, StringComparison.Ordinal); index >= 0;
            index = text.IndexOf(printed, index + 1, StringComparison.Ordinal))
        {
            if (BeginOf(text.AsSpan(index + printed.Length)) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first word of the list that the text ends with; null where it ends with none.</summary>
    public string? EndOf(ReadOnlySpan<char> text)
    {
        foreach (var word in Words)
        {
            if (text.EndsWith(word.Text, StringComparison.Ordinal))
            {
                return word.Text;
            }
        }

        return null;
    }

    /// <summary>Where the first word of the list that stands in the text begins; -1 where none does.</summary>
    public int FirstIndexIn(ReadOnlySpan<char> text)
    {
        foreach (var word in Words)
        {
            if (text.IndexOf(word.Text, StringComparison.Ordinal) is >= 0 and var index)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Where the last of the words begins; -1 where none stands in the text.</summary>
    public int LastIndexIn(ReadOnlySpan<char> text)
    {
        var last = -1;
        foreach (var word in Words)
        {
            last = Math.Max(last, text.LastIndexOf(word.Text, StringComparison.Ordinal));
        }

        return last;
    }

    /// <summary>The text without the words, each taken away wherever it stands, in the order of the list.</summary>
    public string Without(string text)
    {
        foreach (var word in Words)
        {
            text = text.Replace(word.Text, string.Empty, StringComparison.Ordinal);
        }

        return text;
    }
}
