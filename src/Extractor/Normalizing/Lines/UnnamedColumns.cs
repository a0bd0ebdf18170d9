using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Headings;

namespace Extractor.Normalizing.Lines;

/// <summary>Columns that name rows under a heading that is blank or that no map knows: their words tell it.</summary>
/// <param name="direction">Of all amounts of the table; null where revenue stands beside expenditure.</param>
internal sealed class UnnamedColumns(TableGrid grid, Direction? direction)
{
    /// <summary>Gives the columns of units and of names their roles.</summary>
    public ImmutableArray<ColumnMeaning> Place(ImmutableArray<ColumnMeaning> columns) => WithUnnamedColumns(WithUnnamedUnits(columns));

    /// <summary>
    /// 申报单位 under a heading that no map knows: words that are named like units, beside a column that names the rows. 项目名称 | 单位（项目）名称:
    /// of two columns of names the second, where its words are.
    /// </summary>
    private ImmutableArray<ColumnMeaning> WithUnnamedUnits(ImmutableArray<ColumnMeaning> columns)
    {
        var named = columns.FirstOrDefault(column => (column.Role == ColumnRole.Unmapped || IsSecondName(column, columns)) &&
            IsMostly(column.Column, UnitNames.IsLike));
        return named is null || columns.Any(static column => column.Role is ColumnRole.UnitName or ColumnRole.UnitCode) ||
            !columns.Any(static column => column.Role == ColumnRole.Name ||
                column is { Role: ColumnRole.Ignored, Classification: Classification.Procurement })
            ? columns : columns.SetItem(named.Column, named with { Role = ColumnRole.UnitName });
    }

    /// <summary>Behind a column of names that are not like those of units, with no amount between.</summary>
    private bool IsSecondName(ColumnMeaning column, ImmutableArray<ColumnMeaning> columns) => column.Role == ColumnRole.Name &&
        columns.Take(column.Column).Reverse().TakeWhile(static before => before.Role != ColumnRole.Amount)
            .Any(before => before.Role == ColumnRole.Name && !IsMostly(before.Column, UnitNames.IsLike));

    /// <summary>
    /// Where no heading names the rows (the heading is blank, or a word that no map knows), the first column of names or codes
    /// left of the amounts does.
    /// </summary>
    private ImmutableArray<ColumnMeaning> WithUnnamedColumns(ImmutableArray<ColumnMeaning> columns)
    {
        if (columns.Any(static column => column.Role is ColumnRole.Name or ColumnRole.UnitName or ColumnRole.UnitCode))
        {
            return direction is null ? [.. columns.Select(column => NamesTheOtherSide(column, columns)
                ? column with { Role = ColumnRole.Name } : column)] : columns;
        }

        var firstAmount = columns.Select(static column => column.Role).ToList().IndexOf(ColumnRole.Amount);
        var named = columns.FirstOrDefault(column => column.Column < firstAmount && column.Role == ColumnRole.Unmapped &&
            IsMostly(column.Column, PrintedAmount.IsName));
        var coded = columns.FirstOrDefault(column => column.Column < firstAmount && column.Role == ColumnRole.Unmapped &&
            IsMostly(column.Column, static text => PrintedCode.Read(text) is { Name.Length: 0 }));
        return [.. columns.Select(column => column == named ? column with { Role = ColumnRole.Name } : column == coded
            ? column with { Role = ColumnRole.Code } : column)];
    }

    /// <summary>
    /// 支出用途 of a table with two sides: a column of words between the amounts of one side and those of the other, or between amounts
    /// of one heading, which nothing else tells apart.
    /// </summary>
    private bool NamesTheOtherSide(ColumnMeaning column, ImmutableArray<ColumnMeaning> columns) =>
        column.Role is ColumnRole.Unmapped or ColumnRole.Ignored && column.Column > 0 && column.Column + 1 < columns.Length &&
        column.Path.Contains(HeaderReader.PathSeparator, StringComparison.Ordinal) &&
        columns[column.Column - 1].Role == ColumnRole.Amount && columns[column.Column + 1].Role == ColumnRole.Amount &&
        (SideOf(column.Path) != SideOf(columns[column.Column - 1].Path) ||
            columns[column.Column - 1].Path == columns[column.Column + 1].Path) && IsMostly(column.Column, PrintedAmount.IsName);

    private static string SideOf(string path) => path.Split(HeaderReader.PathSeparator)[0];

    private bool IsMostly(int column, Func<string, bool> predicate)
    {
        var texts = grid.BodyRows.Select(row => grid.Text(row, column)).Where(static text => text.Length > 0).ToList();
        return texts.Count > 0 && texts.Count(predicate) * 2 > texts.Count;
    }
}
