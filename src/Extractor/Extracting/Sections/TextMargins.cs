namespace Extractor.Extracting.Sections;

/// <summary>
/// The left and right edge of the running text. A page with enough full lines has its own (facing pages are
/// shifted against each other); another takes those of the document's pages of its width.
/// </summary>
internal sealed class TextMargins
{
    /// <summary>A line wider than this share of the page runs from margin to margin or nearly.</summary>
    private const double FullLineShare = 0.5;

    private const int EnoughLines = 4;

    private readonly Dictionary<int, (double Left, double Right)> byWidth = [];
    private readonly ContentsList contents;

    public TextMargins(IReadOnlyList<PageText> pages, ContentsList contents)
    {
        this.contents = contents;
        foreach (var group in pages.GroupBy(static page => (int)page.Width))
        {
            var lines = group.SelectMany(FullLines).ToList();
            if (lines.Count > 0)
            {
                byWidth[group.Key] = Edges(lines);
            }
        }
    }

    public (double Left, double Right) Of(PageText page)
    {
        var lines = FullLines(page).ToList();
        if (lines.Count >= EnoughLines)
        {
            return Edges(lines);
        }

        return byWidth.TryGetValue((int)page.Width, out var edges) ? edges : (0.15 * page.Width, 0.85 * page.Width);
    }

    private IEnumerable<(double Left, double Right)> FullLines(PageText page) => page.Lines
        .Where((line, index) => line.Role == LineRole.Text && line.Line.Box.Width > FullLineShare * page.Width
            && !contents.Holds(page.Number, index))
        .Select(static line => (line.Line.Box.Left, line.Line.Box.Right));

    /// <summary>Not the outermost line: a single one may hang out of the text.</summary>
    private static (double Left, double Right) Edges(List<(double Left, double Right)> lines)
    {
        var lefts = lines.Select(static line => line.Left).Order().ToList();
        var rights = lines.Select(static line => line.Right).Order().ToList();
        return (lefts[lefts.Count / 10], rights[rights.Count - 1 - rights.Count / 10]);
    }
}
