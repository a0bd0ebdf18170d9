using System.Collections.Frozen;
using System.Collections.Immutable;
using CsvHelper;
using Extractor.Model;

namespace Extractor.Extracting.Words;

/// <summary>
/// The words of one list of <c>pipelines/layout/words.csv</c>. They are the same for every document and are read once a process from the
/// assembly.
/// </summary>
internal sealed class LayoutWords
{
    internal const string FileName = "pipelines/layout/words.csv";

    private static readonly Lazy<FrozenDictionary<LayoutWordList, LayoutWords>> Embedded = new(ReadEmbedded);

    private readonly ImmutableArray<string> words;

    private LayoutWords(ImmutableArray<string> words) => this.words = words;

    /// <exception cref="InvalidDataException">The map has a fault.</exception>
    public static LayoutWords Of(LayoutWordList list) => Embedded.Value[list];

    /// <summary>Whether the text is one of the words.</summary>
    public bool Are(ReadOnlySpan<char> text)
    {
        foreach (var word in words)
        {
            if (text.SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of the words ends the text.</summary>
    public bool End(ReadOnlySpan<char> text)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of the words begins the text.</summary>
    public bool Begin(ReadOnlySpan<char> text)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <exception cref="InvalidDataException">A list is unknown or blank; a word has no place or stands twice in its list.</exception>
    internal static FrozenDictionary<LayoutWordList, LayoutWords> Read(TextReader text)
    {
        using var csv = CsvReader.Create(text, new CsvReaderOptions { HasHeader = false, Separator = ',', TrackLineNumbers = true });
        var lists = Enum.GetValues<LayoutWordList>().ToDictionary(static list => list, static _ => new List<string>());
        if (!csv.Read() || csv.Current.ToArray() is not ["list", "word", "seen_in"])
        {
            throw new InvalidDataException($"{FileName}: the header is 'list,word,seen_in'");
        }

        while (csv.Read())
        {
            if (csv.Current.ToArray() is not [var list, { Length: > 0 } word, { Length: > 0 }] ||
                !SchemaName.TryParse<LayoutWordList>(list, out var key) || lists[key].Contains(word, StringComparer.Ordinal))
            {
                throw new InvalidDataException($"{FileName}, line {csv.LineNumber}: '{string.Join(',', csv.Current.ToArray())}': a list " +
                    $"of LayoutWordList, a word that it has once, and where it was seen");
            }

            lists[key].Add(word);
        }

        return lists.FirstOrDefault(static pair => pair.Value.Count == 0) is { Value: not null } blank
            ? throw new InvalidDataException($"{FileName}: no word is in the list '{SchemaName.Of(blank.Key)}'")
            : lists.ToFrozenDictionary(static pair => pair.Key, static pair => new LayoutWords([.. pair.Value]));
    }

    private static FrozenDictionary<LayoutWordList, LayoutWords> ReadEmbedded()
    {
        using var reader = new StreamReader(typeof(LayoutWords).Assembly.GetManifestResourceStream(FileName)!);
        return Read(reader);
    }
}
