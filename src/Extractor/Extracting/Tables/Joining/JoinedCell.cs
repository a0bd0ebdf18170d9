using Extractor.Model.Layout;
using Extractor.Tables;

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

    /// <summary>
    /// Adds what stands on the next page. A line that the edge cuts through is often drawn on both pages, the halves of
    /// its letters on each: the copy on the next page is kept.
    /// </summary>
    public void GoOn(JoinedCell next)
    {
        var last = Parts[^1];
        if (last.Lines is [.., var cutLine] && cutLine.Box.Bottom > last.Box.Bottom
            && next.Parts[0].Lines is [var first, ..] && LettersOf(first.Text) == LettersOf(cutLine.Text))
        {
            Parts[^1] = last with { Lines = [.. last.Lines.Take(last.Lines.Count - 1)] };
        }

        Parts.AddRange(next.Parts);
    }

    /// <summary>The same cell one row higher.</summary>
    public JoinedCell MovedUp() => At(Row - 1, Column);

    /// <summary>The same cell in the right part of a table, behind so many columns.</summary>
    public JoinedCell MovedRight(int columns) => At(Row, Column + columns);

    private JoinedCell At(int row, int column)
    {
        var moved = new JoinedCell(row, column, RowSpan, ColumnSpan, IsHeader, Parts[0]);
        moved.Parts.AddRange(Parts.Skip(1));
        return moved;
    }

    private static string LettersOf(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
