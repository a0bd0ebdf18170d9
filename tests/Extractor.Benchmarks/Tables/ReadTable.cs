namespace Extractor.Benchmarks.Tables;

/// <summary>A cell that some tool read.</summary>
/// <param name="Text">Without white space.</param>
/// <param name="Left">First column that it covers, of the grid or of the characters of a line.</param>
/// <param name="Right">Behind the last one.</param>
internal readonly record struct ReadCell(string Text, int Left, int Right);

/// <summary>A table that some tool read; a page of text is one table.</summary>
internal sealed record ReadTable(int Page, IReadOnlyList<IReadOnlyList<ReadCell>> Rows)
{
    /// <summary>The texts over a cell, one a row: what covers its columns, or the nearest where a row has nothing there.</summary>
    public IEnumerable<string> Above(int row, ReadCell cell)
    {
        for (var above = row - 1; above >= 0; above--)
        {
            var covering = Rows[above].Where(other => other.Text.Length > 0 && other.Left < cell.Right && other.Right > cell.Left).ToList();
            var nearest = covering.Count > 0
                ? covering
                : Rows[above].Where(static other => other.Text.Length > 0)
                    .OrderBy(other => Math.Abs(other.Left + other.Right - cell.Left - cell.Right)).Take(1);
            foreach (var other in nearest)
            {
                yield return other.Text;
            }
        }
    }
}
