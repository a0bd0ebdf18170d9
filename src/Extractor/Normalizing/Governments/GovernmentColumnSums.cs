using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Checks;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Lines;

namespace Extractor.Normalizing.Governments;

/// <summary>
/// Columns that sum up the columns behind them (小计 over places, 合计 of 一般债务 and 专项债务): told by the figures themselves, for
/// headings name places and items of every kind.
/// </summary>
internal sealed class GovernmentColumnSums(BlockLines block)
{
    /// <summary>One column and the run of columns that it sums up, met in nearly all rows.</summary>
    internal sealed class ColumnSum(BlockLines block, int whole, ImmutableArray<int> columns)
    {
        public int Whole => whole;

        public ImmutableArray<int> Columns => columns;

        public IEnumerable<LineDraft> LinesOf(int row) => columns.Append(whole)
            .Select(column => block.Lines[row, column]).OfType<LineDraft>();

        public bool IsMetIn(int row) => block.Lines[row, whole] is { } sum && Parts(row) is { Length: > 0 } parts && IsMet(sum, parts);

        private bool IsOfLevels => columns.Any(column => block.Amounts[column].Scope?.Level == GovernmentLevel.Lower);

        /// <param name="confirmed">Figures that sums down their columns bear out: they are not accused.</param>
        public void Run(int row, CheckBook book, HashSet<LineDraft> confirmed, MoneyBetweenLevels betweenLevels)
        {
            if (block.Lines[row, whole] is not { } sum || Parts(row) is not { Length: > 0 } parts)
            {
                return;
            }

            var accused = parts.Append(sum).Where(line => !confirmed.Contains(line)).ToImmutableArray();
            book.Sum(CheckRule.ColumnsSumToColumn, sum, [.. parts.Select(static part => (part, 1))],
                parts.Length == columns.Length && !(IsOfLevels && betweenLevels.IsIn(row)), accused.IsEmpty ? [sum] : accused);
        }

        private LineDraft[] Parts(int row) =>
            [.. columns.Select(column => block.Lines[row, column]).OfType<LineDraft>()];

        private static bool IsMet(LineDraft sum, LineDraft[] parts) =>
            Math.Abs(parts.Sum(static part => part.Yuan) - sum.Yuan) <= sum.HalfPlaceYuan + parts.Sum(static part => part.HalfPlaceYuan);
    }

    public ImmutableArray<ColumnSum> Find()
    {
        var found = new Stack<ColumnSum>();
        var summed = new HashSet<int>();
        for (var whole = block.Amounts.Length - 1; whole >= 0; whole--)
        {
            // 合计 of 小计, each before its own parts.
            if ((RunBehind(whole, []) ?? RunBehind(whole, summed)) is { } run)
            {
                found.Push(new ColumnSum(block, whole, run));
                summed.UnionWith(run);
            }
        }

        return [.. found];
    }

    /// <summary>
    /// Columns that one behind them sums up: 预算数（不含提前告知转移支付）, 提前告知转移支付, 预算数（含提前告知转移支付）. Rates and changes may
    /// stand between them.
    /// </summary>
    public IEnumerable<ColumnSum> FindBehind()
    {
        for (var whole = block.Amounts.Length - 1; whole > 0; whole--)
        {
            if (RunOf(whole, Enumerable.Range(0, whole).Reverse().Where(part => IsBeside(whole, part)), []) is { } run)
            {
                yield return new ColumnSum(block, whole, run);
            }
        }
    }

    private ImmutableArray<int>? RunBehind(int whole, HashSet<int> summed) => RunOf(whole,
        Enumerable.Range(whole + 1, block.Amounts.Length - whole - 1).TakeWhile(part => IsBeside(whole, part)), summed);

    /// <summary>
    /// The run of columns beside <paramref name="whole"/>, of the same kind, that makes it in most rows, and in nearly all; the shortest
    /// of those alike. A last column with a figure in two rows belongs to the sum; 其中：政府外贷 is a part of the column before it.
    /// </summary>
    /// <param name="beside">Columns that may be its parts, the nearest first.</param>
    /// <param name="summed">Columns that another column sums up: it stands for them.</param>
    private ImmutableArray<int>? RunOf(int whole, IEnumerable<int> beside, HashSet<int> summed)
    {
        var sums = new decimal[block.Rows.Length];
        var tolerance = new decimal[block.Rows.Length];
        ImmutableArray<int>? best = null;
        var run = new List<int>();
        var fewest = int.MaxValue;
        foreach (var last in beside)
        {
            if (summed.Contains(last))
            {
                continue;
            }

            if (block.Amounts[last].Meaning is { IsOfWhich: true } part && !block.Amounts[whole].Meaning.IsOfWhich &&
                part.PartOf != block.Amounts[whole].Column)
            {
                continue;
            }

            run.Add(last);
            for (var row = 0; row < sums.Length; row++)
            {
                sums[row] += block.Lines[row, last]?.Yuan ?? 0;
                tolerance[row] += block.Lines[row, last]?.HalfPlaceYuan ?? 0;
            }

            if (run.Count > 1 && MissedIn(whole, run, sums, tolerance) is { } missed && missed < fewest)
            {
                (best, fewest) = ([.. run], missed);
            }
        }

        return best;
    }

    private bool IsBeside(int whole, int other) => block.Amounts[whole] is var one && block.Amounts[other] is var two &&
        one.Period == two.Period && one.Phase == two.Phase && one.Direction == two.Direction && one.Scope?.Year == two.Scope?.Year &&
        one.Period != Period.Change;

    /// <summary>Rows that the run does not make; null where it does not make nearly all.</summary>
    private int? MissedIn(int whole, List<int> run, decimal[] sums, decimal[] tolerance)
    {
        int met = 0, alone = 0, missed = 0;
        for (var row = 0; row < sums.Length; row++)
        {
            if (block.Lines[row, whole] is not { Yuan: not 0 } line)
            {
                continue;
            }

            var parts = run.Count(column => block.Lines[row, column] is { Yuan: not 0 });
            if (Math.Abs(sums[row] - line.Yuan) > tolerance[row] + line.HalfPlaceYuan)
            {
                missed++;
            }
            else
            {
                met += parts > 1 ? 1 : 0;
                alone += parts > 1 ? 0 : 1;
            }
        }

        // A column with few figures (提前告知转移支付): where it has none, the sum repeats the other part, and nowhere does it miss.
        var isSparse = missed == 0 && met > 1 && met + alone >= GovernmentTolerances.LeastRowsOfAColumnSum;
        return isSparse || (met >= GovernmentTolerances.LeastRowsOfAColumnSum &&
            met * 100 >= GovernmentTolerances.LeastMetShare * (met + missed)) ? missed : null;
    }
}
