using Extractor.Normalizing.Headings;

namespace Extractor.Normalizing.Lines;

/// <summary>Where the names of one column stand in their cells: indented by level, or centred, which tells no level.</summary>
internal sealed class NamePlacement
{
    /// <summary>Points by which a name may stand off the middle of its cell and still be centred.</summary>
    private const double CentreTolerance = 2.5;

    /// <summary>Points within which names begin at one place.</summary>
    private const double IndentTolerance = 2;

    private readonly TableGrid? grid;
    private readonly int column;
    private readonly double outermost, innermost;

    private NamePlacement(TableGrid? grid, int column, double outermost, double innermost) =>
        (this.grid, this.column, this.outermost, this.innermost) = (grid, column, outermost, innermost);

    /// <summary>No names, or centred ones.</summary>
    public static NamePlacement Unknown { get; } = new(null, 0, 0, 0);

    public static NamePlacement Of(TableGrid grid, ColumnMeaning? names, Func<string, bool> isTotalName)
    {
        if (names is null || IsCentred(grid, names.Column))
        {
            return Unknown;
        }

        double least = double.MaxValue, most = 0;
        foreach (var row in grid.BodyRows)
        {
            if (grid.Cell(row, names.Column) is { Text.Length: > 0 } cell && !isTotalName(cell.Text))
            {
                least = Math.Min(least, cell.TextIndent);
                most = Math.Max(most, cell.TextIndent);
            }
        }

        return new NamePlacement(grid, names.Column, least, most);
    }

    /// <summary>Points from the left border of the cell; 0 where the place tells nothing.</summary>
    public double IndentOf(int row) => grid?.Cell(row, column)?.TextIndent ?? 0;

    /// <summary>Units stand above what they list: to the left of the innermost names, unless all begin at one place.</summary>
    public bool IsAboveInnermost(double indent) =>
        indent < innermost - IndentTolerance || innermost <= outermost + IndentTolerance;

    /// <summary>Then where a name begins tells nothing. Names of several widths stand in the middle of their cells.</summary>
    private static bool IsCentred(TableGrid grid, int column)
    {
        int centred = 0, placed = 0;
        foreach (var row in grid.BodyRows)
        {
            if (grid.Cell(row, column) is { TextBox: { } text, Parts: [{ Box: var box }, ..] } &&
                box.Width - text.Width > 4 * CentreTolerance)
            {
                placed++;
                centred += Math.Abs(text.CentreX - box.CentreX) < CentreTolerance ? 1 : 0;
            }
        }

        return placed > 1 && centred * 5 > placed * 4;
    }
}
