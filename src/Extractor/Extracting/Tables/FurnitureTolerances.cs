namespace Extractor.Extracting.Tables;

/// <summary>
/// What tells page numbers and running heads from the text of a page.
/// A document is named where another value reads that page otherwise; where none is, no document at hand stands near the value.
/// </summary>
internal static class FurnitureTolerances
{
    /// <summary>
    /// Share of the page's height at its top and bottom, of its width at its sides, where furniture stands. Seen in <c>69f79ec3</c>,
    /// page 8.
    /// </summary>
    public const double Margin = 0.12;

    /// <summary>
    /// A line more than so many times as high as it is wide is turned; two upright figures are about as high as wide. Seen in
    /// <c>3e4f2d3d</c>, page 66.
    /// </summary>
    public const double Turned = 1.5;

    /// <summary>
    /// Where a page's text ends high, its number may stand as high as this share of the page: it has to be dressed as a number (—
    /// 14 —). Seen in <c>ba91de61</c>, page 17.
    /// </summary>
    public const double FootOfText = 0.6;

    /// <summary>So many lines at the top and at the bottom of a page are looked at. Seen in <c>ff1c7dac4b74</c>, page 3.</summary>
    public const int EdgeLines = 2;

    /// <summary>
    /// A head whose place moves by less than about so many points between pages is still the same head. Seen in
    /// <c>6fd87d92154a</c>, page 18.
    /// </summary>
    public const double SamePlace = 6;

    /// <summary>A running head stands on at least so many pages. Seen in <c>bd0ca24c</c>, page 1.</summary>
    public const int FewestHeads = 3;

    /// <summary>A running head stands on at least this share of the pages. Seen in <c>6fd87d92154a</c>, page 18.</summary>
    public const double ShareOfHeads = 0.25;

    /// <summary>A running head that reads like the title of a table stands on at least so many pages.</summary>
    public const int FewestCaptions = 5;

    /// <summary>
    /// A running head that reads like the title of a table stands on at least this share of the pages. Seen in
    /// <c>ff1c7dac4b74</c>, page 3.
    /// </summary>
    public const double ShareOfCaptions = 0.8;
}
