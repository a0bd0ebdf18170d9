namespace Extractor.Model.Budget;

/// <summary>Items of rows (<c>item_key</c>) that every kind of table has, whatever its form calls them.</summary>
public static class ItemKeys
{
    /// <summary>合计, 总计.</summary>
    public const string Total = "total";

    /// <summary>本年收入合计, 本年支出合计: without what is carried over.</summary>
    public const string CurrentYearTotal = "current_year_total";

    /// <summary>小计: a sum within the list.</summary>
    public const string Subtotal = "subtotal";

    /// <summary>The row of one budget unit (预算单位) that stands for all that it spends.</summary>
    public const string UnitTotal = "unit_total";

    /// <summary>Of a whole budget, with or without what is carried over.</summary>
    public static bool IsTotal(string? itemKey) => itemKey is Total or CurrentYearTotal;
}
