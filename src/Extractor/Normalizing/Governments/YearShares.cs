using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Lines;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Governments;

/// <summary>What a column holds of the money of a year beside one that holds what is carried over.</summary>
internal enum YearShare
{
    /// <summary>支出合计, which holds 结转下年 too.</summary>
    All,

    /// <summary>当年支出.</summary>
    Own,

    /// <summary>结转下年; 上年结转 among revenue.</summary>
    Carried,

    /// <summary>预算数 beside them, not divided so, which by its figures is of all.</summary>
    Undivided,
}

/// <summary>
/// 支出合计 | 当年支出 | 结转下年, 收入合计 | 当年收入 | 上年结转: what one column makes with the money that is carried over is the year's own,
/// and the total of the sum is that of all. 上年结转 that is spent is expenditure of the year.
/// </summary>
internal static class YearShares
{
    private static readonly WordSet CarriedOver = ReadingWords.Of(WordList.CarriedOver);
    private static readonly WordSet PriorWords = ReadingWords.Of(WordList.PriorYear);

    public static ImmutableArray<AmountColumn> Place(ImmutableArray<AmountColumn> columns, TableGrid grid)
    {
        foreach (var carried in columns.Where(static column => IsCarried(column) &&
            PriorWords.Matches(FoldedText.Of(column.Meaning.OwnHeading)) == (column.Direction == Direction.Revenue)))
        {
            var beside = columns.Where(other => !IsCarried(other) && other.IsSameBucket(carried with { Scope = other.Scope }) &&
                other.Scope! with { Item = null } == carried.Scope! with { Item = null }).ToList();
            foreach (var whole in beside.Where(static other => other.Scope!.Item is null))
            {
                if (beside.Find(own => own.Column > whole.Column && AreAll(grid, whole, own, carried)) is { } own)
                {
                    return [.. columns.Select(column => column == whole ? With(column, YearShare.All)
                        : column == own ? With(column, YearShare.Own) : column == carried ? With(column, YearShare.Carried)
                        : IsNearerTo(grid, column, whole, own) ? With(column, YearShare.Undivided) : column)];
                }
            }
        }

        return columns;
    }

    private static bool IsCarried(AmountColumn column) => CarriedOver.Matches(FoldedText.Of(column.Meaning.OwnHeading));

    /// <summary>
    /// Of the same side and of no part of it, and in every row nearer to what is of all than to the year's own money. 预算数 beside 执行数
    /// and 当年收入 says nowhere what it holds.
    /// </summary>
    private static bool IsNearerTo(TableGrid grid, AmountColumn column, AmountColumn whole, AmountColumn own)
    {
        if (column.Direction != whole.Direction || column.Scope is not { Item: null, Share: null })
        {
            return false;
        }

        var rows = 0;
        foreach (var row in grid.BodyRows)
        {
            if (grid.Amount(row, column.Column) is { } amount && grid.Amount(row, whole.Column) is { } all
                && grid.Amount(row, own.Column) is { } year && year.Value != all.Value)
            {
                if (Math.Abs(amount.Value - all.Value) >= Math.Abs(amount.Value - year.Value))
                {
                    return false;
                }

                rows++;
            }
        }

        return rows >= GovernmentTolerances.LeastRowsOfAColumnSum;
    }

    private static AmountColumn With(AmountColumn column, YearShare share) =>
        column with { Scope = column.Scope! with { Share = share } };

    /// <summary>In every row that prints the whole; rows that print the year's own money alone divide it further.</summary>
    private static bool AreAll(TableGrid grid, AmountColumn whole, AmountColumn own, AmountColumn carried)
    {
        var rows = 0;
        foreach (var row in grid.BodyRows)
        {
            if (grid.Amount(row, whole.Column) is not { } all)
            {
                continue;
            }

            var (year, over) = (grid.Amount(row, own.Column), grid.Amount(row, carried.Column));
            var places = Math.Max(all.Decimals, Math.Max(year?.Decimals ?? 0, over?.Decimals ?? 0));
            if (Math.Abs((year?.Value ?? 0) + (over?.Value ?? 0) - all.Value) > 2 * PrintedPrecision.HalfPlace(places))
            {
                return false;
            }

            rows += year is { Value: not 0 } && over is { Value: not 0 } ? 1 : 0;
        }

        return rows >= GovernmentTolerances.LeastRowsOfAColumnSum;
    }
}
