using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extractor.Extracting.Tables.Aligned;
using Extractor.Extracting.Tables.Ruled;
using Extractor.Extracting.Tables.Text;
using Extractor.Model.Evidence;
using Extractor.Model.Layout;

namespace Extractor.Extracting.Tables;

/// <summary>One page: its grids, their text, and the lines that stand outside them.</summary>
internal static partial class PageTableFinder
{
    /// <summary>A chart has at least so many bands between the lines of its axis.</summary>
    private const int FewestBands = 4;

    public static PageFind Find(PageLayout page)
    {
        var findings = new List<Finding>();
        var grids = RuledTableFinder.Find(page);
        if (grids is null)
        {
            findings.Add(new Finding(
                "too_many_rulings",
                Severity.Warning,
                $"第 {page.Number} 页线条过多（{page.Rulings.Length} 条），按图形处理，未识别表格；请人工查看该页。",
                $"Page {page.Number} has more crossing lines ({page.Rulings.Length}) than any table; it was held for a drawing and no " +
                $"table was read. Look at the page.",
                page.Number,
                new Box(0, 0, page.Width, page.Height),
                null,
                null));
            grids = [];
        }

        // A grid inside another one takes its text first.
        var placer = new TextPlacer(page);
        grids = placer.Place([.. grids.OrderBy(static grid => grid.Box.Width * grid.Box.Height)]);
        foreach (var incomplete in grids.FindAll(static grid => LacksColumns(grid)))
        {
            grids.Remove(incomplete);
            placer.Release(incomplete);
        }

        grids = [.. grids.Select(Classify).OfType<PageGrid>()];
        var aligned = AlignedTableFinder.Find(page, placer.IsPlaced, grids);
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

        var lines = LooseLines(page, grids, placer.IsPlaced);
        if (grids.Exists(grid => IsContents(grid, lines)))
        {
            grids.RemoveAll(grid => IsContents(grid, lines));
            lines = LooseLines(page, grids, placer.IsPlaced);
        }

        var layer = TextLayerOfPage.Of(page);
        return new PageFind(
            page.Number, page.Width, page.Height, page.Rotation, page.Glyphs.Length, layer.VisibleGlyphs, layer.UnmappedGlyphs,
            layer.ImageCoverage, grids, lines, page.Faults, null, findings);
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
            crowded += MergedRows.LinesWithSeveral(cell);
            foreach (var line in cell.Lines)
            {
                single += Characters.IsOneNumber(line.Text) ? 1 : 0;
            }
        }

        return crowded >= 2 && (crowded > single || grid.ColumnCount <= 3);
    }

    /// <summary>A list of contents set in a grid: it stands under 目录 and holds no amount.</summary>
    private static bool IsContents(PageGrid grid, List<LooseLine> lines)
    {
        var isHeaded = lines.Exists(line => line.Box.Bottom <= grid.Box.Top + line.FontSize && Contents().IsMatch(line.Text));
        return isHeaded && !grid.Cells.Exists(static cell => Amount().IsMatch(cell.Text));
    }

    private static List<LooseLine> LooseLines(PageLayout page, List<PageGrid> grids, ReadOnlySpan<bool> isPlaced)
    {
        var lines = new List<LooseLine>();
        var words = page.Words.AsSpan();
        foreach (ref readonly var line in page.Lines.AsSpan())
        {
            var segments = ImmutableArray.CreateBuilder<LineSegment>();
            var loose = 0;
            for (var index = line.FirstWord; index < line.FirstWord + line.WordCount; index++)
            {
                ref readonly var word = ref words[index];
                if (isPlaced[index] && IsInside(grids, word.Box))
                {
                    continue;
                }

                loose++;
                if (segments.Count > 0)
                {
                    var last = segments[^1];
                    var gap = word.Box.Left - last.Box.Right;
                    if (gap <= TextTolerances.SegmentGap * word.FontSize)
                    {
                        var isApart = gap > TextTolerances.WordGap * word.FontSize
                            && !(Characters.IsIdeographic(last.Text[^1]) && Characters.IsIdeographic(word.Text[0]));
                        segments[^1] = new LineSegment(
                            isApart ? last.Text + " " + word.Text : last.Text + word.Text, last.Box.Union(word.Box));
                        continue;
                    }
                }

                segments.Add(new LineSegment(word.Text, word.Box));
            }

            if (loose == 0)
            {
                continue;
            }

            var box = segments[0].Box;
            foreach (var segment in segments)
            {
                box = box.Union(segment.Box);
            }

            var text = loose == line.WordCount ? line.Text : string.Join(' ', segments.Select(static segment => segment.Text));
            lines.Add(new LooseLine(text, box, line.FontSize, line.IsBold, segments.ToImmutable()));
        }

        return lines;
    }

    private static bool IsInside(List<PageGrid> grids, Box box)
    {
        foreach (var grid in grids)
        {
            if (grid.Box.Intersects(box))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^\s*(?:报表|表格|公开|预算)*\s*目\s*[录次]\s*$")]
    private static partial Regex Contents();

    [GeneratedRegex(@"^-?[\d,]+\.\d+$")]
    private static partial Regex Amount();
}
