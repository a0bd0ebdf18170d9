using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Lines;

namespace Extractor.Normalizing.Governments;

/// <summary>Whether one row stands below another, by what the rows themselves print.</summary>
internal sealed class GovernmentRowOrder
{
    private readonly ImmutableArray<TableRow> rows;
    private readonly bool hasIndents;

    /// <param name="readsIndents">Names further right stand below; a leading blank may say nothing.</param>
    public GovernmentRowOrder(ImmutableArray<TableRow> rows, bool readsIndents)
    {
        this.rows = rows;
        var indents = rows.Where(static row => row.Kind == RowKind.Detail).Select(static row => row.Indent).ToList();
        hasIndents = readsIndents && indents.Count > 1 && indents.Max() - indents.Min() > GovernmentTolerances.IndentStep;
    }

    /// <summary>Both print a number of one style ((九), (十)): neither is a part of the other.</summary>
    public bool IsNumberedBeside(int row, int other) => rows[row].Numbering.Style != NumberingStyle.None &&
        rows[row].Numbering.Style == rows[other].Numbering.Style;

    public bool IsBelow(int row, int above)
    {
        var (lower, upper) = (rows[row], rows[above]);
        if (lower.Kind is RowKind.Total or RowKind.Subtotal || GovernmentTotal.IsSum(lower.Label))
        {
            return false;
        }

        if (upper.Kind is RowKind.Total or RowKind.Subtotal)
        {
            return false;
        }

        if (Printed(lower) is { } code && Printed(upper) is { } over)
        {
            return code.Length > over.Length && code.StartsWith(over, StringComparison.Ordinal);
        }

        if (lower.IsOfWhich && !upper.IsOfWhich)
        {
            return true;
        }

        var byIndent = hasIndents ? lower.Indent - upper.Indent : 0;
        if (lower.Numbering.Style != NumberingStyle.None && upper.Numbering.Style != NumberingStyle.None)
        {
            return lower.Numbering.Style > upper.Numbering.Style;
        }

        if (Math.Abs(byIndent) > GovernmentTolerances.IndentStep)
        {
            return byIndent > 0;
        }

        if (lower.Numbering.Style == NumberingStyle.None && upper.Numbering.Style != NumberingStyle.None)
        {
            return lower.Kind == RowKind.Detail;
        }

        return !hasIndents && lower.Numbering.Style == NumberingStyle.None && upper.Numbering.Style == NumberingStyle.None &&
            lower.Code is { } named && upper.Code is { } namedAbove && named.Length > namedAbove.Length &&
            named.StartsWith(namedAbove, StringComparison.Ordinal);
    }

    private static string? Printed(TableRow row) =>
        row.Evidence is CodeEvidence.Printed or CodeEvidence.SplitColumns ? row.Code : null;
}
