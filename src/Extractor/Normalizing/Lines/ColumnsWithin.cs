using Extractor.Model;
using Extractor.Model.Budget;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// 事业单位经营支出, 对附属单位补助支出 and 上缴上级支出 stand beside 基本支出 and 项目支出, or show a part of them: the sum tells which.
/// </summary>
internal static class ColumnsWithin
{
    /// <returns>
    /// What the column is then (<c>of_which_operating</c>); null where it is beside the others, prints nothing but zeros, or where its rows
    /// do not agree.
    /// </returns>
    public static string? QualifierOf(BlockLines block, int column)
    {
        var amount = block.Amounts[column];
        if (amount is not { ItemKey: null, Component: Component.Operating or Component.ToSubordinates or Component.ToSuperiors } ||
            Whole(Component.Total) is not (>= 0 and var total) ||
            Whole(Component.Basic) is not (>= 0 and var basic) || Whole(Component.Project) is not (>= 0 and var project))
        {
            return null;
        }

        var isWithin = false;
        for (var row = 0; row < block.Rows.Length; row++)
        {
            if (block.Lines[row, column] is { Yuan: not 0 } && block.Lines[row, total] is { } whole)
            {
                var others = (block.Lines[row, basic]?.Yuan ?? 0) + (block.Lines[row, project]?.Yuan ?? 0);
                if (Math.Abs(whole.Yuan - others) > 3 * whole.HalfPlaceYuan)
                {
                    return null;
                }

                isWithin = true;
            }
        }

        return isWithin ? "of_which_" + SchemaName.Of(amount.Component) : null;

        int Whole(Component component) => Enumerable.Range(0, block.Amounts.Length).FirstOrDefault(index =>
            block.Amounts[index] is { ItemKey: null, Meaning.IsOfWhich: false } other &&
            other.IsSameBucket(amount with { Component = component }), -1);
    }
}
