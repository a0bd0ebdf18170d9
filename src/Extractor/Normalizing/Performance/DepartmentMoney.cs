using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Checks;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Lines;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Performance;

/// <summary>
/// The whole money of a department on its form of goals (整体支出绩效目标表): 总体资金情况 over columns of funds and components, a list of
/// labels 资金总额, 基本支出, 项目支出 with the amount beside each, or a row of the unit under such headings.
/// </summary>
internal sealed class DepartmentMoney
{
    /// <summary>Rows; headings and the one row of amounts below them.</summary>
    private const int MostRows = 5;

    private static readonly WordSet MoneyGroups = ReadingWords.Of(WordList.MoneyGroup);

    private readonly LineFactory lines;
    private readonly FormGrid grid;
    private readonly AmountUnit? tableUnit;
    private readonly HeadingMaps headings;
    private readonly CheckBook book;
    private readonly ImmutableArray<LineDraft>.Builder found = ImmutableArray.CreateBuilder<LineDraft>();

    private DepartmentMoney(DocumentId document, ExtractedTable table, AmountUnit? unit, HeadingMaps headings, CheckBook book)
    {
        lines = new LineFactory(document, table, TableKey.OverallPerformance);
        grid = new FormGrid(table);
        tableUnit = unit;
        this.headings = headings;
        this.book = book;
    }

    /// <param name="unit">Of the table's amounts where their headings print none; null where none is known.</param>
    /// <param name="book">Takes the sums of funds and components.</param>
    public static ImmutableArray<LineDraft> Of(DocumentId document, ExtractedTable table, AmountUnit? unit, HeadingMaps headings,
        CheckBook book)
    {
        var money = new DepartmentMoney(document, table, unit, headings, book);
        money.ReadGroups();
        money.ReadColumns();
        return money.found.ToImmutable();
    }

    /// <summary>A cell 总体资金情况 at the side of some rows: headings with amounts below them, or labels with amounts beside them.</summary>
    private void ReadGroups()
    {
        for (var row = 0; row < grid.RowCount; row++)
        {
            foreach (var group in grid.Row(row))
            {
                if (group.RowSpan is > 1 and <= MostRows && MoneyGroups.Matches(HeadingText.Of(group.Text).Bare) &&
                    (AmountUnit.FindInHeading(group.Text) ?? tableUnit) is { } unit)
                {
                    ReadGroup(group, unit);
                    break;
                }
            }
        }
    }

    private void ReadGroup(TableCell group, AmountUnit unit)
    {
        var last = group.Row + group.RowSpan - 1;
        var block = new Block();
        for (var row = group.Row; row <= last; row++)
        {
            foreach (var cell in grid.Row(row))
            {
                if (cell.Column <= group.Column || PrintedAmount.Read(cell.Text, out var amount) != AmountReading.Amount)
                {
                    continue;
                }

                var label = row == last && row > group.Row && grid.At(row - 1, cell.Column) is { } above && !IsFigure(above)
                    ? above : LabelBeside(cell, group);
                Add(block, cell, amount, label is null ? null : MeaningOf(label, group, cell), unit, new NamedAs(NameOf(label, group)),
                    isAgain: false);
            }
        }

        Check(block);
    }

    /// <summary>长沙: 单位名称 | 资金总额 | 按收入性质分 … | 按支出性质分 …; on each further page the row is printed again.</summary>
    private void ReadColumns()
    {
        var columns = HeaderReader.Read(grid.Table, headings, null);
        var name = columns.FirstOrDefault(static column => column.Role == ColumnRole.UnitName);
        var code = columns.FirstOrDefault(static column => column.Role == ColumnRole.UnitCode);
        if (name is null || tableUnit is not { } unit || columns.Any(static column => column.Role == ColumnRole.Name))
        {
            return;
        }

        var read = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in Enumerable.Range(0, grid.RowCount))
        {
            if (grid.At(row, name.Column) is not { IsHeader: false, Text.Length: > 0 } unitCell || unitCell.Row != row)
            {
                continue;
            }

            var block = new Block();
            var isAgain = !read.Add(unitCell.Text);
            var unitCode = code is not null && grid.At(row, code.Column) is { IsHeader: false, Text.Length: > 0 } found ? found.Text
                : null;
            foreach (var column in columns.Where(static column => column.Role == ColumnRole.Amount))
            {
                if (grid.At(row, column.Column) is { } cell && cell.Row == row && cell.Column == column.Column &&
                    PrintedAmount.Read(cell.Text, out var amount) == AmountReading.Amount)
                {
                    Add(block, cell, amount, column, unit, new NamedAs(unitCell.Text, unitCell.Text, unitCode), isAgain);
                }
            }

            Check(block);
        }
    }

    /// <summary>财政拨款 / 合计 is the 财政拨款.</summary>
    private string? NameOf(TableCell? label, TableCell group) =>
        label is not null && TotalLabel.IsWhole(label.Text) && label.Row > group.Row && grid.At(label.Row - 1, label.Column) is
        { Text.Length: > 0 } over ? over.Text : label?.Text;

    /// <summary>A label beside the amount, or the headings over it from the first row of the group.</summary>
    private ColumnMeaning? MeaningOf(TableCell label, TableCell group, TableCell amount) =>
        label.Row == amount.Row ? Meaning(label.Text, amount.Column) : PathAbove(group.Row, amount.Row, amount.Column);

    private ColumnMeaning? PathAbove(int firstRow, int row, int column)
    {
        var parts = new List<string>();
        TableCell? last = null;
        for (var above = firstRow; above < row; above++)
        {
            if (grid.At(above, column) is { Text.Length: > 0 } cell && cell != last)
            {
                parts.Add(cell.Text);
                last = cell;
            }
        }

        return Meaning(string.Join(HeaderReader.PathSeparator, parts), column);
    }

    private TableCell? LabelBeside(TableCell cell, TableCell group) =>
        grid.At(cell.Row, cell.Column - 1) is { Text.Length: > 0 } label && label != group && label.Row == cell.Row ? label : null;

    private ColumnMeaning? Meaning(string path, int column) =>
        new ColumnPath(headings, [], null).Read(column, path) is { Role: ColumnRole.Amount } meaning ? meaning : null;

    private static bool IsFigure(TableCell cell) => PrintedAmount.Read(cell.Text, out _) == AmountReading.Amount;

    private void Add(Block block, TableCell cell, PrintedAmount amount, ColumnMeaning? meaning, AmountUnit unit, NamedAs named,
        bool isAgain)
    {
        if (meaning is null)
        {
            block.IsComplete = false;
            return;
        }

        var column = new AmountColumn(meaning, meaning.Component ?? Component.Total, meaning.Fund ?? Fund.All, Period.Current,
            Phase.Budget, Direction.Expenditure);
        if (block.Amounts.Exists(other => other.Column.IsSameBucket(column) && other.Column.ItemKey == column.ItemKey))
        {
            block.IsComplete = false;
            return;
        }

        var draft = lines.Draft(cell, amount, meaning.Unit ?? unit, new LineMeaning
        {
            Classification = Classification.Unit,
            Phase = Phase.Budget,
            Component = column.Component,
            Fund = column.Fund,
            UnitName = named.Unit,
            UnitCode = named.UnitCode,
            Name = named.Name,
            ItemKey = ItemKeys.Total,
            Qualifier = isAgain ? "repeated" : meaning.Narrowing,
            Role = RowRole.Total,
            IsLeaf = !isAgain && meaning.Narrowing is null,
        });
        found.Add(draft);
        block.Amounts.Add((column, draft));
    }

    private void Check(Block block)
    {
        PrintedPrecision.Settle([.. block.Amounts.Select(static amount => amount.Draft)]);
        foreach (var sum in new ColumnSums([.. block.Amounts.Select(static amount => amount.Column)], Component.Total).Find())
        {
            var whole = block.Amounts[sum.Whole].Draft;
            var parts = sum.Parts.Select(part => (Line: block.Amounts[part].Draft, Sign: 1)).ToList();

            // The form has no column for 事业单位经营支出: what it lists may fall short of the whole, but not make more.
            book.Sum(sum.Rule, whole, parts, block.IsComplete && parts.Sum(static part => part.Line.Yuan) > whole.Yuan);
        }
    }

    /// <summary>The words that name an amount: its own label or heading, or its unit; not the box at the side of the whole group.</summary>
    private readonly record struct NamedAs(string? Name, string? Unit = null, string? UnitCode = null);

    /// <summary>The amounts of one department or unit, that funds and components add up to.</summary>
    private sealed class Block
    {
        public List<(AmountColumn Column, LineDraft Draft)> Amounts { get; } = [];

        /// <summary>False where an amount is printed under words that no map knows.</summary>
        public bool IsComplete { get; set; } = true;
    }
}
