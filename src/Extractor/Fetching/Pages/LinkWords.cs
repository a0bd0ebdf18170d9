using System.Collections.Frozen;
using System.Collections.Immutable;
using CsvHelper;
using Extractor.Fetching.Publishers;
using Extractor.Model;

namespace Extractor.Fetching.Pages;

/// <summary>Lists of <c>pipelines/publishers/links.csv</c>.</summary>
internal enum LinkWordList
{
    /// <summary>What a link to a budget or accounts says (预算, 决算).</summary>
    Subject,

    /// <summary>Names another matter, whatever else it says; the meaning is the reason that is told.</summary>
    Refused,

    /// <summary>Says nothing of what is behind it (下载, [部门预决算]).</summary>
    Generic,

    /// <summary>Headings of what stands beside the matter of a page (相关链接); what stands above them does not hold below them.</summary>
    Aside,

    /// <summary>What stands beside the text of an article: the one before it, the one after it, a code to scan.</summary>
    Neighbour,

    /// <summary>Leads to the next page of a listing (下一页).</summary>
    NextPage,

    /// <summary>CSS selectors of the text of an article (正文).</summary>
    Body,
}

/// <summary>The words by which links are told apart: reviewed rows, the same for every publisher, read once a process.</summary>
internal static class LinkWords
{
    /// <param name="Pattern">Null for a selector.</param>
    internal sealed record Row(string Text, LinkPattern? Pattern, string Meaning);

    internal const string FileName = "pipelines/publishers/links.csv";

    private static readonly Lazy<FrozenDictionary<LinkWordList, ImmutableArray<Row>>> Lists =
        new(static () =>
        {
            using var text = new StreamReader(typeof(LinkWords).Assembly.GetManifestResourceStream(FileName)!);
            return Read(text);
        });

    /// <summary>The selector of article texts.</summary>
    public static string Bodies { get; } = string.Join(", ", Lists.Value[LinkWordList.Body].Select(static row => row.Text));

    public static bool Say(LinkWordList list, string text) => MeaningOf(list, text) is not null;

    /// <summary>The meaning of the first row whose pattern the text has; null where none has.</summary>
    public static string? MeaningOf(LinkWordList list, string text)
    {
        foreach (var (_, pattern, meaning) in Lists.Value[list])
        {
            if (pattern!.Matches(text))
            {
                return meaning;
            }
        }

        return null;
    }

    /// <exception cref="InvalidDataException">A list is unknown, a cell is missing, or a pattern is none.</exception>
    internal static FrozenDictionary<LinkWordList, ImmutableArray<Row>> Read(TextReader text)
    {
        using var csv = CsvReader.Create(text, new CsvReaderOptions { HasHeader = false, Separator = ',', TrackLineNumbers = true });
        var lists = Enum.GetValues<LinkWordList>()
            .ToDictionary(static list => list, static _ => ImmutableArray.CreateBuilder<Row>());
        if (!csv.Read() || csv.Current.ToArray() is not ["list", "pattern", "meaning", "seen_in"])
        {
            throw new InvalidDataException($"{FileName}: the header is 'list,pattern,meaning,seen_in'");
        }

        while (csv.Read())
        {
            if (csv.Current.ToArray() is not [var list, { Length: > 0 } pattern, var meaning, { Length: > 0 }]
                || !SchemaName.TryParse<LinkWordList>(list, out var key)
                || (key == LinkWordList.Refused && meaning.Length == 0))
            {
                throw new InvalidDataException($"{FileName}: '{string.Join(',', csv.Current.ToArray())}' is no row of a known list");
            }

            try
            {
                lists[key].Add(new Row(pattern, key == LinkWordList.Body ? null : new LinkPattern(pattern), meaning));
            }
            catch (ArgumentException error)
            {
                throw new InvalidDataException($"{FileName}: '{pattern}' is no pattern: {error.Message}", error);
            }
        }

        return lists.ToFrozenDictionary(static list => list.Key, static list => list.Value.ToImmutable());
    }
}
