using System.Collections.Frozen;
using Extractor.Model.Budget;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Lines;

/// <summary>What the rows of one block are called, wherever in the row the words stand.</summary>
internal sealed class RowLabels(TableGrid grid, TableBlock block, TableKind kind, HeadingMaps headings)
{
    /// <summary>The three kinds of the law of government procurement (政府采购法 第二条).</summary>
    public static readonly FrozenSet<string> PurchaseKinds =
        new[] { "procurement_goods", "procurement_works", "procurement_services" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly WordSet Subtotals = ReadingWords.Of(WordList.SubtotalEnding);

    private readonly SubjectSlot? primary = block.Primary(kind);
    private readonly bool isPurchases = kind.RowsBy == Classification.Procurement;

    public bool HasContent(int row) =>
        block.Amounts.Any(amount => grid.Text(row, amount.Column).Length > 0) ||
        block.Slots.Any(slot => slot.Columns.Any(column => grid.Text(row, column.Column).Length > 0)) ||
        (block.UnitName is { } unit && grid.Text(row, unit.Column).Length > 0);

    /// <summary>合计, 总计.</summary>
    public bool IsTotal(string printed) =>
        headings.Rows.Find(Translation.Without(FoldedText.Of(printed)))?.Kind == RowKind.Total;

    /// <summary>货物, 工程 or 服务 as the item of a row; null for any other name.</summary>
    public RowMeaning? KindOfPurchase(string printed) =>
        headings.Rows.FindWhole(Numbering.Of(printed).Rest) is { Kind: RowKind.Detail } meaning && PurchaseKinds.Contains(meaning.ItemKey)
            ? meaning : null;

    /// <summary>小计, alone or behind the name of what it sums.</summary>
    public static bool IsSubtotal(string name) => Subtotals.Matches(name);

    /// <summary>小计 in the column of units, below what the unit spends on.</summary>
    public static bool IsNothingButSubtotal(string printed) =>
        FoldedText.Of(printed) is var name && Subtotals.Matches(name) && Subtotals.Without(name).Length == 0;

    /// <summary>The unit whose sum a name tells (某某县农业农村局小计); the name as it is where it tells none.</summary>
    public static string WithoutSubtotal(string printed) =>
        Subtotals.Matches(printed) && Subtotals.Without(printed) is var unit && UnitNames.IsLike(unit) ? unit : printed;

    /// <summary>
    /// The name in the slot's own column; where it is blank, words in the code columns, another slot or the unit's column (合计 is printed in
    /// any of them). A purchase that is named there by its kind alone (货物), or not at all, is named by what is bought.
    /// </summary>
    public string Of(int row)
    {
        var own = primary?.Name is { } name ? grid.Text(row, name.Column) : string.Empty;
        if (own.Length > 0 && !(isPurchases && KindOfPurchase(own) is not null))
        {
            return own;
        }

        if (isPurchases && Goods(row) is { } bought)
        {
            return bought;
        }

        if (own.Length > 0)
        {
            return own;
        }

        // A subject or project that several funds pay or several units spend on, a row each, is named once beside all of them.
        if (block.IsRepeatedDownwards && primary?.Name is { } names && grid.TextOver(row, names.Column) is { Length: > 0 } over)
        {
            return over;
        }

        // 类 | 款 | 项 hold names where no codes are printed: the row is about the innermost.
        if (primary is { Name: null } && primary.Codes.Select(column => grid.Text(row, column.Column)).LastOrDefault(PrintedAmount.IsName)
            is { } innermost)
        {
            return innermost;
        }

        var others = block.Slots.SelectMany(static slot => slot.Columns)
            .Concat(new[] { block.UnitCode, block.UnitName }.OfType<ColumnMeaning>());
        foreach (var column in others)
        {
            var text = grid.Text(row, column.Column);
            if (PrintedAmount.IsName(text))
            {
                return text;
            }
        }

        // 公用经费合计, 煤炭企业利润收入小计 may be merged over the list or the ordinals on the left into this one, or stand in its last
        // column where no lines are drawn.
        var start = primary is null ? block.Amounts[0].Column : primary.Columns.Min(static column => column.Column);
        var left = grid.OriginOf(row, start);
        while (left > 0 && grid.Text(row, left).Length == 0)
        {
            left--;
        }

        return grid.Text(row, left) is { Length: > 0 } merged && (IsSubtotal(FoldedText.Of(merged)) ||
            headings.Rows.Find(Numbering.Of(merged).Rest)?.Kind is RowKind.Total or RowKind.Subtotal)
            ? merged
            : ElsewhereInRow(row);
    }

    /// <summary>What is bought in the words of another column than that of the names.</summary>
    public bool NamesGoods(int row) => isPurchases && Goods(row) is not null;

    private string? Goods(int row) =>
        block.Goods.Select(column => grid.Text(row, column.Column)).FirstOrDefault(PrintedAmount.IsName);

    /// <summary>A total under a heading of no meaning (项目编号); in lists of purchases the name of the goods.</summary>
    private string ElsewhereInRow(int row)
    {
        var found = string.Empty;
        var first = block.Amounts[0].Column;
        for (var column = 0; column < first; column++)
        {
            var text = grid.Text(row, column);
            if (IsTotal(text) || (found.Length == 0 && PrintedAmount.IsName(text) && kind.IsList))
            {
                found = text;
            }
        }

        return found;
    }
}
