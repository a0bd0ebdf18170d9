using System.Collections.Frozen;
using System.Collections.Immutable;
using Extractor.Model;

namespace Extractor.Normalizing.Maps;

/// <summary>
/// The words by which printed text is understood outside the maps of headings (<c>pipelines/headings/words.csv</c>). They are the same
/// for every document and are read once a process from the assembly.
/// </summary>
public static class ReadingWords
{
    internal const string FileName = "pipelines/headings/words.csv";

    private static readonly Lazy<FrozenDictionary<WordList, WordSet>> Embedded = new(ReadEmbedded);

    /// <exception cref="InvalidDataException">The map has a fault; all faults are listed with file and line.</exception>
    public static WordSet Of(WordList list) => Embedded.Value[list];

    /// <summary>The words of a list that mean one thing.</summary>
    /// <exception cref="InvalidDataException">The list has no such word.</exception>
    public static WordSet Of(WordList list, string means)
    {
        var words = Of(list).Words.Where(word => word.Means == means).ToImmutableArray();
        return words.IsEmpty
            ? throw new InvalidDataException($"{FileName}: no word of the list '{SchemaName.Of(list)}' means '{means}'")
            : new WordSet(words);
    }

    internal static FrozenDictionary<WordList, WordSet> Read(IReadOnlyDictionary<string, MapFile> files, MapFaults faults)
    {
        var lists = Enum.GetValues<WordList>().ToDictionary(static list => list, static _ => ImmutableArray.CreateBuilder<Word>());
        if (!files.TryGetValue(FileName, out var file))
        {
            faults.Add(FileName, 1, "the map is missing");
            return FrozenDictionary<WordList, WordSet>.Empty;
        }

        foreach (var row in MapTable.Read(file, ["list", "match", "word", "means", "seen_in"], faults).Rows)
        {
            if (!SchemaName.TryParse<WordList>(row["list"], out var list))
            {
                faults.Add(row, $"'{row["list"]}' is no list of words");
            }
            else if (!SchemaName.TryParse<WordMatch>(row["match"], out var match))
            {
                faults.Add(row, $"'{row["match"]}' under match is none of is, has, begins, ends");
            }
            else if (row["word"] is not { Length: > 0 } word || FoldedText.Of(word) != word ||
                lists[list].Exists(other => other.Text == word && other.Match == match && !AreTwoMeanings(other.Means, row["means"])))
            {
                faults.Add(row, $"'{row["word"]}': a word in folded form (half-width, no blanks), once a list and meaning");
            }
            else
            {
                lists[list].Add(new Word(word, match, row["means"]));
            }

            if (row["seen_in"].Length == 0)
            {
                faults.Add(row, $"'{row["word"]}': write where it was seen");
            }
        }

        foreach (var (list, words) in lists)
        {
            if (words.Count == 0)
            {
                faults.Add(FileName, 1, $"no word is in the list '{SchemaName.Of(list)}'");
            }
        }

        return lists.ToFrozenDictionary(static pair => pair.Key, static pair => new WordSet(pair.Value.ToImmutable()));
    }

    /// <summary>科目 heads a list of subjects and one of expenditure: a word may stand twice where each row says what it means.</summary>
    private static bool AreTwoMeanings(string one, string other) => one != other && one.Length > 0 && other.Length > 0;

    private static FrozenDictionary<WordList, WordSet> ReadEmbedded()
    {
        var faults = new MapFaults();
        var words = Read(MapFile.Embedded().ToDictionary(static map => map.Name, StringComparer.Ordinal), faults);
        faults.ThrowIfAny();
        return words;
    }

    private static bool Exists(this ImmutableArray<Word>.Builder words, Predicate<Word> isMeant)
    {
        foreach (var word in words)
        {
            if (isMeant(word))
            {
                return true;
            }
        }

        return false;
    }
}
