using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extractor.Model.Evidence;
using Extractor.Model.Layout;
using Extractor.Tables;
using Extractor.Tables.Text;

namespace Extractor.Extracting.Tables;

/// <summary>One page: its grids, their text, and the lines that stand outside them.</summary>
internal static partial class PageTableFinder
{
    public static PageFind Find(PageLayout page)
    {
        var findings = new List<Finding>();
        var found = GridFinder.Find(page);
        if (found.IsDrawing)
        {
            findings.Add(new Finding(
                FindingRule.TooManyRulings,
                Severity.Warning,
                $"第 {page.Number} 页线条过多（{page.Rulings.Length} 条），按图形处理，未识别表格；请人工查看该页。",
                $"Page {page.Number} has more crossing lines ({page.Rulings.Length}) than any table; it was held for a drawing and no " +
                $"table was read. Look at the page.",
                page.Number,
                new Box(0, 0, page.Width, page.Height),
                null,
                null)
            {
                Cause = string.Empty,
            });
        }

        var grids = found.Grids;
        var lines = LooseLines(page, grids, found.IsPlaced);
        if (grids.Exists(grid => IsContents(grid, lines)))
        {
            grids.RemoveAll(grid => IsContents(grid, lines));
            lines = LooseLines(page, grids, found.IsPlaced);
        }

        var layer = TextLayerOfPage.Of(page);
        return new PageFind(
            page.Number, page.Width, page.Height, page.Rotation, page.Glyphs.Length, layer.VisibleGlyphs, layer.UnmappedGlyphs,
            layer.ImageCoverage, grids, lines, page.Faults, null, findings);
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
