using System.Collections.Immutable;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Performance;

/// <summary>The columns of one block of indicators; forms set the blocks of several years side by side.</summary>
internal sealed record IndicatorColumns(
    FormColumn? Level1, FormColumn? Level2, FormColumn? Level3, FormColumn? Target, FormColumn? TargetSign, FormColumn? TargetUnit,
        FormColumn? Actual, FormColumn? Weight, FormColumn? Score, FormColumn? Deviation)
{
    private static readonly WordSet OfYear = ReadingWords.Of(WordList.TargetOfYear);

    /// <summary>The blocks under a header; of blocks of the year and of the whole period only those of the year.</summary>
    public static ImmutableArray<IndicatorColumns> Of(ImmutableArray<FormColumn> columns)
    {
        int[] starts = [.. Enumerable.Range(0, columns.Length).Where(index => columns[index].Role == PerformanceRole.Level3)];
        if (starts.Length == 0)
        {
            return [Read(columns, columns)];
        }

        var blocks = ImmutableArray.CreateBuilder<(IndicatorColumns Columns, bool IsOfYear)>();
        for (var block = 0; block < starts.Length; block++)
        {
            var end = block + 1 < starts.Length ? starts[block + 1] : columns.Length;
            blocks.Add((Read(columns[..(starts[block] + 1)], columns[starts[block]..end]), columns[starts[block]].Outer.Any(IsOfYear)));
        }

        var ofYear = blocks.Any(static block => block.IsOfYear);
        return [.. blocks.Where(block => block.IsOfYear == ofYear).Select(static block => block.Columns)];
    }

    /// <param name="names">Up to the lowest level: the levels nearest to it are its own.</param>
    /// <param name="values">From the lowest level to the next block.</param>
    private static IndicatorColumns Read(ImmutableArray<FormColumn> names, ImmutableArray<FormColumn> values) => new(
        names.LastOrDefault(static column => column.Role == PerformanceRole.Level1),
        names.LastOrDefault(static column => column.Role == PerformanceRole.Level2),
        names.LastOrDefault(static column => column.Role == PerformanceRole.Level3),
        TargetOf(values),
        First(values, PerformanceRole.TargetSign),
        First(values, PerformanceRole.TargetUnit),
        First(values, PerformanceRole.Actual),
        First(values, PerformanceRole.Weight),
        First(values, PerformanceRole.Score),
        First(values, PerformanceRole.Deviation));

    private static FormColumn? TargetOf(ImmutableArray<FormColumn> values)
    {
        var targets = values.Where(static column => column.Role == PerformanceRole.Target).ToList();
        return targets.Find(static column => IsOfYear(column.Heading)) ?? targets.FirstOrDefault() ??
            First(values, PerformanceRole.TargetOther);
    }

    private static FormColumn? First(ImmutableArray<FormColumn> columns, PerformanceRole role) =>
        columns.FirstOrDefault(column => column.Role == role);

    public static bool IsOfYear(string heading) => OfYear.Matches(heading);
}
