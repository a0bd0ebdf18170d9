using Extractor.Model.Layout;
using Extractor.Model.Tables;
using Extractor.Pdf;

namespace Extractor.Tables;

/// <summary>Tables of pages that <see cref="PdfDocument"/> opened.</summary>
public static class PageTables
{
    /// <summary>Reads a page and finds its tables.</summary>
    /// <inheritdoc cref="FindTables(PageContent)"/>
    /// <exception cref="PdfLimitException">The page is beyond the limits of the document.</exception>
    public static IReadOnlyList<PdfTable> FindTables(this PdfPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        using var content = page.Read();
        return content.FindTables();
    }

    /// <summary>
    /// The tables of a page from top to bottom: those that lines draw and those that alignment shows. Frames around text, charts and
    /// drawings are none. A table that goes on is a table on each of its pages. The result stays good when the content is disposed.
    /// </summary>
    public static IReadOnlyList<PdfTable> FindTables(this PageContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var grids = GridFinder.Find(PageLayoutReader.Read(content, 1)).Grids;
        return [.. grids.Where(static grid => !grid.IsFragment).Select(ToTable)];
    }

    private static PdfTable ToTable(PageGrid grid) => new(
        ToRectangle(grid.Box),
        grid.Method == TableMethod.Ruled,
        grid.RowCount,
        grid.ColumnCount,
        [.. grid.Cells.Select(static cell =>
            new PdfTableCell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text, ToRectangle(cell.Box)))]);

    private static PdfRectangle ToRectangle(Box box) => new((float)box.Left, (float)box.Top, (float)box.Right, (float)box.Bottom);
}
