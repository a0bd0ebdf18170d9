namespace Extractor.Normalizing.Checks;

/// <summary>The published names of the arithmetic checks of tables.</summary>
internal static class CheckRule
{
    /// <summary>全市 = 本级 + 下级.</summary>
    public const string LevelsSumToWhole = "levels_sum_to_whole";

    /// <summary>小计 = 海口市 + 三亚市 + …: the columns that one column sums up.</summary>
    public const string ColumnsSumToColumn = "columns_sum_to_column";

    /// <summary>债务 = 一般债务 + 专项债务.</summary>
    public const string DebtCategoriesSumToTotal = "debt_categories_sum_to_total";

    /// <summary>债务余额 ≤ 债务限额.</summary>
    public const string DebtWithinLimit = "debt_within_limit";

    public const string ChildrenSumToParent = "children_sum_to_parent";
    public const string LeavesSumToTotal = "leaves_sum_to_total";
    public const string ComponentsSumToTotal = "components_sum_to_total";
    public const string FundsSumToTotal = "funds_sum_to_total";
    public const string ChangeIsCurrentMinusPrior = "change_is_current_minus_prior";
    public const string RevenueEqualsExpenditure = "revenue_equals_expenditure";
    public const string TableTotalsAgree = "table_totals_agree";
    public const string FunctionalEqualsEconomic = "functional_equals_economic";
}
