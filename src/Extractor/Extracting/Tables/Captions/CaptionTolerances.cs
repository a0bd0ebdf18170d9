namespace Extractor.Extracting.Tables.Captions;

/// <summary>
/// How far the lines of a caption or a note stand from each other and how long they are.
/// A document is named where another value reads that page otherwise; where none is, no document at hand stands near the value.
/// </summary>
internal static class CaptionTolerances
{
    /// <summary>Most characters of a title.</summary>
    public const int LongestTitle = 90;

    /// <summary>Most characters of a heading that may stand for a title. Seen in <c>177a1017</c>, page 1.</summary>
    public const int LongestHeading = 60;

    /// <summary>Most characters of a line of no known kind between a title and its table. Seen in <c>6fd87d92154a</c>, page 9.</summary>
    public const int LongestRemark = 40;

    /// <summary>Most lines above a table that are its caption.</summary>
    public const int MostLines = 10;

    /// <summary>Lines of one title differ in size by at most so many points.</summary>
    public const double SameSize = 0.6;

    /// <summary>Lines of one title stand at most so many ems apart. Seen in <c>74fa62a8d9fd</c>, page 28.</summary>
    public const double TitleLeading = 1.2;

    /// <summary>
    /// The middles of lines centred over each other differ by at most so many ems. Seen in <c>6fd87d92154a</c>, page 47.
    /// </summary>
    public const double Centred = 2;

    /// <summary>
    /// A heading as wide as its table is told from running text by its size: so many times that of the line below it. Seen in
    /// <c>eede61b8b970</c>, page 12.
    /// </summary>
    public const double LargerHeading = 1.25;

    /// <summary>
    /// A heading that no one calls a table stands less than so many ems above it. Seen in eu-004 of ICDAR 2013, page 4.
    /// </summary>
    public const double Near = 4;

    /// <summary>
    /// A centred heading is narrower than this share of its table: running text is as wide. Seen in <c>8369e431c4ed</c>, page 47.
    /// </summary>
    public const double ShareOfWidth = 0.8;

    /// <summary>Most lines below a table that are its notes.</summary>
    public const int MostNoteLines = 12;

    /// <summary>Lines of one note stand at most so many ems apart.</summary>
    public const double NoteLeading = 1.3;

    /// <summary>Lines of one note differ in size by at most so many points.</summary>
    public const double SameNoteSize = 1;

    /// <summary>A line that declares a table empty has fewer characters.</summary>
    public const int LongestStatement = 120;

    /// <summary>A cell that declares its table empty has fewer characters.</summary>
    public const int LongestStatementInCell = 80;

    /// <summary>Most characters of a line that is the unit of a table.</summary>
    public const int LongestUnitLine = 30;

    /// <summary>Most characters of a label that carries the unit of its table: 资金金额（万元）.</summary>
    public const int LongestUnitLabel = 40;
}
