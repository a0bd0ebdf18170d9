using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// Tells what columns of economic classes (工资福利支出, 商品和服务支出 …) divide. They are 人员经费 and 公用经费 only within
/// 基本支出: goods and services are paid for from projects too.
/// </summary>
internal static class EconomicClasses
{
    private static readonly WordSet BasicExpenditure = ReadingWords.Of(WordList.BasicExpenditure);

    /// <param name="whole">What the grand total of the table is.</param>
    public static ImmutableArray<ColumnMeaning> Place(ImmutableArray<ColumnMeaning> columns, Component whole)
    {
        var divideBasic = whole == Component.Basic || (whole != Component.Project &&
            columns.Any(static column => column is { Role: ColumnRole.Amount, Component: Component.Project, IsEconomicClass: false }));
        return [.. columns.Select(column => column is not { IsEconomicClass: true, Component: not Component.Project } ? column
            : divideBasic || BasicExpenditure.Matches(column.Path)
                ? column with { Component = column.Component ?? Component.Basic }
            : column with { Component = null })];
    }
}
