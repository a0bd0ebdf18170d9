using System.Collections.Immutable;
using CsvHelper;
using Extractor.Model;
using Extractor.Publishing.Datasets;

namespace Extractor.Publishing.Documentation;

/// <summary>The values of every coded column with their names in Chinese and English: <c>codes.csv</c>, and what the maps name.</summary>
public static class CodeLists
{
    private const string FileName = "codes.csv";

    private static readonly Lazy<ImmutableArray<CodeList>> Own = new(Read);

    /// <summary>The lists of all coded columns, in the order in which the columns stand in the datasets.</summary>
    /// <param name="ofMaps">Lists whose names are rows of the reading maps.</param>
    public static ImmutableArray<CodeList> With(ImmutableArray<CodeList> ofMaps)
    {
        var byName = Own.Value.Concat(ofMaps).ToDictionary(static list => list.Vocabulary, StringComparer.Ordinal);
        return [.. DatasetSchemas.All.SelectMany(static schema => schema.Columns).Select(static column => column.Vocabulary)
            .OfType<string>().Distinct().Where(byName.ContainsKey).Select(name => byName[name])];
    }

    /// <summary>The list of a column; null where its values are free.</summary>
    public static CodeList? Of(this ImmutableArray<CodeList> lists, DatasetColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Vocabulary is { } name ? lists.FirstOrDefault(list => list.Vocabulary == name) : null;
    }

    private static ImmutableArray<CodeList> Read()
    {
        using var text = new StreamReader(typeof(CodeLists).Assembly.GetManifestResourceStream(FileName)!);
        using var csv = CsvReader.Create(text, new CsvReaderOptions { HasHeader = false, Separator = ',' });
        csv.Read();
        var terms = new List<(string Vocabulary, CodeTerm Term)>();
        while (csv.Read())
        {
            var fields = csv.Current.ToArray();
            terms.Add((fields[0], new CodeTerm(fields[1], fields[2], fields[3])));
        }

        return [.. terms.GroupBy(static row => row.Vocabulary, StringComparer.Ordinal)
            .Select(static list => new CodeList(list.Key, [.. list.Select(static row => row.Term)]))];
    }
}
