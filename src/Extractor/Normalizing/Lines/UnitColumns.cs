using System.Collections.Immutable;
using Extractor.Normalizing.Headings;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// Tables that set the units beside one another: each heads columns of amounts, and the rows below are what all of them spend on.
/// Names alone may be anything; the amounts of the units have to make the 合计 beside them.
/// </summary>
internal static class UnitColumns
{
    /// <summary>One column that is named like a unit may be a remark.</summary>
    private const int FewestUnits = 2;

    public static ImmutableArray<ColumnMeaning> Place(ImmutableArray<ColumnMeaning> columns, TableGrid grid, HeadingMaps maps,
        int? fiscalYear)
    {
        var units = columns.Where(static column => column.Role is ColumnRole.Unmapped or ColumnRole.Amount)
            .Select(column => (column.Column, Unit: UnitIn(column.Path, maps))).Where(static column => column.Unit is not null)
            .ToDictionary(static column => column.Column, static column => column.Unit!);
        if (units.Values.Distinct(StringComparer.Ordinal).Count() < FewestUnits)
        {
            return columns;
        }

        ImmutableArray<ColumnMeaning> placed = [.. columns.Select(column => !units.TryGetValue(column.Column, out var unit) ? column
            : OfUnit(new ColumnPath(maps, [], fiscalYear).Read(column.Column, WithoutUnit(column.Path, unit)), unit, column.Path))];
        return placed.Any(whole => whole is { Role: ColumnRole.Amount, UnitName: null } && IsSum(whole, placed, grid)) ? placed : columns;
    }

    /// <summary>The columns of the units that are of one meaning with the column of all.</summary>
    public static bool IsOfSameMeaning(ColumnMeaning whole, ColumnMeaning part) => part.UnitName is not null && whole.UnitName is null &&
        part with { Column = whole.Column, Path = whole.Path, UnitName = null, Role = whole.Role } == whole;

    private static ColumnMeaning OfUnit(ColumnMeaning column, string unit, string path) => column with
    {
        Role = column.Role == ColumnRole.Unmapped ? ColumnRole.Amount : column.Role,
        UnitName = unit,
        Path = path,
    };

    private static string? UnitIn(string path, HeadingMaps maps) => path.Split(HeaderReader.PathSeparator)
        .FirstOrDefault(part => UnitNames.IsLike(part) && HeadingWords.Find(maps, HeadingText.Of(part)) is null);

    private static string WithoutUnit(string path, string unit) => string.Join(
        HeaderReader.PathSeparator, path.Split(HeaderReader.PathSeparator).Where(part => part != unit));

    /// <summary>In most of its rows: one may be printed wrongly.</summary>
    private static bool IsSum(ColumnMeaning whole, ImmutableArray<ColumnMeaning> columns, TableGrid grid)
    {
        var parts = columns.Where(part => IsOfSameMeaning(whole, part)).ToList();
        int met = 0, missed = 0;
        foreach (var row in grid.BodyRows)
        {
            if (grid.Amount(row, whole.Column) is { Value: not 0 and var sum })
            {
                _ = parts.Sum(part => grid.Amount(row, part.Column)?.Value ?? 0) == sum ? met++ : missed++;
            }
        }

        return parts.Count >= FewestUnits && met > missed;
    }
}
