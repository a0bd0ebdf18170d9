using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// A table of revenue and expenditure that sets its two sides one below the other, in the same columns: rows of a side follow a row that
/// prints nothing but 收入 or 支出.
/// </summary>
internal static class StackedSides
{
    /// <summary>The sides from top to bottom with their rows; empty where the rows are of one side.</summary>
    public static ImmutableArray<(Direction Direction, TableGrid Rows)> Find(TableGrid grid, TableBlock block, HeadingMaps maps)
    {
        var sides = ImmutableArray.CreateBuilder<(Direction Direction, TableGrid Rows)>();
        var starts = grid.BodyRows.Select(row => (Row: row, Side: SideOf(row))).Where(static start => start.Side is not null).ToList();
        if (starts.Select(static start => start.Side).Distinct().Count() < 2 || starts[0].Row != grid.BodyRows[0])
        {
            return [];
        }

        for (var index = 0; index < starts.Count; index++)
        {
            var end = index + 1 < starts.Count ? starts[index + 1].Row : int.MaxValue;
            sides.Add((starts[index].Side!.Value, grid.Within(starts[index].Row + 1, end)));
        }

        return sides.ToImmutable();

        Direction? SideOf(int row)
        {
            var label = block.Slots is [{ Name: { } name }, ..] ? grid.Text(row, name.Column) : string.Empty;
            return label.Length > 0 && !block.Amounts.Any(amount => grid.Text(row, amount.Column).Length > 0) &&
                HeadingText.Of(label) is var heading && maps.Columns.FindWhole(heading.Words) is { Role: ColumnRole.Group }
                ? HeadingWords.DirectionOf(heading) : null;
        }
    }
}
