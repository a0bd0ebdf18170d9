using System.Collections.Immutable;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// 部门编码 | 部门名称 | 单位编码 | 单位名称: of two columns of units beside one another the rows are of those of the second, where each of
/// them stands beside one of the first alone and these stand beside several.
/// </summary>
internal static class DepartmentColumns
{
    /// <summary>The columns of departments lose their role, and with them their codes.</summary>
    public static ImmutableArray<ColumnMeaning> Place(ImmutableArray<ColumnMeaning> columns, TableGrid grid)
    {
        foreach (var (outer, inner) in PairsOf(columns, ColumnRole.UnitName).Where(pair => IsDepartmentOf(pair.First, pair.Second, grid)))
        {
            columns = Without(columns, outer);
            foreach (var (code, _) in PairsOf(columns, ColumnRole.UnitCode).Where(pair => pair.Second.Column < inner.Column))
            {
                columns = Without(columns, code);
            }
        }

        return columns;
    }

    /// <summary>Of a role, one after the other on the same side of the table.</summary>
    private static List<(ColumnMeaning First, ColumnMeaning Second)> PairsOf(ImmutableArray<ColumnMeaning> columns, ColumnRole role)
    {
        var own = columns.Where(column => column.Role == role).ToList();
        return [.. own.Zip(own.Skip(1)).Where(pair => !columns.Any(between => between.Role == ColumnRole.Amount &&
            between.Column > pair.First.Column && between.Column < pair.Second.Column))];
    }

    private static bool IsDepartmentOf(ColumnMeaning outer, ColumnMeaning inner, TableGrid grid)
    {
        var rows = grid.BodyRows.Select(row => (Outer: FoldedText.Of(grid.TextOver(row, outer.Column)),
            Inner: FoldedText.Of(grid.TextOver(row, inner.Column)))).Where(static row => PrintedAmount.IsName(row.Outer)).ToList();
        var units = rows.Where(static row => PrintedAmount.IsName(row.Inner)).Distinct().ToList();
        var departments = units.Select(static row => row.Outer).ToHashSet(StringComparer.Ordinal);
        return departments.Count < units.Count && units.DistinctBy(static row => row.Inner).Count() == units.Count &&
            !rows.Exists(row => !PrintedAmount.IsName(row.Inner) && departments.Contains(row.Outer));
    }

    private static ImmutableArray<ColumnMeaning> Without(ImmutableArray<ColumnMeaning> columns, ColumnMeaning column) =>
        columns.Replace(column, column with { Role = ColumnRole.Ignored, IsOfDepartment = true });
}
