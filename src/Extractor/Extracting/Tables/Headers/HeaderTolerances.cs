namespace Extractor.Extracting.Tables.Headers;

/// <summary>
/// What tells the rows of a header from the rows below them.
/// A document is named where another value reads that page otherwise; where none is, no document at hand stands near the value.
/// </summary>
internal static class HeaderTolerances
{
    /// <summary>Most rows of a header, its captions and column numbers included. Seen in eu-016 of ICDAR 2013, page 2.</summary>
    public const int MostRows = 8;

    /// <summary>
    /// Most characters of a heading: a header cell holds a name, not a sentence. Seen in eu-004 of ICDAR 2013, page 14.
    /// </summary>
    public const int LongestName = 60;

    /// <summary>
    /// Share of the columns that the first header row below the entries of a form has to tell apart. Seen in <c>627c16eab5a5</c>,
    /// page 60.
    /// </summary>
    public const double ShareOfColumns = 0.7;

    /// <summary>
    /// Fewest cells of a row just above figures that is a header although some of its cells reach lower. Seen in <c>3be48d9f</c>,
    /// page 22.
    /// </summary>
    public const int FewestOverFigures = 4;

    /// <summary>Share of those cells that have to carry a name. Seen in <c>3be48d9f</c>, page 22.</summary>
    public const double ShareOfNamed = 0.7;
}
