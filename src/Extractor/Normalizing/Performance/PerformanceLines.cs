using System.Collections.Immutable;
using System.Globalization;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Lines;

namespace Extractor.Normalizing.Performance;

/// <summary>
/// The budget lines of performance tables: what a project was given and what it spent, in a self-evaluation (自评表), and
/// the sum of a department's tasks (金额合计). The tasks and key projects themselves are in <c>projects</c> alone.
/// </summary>
internal sealed class PerformanceLines
{
    private readonly DocumentId document;
    private readonly FormGrid grid;
    private readonly TableKey key;
    private readonly AmountUnit? unit;
    private readonly HeadingMaps headings;
    private readonly ImmutableArray<BudgetLine>.Builder found = ImmutableArray.CreateBuilder<BudgetLine>();

    private PerformanceLines(DocumentId document, ExtractedTable table, TableKey key, AmountUnit? unit, HeadingMaps headings)
    {
        this.document = document;
        this.key = key;
        this.unit = unit;
        this.headings = headings;
        grid = new FormGrid(table);
    }

    /// <param name="unit">Of the table's amounts where their headings print none; null where none is known.</param>
    public static ImmutableArray<BudgetLine> Of(DocumentId document, PerformanceTable read, TableKey key, AmountUnit? unit, HeadingMaps headings)
    {
        var lines = new PerformanceLines(document, read.Table, key, unit, headings);
        foreach (var row in read.Rows)
        {
            if (key == TableKey.ProjectSelfEvaluation || (key == TableKey.OverallPerformance && row.IsTotal))
            {
                lines.AddColumns(row);
            }
        }

        return lines.found.ToImmutable();
    }

    private void AddColumns(ListedRow row)
    {
        var list = row.Header;
        var budgetUnit = !row.IsTotal && list.First(PerformanceRole.UnitName) is { } units && grid.At(row.Row, units.Column) is { Text.Length: > 0 } cell ? cell.Text : null;
        var budget = list.First(PerformanceRole.Amount) ?? list.First(PerformanceRole.AmountEarly);
        var spent = list.First(PerformanceRole.Executed);
        foreach (var column in list.Columns)
        {
            if (column == budget || column == spent)
            {
                Add(row, column, budgetUnit, Fund.All);
            }
            else if (column.Role == PerformanceRole.Part && FundOf(column) is { } fund)
            {
                Add(row, column, budgetUnit, fund);
            }
        }
    }

    private void Add(ListedRow row, FormColumn column, string? budgetUnit, Fund fund)
    {
        if (grid.At(row.Row, column.Column) is not { } cell || cell.Row != row.Row || (column.Unit ?? unit) is not { } printedUnit ||
            PrintedAmount.Read(cell.Text, out var amount) != AmountReading.Amount)
        {
            return;
        }

        found.Add(new BudgetLine(
            StableId.Of(document.Value, "line", Invariant(grid.Table.Ordinal), Invariant(cell.Row), Invariant(cell.Column)),
            grid.Table.Ordinal,
            key,
            cell.Row,
            cell.Column,
            budgetUnit,
            IsSpent(column) ? Phase.FinalAccounts : Phase.Budget,
            Direction.Expenditure,
            Period.Current,
            Classification.Project,
            null,
            null,
            null,
            null,
            row.Name,
            CodeEvidence.None,
            null,
            null,
            row.IsTotal ? "total" : null,
            Component.Total,
            fund,
            row.IsTotal ? RowRole.Total : RowRole.Detail,
            !row.IsTotal || key == TableKey.OverallPerformance,
            decimal.Round(amount.Value * printedUnit.Yuan, 2, MidpointRounding.AwayFromZero),
            cell.Text,
            printedUnit.Name,
            cell.Parts[0].PageNumber,
            cell.Parts[0].Box.Rounded(),
            Proof.Unproven));
    }

    /// <summary>实际支出金额 / 其中：财政拨款 / 一般公共预算 is money spent.</summary>
    private static bool IsSpent(FormColumn column) =>
        column.Role == PerformanceRole.Executed ||
        column.Outer.Any(static heading => heading.Contains("支出金额", StringComparison.Ordinal) || heading.Contains("执行", StringComparison.Ordinal) || heading.Contains("实际", StringComparison.Ordinal) || heading.Contains("决算", StringComparison.Ordinal));

    private Fund? FundOf(FormColumn column)
    {
        var heading = HeadingText.Of(column.Heading);
        return (headings.Columns.Find(heading.Bare) ?? headings.Columns.Find(heading.Words))?.Fund;
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
