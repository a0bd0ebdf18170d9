using Extractor.Model.Layout;
using Extractor.Tables.Aligned;
using Extractor.Tables.Ruled;
using Extractor.Tables.Text;

namespace Extractor.Tables;

/// <summary>The grids of one page with their text: those that lines draw, then those that alignment shows.</summary>
internal static class GridFinder
{
    /// <summary>A chart has at least so many bands between the lines of its axis.</summary>
    private const int FewestBands = 4;

    public static FoundGrids Find(PageLayout page)
    {
        var ruled = RuledTableFinder.Find(page);

        // A grid inside another one takes its text first.
        var placer = new TextPlacer(page);
        var grids = placer.Place([.. OutsideLabels.Take(page, ruled ?? []).OrderBy(static grid => grid.Box.Width * grid.Box.Height)]);
        foreach (var incomplete in grids.FindAll(static grid => LacksColumns(grid)))
        {
            grids.Remove(incomplete);
            placer.Release(incomplete);
        }

        var charts = grids.FindAll(grid => ChartBars.StandIn(grid, page));
        foreach (var chart in charts)
        {
            grids.Remove(chart);
            placer.Release(chart);
        }

        grids = Classified(grids, placer);
        var aligned = AlignedTableFinder.Find(page, Taken(page, placer.IsPlaced, charts), grids, out var cells);
        foreach (var cell in cells)
        {
            grids.Remove(cell);
            placer.Release(cell);
        }

        foreach (var grid in aligned.Count > 0 ? placer.Place(aligned) : aligned)
        {
            // Figures without a single name beside or above them are those of a chart.
            if (HasLetters(grid))
            {
                grids.Add(grid);
            }
            else
            {
                placer.Release(grid);
            }
        }

        grids.Sort(static (first, second) =>
        {
            var byTop = first.RowLines[0].CompareTo(second.RowLines[0]);
            return byTop != 0 ? byTop : first.ColumnLines[0].CompareTo(second.ColumnLines[0]);
        });
        return new FoundGrids(grids, placer, ruled is null);
    }

    /// <summary>The words that stand in grids, and those of charts: their figures make no rows either.</summary>
    private static ReadOnlySpan<bool> Taken(PageLayout page, ReadOnlySpan<bool> isPlaced, List<PageGrid> charts)
    {
        if (charts.Count == 0)
        {
            return isPlaced;
        }

        var taken = isPlaced.ToArray();
        for (var index = 0; index < taken.Length; index++)
        {
            var word = page.Words[index].Box;
            taken[index] |= charts.Exists(chart => chart.Box.Contains(word.CentreX, word.CentreY));
        }

        return taken;
    }

    /// <summary>The grids that are tables or frames; the words of any other stand loose again, in a frame around it too.</summary>
    private static List<PageGrid> Classified(List<PageGrid> grids, TextPlacer placer)
    {
        var classified = new List<PageGrid>(grids.Count);
        foreach (var grid in grids)
        {
            if (Classify(grid) is { } kept)
            {
                classified.Add(kept);
            }
            else if (grid.Cells.Exists(static cell => cell.Lines.Count > 0))
            {
                placer.Release(grid);
            }
        }

        return classified;
    }

    /// <summary>A frame around text and a row with a single text are no tables; an empty box is nothing at all.</summary>
    private static PageGrid? Classify(PageGrid grid)
    {
        var filled = 0;
        foreach (var cell in grid.Cells)
        {
            filled += cell.Lines.Count > 0 ? 1 : 0;
        }

        if (IsChart(grid, filled))
        {
            return null;
        }

        if (filled >= 2 || (filled == 1 && grid.Cells.Count >= 4))
        {
            return grid;
        }

        return filled == 0 ? null : grid with { IsFragment = true };
    }

    /// <summary>
    /// The grid behind a chart: one column of bands between its lines, most of them empty, with nothing but the figures of
    /// an axis or over bars.
    /// </summary>
    private static bool IsChart(PageGrid grid, int filled) =>
        grid.ColumnCount == 1 && filled > 0 && filled * 2 <= grid.Cells.Count && grid.Cells.Count >= FewestBands && !HasLetters(grid);

    private static bool HasLetters(PageGrid grid) => grid.Cells.Exists(static cell => cell.Text.Any(char.IsLetter));

    /// <summary>
    /// Rows are drawn, but hardly any columns: most lines with numbers hold more than one. Its columns are
    /// told by alignment.
    /// </summary>
    private static bool LacksColumns(PageGrid grid)
    {
        int crowded = 0, single = 0;
        foreach (var cell in grid.Cells)
        {
            foreach (var line in cell.Lines)
            {
                // Where the cell spans as many columns, others tell where they are. Columns stand further apart than words: 6 May 2017.
                var figures = MergedRows.FiguresIn(line, out var areAlone);
                crowded += figures >= TextTolerances.FewestFigures && figures > cell.ColumnSpan && (areAlone || line.WideGaps > 0) ? 1 : 0;
                single += Characters.IsOneNumber(line.Text) ? 1 : 0;
            }
        }

        return crowded >= 2 && (crowded > single || grid.ColumnCount <= 3);
    }
}

/// <summary>What was found on a page.</summary>
/// <param name="Grids">From top to bottom.</param>
/// <param name="IsDrawing">More lines cross than in any table: they draw a picture, and no grid was made of them.</param>
internal sealed record FoundGrids(List<PageGrid> Grids, TextPlacer Placer, bool IsDrawing)
{
    /// <summary>A word of the page stands in a grid, or did until the grid was dissolved.</summary>
    public ReadOnlySpan<bool> IsPlaced => Placer.IsPlaced;
}
