using Extractor.Model.Layout;

namespace Extractor.Tables.Aligned;

/// <summary>
/// Rows of one text that is centred over the whole table: they head the rows below and stand in no column. A text of a column in the
/// middle is centred too: the text runs over the end of a column, or several rows are set so. Headings that stand close are no such text.
/// </summary>
internal static class SectionRows
{
    /// <param name="channels">x between the columns, ascending.</param>
    /// <param name="table">The table's width.</param>
    public static HashSet<AlignedRow> Of(List<AlignedRow> rows, List<double> channels, Box table)
    {
        var centred = rows.FindAll(row => row.Lines is [{ Segments: [{ IsFigure: false } text] } line]
            && Math.Abs(text.Box.CentreX - table.CentreX) <= AlignedTolerances.Centred * line.FontSize
            && !text.Gaps.Any(gap => channels.Exists(channel => channel >= gap.Start && channel <= gap.End)));
        return centred.Count > 1 || centred.Exists(row => row.Segments.First().Box is var text
            && channels.Exists(channel => channel > text.Left && channel < text.Right)) ? [.. centred] : [];
    }
}
