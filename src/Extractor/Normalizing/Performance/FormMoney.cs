using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Performance;

/// <summary>The whole money of a form as one of its labels prints it.</summary>
/// <param name="Role">Of the year, or of the whole period of the project.</param>
/// <param name="Column">Of the label; the parts below it stand in the same column.</param>
/// <param name="IsOfYear">The label says so itself: 年度资金总额, beside which 项目资金总额 is that of all years.</param>
internal readonly record struct WholeMoney(PerformanceRole Role, int Column, bool IsOfYear, FormFigure Figure);

/// <summary>Reads the money of the form of one project: labels with an amount beside them, or a row of labels under headings.</summary>
internal sealed class FormMoney(FormGrid grid, PerformanceMap map, AmountUnit? tableUnit)
{
    private static readonly WordSet Groups = ReadingWords.Of(WordList.MoneyLabel);
    private static readonly WordSet OfYear = ReadingWords.Of(WordList.TargetOfYear);

    /// <summary>年度资金总额 | 1,000.00; null where no amount of its own stands beside the label.</summary>
    public WholeMoney? Whole(TableCell label)
    {
        if (FirstOfGroup(label) is { } first)
        {
            return new WholeMoney(PerformanceRole.AmountWholePeriod, label.Column + label.ColumnSpan, false, first);
        }

        return map.Label(label.Text) is { } role && FigureBeside(label) is { } figure
            ? new WholeMoney(role, label.Column, OfYear.Matches(label.Text), figure) : null;
    }

    /// <summary>The label stands over several lines of money, the first of which is cut off in print.</summary>
    public bool IsGroup(TableCell label) => FirstOfGroup(label) is not null;

    /// <summary>Null where the row goes on with further figures: money of several kinds under headings that are not known.</summary>
    public FormFigure? FigureBeside(TableCell label) =>
        grid.RightOf(label) is { } cell && FormFigures.Amount(cell, UnitOf(label)) is { } figure &&
        (grid.RightOf(cell) is not { } next || PrintedAmount.Read(next.Text, out _) is not (AmountReading.Amount or AmountReading.Percent))
            ? figure
            : null;

    /// <summary>The label stands beside 项目资金 over several rows: what it names is money, known or not.</summary>
    public bool IsInGroup(TableCell label)
    {
        for (var column = label.Column - 1; column >= 0; column--)
        {
            if (grid.At(label.Row, column) is { RowSpan: > 1 } group)
            {
                return label.Text.Length > 0 && map.Column(label.Text) is null or PerformanceRole.Part && Groups.Matches(group.Text);
            }
        }

        return false;
    }

    /// <summary>年度资金总额 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 of a self-evaluation.</summary>
    public void ReadColumns(int row, FormHeader columns, TableCell label, ProjectForm form)
    {
        foreach (var column in columns.Columns)
        {
            var cell = grid.At(row, column.Column);
            switch (column.Role)
            {
                case PerformanceRole.Amount or PerformanceRole.AmountEarly:
                    form.Add(column.Role, FormFigures.Amount(cell, column.Unit ?? UnitOf(label)));
                    break;
                case PerformanceRole.Executed:
                    form.Executed ??= FormFigures.Amount(cell, column.Unit ?? UnitOf(label));
                    break;
                default:
                    break;
            }
        }

        ReadRate(row, columns, form);
    }

    /// <summary>执行率 of a row, and whether it may be reckoned on a budget that is not known.</summary>
    public void ReadRate(int row, FormHeader columns, ProjectForm form)
    {
        form.HasUnknownBudget = HasUnknownBudget(columns);
        if (columns.First(PerformanceRole.ExecutionRate) is { } rate)
        {
            var share = form.Amount is { Value: > 0 } budget && form.Executed is { } executed ? executed.Value / budget.Value
                : (decimal?)null;
            form.Rate ??= FormFigures.Rate(grid.At(row, rate.Column), share);
        }
    }

    /// <summary>Of a label's amount: printed in the label, in the label of its group at the left, or above the table.</summary>
    public AmountUnit? UnitOf(TableCell label)
    {
        var unit = AmountUnit.FindInHeading(label.Text);
        for (var column = label.Column - 1; column >= 0 && unit is null; column--)
        {
            unit = grid.At(label.Row, column) is { } left ? AmountUnit.FindInHeading(left.Text) : null;
        }

        return unit ?? tableUnit;
    }

    /// <summary>The amount of the first line of 资金金额 where the label of the line itself is cut off in print (期资金总).</summary>
    private FormFigure? FirstOfGroup(TableCell group)
    {
        var label = group.RowSpan > 1 && map.Label(group.Text) == PerformanceRole.Amount ? grid.RightOf(group) : null;
        return label is { Text.Length: > 0, RowSpan: 1 } && map.Label(label.Text) is null && map.Column(label.Text) is null
            ? FormFigures.Amount(grid.RightOf(label), UnitOf(label))
            : null;
    }

    private bool HasUnknownBudget(FormHeader columns) =>
        columns.First(PerformanceRole.AmountEarly) is { } early && columns.First(PerformanceRole.Executed) is { } executed &&
        grid.At(columns.LastRow, early.Column) is { } heading &&
            grid.At(columns.LastRow, heading.Column + heading.ColumnSpan) is { } next &&
        next.Column != executed.Column && columns.Columns.All(column => column.Column != next.Column);
}
