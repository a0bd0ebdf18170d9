using Extractor.Model.Layout;

namespace Extractor.Extracting.Tables.Joining;

/// <summary>What of a cell stands on one page.</summary>
internal readonly record struct JoinedPart(
    int PageNumber, Box Box, IReadOnlyList<CellLine> Lines, bool IsOpenTop = false, bool IsOpenBottom = false);

/// <summary>A cell of a logical table while its pages are being put together.</summary>
internal sealed class JoinedCell(int row, int column, int rowSpan, int columnSpan, bool isHeader, JoinedPart part)
{
    public int Row { get; } = row;

    public int Column { get; } = column;

    public int RowSpan { get; set; } = rowSpan;

    public int ColumnSpan { get; } = columnSpan;

    public bool IsHeader { get; } = isHeader;

    public List<JoinedPart> Parts { get; } = [part];

    public int RowEnd => Row + RowSpan;

    public bool IsBlank
    {
        get
        {
            foreach (var part in Parts)
            {
                if (part.Lines.Count > 0)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
