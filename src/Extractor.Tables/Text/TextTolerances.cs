namespace Extractor.Tables.Text;

/// <summary>
/// What the steps from words to the texts of cells allow for.
/// A document is named where another value reads that page otherwise; where none is, no document at hand stands near the value.
/// </summary>
internal static class TextTolerances
{
    /// <summary>
    /// A gap between two glyphs wider than this share of the em separates words of Latin text. Seen in <c>627c16eab5a5</c>, page
    /// 11.
    /// </summary>
    public const double WordGap = 0.2;

    /// <summary>
    /// A gap wider than this share of the em sets Chinese text and a figure beside it apart. Seen in <c>ff1c7dac4b74</c>, page 1.
    /// </summary>
    public const double FigureGap = 0.4;

    /// <summary>
    /// A gap of more than so many ems sets the parts of a line outside of grids apart. Seen in eu-017 of ICDAR 2013, page 1.
    /// </summary>
    public const double SegmentGap = 1.5;

    /// <summary>
    /// Runs that overlap vertically by at least this share of the lower one stand on one line. Seen in <c>bcd5320f71cf</c>, page
    /// 19.
    /// </summary>
    public const double LineOverlap = 0.5;

    /// <summary>
    /// So many numbers side by side in one cell are the numbers of several columns, below each other of several rows. Seen in
    /// <c>18e04068e8ac</c>, page 30.
    /// </summary>
    public const int FewestFigures = 2;

    /// <summary>A text may reach so many points over a column line and still stand beside it.</summary>
    public const double OverLine = 1.5;

    /// <summary>
    /// A run stands on the line between two rows where its middle is nearer to it than this share of its height. Seen in
    /// <c>bcd5320f71cf</c>, page 19.
    /// </summary>
    public const double OnLine = 0.32;

    /// <summary>From one line of a text to the next are at least so many ems. Seen in <c>bcd5320f71cf</c>, page 22.</summary>
    public const double SmallestLeading = 0.85;

    /// <summary>From one line of a text to the next are at most so many ems. Seen in <c>bcd5320f71cf</c>, page 19.</summary>
    public const double LargestLeading = 1.7;

    /// <summary>
    /// Lines nearer than so many ems run into each other: they were not set as lines of one text. Seen in <c>bcd5320f71cf</c>,
    /// page 22.
    /// </summary>
    public const double FreeLeading = 0.95;

    /// <summary>More runs than that in one grid are not compared with each other.</summary>
    public const int MostRuns = 20_000;

    /// <summary>Lines of one text begin at the same left edge to within this share of the em.</summary>
    public const double SameEdge = 0.3;

    /// <summary>Lines of one text differ in size by less than so many points.</summary>
    public const double SameSize = 0.3;

    /// <summary>A text that begins within so many ems of its cell's left edge belongs there, however far it overflows.</summary>
    public const double AtLeft = 1.5;

    /// <summary>A number that ends within so many ems of its cell's right edge belongs there, however far it overflows.</summary>
    public const double AtRight = 1;

    /// <summary>
    /// Texts that overlap by less than this share of their height stand in rows of their own. Seen in <c>03373763ca19</c>, page
    /// 54.
    /// </summary>
    public const double RowOverlap = 0.3;

    /// <summary>
    /// So many columns with a number on every height are rows although no name stands beside each. Seen in <c>f228e599018a</c>, page 127.
    /// </summary>
    public const int FewestColumnsAlike = 3;

    /// <summary>
    /// The middle of a label of two lines stands at most this share of the em above or below that of its numbers. Seen in
    /// <c>f228e599018a</c>, page 101.
    /// </summary>
    public const double WrappedAround = 0.15;

    /// <summary>
    /// Share of the texts beside stacked numbers that have to stand on the numbers' heights. Seen in <c>6fd87d92154a</c>, page
    /// 25.
    /// </summary>
    public const double ShareOnRows = 0.6;

    /// <summary>A number was broken where less than so many ems of its column are left free.</summary>
    public const double BrokenNumberRoom = 1.5;

    /// <summary>
    /// So many columns in a row without lines between them are told by a heading in each. Seen in <c>3eb22a3f</c>, page 1.
    /// </summary>
    public const int FewestHeadings = 3;

    /// <summary>
    /// Lines of two texts that stand for the rows of the figures beside them are on these figures' heights to within this share of the
    /// em. Seen in <c>3eb22a3f</c>, page 1.
    /// </summary>
    public const double SameHeight = 0.15;

    /// <summary>
    /// Lines of names are rows where they follow each other as other rows of the table do, to within this share of that distance. Seen
    /// in <c>9ce3c27f</c>, page 13.
    /// </summary>
    public const double SamePitch = 0.05;

    /// <summary>A line with more than so many ems left free in its cell was not wrapped.</summary>
    public const double RoomInLine = 2;

    /// <summary>
    /// So many names set apart below each other are rows, though the first of them alone has figures. Seen in <c>e776fd72</c>, page 226.
    /// </summary>
    public const int FewestNames = 3;
}
