namespace Extractor.Tables.Ruled;

/// <summary>
/// What the steps from rulings to cells allow for. Lengths in points (1/72 inch).
/// A document is named where another value reads that page otherwise; where none is, no document at hand stands near the value.
/// </summary>
internal static class RuledTolerances
{
    /// <summary>
    /// Parallel edges at most this far apart, in points, are one line drawn twice. Seen in eu-017 of ICDAR 2013, page 1.
    /// </summary>
    public const double SnapDistance = 1.5;

    /// <summary>
    /// A gap of at most this many points in one line is an accident of drawing, not an end. Seen in <c>5dc7fde0</c>, page 50.
    /// </summary>
    public const double JoinDistance = 3;

    /// <summary>
    /// Two perpendicular edges cross where each reaches the other to within so many points. Seen in <c>5dc7fde0</c>, page 50.
    /// </summary>
    public const double CrossingDistance = 3;

    /// <summary>
    /// Lines of one grid closer than so many points bound no row or column: they are a double line. Seen in <c>627c16eab5a5</c>,
    /// page 11.
    /// </summary>
    public const double SmallestCell = 4;

    /// <summary>Edges shorter than so many points are parts of letters, dots or ticks. Seen in eu-017 of ICDAR 2013, page 1.</summary>
    public const double ShortestEdge = 2.5;

    /// <summary>
    /// Share of a cell's side that has to be drawn for the side to separate two cells. Seen in <c>ba91de61</c>, page 17.
    /// </summary>
    public const double WallCoverage = 0.6;

    /// <summary>
    /// Share of the lines across that have to end beyond the outermost line for the table to be open there. Seen in
    /// <c>6fd87d92154a</c>, page 9.
    /// </summary>
    public const double OpenBorder = 1.0 / 3;

    /// <summary>Most comparisons of edges on one page before it is held for a drawing.</summary>
    public const int MaximumCrossingTests = 4_000_000;

    /// <summary>Most places (rows by columns) of one grid before it is held for a drawing.</summary>
    public const int MaximumGridPlaces = 400_000;

    /// <summary>
    /// So many bars of different length on one line make a chart of a grid; fewer may be anything. Seen in corpus/statistics,
    /// 01-en-bars-over-grid of the unseen styles.
    /// </summary>
    public const int FewestBars = 3;

    /// <summary>Fewest rows of figures with their names outside the frame. Seen in corpus/statistics, 07-en-labels-outside.</summary>
    public const int FewestNamedRows = 3;

    /// <summary>So many rows at the top of a frame may be headings, which have no names outside.</summary>
    public const int MostUnnamedRows = 3;

    /// <summary>A name outside the frame stands at the height of its figures to within this share of the em.</summary>
    public const double SameHeight = 0.4;

    /// <summary>So many lines of columns that end at one line alone make a table of which that is the border. Seen in
    /// <c>322a4cdad96c</c>, page 32; tables of two columns (page 50) are read by their alignment.</summary>
    public const int FewestUnderOne = 3;
}
