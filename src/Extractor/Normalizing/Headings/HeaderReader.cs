using System.Collections.Immutable;
using Extractor.Model.Tables;

namespace Extractor.Normalizing.Headings;

/// <summary>Gives every column of a table its meaning: each path by itself, then by what stands beside it.</summary>
internal static class HeaderReader
{
    /// <summary>Between the headings of a path.</summary>
    public const string PathSeparator = " / ";

    public static ImmutableArray<ColumnMeaning> Read(ExtractedTable table, HeadingMaps maps, int? fiscalYear)
    {
        var columns = ImmutableArray.CreateBuilder<ColumnMeaning>(table.ColumnCount);
        var sides = SideHeadings(table.ColumnHeaderPaths, maps);
        for (var column = 0; column < table.ColumnCount; column++)
        {
            var path = column < table.ColumnHeaderPaths.Length ? table.ColumnHeaderPaths[column] : string.Empty;
            columns.Add(new ColumnPath(maps, sides, fiscalYear).Read(column, path));
        }

        new SiblingColumns(columns, table, maps).Read();
        return columns.ToImmutable();
    }

    /// <summary>
    /// Headings over the names and over the amounts of one side (支出功能分类 / 项目, 支出功能分类 / 预算数): they hold the side
    /// together and are no name of its rows.
    /// </summary>
    private static HashSet<string> SideHeadings(ImmutableArray<string> paths, HeadingMaps maps)
    {
        var overNames = new HashSet<string>(StringComparer.Ordinal);
        var overAmounts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var end = path.LastIndexOf(PathSeparator, StringComparison.Ordinal);
            if (end > 0 && HeadingWords.Find(maps, HeadingText.Of(path[(end + PathSeparator.Length)..])) is { } last)
            {
                (last.Role is ColumnRole.Name or ColumnRole.Code ? overNames : overAmounts).Add(path[..end]);
            }
        }

        overNames.IntersectWith(overAmounts);
        return overNames;
    }
}
