using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;

namespace Extractor.Publishing.Facts;

/// <summary>A department (部门) or unit (单位), known by its place and its name without what changes from year to year.</summary>
/// <param name="Id">Place and a hash of the folded name: the same over files and years.</param>
internal sealed record Organisation(string Id, string FoldedName);

/// <summary>What one department or unit disclosed for one year and phase, in however many files.</summary>
/// <param name="Document">The file that counts.</param>
/// <param name="PreferredReason">Why this one does.</param>
/// <param name="UnitOfDisclosureId">Of the department (部门) whose disclosure holds the same money; null for one that counts.</param>
internal sealed record Disclosure(
    string DisclosureId,
    Organisation Organisation,
    DocumentFacts Document,
    string PreferredReason,
    string? UnitOfDisclosureId,
    ImmutableArray<DisclosureDocument> Documents)
{
    /// <summary>Its money is in no other disclosure: facts are of these alone.</summary>
    public bool IsCounted => UnitOfDisclosureId is null;
}

/// <summary>What a file of a disclosure is to it.</summary>
internal enum DisclosureRole
{
    /// <summary>Its figures are the disclosure's.</summary>
    Preferred,

    /// <summary>It prints the same figures as the preferred one.</summary>
    DuplicateOf,

    /// <summary>A later file stands at its place.</summary>
    SupersededBy,

    /// <summary>It prints none of the tables that the preferred one has: its prose, or a list of goals.</summary>
    PartOf,

    /// <summary>It prints other figures of the same organisation and year, and nothing tells which hold.</summary>
    DiffersFrom,
}

/// <param name="EqualShare">Percent of its figures that the preferred file prints too; null where it has none.</param>
internal sealed record DisclosureDocument(DocumentFacts Document, DisclosureRole Role, double? EqualShare);

/// <summary>An amount with the lines that it was read from.</summary>
internal sealed record Traced(decimal Yuan, ImmutableArray<BudgetLine> Lines)
{
    public static Traced Of(BudgetLine line) => new(line.AmountYuan, [line]);

    public static Traced? Sum(IEnumerable<Traced> amounts) =>
        amounts.Aggregate((Traced?)null, static (sum, next) => sum is null ? next
            : new Traced(sum.Yuan + next.Yuan, [.. sum.Lines, .. next.Lines]));
}

/// <summary>支出 of one unit under one subject from one fund, counted once.</summary>
/// <param name="Fund">As in the contract; <c>other</c> is what the tables by fund leave of the whole.</param>
/// <param name="Components">By component, the total among them.</param>
internal sealed record Expenditure(
    string? UnitName,
    string? SubjectCode,
    SubjectLevel? SubjectLevel,
    string? SubjectName,
    string Fund,
    ImmutableSortedDictionary<Component, Traced> Components)
{
    public const string OtherFunds = "other";

    public decimal TotalYuan => Components[Component.Total].Yuan;
}

/// <summary>One of the three public expenses (三公经费).</summary>
internal sealed record ThreePublicExpense(string ItemKey, Traced? Current, Traced? Prior);

/// <summary>The sum of a fact against the total that the document prints.</summary>
/// <param name="Printed">Null where the document prints none, or several that differ.</param>
/// <param name="ToleranceYuan">What the rounding of the printed figures allows.</param>
internal sealed record Reconciliation(string Fact, string Measure, Traced? Printed, decimal FactYuan, decimal ToleranceYuan)
{
    /// <summary>What the fact lacks; negative where it has too much.</summary>
    public decimal? MissingYuan => Printed?.Yuan - FactYuan;

    public bool Reconciles => MissingYuan is { } missing && Math.Abs(missing) <= ToleranceYuan;
}

/// <summary>All facts of one document, before it is known whether they count.</summary>
internal sealed record DocumentFacts(
    DocumentId Id,
    DocumentIdentity Identity,
    DocumentId? Supersedes,
    Phase Phase,
    int Figures,
    ImmutableHashSet<ulong> Fingerprint,
    ImmutableHashSet<string> UnitNames,
    string? ExpenditureBasis,
    ImmutableArray<Expenditure> Expenditure,
    ImmutableArray<ThreePublicExpense> ThreePublic,
    ImmutableSortedDictionary<string, Traced> Headlines,
    ImmutableArray<Reconciliation> Reconciliations)
{
    public Reconciliation ReconciliationOf(string fact) => Reconciliations.First(reconciliation => reconciliation.Fact == fact);
}
