namespace Extractor.Tables.Aligned;

/// <summary>
/// What tables without vertical lines need as evidence, and what their columns and rows allow for.
/// A document is named where another value reads that page otherwise; where none is, no document at hand stands near the value.
/// </summary>
internal static class AlignedTolerances
{
    /// <summary>A gap of more than this share of the em tells the parts of a line apart. Seen in <c>f228e599018a</c>, page 29.</summary>
    public const double ColumnGap = 0.9;

    /// <summary>
    /// A gap of more than this share of the em may divide headings that stand close, if a column ends there. Seen in
    /// <c>f228e599018a</c>, page 29.
    /// </summary>
    public const double WideSpace = 0.45;

    /// <summary>
    /// A channel may be crossed by this share of the lines: labels that overflow, headings over several columns. Seen in
    /// <c>322a4cdad96c</c>, page 50.
    /// </summary>
    public const double Crossing = 0.12;

    /// <summary>A channel is at least so many points wide.</summary>
    public const double NarrowestChannel = 1.5;

    /// <summary>
    /// Amounts that end, and names that begin, within so many points of each other are set to one edge, though the columns touch.
    /// </summary>
    public const double TouchingEdge = 1;

    /// <summary>Fewest rows of a table. Seen in <c>b42110be71fd</c>, page 48.</summary>
    public const int FewestRows = 2;

    /// <summary>Fewest lines cut into columns where no line is drawn at all. Seen in eu-019 of ICDAR 2013, page 1.</summary>
    public const int FewestLines = 3;

    /// <summary>Fewest figures where no line is drawn at all. Seen in eu-019 of ICDAR 2013, page 1.</summary>
    public const int FewestFigures = 6;

    /// <summary>A gap of more than so many ems ends a table without drawn lines. Seen in eu-019 of ICDAR 2013, page 1.</summary>
    public const double LargestGap = 2.6;

    /// <summary>
    /// More single texts than that after each other end a table without drawn lines. Seen in eu-016 of ICDAR 2013, page 1.
    /// </summary>
    public const int MostSingles = 2;

    /// <summary>So many rows above are looked at for a label that begins where a single text begins.</summary>
    public const int LabelsLookedAt = 6;

    /// <summary>Labels of one column begin less than so many ems apart. Seen in eu-019 of ICDAR 2013, page 1.</summary>
    public const double SameLabelEdge = 3;

    /// <summary>A label is narrower than this share of the row that it is compared with. Seen in <c>322a4cdad96c</c>, page 46.</summary>
    public const double WidestLabel = 0.5;

    /// <summary>Tables stand at least so many ems apart: a title or a note is between them.</summary>
    public const double SmallestGap = 1;

    /// <summary>Parts of one table share more than this share of their width.</summary>
    public const double SharedWidth = 0.7;

    /// <summary>
    /// A label is broken because it is full where it ends less than so many ems before its column's end. Seen in eu-019 of ICDAR
    /// 2013, page 1.
    /// </summary>
    public const double FullLabel = 3;

    /// <summary>
    /// Texts of one row may be set higher and lower, as long as they overlap by more than this share of the lower one. Seen in
    /// eu-019 of ICDAR 2013, page 1.
    /// </summary>
    public const double UnevenRow = 0.25;

    /// <summary>The rest of a wrapped label follows at less than so many ems. Seen in <c>322a4cdad96c</c>, page 18.</summary>
    public const double CloseLine = 0.5;

    /// <summary>
    /// Lines are parts of one wrapped text where they stand closer than this share of the distance between rows. Seen in
    /// corpus/statistics, 02-en-no-lines and 03-en-wrapped-names.
    /// </summary>
    public const double WrappedShare = 0.5;

    /// <summary>Below so many ems between rows nothing can be told from smaller distances.</summary>
    public const double TightRows = 0.15;

    /// <summary>A header over the first line of a table has at most so many lines. Seen in corpus/statistics, 05-en-row-rules.</summary>
    public const int HeaderLines = 4;

    /// <summary>A part of a wrapped heading is narrower than so many ems. Seen in corpus/statistics, 02-en-no-lines.</summary>
    public const double WidestPart = 12;

    /// <summary>Such a header stands less than so many ems over what it heads.</summary>
    public const double HeaderGap = 1.2;

    /// <summary>
    /// The middle of a heading is less than this share of a column's width from the middle of the columns that it spans. Seen in
    /// corpus/statistics, 09-zh-three-rules.
    /// </summary>
    public const double OffCentre = 0.5;

    /// <summary>
    /// A row of wrapped texts is told by a line of at least so many parts. Seen in corpus/statistics, 04-en-text-columns.
    /// </summary>
    public const int FewestParts = 3;

    /// <summary>
    /// The middle of a text over the whole table is at most so many ems from the table's. Seen in corpus/statistics, third,
    /// 03-en-centred-sections.
    /// </summary>
    public const double Centred = 0.5;

    /// <summary>
    /// So many lines of running text on each side of a white channel show that the page is set in columns. Seen in corpus/statistics,
    /// third, 02-en-column-without-lines.
    /// </summary>
    public const int FewestTextLines = 5;

    /// <summary>A line of running text is at least so many ems long. Seen as above.</summary>
    public const double ShortestTextLine = 18;

    /// <summary>A ruling has to be as long as this share of the page's width to bound a table without vertical lines.</summary>
    public const double LongRuling = 0.2;

    /// <summary>Most rulings of that length before they are held for a drawing.</summary>
    public const int MaximumLongRulings = 1_000;

    /// <summary>Lines of one table begin and end together to within so many points. Seen in <c>f228e599018a</c>, page 29.</summary>
    public const double SameEnd = 8;

    /// <summary>A band without text is an empty row up to so many points.</summary>
    public const double EmptyRow = 30;

    /// <summary>A band with one line of text is a row up to so many ems. Seen in <c>f228e599018a</c>, page 29.</summary>
    public const double OneLineBand = 4;

    /// <summary>A band with two lines of text is a row up to so many ems.</summary>
    public const double TwoLineBand = 5;

    /// <summary>
    /// A line shorter than this share of the table is drawn under a heading of several columns. Seen in eu-011 of ICDAR 2013,
    /// page 3.
    /// </summary>
    public const double PartialRuling = 0.9;
}
