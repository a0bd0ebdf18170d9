using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Tables;

namespace Extractor.Publishing.Facts.Governments;

/// <summary>
/// One amount column of one table, read as one side of a budget: its totals, the rows of the year, and the rows that only 总计 holds.
/// </summary>
/// <param name="OfYear">本年收入合计; null where the column prints none, or several that differ.</param>
/// <param name="OfAll">收入总计; null likewise.</param>
/// <param name="Year">Rows that make <paramref name="OfYear"/>, the deepest that do.</param>
/// <param name="Balancing">Rows beside them.</param>
/// <param name="Item">What the column is of by its heading (工伤保险基金); null for all of the table.</param>
internal sealed record BookColumn(
    TableKey TableKey, int Table, int Column, string? Item, Traced? OfYear, Traced? OfAll, ImmutableArray<GovernmentAmount> Year,
    ImmutableArray<GovernmentAmount> Balancing)
{
    /// <summary>债务收入 105, 转移性收入 110; 转移性支出 230, 债务还本支出 231.</summary>
    private static readonly ImmutableArray<string> BalancingRevenue = ["105", "110"];
    private static readonly ImmutableArray<string> BalancingExpenditure = ["230", "231"];

    /// <summary>Rows without a national code that stand beside the year's own money in every form.</summary>
    private static readonly ImmutableHashSet<string> BalancingItems =
        ["carried_in", "carried_out", "use_of_surplus", "superior_subsidy", "to_superiors", "to_subordinates"];

    /// <summary>总计 where the column prints it, else 合计.</summary>
    public Traced Last => OfAll ?? OfYear ?? Traced.None;

    public bool MakesItsYear => OfYear is not null && Year.Length > 0 && IsMade(OfYear, Year);

    /// <returns>Null for a column without a total: nothing tells that its rows are all.</returns>
    public static BookColumn? Of(ImmutableArray<BudgetLine> lines) => new Reader(lines).Read();

    /// <summary>
    /// 合计 | 工伤保险基金 | 失业保险基金 …: where the rows are none that make 本年收入 and the other columns do, what each of them prints
    /// there are its parts; else the column as it is.
    /// </summary>
    public BookColumn DividedInto(IEnumerable<BookColumn> columns)
    {
        List<BookColumn> parts = [.. columns.Where(static part => part.Item is not null && part.OfYear is { Yuan: not 0 })];
        return OfYear is { } all && parts.Count > 1 && parts.DistinctBy(static part => part.Item).Count() == parts.Count &&
            IsSum(all, parts.Select(static part => part.OfYear!))
            ? this with { Year = [.. parts.Select(static part => new GovernmentAmount(null, null, part.Item, false, part.OfYear!))] }
            : this;
    }

    public static bool IsMade(Traced printed, IEnumerable<GovernmentAmount> rows) => IsSum(printed, rows.Select(static row => row.Counted));

    public static bool IsSum(Traced printed, IEnumerable<Traced> parts)
    {
        var all = parts.ToList();
        return Math.Abs(printed.Yuan - all.Sum(static part => part.Yuan)) <=
            all.Sum(static part => part.RoundingYuan) + printed.RoundingYuan;
    }

    /// <summary>Both say the same, each to its printed precision.</summary>
    public static bool AreEqual(Traced one, Traced other) => Math.Abs(one.Yuan - other.Yuan) <=
        one.Lines[0].RoundingYuan + other.Lines[0].RoundingYuan;

    private sealed class Reader
    {
        private readonly ImmutableArray<BudgetLine> lines;
        private readonly Dictionary<string, BudgetLine> byId;
        private readonly ILookup<string?, BudgetLine> children;

        public Reader(ImmutableArray<BudgetLine> lines)
        {
            this.lines = [.. lines.OrderBy(static line => line.Row)];
            byId = this.lines.ToDictionary(static line => line.LineId, StringComparer.Ordinal);
            children = this.lines.ToLookup(static line => line.ParentLineId, StringComparer.Ordinal);
        }

        public BookColumn? Read()
        {
            var leaves = lines.Where(static line => line is { IsLeaf: true, Qualifier: null } && !IsTotal(line)).ToList();
            var (ofYear, ofAll) = Totals(leaves);
            if (ofYear is null && ofAll is null)
            {
                return null;
            }

            // 一般公共预算收入 without its parts, and below it all that makes it 收入总计.
            var endsAbove = ofYear is not null && ofAll is not null && !IsSum(ofYear, leaves) && IsSum(ofAll, [ofYear.Line, .. leaves]);
            var year = leaves.Where(leaf => !IsBalancing(leaf, ofYear, leaves, endsAbove)).ToList();
            if (ofYear is null && year.Exists(leaf => CodedAt(leaf) is null))
            {
                // Of a name without a code only 合计 tells whether it is of the year.
                return new BookColumn(lines[0].TableKey, lines[0].TableOrdinal, lines[0].Column, lines[0].ColumnItem, null,
                    ofAll?.Amount, [], []);
            }

            return new BookColumn(lines[0].TableKey, lines[0].TableOrdinal, lines[0].Column, lines[0].ColumnItem, ofYear?.Amount,
                ofAll?.Amount, RowsOf(year, ofYear?.Amount),
                [.. Grouped(leaves.Where(leaf => IsBalancing(leaf, ofYear, leaves, endsAbove)), true)]);
        }

        /// <summary>合计 and 总计 of the column; a lone total that holds 上年结转 or 上级补助 is 总计, whatever it is called.</summary>
        private (PrintedTotal? OfYear, PrintedTotal? OfAll) Totals(List<BudgetLine> leaves)
        {
            var printed = lines.Where(static line => IsTotal(line) && line.AmountYuan != 0).ToList();
            // 省本级支出合计 as another division of 省级支出合计: nothing tells which of them is the year's.
            var years = Distinct(printed.Where(line => line.ItemKey == ItemKeys.CurrentYearTotal
                && (line.Qualifier is not null || !Ancestors(line).Any(static above => above.ItemKey == ItemKeys.CurrentYearTotal))));
            var alls = Distinct(printed.Where(static line => line.ItemKey == ItemKeys.Total));
            if (years.Count == 0 && alls.Count == 2 && alls[0].AmountYuan < alls[1].AmountYuan)
            {
                return (new PrintedTotal(alls[0]), new PrintedTotal(alls[1]));
            }

            if (years.Count > 1 || alls.Count > 1)
            {
                return (null, null);
            }

            if (years.Count == 0 && alls.Count == 1 && SubtotalOfYear(alls[0], leaves) is { } subtotal)
            {
                return (new PrintedTotal(subtotal), new PrintedTotal(alls[0]));
            }

            if (years.Count + alls.Count == 1)
            {
                var only = new PrintedTotal(years.Concat(alls).Single());
                var beside = leaves.Where(IsBalancingByItself).Sum(static leaf => leaf.AmountYuan);
                if (beside == 0)
                {
                    return (only, null);
                }

                var own = leaves.Where(leaf => !IsBalancingByItself(leaf)).ToList();
                return IsSum(only, own) ? (only, null) : IsSum(only, leaves) || alls.Count == 1 ? (null, only) : (only, null);
            }

            return (years.Count == 1 ? new PrintedTotal(years[0]) : null, alls.Count == 1 ? new PrintedTotal(alls[0]) : null);
        }

        /// <summary>
        /// 小计 below a lone 合计: what stands behind it is not of the year (上年结转, 调出资金), and only with that does it make the 合计.
        /// </summary>
        private BudgetLine? SubtotalOfYear(BudgetLine all, List<BudgetLine> leaves)
        {
            var subtotals = children[all.LineId].Where(static line => line.ItemKey == ItemKeys.Subtotal).ToList();
            if (subtotals is not [var only])
            {
                return null;
            }

            var beside = leaves.Where(leaf => !IsBelow(leaf, only)).ToList();
            return beside.Exists(IsBalancingByItself) && beside.TrueForAll(leaf => leaf.Row > only.Row)
                && IsSum(new PrintedTotal(all), [only, .. beside]) ? only : null;
        }

        private static bool IsSum(PrintedTotal total, IReadOnlyCollection<BudgetLine> parts) =>
            Math.Abs(total.Line.AmountYuan - parts.Sum(static part => part.AmountYuan)) <=
            parts.Append(total.Line).Sum(PrintedTotals.RoundingOf);

        private static List<BudgetLine> Distinct(IEnumerable<BudgetLine> totals) =>
            [.. totals.DistinctBy(static line => line.AmountYuan)];

        private bool IsBalancing(BudgetLine leaf, PrintedTotal? ofYear, List<BudgetLine> leaves, bool endsAbove)
        {
            if (ofYear is null)
            {
                return IsBalancingByItself(leaf);
            }

            if (IsBelow(leaf, ofYear.Line))
            {
                return false;
            }

            return IsBalancingByItself(leaf) || (leaf.Row > ofYear.Line.Row && (leaves[0].Row < ofYear.Line.Row || endsAbove
                || leaves.Exists(other => IsBelow(other, ofYear.Line))));
        }

        /// <summary>上级补助收入 below 企业职工养老保险基金收入 is a part of that fund's revenue, with a code or without.</summary>
        private bool IsBalancingByItself(BudgetLine line) =>
            (line.ItemKey is { } item && BalancingItems.Contains(item) && !Ancestors(line).Any(static above => !IsTotal(above) &&
                (above.SubjectCode is not null || above.Fund == Fund.SocialInsurance) && !IsOfBalancingCode(above)))
            || IsOfBalancingCode(line);

        private static bool IsOfBalancingCode(BudgetLine line) => line.SubjectCode is { } code && (line.Direction ==
            Direction.Revenue ? BalancingRevenue : BalancingExpenditure).Any(list => code.StartsWith(list, StringComparison.Ordinal));

        private bool IsBelow(BudgetLine line, BudgetLine above) => Ancestors(line).Any(other => other.LineId == above.LineId);

        private IEnumerable<BudgetLine> Ancestors(BudgetLine line)
        {
            for (var at = line; at.ParentLineId is { } parent && byId.TryGetValue(parent, out var above) && above.Row != at.Row; at = above)
            {
                yield return above;
            }
        }

        /// <summary>
        /// The leaves where they make the total; else each row of the first level by its parts where those make it, and by itself where
        /// they do not; else the leaves, which then say what they lack.
        /// </summary>
        private ImmutableArray<GovernmentAmount> RowsOf(List<BudgetLine> leaves, Traced? printed)
        {
            ImmutableArray<GovernmentAmount> deepest = [.. Grouped(leaves, false)];
            if (printed is null || IsMade(printed, deepest))
            {
                return deepest;
            }

            var tops = leaves.Select(leaf => Ancestors(leaf).LastOrDefault(static line => !IsTotal(line)) ?? leaf).Distinct().ToList();
            ImmutableArray<GovernmentAmount> expanded = [.. Grouped(tops.SelectMany(Expanded), false)];
            return IsMade(printed, expanded) ? expanded : deepest;
        }

        private IEnumerable<BudgetLine> Expanded(BudgetLine line)
        {
            var parts = children[line.LineId].Where(static part => part.Qualifier is null).ToList();
            return parts.Count > 0 && IsSum(new PrintedTotal(line), parts) ? parts.SelectMany(Expanded) : [line];
        }

        /// <summary>By subject: what has no code is of the nearest row above it that has one.</summary>
        private IEnumerable<GovernmentAmount> Grouped(IEnumerable<BudgetLine> rows, bool isBalancing) => rows
            .Select(row => (Row: row, Subject: CodedAt(row) ?? row))
            .GroupBy(static row => row.Subject.SubjectCode ?? row.Subject.SubjectNameAsPrinted ?? row.Subject.ItemKey)
            .Where(static group => group.Key is not null)
            .Select(group => new GovernmentAmount(group.First().Subject.SubjectCode, group.First().Subject.SubjectLevel,
                group.First().Subject.SubjectName ?? group.First().Subject.SubjectNameAsPrinted ?? group.Key, isBalancing,
                Traced.Sum(group.Select(static row => Traced.Of(row.Row)))!));

        /// <summary>A code that only a name tells counts where it goes on from the code above it (专项转移支付 below 教育支出 does not).</summary>
        private BudgetLine? CodedAt(BudgetLine line)
        {
            var above = Ancestors(line).FirstOrDefault(static other => other.SubjectCode is not null);
            return line.SubjectCode is { } code && (above is null || line.CodeEvidence is CodeEvidence.Printed or CodeEvidence.SplitColumns
                || code.StartsWith(above.SubjectCode!, StringComparison.Ordinal)) ? line : above;
        }

        private static bool IsTotal(BudgetLine line) => ItemKeys.IsTotal(line.ItemKey);

        private sealed record PrintedTotal(BudgetLine Line)
        {
            public Traced Amount => Traced.Of(Line);
        }
    }
}
