using System.Collections.Immutable;
using System.Globalization;
using Extractor.Model.Budget;
using Extractor.Model.Tables;

namespace Extractor.Publishing.Facts;

/// <summary>Totals that a document prints for itself as a whole, whatever its form calls their row.</summary>
internal static class PrintedTotals
{
    private static readonly ImmutableArray<decimal> PowersOfTen =
        [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000];

    /// <summary>Of the funds that a table may be of, the widest first.</summary>
    public static ImmutableArray<Fund> WidestFunds { get; } = [Fund.All, Fund.FiscalAppropriation, Fund.GeneralPublic];

    /// <summary>Lines of the year and phase of the document that narrow no other line.</summary>
    public static ImmutableArray<BudgetLine> CurrentLines(NormalizedDocument document, Phase phase) =>
        [.. document.Lines.Where(line => line.Phase == phase && line is { Period: Period.Current, Qualifier: null })];

    /// <summary>
    /// 本年支出合计 or 本年收入合计: of 收支总表, else of the table of that side. What is carried over to the next year is no
    /// expenditure, so that 总计 counts only where no 合计 is printed.
    /// </summary>
    public static Traced? OfSide(ImmutableArray<BudgetLine> lines, Direction direction, TableKey tableOfSide)
    {
        var summary = lines.Where(line => line.TableKey == TableKey.RevenueExpenditureSummary && line.Direction == direction
            && line is { Component: Component.Total, Fund: Fund.All }).ToList();
        var (year, total) = (Agreed(summary.Where(static line => line.ItemKey == ItemKeys.CurrentYearTotal)),
            Agreed(summary.Where(static line => line.ItemKey == ItemKeys.Total)));
        var printed = year is { Yuan: not 0 } || total is null or { Yuan: 0 } ? year ?? total : total;
        return printed
            ?? OfTable(lines.Where(line => line.TableKey == tableOfSide && line.Direction == direction), Component.Total, Fund.All);
    }

    /// <summary>合计 of a table; where it has no such row, the row of the one unit that it is of (单位小计).</summary>
    public static Traced? OfTable(IEnumerable<BudgetLine> lines, Component component, Fund fund)
    {
        var ofColumn = lines.Where(line => line.Component == component && line.Fund == fund).ToList();
        return Agreed(ofColumn.Where(static line => line is { ItemKey: ItemKeys.Total, UnitName: null }))
            ?? Agreed(ofColumn.Where(static line => line is { ItemKey: ItemKeys.Total, RowRole: RowRole.Total }))
            ?? Agreed(ofColumn.Where(static line => line is { ItemKey: ItemKeys.UnitTotal, RowRole: RowRole.Total }))
            ?? Single(ofColumn.Where(static line => line.ItemKey == ItemKeys.UnitTotal));
    }

    /// <summary>Half of the last printed place in yuan: what the rounding of the figure may hide. 0 where it cannot be told.</summary>
    public static decimal RoundingOf(BudgetLine line)
    {
        if (line.AmountYuan == 0)
        {
            return 0;
        }

        var text = line.ValueAsPrinted.Contains(',', StringComparison.Ordinal)
            ? line.ValueAsPrinted.Replace(",", string.Empty, StringComparison.Ordinal).AsSpan().Trim()
            : line.ValueAsPrinted.AsSpan().Trim();
        if (!decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var printed) || printed == 0)
        {
            return 0;
        }

        var point = text.IndexOf('.');
        var decimals = point < 0 ? 0 : text.Length - point - 1;
        var unit = Math.Abs(line.AmountYuan / printed);
        return unit / 2 / PowersOfTen[Math.Min(decimals, PowersOfTen.Length - 1)];
    }

    /// <summary>The amount of the lines where they print one and the same; the first of them tells the place.</summary>
    public static Traced? Agreed(IEnumerable<BudgetLine> lines)
    {
        var found = lines.ToList();
        return found.Count > 0 && found.TrueForAll(line => line.AmountYuan == found[0].AmountYuan) ? Traced.Of(found[0]) : null;
    }

    private static Traced? Single(IEnumerable<BudgetLine> lines) => lines.Take(2).ToList() is [var only] ? Traced.Of(only) : null;
}
