using System.Text.RegularExpressions;
using Extractor.Extracting.Tables.Captions;

namespace Extractor.Extracting.Tables;

/// <summary>
/// Page numbers and running heads: lines at the edge of the page that count up, or that stand at the same place of
/// many pages. Titles of tables repeat too, so a line that reads like a caption is furniture only where it stands on
/// nearly every page.
/// </summary>
internal static partial class PageFurniture
{
    public static void Mark(IReadOnlyList<PageFind> pages)
    {
        var repeated = new Dictionary<(string Text, int Place), List<(int Page, LooseLine Line)>>();
        for (var index = 0; index < pages.Count; index++)
        {
            foreach (var line in pages[index].Lines)
            {
                line.Role = IsTurnedNumber(pages[index], line) ? LineRole.Furniture : line.Role;
            }

            foreach (var line in LinesAtEdge(pages[index]))
            {
                if (PageNumber().IsMatch(line.Text) && (IsInMargin(pages[index], line) || DressedNumber().IsMatch(line.Text)))
                {
                    line.Role = LineRole.Furniture;
                    continue;
                }

                if (!IsInMargin(pages[index], line))
                {
                    continue;
                }

                var key = (IsTableNumber(line.Text) ? line.Text : WithoutDigits(line.Text),
                    (int)Math.Round(line.Box.CentreY / FurnitureTolerances.SamePlace));
                if (!repeated.TryGetValue(key, out var places))
                {
                    repeated.Add(key, places = []);
                }

                places.Add((index, line));
            }
        }

        foreach (var places in repeated.Values)
        {
            var isCaption = CaptionPatterns.IsCaptionLike(places[0].Line.Text)
                || places.TrueForAll(place => IsOverUnitOfTable(pages[place.Page], place.Line));
            var isFurniture = isCaption
                ? places.Count >= FurnitureTolerances.FewestCaptions
                    && places.Count >= FurnitureTolerances.ShareOfCaptions * pages.Count
                : places.Count >= FurnitureTolerances.FewestHeads && places.Count >= FurnitureTolerances.ShareOfHeads * pages.Count;
            if (isFurniture)
            {
                // A caption repeated over a table of many pages is still the caption where the table begins.
                foreach (var (_, line) in isCaption ? places.Skip(1) : places)
                {
                    line.Role = LineRole.Furniture;
                }
            }
        }
    }

    /// <summary>The first and last lines of a page, as far as they stand in its margins and no grid stands beyond them.</summary>
    private static IEnumerable<LooseLine> LinesAtEdge(PageFind page)
    {
        var byTop = page.Lines.OrderBy(static line => line.Box.Top).ToList();
        for (var index = 0; index < byTop.Count; index++)
        {
            var line = byTop[index];
            var isTop = index < FurnitureTolerances.EdgeLines && line.Box.CentreY < FurnitureTolerances.Margin * page.Height;
            var isBottom = index >= byTop.Count - FurnitureTolerances.EdgeLines
                && line.Box.CentreY > FurnitureTolerances.FootOfText * page.Height
                && !page.Grids.Exists(grid => grid.Box.Bottom > line.Box.Bottom);
            if (isTop || isBottom)
            {
                yield return line;
            }
        }
    }

    /// <summary>The number of a sheet whose table is set sideways: once the table is upright, it runs along a side.</summary>
    private static bool IsTurnedNumber(PageFind page, LooseLine line) =>
        line.Box.Height > FurnitureTolerances.Turned * line.Box.Width
        && Math.Min(line.Box.CentreX, page.Width - line.Box.CentreX) < FurnitureTolerances.Margin * page.Width
        && PageNumber().IsMatch(line.Text);

    private static bool IsInMargin(PageFind page, LooseLine line) =>
        line.Box.CentreY < FurnitureTolerances.Margin * page.Height || line.Box.CentreY > (1 - FurnitureTolerances.Margin) * page.Height;

    /// <summary>
    /// Nothing but the unit and the department of a table stands between the line and the grid: it is the heading of a
    /// table on many pages, whatever it is called. A running head stands over titles and over text, too.
    /// </summary>
    private static bool IsOverUnitOfTable(PageFind page, LooseLine line)
    {
        if (page.Grids.Count == 0)
        {
            return false;
        }

        var top = page.Grids.Min(static grid => grid.Box.Top);
        var between = page.Lines.FindAll(other => other.Box.CentreY > line.Box.CentreY && other.Box.CentreY < top);
        return between.Count > 0 && between.TrueForAll(static other =>
        {
            var text = CaptionPatterns.WithoutSpace(other.Text);
            return CaptionPatterns.UnitIn(text) is not null || CaptionPatterns.IsDepartmentLine(text);
        });
    }

    /// <summary>公开05表 on one page, 公开06表 on the next: the digits tell one table from the other.</summary>
    private static bool IsTableNumber(string text) =>
        CaptionPatterns.TrySplitNumber(CaptionPatterns.WithoutSpace(text), out _, out _);

    private static string WithoutDigits(string text) => Digits().Replace(text, "0");

    [GeneratedRegex(@"^[\s\-—–―─－_·•~～|]*(?:第?\s*\d{1,4}\s*页?|Page\s+\d{1,4}|[ivxlIVXL]{1,6})(?:\s*[/／,，]?\s*(?:共|of|" +
        @"总)?\s*\d{1,4}\s*页?)?[\s\-—–―─－_·•~～|]*$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^\s*(?:[\-—–―─－·•~～]\s*\d{1,4}\s*[\-—–―─－·•~～]|第\s*\d{1,4}\s*页.*)\s*$")]
    private static partial Regex DressedNumber();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
