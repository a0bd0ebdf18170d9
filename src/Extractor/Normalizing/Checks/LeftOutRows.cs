using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Tables;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Lines;

namespace Extractor.Normalizing.Checks;

/// <summary>
/// Publications leave out subjects that are secret: the rows listed make less than the printed sum. No printed figure is
/// wrong then, so such a sum is no contradiction; but it must be shown that rows are missing: by a second figure that misses
/// the same amount (the same sum in another table, or the classes of 收支总表 against the rows of each class), or by groups
/// whose class is not in the list although other classes are (a table that begins in the middle).
/// </summary>
internal sealed class LeftOutRows(ImmutableArray<TableLines> tables)
{
    /// <summary>A row that is missing makes more than so many times what rounding allows; less is rounding carried too far.</summary>
    private const int MoreThanRounding = 10;

    /// <summary>The failing sums that are explained so, each with the figure that bears witness.</summary>
    public IReadOnlyDictionary<RunCheck, BudgetLine> Find(IEnumerable<RunCheck> failing)
    {
        var found = new Dictionary<RunCheck, BudgetLine>();
        List<RunCheck> lists = [.. failing.Where(static check =>
            check.Rule is CheckRule.ChildrenSumToParent or CheckRule.LeavesSumToTotal &&
            check.Difference < -MoreThanRounding * check.Tolerance)];
        var misprinted = lists.FindAll(check => lists.Exists(other => DividesTheSameOtherwise(check, other)));
        lists.RemoveAll(check => misprinted.Exists(other => IsSameGap(check, other)));
        foreach (var check in lists)
        {
            if (InAnotherTable(check, lists) is { } other)
            {
                found.Add(check, other.Whole.Line);
            }
            else if ((ByClasses(check) ?? ByLevels(check)) is { } line)
            {
                found.Add(check, line);
            }
        }

        // Where rows are missing from a sum, they are missing from it in every column.
        var places = found.ToLookup(static pair => (pair.Key.Whole.Line.TableOrdinal, pair.Key.Whole.Line.Row), static pair => pair.Value);
        foreach (var check in lists)
        {
            var line = check.Whole.Line;
            if (!found.ContainsKey(check) && places[(line.TableOrdinal, line.Row)].FirstOrDefault() is { } witness)
            {
                found.Add(check, witness);
            }
        }

        // The sum of the whole column misses what the sum of its only incomplete part misses.
        foreach (var check in lists)
        {
            if (!found.ContainsKey(check) && found.FirstOrDefault(pair => IsSameGap(check, pair.Key)) is { Value: { } witness })
            {
                found.Add(check, witness);
            }
        }

        return found;
    }

    /// <summary>
    /// 收支总表 divides one sum by function, by component, by economic class. Rows that are left out are missing from each
    /// by the same amount; where each misses another one, the figures are misprinted.
    /// </summary>
    private static bool DividesTheSameOtherwise(RunCheck check, RunCheck other)
    {
        var (line, beside) = (check.Whole.Line, other.Whole.Line);
        return line.TableOrdinal == beside.TableOrdinal && line.Row == beside.Row && line.Column != beside.Column &&
            line.Direction == Direction.Expenditure && beside.Direction == Direction.Expenditure && check.Whole.Yuan == other.Whole.Yuan &&
            check.Members[1].Line.Classification != other.Members[1].Line.Classification &&
            Math.Abs(check.Difference - other.Difference) > check.Tolerance + other.Tolerance;
    }

    private static bool IsSameGap(RunCheck check, RunCheck explained) =>
        check.Whole.Line.TableOrdinal == explained.Whole.Line.TableOrdinal && check.Whole.Line.Column == explained.Whole.Line.Column &&
        Math.Abs(check.Difference - explained.Difference) <= check.Tolerance + explained.Tolerance;

    private static RunCheck? InAnotherTable(RunCheck check, List<RunCheck> lists) => lists.Find(other =>
        other.Whole.Line.TableOrdinal != check.Whole.Line.TableOrdinal &&
        Math.Abs(other.Difference - check.Difference) <= other.Tolerance + check.Tolerance);

    /// <summary>
    /// A group (款) that stands beside classes (类): its own class is missing. Not so of revenue, where 10310 stands beside the items of
    /// 10301.
    /// </summary>
    private static BudgetLine? ByLevels(RunCheck check)
    {
        var parts = check.Members.Skip(1).Select(static member => member.Line)
            .Where(static line => line is { SubjectCode: not null, Classification: not Classification.Revenue }).ToList();
        if (check.Rule != CheckRule.ChildrenSumToParent || parts.Count == 0 || check.Whole.Line.SubjectCode is not null)
        {
            return null;
        }

        var highest = parts.Min(static line => line.SubjectCode!.Length);
        return parts.Find(line => line.SubjectCode!.Length > highest);
    }

    /// <summary>The class of the two-sided summary whose rows fall short by just what the whole list falls short.</summary>
    private BudgetLine? ByClasses(RunCheck check)
    {
        var line = check.Whole.Line;
        if (line.RowRole != RowRole.Total || line.Component != Component.Total || SummaryFor(line) is not { } summary)
        {
            return null;
        }

        var listed = tables.Where(table => table.Context.Table.Ordinal == line.TableOrdinal).SelectMany(static table => table.All)
            .Where(other => other.Line is
            {
                IsLeaf: true, SubjectCode.Length: >= 3, Classification: Classification.Functional,
                ItemKey: null
            } &&
                other.Line.Component == line.Component && other.Line.Fund == line.Fund && other.Line.Period == line.Period &&
                    other.Line.Phase == line.Phase)
            .GroupBy(static other => other.Line.SubjectCode![..3], StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group =>
                (Sum: group.Sum(static other => other.Yuan), Tolerance: group.Sum(static other => other.HalfPlaceYuan)),
                StringComparer.Ordinal);
        BudgetLine? witness = null;
        var missing = 0m;
        foreach (var classLine in summary)
        {
            var (sum, tolerance) = listed.GetValueOrDefault(classLine.Line.SubjectCode!);
            var gap = classLine.Yuan - sum;
            if (Math.Abs(gap) <= tolerance + classLine.HalfPlaceYuan)
            {
                continue;
            }

            if (gap < 0)
            {
                return null;
            }

            missing += gap;
            witness ??= classLine.Line;
        }

        return witness is not null && Math.Abs(missing + check.Difference) <= check.Tolerance ? witness : null;
    }

    /// <summary>The classes of 收支总表, or of 财政拨款收支总表 for the tables of its funds.</summary>
    private List<LineDraft>? SummaryFor(BudgetLine line)
    {
        var key = line.Fund == Fund.All ? TableKey.RevenueExpenditureSummary : TableKey.FiscalAppropriationSummary;
        var lines = tables.Where(table => table.Key == key).SelectMany(static table => table.All)
            .Where(static other => other.Line is
            {
                Direction: Direction.Expenditure, Period: Period.Current,
                Classification: Classification.Functional, SubjectCode.Length: 3
            }).ToList();
        var ofFund = lines.FindAll(other => other.Line.Fund == line.Fund);
        return ofFund.Count > 0 ? ofFund : lines.Count > 0 ? lines : null;
    }
}
