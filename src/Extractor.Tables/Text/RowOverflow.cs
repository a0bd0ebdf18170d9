using Extractor.Model.Layout;

namespace Extractor.Tables.Text;

/// <summary>
/// Text that is higher than its cell runs over the line below (or above) it. A run that stands on such a line belongs to
/// the cell whose text it follows at the distance of one line.
/// </summary>
internal static class RowOverflow
{
    public static void Settle(PageGrid grid, Span<PlacedRun> runs, ReadOnlySpan<Glyph> glyphs)
    {
        if (runs.Length > TextTolerances.MostRuns)
        {
            return;
        }

        for (var index = 0; index < runs.Length; index++)
        {
            var run = runs[index];
            var other = OtherCell(grid, run);
            if (other is null)
            {
                continue;
            }

            var fontSize = glyphs[run.FirstGlyph].FontSize;
            if (LeadingTo(runs, run, other, fontSize) is { } away
                && (LeadingTo(runs, run, run.Cell, fontSize) is not { } own
                    || (own < TextTolerances.FreeLeading && away >= TextTolerances.FreeLeading)))
            {
                runs[index] = run with { Cell = other };
            }
        }
    }

    /// <summary>The cell on the other side of the line that a run stands on; null where it stands on none.</summary>
    private static GridCell? OtherCell(PageGrid grid, in PlacedRun run)
    {
        var middle = run.Box.CentreY;
        var reach = TextTolerances.OnLine * run.Box.Height;
        var cell = run.Cell.Box;
        if (middle - cell.Top < reach)
        {
            return run.Cell.Row > 0 ? grid.CellAtPoint(run.Box.CentreX, cell.Top - 0.5) : null;
        }

        return cell.Bottom - middle < reach && run.Cell.Row + run.Cell.RowSpan < grid.RowCount
            ? grid.CellAtPoint(run.Box.CentreX, cell.Bottom + 0.5)
            : null;
    }

    /// <summary>How far, in ems, the nearest run of the cell is that stands one line above or below; null where there is none.</summary>
    private static double? LeadingTo(ReadOnlySpan<PlacedRun> runs, in PlacedRun run, GridCell cell, float fontSize)
    {
        double? nearest = null;
        foreach (ref readonly var near in runs)
        {
            if (!ReferenceEquals(near.Cell, cell) || near.FirstGlyph == run.FirstGlyph)
            {
                continue;
            }

            var leading = Math.Abs(near.Box.CentreY - run.Box.CentreY) / fontSize;
            if (leading >= TextTolerances.SmallestLeading && leading <= TextTolerances.LargestLeading
                && near.Box.Left < run.Box.Right && run.Box.Left < near.Box.Right)
            {
                nearest = nearest < leading ? nearest : leading;
            }
        }

        return nearest;
    }
}
