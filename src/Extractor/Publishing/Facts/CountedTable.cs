using System.Collections.Immutable;
using Extractor.Model.Budget;

namespace Extractor.Publishing.Facts;

/// <summary>Rows of one table, of one column, that count every yuan of it once, and the total that the table prints.</summary>
/// <param name="Printed">Null where the table prints none, or several that differ.</param>
internal sealed record CountedTable(ImmutableArray<BudgetLine> Rows, Traced? Printed)
{
    public decimal Sum => Rows.Sum(static line => line.AmountYuan);

    public bool Reconciles => Printed is not null && Math.Abs(Printed.Yuan - Sum) <= ToleranceTo(Printed);

    /// <summary>What the rounding of the rows and of the printed total allows, in yuan.</summary>
    public decimal ToleranceTo(Traced printed) => Rows.Sum(PrintedTotals.RoundingOf) + printed.RoundingYuan;

    /// <summary>
    /// Of several tables of one kind (parts of a form, one table a unit) the first whose rows make its total; else the first with rows.
    /// </summary>
    /// <param name="lines">Of one kind of table.</param>
    /// <param name="isRow">Which leaves count.</param>
    public static CountedTable? Of(IEnumerable<BudgetLine> lines, Component component, Fund fund, Func<BudgetLine, bool> isRow)
    {
        CountedTable? first = null;
        foreach (var table in lines.GroupBy(static line => line.TableOrdinal).OrderBy(static table => table.Key))
        {
            // A column that narrows another one (其中：政府采购) stands to its right: of one component the first counts. Final accounts
            // print two lists side by side (人员经费, 公用经费): a row has a subject of each.
            ImmutableArray<BudgetLine> rows = [.. table
                .Where(line => line.Component == component && line.Fund == fund && line.IsLeaf && isRow(line))
                .GroupBy(static line => (line.Row, line.SubjectCode ?? line.SubjectNameAsPrinted ?? line.UnitName))
                .OrderBy(static row => row.Key.Row)
                .Select(static row => row.MinBy(static line => line.Column)!)];
            if (rows.IsEmpty)
            {
                continue;
            }

            var found = new CountedTable(rows, PrintedTotals.OfTable(table, component, fund));
            if (found.Reconciles)
            {
                return found;
            }

            first ??= found;
        }

        return first;
    }

    public Reconciliation ReconciliationOf(string fact, string measure) =>
        new(fact, measure, Printed, Sum, Printed is null ? 0 : ToleranceTo(Printed));
}
