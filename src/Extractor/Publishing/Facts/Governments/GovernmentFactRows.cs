using System.Collections.Immutable;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Tables;

namespace Extractor.Publishing.Facts.Governments;

/// <summary>What a figure of a government is of: added up, figures of one scope count every yuan once.</summary>
/// <param name="Level">全市 or 本级; null where nothing tells. The whole holds the own: they are never added.</param>
/// <param name="Direction">Null of debt, which is neither received nor spent.</param>
internal readonly record struct FactScope(int Year, Phase Phase, GovernmentLevel? Level, Fund Fund, Direction? Direction)
{
    public override string ToString() =>
        $"{Year}|{SchemaName.Of(Phase)}|{(Level is { } level ? SchemaName.Of(level) : "")}|{SchemaName.Of(Fund)}|" +
        (Direction is { } side ? SchemaName.Of(side) : "");
}

/// <summary>One subject of a government's revenue or expenditure, counted once.</summary>
/// <param name="IsBalancing">转移性收支, 债务收支, 调入, 结转: beside the year's own revenue or expenditure, in 总计 only.</param>
internal sealed record GovernmentAmount(
    string? SubjectCode, SubjectLevel? SubjectLevel, string? SubjectName, bool IsBalancing, Traced Counted) : IFact
{
    public string Name => $"{SubjectCode ?? SubjectName}|{IsBalancing}";
}

/// <summary>One transfer (税收返还, 转移支付), received or given.</summary>
/// <param name="PlaceName">The place that gets it, as printed; null in tables by item.</param>
internal sealed record GovernmentTransfer(
    string? PlaceCode, string? PlaceName, GovernmentLevel? Level, string? ItemName, Traced Counted) : IFact
{
    public string Name => $"{PlaceName}|{(Level is { } level ? SchemaName.Of(level) : "")}|{ItemName}";
}

/// <summary>One side of one budget (一般公共预算收入) of one year, phase and level, as one document prints it.</summary>
/// <param name="Basis">The kind of table that the rows are from; null where only totals are printed.</param>
/// <param name="OfYear">本年收入合计, 一般公共预算支出; null where none is printed, or several that differ.</param>
/// <param name="OfAll">收入总计, 支出总计: with what is transferred, borrowed and carried; null likewise.</param>
internal sealed record GovernmentBook(
    FactScope Scope, TableKey? Basis, ImmutableArray<GovernmentAmount> Rows, Traced? OfYear, Traced? OfAll)
{
    public const string OfYearColumn = "amount_yuan";
    public const string AllColumns = "amount_yuan + balancing_yuan";

    public string Fact => Scope.Direction == Direction.Revenue ? "fact_government_revenue" : "fact_government_expenditure";

    public ImmutableArray<Reconciliation> Sums { get; } = SumsOf(Scope, Rows, OfYear, OfAll);

    /// <summary>The sum that does not agree, where one does not.</summary>
    public Reconciliation Reconciliation => Sums.FirstOrDefault(static sum => !sum.Reconciles) ?? Sums[0];

    private static ImmutableArray<Reconciliation> SumsOf(FactScope scope, ImmutableArray<GovernmentAmount> rows, Traced? ofYear,
        Traced? ofAll)
    {
        var fact = scope.Direction == Direction.Revenue ? "fact_government_revenue" : "fact_government_expenditure";
        var year = rows.Where(static row => !row.IsBalancing).ToList();
        var found = ImmutableArray.CreateBuilder<Reconciliation>();
        if (ofYear is not null || ofAll is null)
        {
            found.Add(Of(OfYearColumn, ofYear, year));
        }

        if (ofAll is not null && rows.Any(static row => row.IsBalancing))
        {
            found.Add(Of(AllColumns, ofAll, rows));
        }

        return found.Count > 0 ? found.ToImmutable() : [Of(AllColumns, ofAll, rows)];

        Reconciliation Of(string measure, Traced? printed, IReadOnlyCollection<GovernmentAmount> counted) => new(fact, measure, printed,
            counted.Sum(static row => row.Counted.Yuan), printed is null ? 0 : counted.Sum(static row => row.Counted.RoundingYuan)
                + printed.RoundingYuan);
    }
}

/// <summary>Why the facts of a scope do not agree with a printed total.</summary>
internal enum GovernmentGap
{
    /// <summary>Tables print several totals for it, and nothing tells which of them is meant.</summary>
    TotalsDiffer,

    /// <summary>The total is printed, and no row that is told to be a part of it.</summary>
    NoRows,

    /// <summary>The rows that were read beside the total do not make it.</summary>
    RowsDiffer,
}

/// <summary>What a sum of governments lacks.</summary>
internal static class GovernmentGaps
{
    /// <returns>Null where the sum is the printed one.</returns>
    public static GovernmentGap? Of(Reconciliation sum) => sum switch
    {
        { Reconciles: true } => null,
        { Printed: null } => GovernmentGap.TotalsDiffer,
        { FactYuan: 0 } => GovernmentGap.NoRows,
        _ => GovernmentGap.RowsDiffer,
    };
}

/// <summary>The transfers of one scope, by the widest table that adds up.</summary>
internal sealed record GovernmentTransfers(FactScope Scope, ImmutableArray<GovernmentTransfer> Rows, Traced Printed)
{
    public const string Fact = "fact_transfer";

    public Reconciliation Reconciliation { get; } = new(Fact, "amount_yuan", Printed, Rows.Sum(static row => row.Counted.Yuan),
        Rows.Sum(static row => row.Counted.RoundingYuan) + Printed.RoundingYuan);
}

/// <summary>What one document says of its government.</summary>
internal sealed record GovernmentFacts(
    DocumentId Id,
    DocumentIdentity Identity,
    DocumentId? Supersedes,
    ImmutableArray<GovernmentBook> Books,
    ImmutableArray<GovernmentTransfers> Transfers,
    ImmutableArray<GovernmentDebtSum> DebtSums,
    ImmutableArray<GovernmentFigure> Figures);

/// <summary>General and special debt of the document's own place against the sum that it prints.</summary>
internal readonly record struct GovernmentDebtSum(FactScope Scope, Reconciliation Reconciliation);

/// <summary>A part of a government's facts, with the document that counts for it.</summary>
internal readonly record struct GovernmentRow<T>(GovernmentFacts Document, FactScope Scope, Reconciliation Sum, T Item);

/// <summary>A headline figure of a government as one document prints it: a row of <c>government_figures</c>.</summary>
/// <param name="PlaceCode">Whose figure it is; of a table by place another place than the document's.</param>
/// <param name="IsOwn">The document is there to say it; false where it repeats another year or speaks of another place.</param>
/// <param name="AddsUp">The rows of its fact make it, or it needs none.</param>
internal sealed record GovernmentFigure(
    string PlaceCode, int Year, Phase Phase, GovernmentLevel? Level, string Name, Traced Printed, bool IsOwn, bool AddsUp);
