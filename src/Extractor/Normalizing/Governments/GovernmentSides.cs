using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Lines;

namespace Extractor.Normalizing.Governments;

/// <summary>收入 and 支出 one below the other in one list (社会保险基金预算收支总表, 财政收支总表): which side each row is of.</summary>
internal static class GovernmentSides
{
    /// <returns>
    /// By row: what the uppermost row of its branch that names one side names (二、支出 for 上解上级支出 and 其他 below it); null where
    /// none does (本年收支结余).
    /// </returns>
    public static ImmutableArray<Direction?> Of(ImmutableArray<TableRow> rows, GovernmentTree tree)
    {
        var sides = new Direction?[rows.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            for (var above = row; above >= 0; above = tree.Parents[above])
            {
                sides[row] = GovernmentTotal.SideOf(rows[above].Label) ?? sides[row];
            }
        }

        return [.. sides];
    }
}
