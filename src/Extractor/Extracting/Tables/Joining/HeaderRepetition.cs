using Extractor.Extracting.Tables.Captions;
using Extractor.Extracting.Tables.Headers;
using Extractor.Tables;

namespace Extractor.Extracting.Tables.Joining;

/// <summary>How many rows at the top of a continuation page repeat the header of the table.</summary>
internal static class HeaderRepetition
{
    /// <returns>Rows of <paramref name="next"/> that repeat the header, and the header rows that the repetition proves for
    /// <paramref name="first"/>.</returns>
    public static (int Repeated, int HeaderRows) Match(PageGrid first, int headerRows, PageGrid next)
    {
        var prefix = 0;
        var most = Math.Min(Math.Min(first.RowCount, next.RowCount), Math.Max(headerRows, HeaderTolerances.MostRows));
        while (prefix < most && IsSameRow(first, prefix, next, prefix)
            && (prefix < headerRows || !HeaderFinder.HasFigures(next, prefix)))
        {
            prefix++;
        }

        if (prefix > 0)
        {
            return (prefix, prefix);
        }

        // Only the lower rows of the header are repeated.
        for (var skipped = 1; skipped < headerRows; skipped++)
        {
            var rows = headerRows - skipped;
            var isSame = rows <= next.RowCount;
            for (var row = 0; isSame && row < rows; row++)
            {
                isSame = IsSameRow(first, skipped + row, next, row);
            }

            if (isSame)
            {
                return (rows, headerRows);
            }
        }

        return (0, headerRows);
    }

    private static bool IsSameRow(PageGrid first, int firstRow, PageGrid next, int nextRow)
    {
        var texts = TextsOf(first, firstRow);
        var others = TextsOf(next, nextRow);
        if (texts.Count == 0 || others.Count == 0)
        {
            return texts.Count == others.Count && nextRow > 0;
        }

        var same = 0;
        foreach (var text in texts)
        {
            if (others.Remove(text))
            {
                same++;
            }
        }

        return same >= JoiningTolerances.SameCells * Math.Max(texts.Count, same + others.Count);
    }

    private static List<string> TextsOf(PageGrid grid, int row)
    {
        var texts = new List<string>();
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            var cell = grid.CellAt(row, column);
            if (cell is not null && cell.Row == row && cell.Column == column && cell.Text.Length > 0)
            {
                texts.Add(CaptionPatterns.WithoutSpace(cell.Text));
            }
        }

        return texts;
    }
}
