using Extractor.Model;
using Extractor.Normalizing;
using Extractor.Normalizing.Maps;
using Extractor.Parquet;
using Extractor.Publishing;
using Extractor.Publishing.Datasets;
using Extractor.Publishing.Documentation;

namespace Extractor.Tests.Publishing;

/// <summary>The values of coded columns: all of them, in both languages, and no others.</summary>
public sealed class CodeListTests
{
    private static readonly ILookup<string, CodeList> Lists =
        CodeLists.With(ReferenceData.Load().CodeLists).ToLookup(static list => list.Vocabulary, StringComparer.Ordinal);

    private static IEnumerable<DatasetColumn> Columns => DatasetSchemas.All.SelectMany(static schema => schema.Columns);

    [Fact]
    public void Schema_EveryVocabulary_HasOneListWithNamesInBothLanguages()
    {
        var vocabularies = Columns.Select(static column => column.Vocabulary).OfType<string>().Distinct().ToList();

        Assert.Equal([], vocabularies.Where(static vocabulary => Lists[vocabulary].Count() != 1));
        Assert.Equal([], Lists.SelectMany(static list => list).SelectMany(static list => list.Terms.Where(static term =>
            term.NameEn.Length == 0 || !term.NameZh.Any(static letter => letter is >= '一' and <= '龥')))
            .Select(static term => term.Value));
        Assert.Equal([], Lists.SelectMany(static list => list).SelectMany(static list => list.Terms.CountBy(static term => term.Value)
            .Where(static count => count.Value > 1).Select(count => $"{list.Vocabulary} {count.Key}")));
    }

    /// <summary>A member without a name, or a name without a member, is a fault of <c>codes.csv</c> or <c>kinds.csv</c>.</summary>
    [Fact]
    public void Lists_OfEnumerations_AreTheirMembers()
    {
        var enumerations = typeof(SchemaName).Assembly.GetTypes().Concat(typeof(DatasetSchemas).Assembly.GetTypes())
            .Where(static type => type.IsEnum).ToLookup(static type => NameOf(type.Name), StringComparer.Ordinal);
        var checkedLists = 0;
        foreach (var list in Lists.SelectMany(static list => list))
        {
            if (enumerations[list.Vocabulary].ToList() is [var enumeration])
            {
                checkedLists++;
                Assert.Equal(Enum.GetNames(enumeration).Select(NameOf).Order(StringComparer.Ordinal), list.Terms.Select(static term =>
                    term.Value).Order(StringComparer.Ordinal));
            }
        }

        Assert.InRange(checkedLists, 20, int.MaxValue);
    }

    /// <summary>What the reading maps may say that a row, a figure or a section is.</summary>
    [Fact]
    public void Lists_OfMaps_HoldEveryWordOfTheMaps()
    {
        var maps = MapFile.Embedded();
        Assert.Equal([], ColumnOf(maps, "rows.csv", "item").Concat(ColumnOf(maps, "revenue_rows.csv", "item"))
            .Concat(ColumnOf(maps, "three_public_items.csv", "item")).Concat(ColumnOf(maps, "columns.csv", "item"))
            .Except(Values("item_key")).Except(Values("qualifier")));
        Assert.Equal([], ColumnOf(maps, "sections.csv", "section_key").Except(Values("section_key")));
        Assert.Equal([], ColumnOf(maps, "figures.csv", "figure_keys").Except(Values("figure_key")));
    }

    /// <summary>The documents of the tests hold nothing that the lists do not have.</summary>
    [Fact]
    public void Publish_CodedColumns_HoldListedValuesOnly()
    {
        var folder = Directory.CreateTempSubdirectory("codes").FullName;
        try
        {
            DatasetPublisher.Publish(
                SampleDocuments.Source(SampleDocuments.Make("a.pdf")), folder, 1, TestContext.Current.CancellationToken);
            foreach (var schema in DatasetSchemas.All)
            {
                foreach (var path in Directory.EnumerateFiles(Path.Combine(folder, schema.Name), "*.parquet", SearchOption.AllDirectories))
                {
                    using var file = ParquetFileReader.Open(path);
                    for (var rowGroup = 0; rowGroup < file.RowGroupCount; rowGroup++)
                    {
                        foreach (var column in schema.Columns.Where(static column => column.Vocabulary is not null and not "finding_rule"))
                        {
                            Assert.Equal([], file.ReadStrings(rowGroup, column.Name).OfType<string>().Except(Values(column.Vocabulary!))
                                .Select(value => $"{schema.Name}.{column.Name} {value}"));
                        }
                    }
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> Values(string vocabulary) => Lists[vocabulary].Single().Terms.Select(static term => term.Value);

    private static IEnumerable<string> ColumnOf(IEnumerable<MapFile> maps, string file, string column)
    {
        var lines = maps.Single(map => map.Name == $"pipelines/headings/{file}").Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var index = Array.IndexOf(lines[0].Trim().Split(','), column);
        return lines.Skip(1).SelectMany(line => FieldsOf(line)[index].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct();
    }

    /// <summary>The fields of a line of a map; no field of the columns that are asked for is quoted.</summary>
    private static string[] FieldsOf(string line)
    {
        var parts = line.Trim().Split('"');
        return string.Concat(parts.Where(static (_, index) => index % 2 == 0)).Split(',');
    }

    private static string NameOf(string member) => string.Concat(member.Select(static (letter, index) =>
        char.IsAsciiLetterUpper(letter) ? (index > 0 ? "_" : string.Empty) + char.ToLowerInvariant(letter) : letter.ToString()));
}
