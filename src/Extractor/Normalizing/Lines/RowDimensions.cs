using System.Collections.Frozen;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// Component and fund that a row names, for itself and the rows below it: (1)工资福利支出 below 专项业务经费支出 is project expenditure,
/// 一般公共预算拨款收入 is general_public. Where columns tell components or funds apart, they tell them for every row.
/// </summary>
internal static class RowDimensions
{
    /// <summary>
    /// What a unit takes in beside the treasury's money makes its 单位资金, as in the columns of the same names, and so does what it has
    /// left of it (非财政拨款结余, 事业基金).
    /// </summary>
    private static readonly FrozenSet<string> OwnMoney =
        new[]
        {
            "business_income", "operating_income", "superior_subsidy", "subordinate_remittance", "other_income", "non_appropriation",
            "use_of_surplus",
        }
        .ToFrozenSet(StringComparer.Ordinal);

    public static (Component Component, Fund Fund) Of(BlockLines block, int row, AmountColumn column)
    {
        var component = block.Rows[row].Component;
        var fund = block.Rows[row].Fund;
        for (var named = row; named >= 0; named = block.Tree.Parents[named])
        {
            if (block.Rows[named] is not { IsUnit: false, Code: null } told)
            {
                continue;
            }

            if (told is { Kind: RowKind.Detail or RowKind.Subtotal, ItemKey: { } item })
            {
                component ??= ComponentOf(item);
            }

            fund ??= told.Money is { } words ? FundOf(words) : null;
        }

        return (
            component is { } of && column.Component == block.Context.Component && column.Direction == Direction.Expenditure &&
                AreOne(static other => other.Component) ? block.Context.ComponentOf(of) : column.Component,
            fund is { } from && IsNarrower(from, column.Fund) && AreOne(static other => other.Fund) ? from : column.Fund);

        bool AreOne<T>(Func<AmountColumn, T> dimension) => block.Amounts.Select(dimension).Distinct().Count() == 1;
    }

    /// <summary>Null for items that are no kind of expenditure, and for the sum of all kinds.</summary>
    public static Component? ComponentOf(string? item) =>
        item is not null && SchemaName.TryParse<Component>(item, out var part) && part != Component.Total ? part : null;

    private static Fund? FundOf(string money) =>
        SchemaName.TryParse<Fund>(money, out var fund) ? fund : OwnMoney.Contains(money) ? Fund.UnitFunds : null;

    /// <summary>财政拨款 consists of three funds; the whole money of all.</summary>
    private static bool IsNarrower(Fund fund, Fund column) =>
        column == Fund.All ||
        (column == Fund.FiscalAppropriation && fund is Fund.GeneralPublic or Fund.GovernmentFund or Fund.StateCapital);
}
