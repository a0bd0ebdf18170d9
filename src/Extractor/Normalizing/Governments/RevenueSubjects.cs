using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Lines;
using Extractor.Normalizing.Subjects;

namespace Extractor.Normalizing.Governments;

/// <summary>
/// 增值税 below 税收收入, without a printed code: the subject that alone bears the name below the subject that the row is a part of, or,
/// where it is a part of none, among those of the fund (利息收入 of the general budget is none of social insurance).
/// </summary>
/// <param name="totals">Rows that are totals of the budget: below them stands what stands below none.</param>
internal sealed class RevenueSubjects(
    SubjectCatalogue subjects, int? fiscalYear, Fund fund, ImmutableArray<TableRow> rows, ImmutableArray<int> parents,
    IReadOnlySet<int> totals)
{
    private readonly ResolvedSubject?[] found = new ResolvedSubject?[rows.Length];
    private readonly bool[] isRead = new bool[rows.Length];

    /// <summary>The rows with the subjects that their names tell, where all amounts are received and of one fund.</summary>
    /// <param name="level">Of the table, where a column names none.</param>
    public static ImmutableArray<TableRow> Named(ImmutableArray<TableRow> rows, GovernmentTree tree, ImmutableArray<AmountColumn> amounts,
        TableContext context, GovernmentLevel? level) =>
        amounts.All(column => column.Direction == Direction.Revenue && column.Fund == amounts[0].Fund)
            ? new RevenueSubjects(context.Reference.Subjects, context.FiscalYear, amounts[0].Fund, rows, tree.Parents,
                Enumerable.Range(0, rows.Length).Where(row => rows[row].Kind is not (RowKind.Detail or RowKind.Carried) ||
                    amounts.Any(column => GovernmentTotal.KeyOf(rows[row], column, level) is not null)).ToHashSet()).Read()
            : rows;

    private ImmutableArray<TableRow> Read() =>
        [.. rows.Select((row, index) => Of(index) is { } subject ? row with { Subject = subject } : row)];

    private ResolvedSubject? Of(int row)
    {
        if (!isRead[row])
        {
            isRead[row] = true;
            found[row] = rows[row].Code is not null ? rows[row].Subject : ByName(row);
        }

        return found[row];
    }

    private ResolvedSubject? ByName(int row)
    {
        if (rows[row] is not { Classification: Classification.Revenue, IsUnit: false, Kind: RowKind.Detail or RowKind.Carried } own ||
            totals.Contains(row))
        {
            return null;
        }

        var name = HeadingText.Of(own.Label).Words;
        var isBelowOther = false;
        for (var above = parents[row]; above >= 0; above = parents[above])
        {
            if (Of(above) is { Code: { } code })
            {
                return SubjectResolver.NextBelow(code, Candidates(name, code)) is { } below && (!isBelowOther || IsNoItem(below))
                    ? Resolved(below, CodeEvidence.NameUnderParent) : null;
            }

            isBelowOther |= !totals.Contains(above) && !GovernmentTotal.IsSum(rows[above].Label) &&
                !GovernmentTotal.NamesAFund(rows[above].Label);
        }

        return SubjectResolver.Highest(Candidates(name, null)) is { } only && (!isBelowOther || IsNoItem(only))
            ? Resolved(only, CodeEvidence.UniqueName) : null;
    }

    /// <summary>教育 below 共同财政事权转移支付, which the catalogue lacks, is not that of 专项转移支付.</summary>
    private static bool IsNoItem(SubjectEntry entry) => entry.Level != SubjectLevel.Item;

    private List<SubjectEntry> Candidates(string name, string? parent) =>
        [.. subjects.FindByName(Classification.Revenue, name, fiscalYear, parent).Candidates.Where(entry => entry.Funds.Contains(fund))];

    private static ResolvedSubject Resolved(SubjectEntry entry, CodeEvidence evidence) =>
        new(null, entry.Code, evidence, entry, Classification.Revenue);
}
