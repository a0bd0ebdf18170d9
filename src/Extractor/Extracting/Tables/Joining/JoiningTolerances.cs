namespace Extractor.Extracting.Tables.Joining;

/// <summary>
/// How alike the parts of one table on two pages are, and what the edge between them cuts.
/// A document is named where another value reads that page otherwise; where none is, no document at hand stands near the value.
/// </summary>
internal static class JoiningTolerances
{
    /// <summary>
    /// Lines of two pages at most so many points apart are one line, once the grids are laid over each other. Seen in
    /// <c>f228e599018a</c>, page 29.
    /// </summary>
    public const double SameLine = 5;

    /// <summary>
    /// Middles of white channels move with the text beside them: by at most so many points. Seen in <c>f228e599018a</c>, page 29.
    /// </summary>
    public const double SameChannel = 16;

    /// <summary>Amounts of two pages that end within so many points of each other are of one column.</summary>
    public const double SameEdge = 1.5;

    /// <summary>
    /// Share of the inner channels of the grid with fewer columns that have to agree. Seen in <c>f228e599018a</c>, page 29.
    /// </summary>
    public const double ShareOfChannels = 2.0 / 3;

    /// <summary>
    /// Widths of two grids that differ by at most this share are one width, scaled. Seen in <c>f228e599018a</c>, page 28.
    /// </summary>
    public const double SameWidth = 0.04;

    /// <summary>
    /// Share of the column lines that have to agree for a grid of the same width to go on with a table. Seen in <c>ba91de61</c>,
    /// page 17.
    /// </summary>
    public const double AgreeingLines = 0.5;

    /// <summary>Share of the column lines that have to agree where the widths differ.</summary>
    public const double AgreeingLinesOfOtherWidth = 0.9;

    /// <summary>
    /// Fewest columns that tell a grid without its outermost column as part of the table before. Seen in <c>300855efd7b0</c>, page 51.
    /// </summary>
    public const int FewestSharedColumns = 4;

    /// <summary>Fewest columns of numbers on both pages that tell a grid of other widths as part of the table before.</summary>
    public const int FewestColumnsOfNumbers = 2;

    /// <summary>
    /// Share of a row's cells that have to read the same; headers change slightly from page to page. Seen in <c>cc8c4f5a</c>,
    /// page 45.
    /// </summary>
    public const double SameCells = 0.7;

    /// <summary>The lines of one row on two pages lie at most so many points apart where a table goes on sideways.</summary>
    public const double SameHeight = 2;

    /// <summary>A line so many ems from the edge has no room for another one between. Seen in <c>33d95084cb1c</c>, page 43.</summary>
    public const double NearEdge = 1.6;

    /// <summary>A line is full where less than so many ems of its cell are left free. Seen in <c>33d95084cb1c</c>, page 43.</summary>
    public const double FullLine = 2.2;

    /// <summary>
    /// Fewest characters before the edge that may go on behind it: in a narrow column every line is full. Seen in
    /// <c>fadd5aae</c>, page 28.
    /// </summary>
    public const int ShortestText = 6;

    /// <summary>Most characters of a name: a text of that length does not run over a page. Seen in <c>8bc0e59b</c>, page 17.</summary>
    public const int LongestName = 12;

    /// <summary>
    /// So many rows that begin with a name tell that a row without one is the rest of another. Seen in
    /// <c>longgang-industry-2024-budget</c>, page 14.
    /// </summary>
    public const int FewestNamedRows = 3;
}
