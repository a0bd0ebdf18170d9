namespace Extractor.Extracting.Tables;

/// <summary>
/// Every tolerance and bound of the table finders, in one place. Lengths are in points (1/72 inch) unless a name says
/// otherwise. The defaults were set by looking at real disclosures, whose table text is 6 to 14 points high.
/// </summary>
public sealed record TableSettings
{
    public static TableSettings Default { get; } = new();

    /// <summary>Parallel edges at most this far apart are one line drawn twice.</summary>
    public double SnapDistance { get; init; } = 1.5;

    /// <summary>A gap of at most this length in one line is an accident of drawing, not an end.</summary>
    public double JoinDistance { get; init; } = 3;

    /// <summary>Two perpendicular edges cross where each reaches the other to within this distance.</summary>
    public double CrossingDistance { get; init; } = 3;

    /// <summary>Lines of one grid closer than this bound no row or column: they are a double line.</summary>
    public double SmallestCell { get; init; } = 4;

    /// <summary>Edges shorter than this are parts of letters, dots or ticks.</summary>
    public double ShortestEdge { get; init; } = 2.5;

    /// <summary>Share of a cell's side that has to be drawn for the side to separate two cells.</summary>
    public double WallCoverage { get; init; } = 0.6;

    /// <summary>Share of a cell's whole outline that has to be drawn: tables open to the left and right stay above it.</summary>
    public double OutlineCoverage { get; init; } = 0.45;

    /// <summary>Most comparisons of edges on one page before it is held for a drawing.</summary>
    public int MaximumCrossingTests { get; init; } = 4_000_000;

    /// <summary>Most places (rows by columns) of one grid before it is held for a drawing.</summary>
    public int MaximumGridPlaces { get; init; } = 400_000;

    /// <summary>A gap between two glyphs wider than this share of the em separates words of Latin text.</summary>
    public double WordGap { get; init; } = 0.2;

    /// <summary>Glyph runs that overlap vertically by at least this share of the lower one stand on one line.</summary>
    public double LineOverlap { get; init; } = 0.5;

    /// <summary>A gap wider than this share of the em tells the parts of a line without rulings apart.</summary>
    public double ColumnGap { get; init; } = 0.9;

    /// <summary>A gap wider than this share of the em may divide headings that stand close, if a column ends there.</summary>
    public double WideSpace { get; init; } = 0.45;

    /// <summary>Most rulings over much of the page's width before they are held for a drawing.</summary>
    public int MaximumLongRulings { get; init; } = 1_000;

    /// <summary>A ruling has to be as long as this share of the page's width to bound a table without vertical lines.</summary>
    public double LongRuling { get; init; } = 0.2;
}
