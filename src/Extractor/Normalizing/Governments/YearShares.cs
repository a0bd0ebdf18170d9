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
                        : column == own ? With(column, YearShare.Own) : column == carried ? With(column, YearShare.Carried) : column)];
                }
            }
        }

        return columns;
    }

    private static bool IsCarried(AmountColumn column) => CarriedOver.Matches(FoldedText.Of(column.Meaning.OwnHeading));

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
