using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Tables;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Lines;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Governments;

/// <summary>
/// 债务余额 | 其中：一般债 | 专项债: a column that its heading calls a part is one of the column before it, and so are those behind it that
/// make that column with it.
/// </summary>
internal static class PartColumns
{
    public static ImmutableArray<GovernmentColumn> Place(ImmutableArray<GovernmentColumn> columns, TableGrid grid)
    {
        var placed = columns.ToBuilder();
        foreach (var part in columns.Where(static column => column is { Role: GovernmentColumnRole.Amount, Meaning.IsOfWhich: true }))
        {
            if (WholeOf(part, columns) is { } whole)
            {
                placed[part.Meaning.Column] = PartOf(whole, part);
            }
        }

        foreach (var parts in placed.Where(static column => column.Meaning.PartOf is not null)
            .GroupBy(static column => column.Meaning.PartOf!.Value).ToList())
        {
            var whole = columns[parts.Key];
            List<int> all = [.. parts.Select(static part => part.Meaning.Column)];
            List<GovernmentColumn> behind = [.. columns.Skip(all[^1] + 1)
                .Where(other => !other.Meaning.IsOfWhich && AreAlike(other, whole))];
            for (var count = 0; count <= behind.Count; count++)
            {
                if (ItemColumns.MakeTheWhole(grid, parts.Key, [.. all, .. behind.Take(count).Select(static next => next.Meaning.Column)]))
                {
                    behind.Take(count).ToList().ForEach(next => placed[next.Meaning.Column] = PartOf(whole, next));
                    break;
                }
            }
        }

        return placed.ToImmutable();
    }

    /// <summary>基本支出 and 项目支出 beside the expenditure of a class.</summary>
    public static Component? ComponentOf(ColumnMeaning meaning, HeadingMaps maps) =>
        HeadingWords.Find(maps, HeadingText.Of(meaning.OwnHeading))?.Component is (Component.Basic or Component.Project) and var named
            ? named : null;

    /// <summary>The headings over a column, the outer first; over a part (其中：新增限额) those of the column that it is a part of too.</summary>
    public static ImmutableArray<string> HeadingsOf(ColumnMeaning meaning, ExtractedTable table) =>
        [.. (meaning.PartOf is { } whole ? table.ColumnHeaderPaths[whole] + HeaderReader.PathSeparator + meaning.Path : meaning.Path)
            .Split(HeaderReader.PathSeparator).Select(FoldedText.Of)];

    private static GovernmentColumn PartOf(GovernmentColumn whole, GovernmentColumn part) =>
        part with { Meaning = part.Meaning with { IsOfWhich = true, PartOf = whole.Meaning.Column } };

    /// <summary>The nearest one before it of the same own heading (本金 | 其中 / 本金), else the nearest.</summary>
    private static GovernmentColumn? WholeOf(GovernmentColumn part, ImmutableArray<GovernmentColumn> columns)
    {
        var before = columns.Take(part.Meaning.Column).Where(other => !other.Meaning.IsOfWhich && AreAlike(other, part)).ToList();
        return before.FindLast(other => other.Meaning.OwnHeading == part.Meaning.OwnHeading) ?? before.LastOrDefault();
    }

    /// <summary>Of one year and phase; 合计 over 其中：当年预算 names none.</summary>
    private static bool AreAlike(GovernmentColumn one, GovernmentColumn other) => one.Role == other.Role &&
        (one.Meaning.Period, one.Scope.Year) == (other.Meaning.Period, other.Scope.Year) &&
        (one.Meaning.Phase ?? other.Meaning.Phase) == (other.Meaning.Phase ?? one.Meaning.Phase);
}
