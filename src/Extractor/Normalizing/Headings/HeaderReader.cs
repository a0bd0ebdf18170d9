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
            var path = column < table.ColumnHeaderPaths.Length ? WithoutNumber(table.ColumnHeaderPaths[column]) : string.Empty;
            columns.Add(new ColumnPath(maps, sides, fiscalYear).Read(column, StandsBefore(table, column, maps) ?? path));
        }

        new SiblingColumns(columns, table, maps).Read();
        return columns.ToImmutable();
    }

    /// <summary>基本工资 / 2: the column's number (栏次) printed as the last line of the headings says nothing of it.</summary>
    private static string WithoutNumber(string path)
    {
        var end = path.LastIndexOf(PathSeparator, StringComparison.Ordinal);
        return end > 0 && HeadingText.Of(path[(end + PathSeparator.Length)..]) is { IsOrdinal: true, Year: null, Words.Length: > 0 }
            ? path[..end] : path;
    }

    /// <summary>
    /// Where no lines are drawn the heading over 小计 and its parts seems to stand over the 总计 before them too: a group has one sum.
    /// The heading of such a column by itself; null for any other.
    /// </summary>
    private static string? StandsBefore(ExtractedTable table, int column, HeadingMaps maps)
    {
        if (table.Method != TableMethod.Aligned || column + 1 >= table.ColumnHeaderPaths.Length)
        {
            return null;
        }

        var (path, next) = (table.ColumnHeaderPaths[column], table.ColumnHeaderPaths[column + 1]);
        var end = path.LastIndexOf(PathSeparator, StringComparison.Ordinal);
        return end > 0 && next.StartsWith(path[..(end + PathSeparator.Length)], StringComparison.Ordinal) &&
            KindOf(path[(end + PathSeparator.Length)..]) == RowKind.Total &&
            KindOf(next[(end + PathSeparator.Length)..]) == RowKind.Subtotal ? path[(end + PathSeparator.Length)..] : null;

        RowKind? KindOf(string heading) => maps.Rows.FindWhole(HeadingText.Of(heading).Words)?.Kind;
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
