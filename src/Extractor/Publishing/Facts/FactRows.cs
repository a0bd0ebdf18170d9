using System.Collections.Immutable;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Tables;

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
    /// <summary>Of the disclosure under another name that prints the same and counts; null for one that counts.</summary>
    public string? SameAsDisclosureId { get; init; }

    /// <summary>Of the final accounts where this is the budget of the same year, and the other way round; null without one.</summary>
    public string? OtherPhaseDisclosureId { get; init; }

    /// <summary>Its money is in no other disclosure: facts are of these alone.</summary>
    public bool IsCounted => UnitOfDisclosureId is null && SameAsDisclosureId is null;
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

/// <summary>What a fact keeps of a line that it was read from: the facts of all documents of a partition are in memory together.</summary>
/// <param name="RoundingYuan">What the rounding of the printed figure may hide.</param>
internal sealed record FactLine(
    string LineId,
    FactLinePlace Place,
    int Column,
    GovernmentLevel? GovernmentLevel,
    string? ColumnItem,
    Proof Proof,
    LineDoubt? Doubt,
    decimal RoundingYuan)
{
    public static FactLine Of(BudgetLine line) => new(line.LineId, FactLinePlace.Of(line), line.Column, line.GovernmentLevel,
        line.ColumnItem, line.Proof, line.Doubt, PrintedTotals.RoundingOf(line));
}

/// <summary>What the columns of one row have in common: the amounts of two years, of two phases.</summary>
internal readonly record struct FactLinePlace(
    int Table, int Row, Direction Direction, Component Component, Fund Fund, string? Subject)
{
    public static FactLinePlace Of(BudgetLine line) => new(line.TableOrdinal, line.Row, line.Direction, line.Component, line.Fund,
        line.SubjectCode ?? line.SubjectNameAsPrinted);
}

/// <summary>An amount with the lines that it was read from.</summary>
internal sealed record Traced(decimal Yuan, ImmutableArray<FactLine> Lines)
{
    /// <summary>No amount that counts: a place for what has none.</summary>
    public static Traced None { get; } = new(0, []);

    /// <summary>What the rounding of the printed figures may hide.</summary>
    public decimal RoundingYuan => Lines.Sum(static line => line.RoundingYuan);

    /// <summary>Of an amount that no line has: the figure of a sentence (<c>stated_figures</c>) that tells it.</summary>
    public string? FigureKey { get; init; }

    public static Traced Of(BudgetLine line) => new(line.AmountYuan, [FactLine.Of(line)]);

    public static Traced? Of(StatedFigure? figure) =>
        figure is { AmountYuan: { } yuan } ? new Traced(yuan, []) { FigureKey = figure.FigureKey } : null;

    public static Traced? Sum(IEnumerable<Traced> amounts)
    {
        List<Traced> all = [.. amounts];
        return all.Count < 2 ? all.FirstOrDefault()
            : new Traced(all.Sum(static amount => amount.Yuan), [.. all.SelectMany(static amount => amount.Lines)]);
    }
}

/// <summary>The amounts of a row by component, the total among them: few, so that they lie one after the other.</summary>
internal sealed class ComponentAmounts(ImmutableArray<(Component Component, Traced Amount)> amounts)
{
    /// <summary>In the order of the components.</summary>
    public ImmutableArray<(Component Component, Traced Amount)> All => amounts;

    public Traced Total => Find(Component.Total)!;

    /// <returns>Null where the row does not print it.</returns>
    public Traced? Find(Component component)
    {
        foreach (var (known, amount) in amounts)
        {
            if (known == component)
            {
                return amount;
            }
        }

        return null;
    }
}

/// <summary>A row of a fact: one amount of a disclosure that stands in no other row of the same fact.</summary>
internal interface IFact
{
    /// <summary>What sets it apart within its fact and disclosure.</summary>
    string Name { get; }

    /// <summary>The amount whose lines its proof, doubts and evidence are of.</summary>
    Traced Counted { get; }

    /// <summary>The part of the fact that it is reconciled in (<see cref="Reconciliation.Part"/>); null where there is but one.</summary>
    string? Part => null;

    /// <summary>The same of the year before, as this document states it; null where it does not.</summary>
    Traced? Prior => null;
}

/// <summary>支出 of one unit under one subject from one fund, counted once.</summary>
/// <param name="Fund">As in the contract; <c>other</c> is what the tables by fund leave of the whole.</param>
internal sealed record Expenditure(
    string? UnitName,
    string? SubjectCode,
    SubjectLevel? SubjectLevel,
    string? SubjectName,
    string Fund,
    ComponentAmounts Components) : IFact
{
    public const string OtherFunds = "other";

    public Traced? Prior { get; init; }

    public string Name => $"{UnitName}|{SubjectCode ?? SubjectName}|{Fund}";

    public Traced Counted => Components.Total;

    public decimal TotalYuan => Components.Total.Yuan;
}

/// <summary>One of the three public expenses (三公经费).</summary>
internal sealed record ThreePublicExpense(string ItemKey, Traced? Current, Traced? Prior) : IFact
{
    public string Name => ItemKey;

    public Traced Counted => (Current ?? Prior)!;
}

/// <summary>收入 of one source, or what is printed below 本年收入合计 (上年结转, 使用结余).</summary>
/// <param name="SourceKey">general_public, business_income, carried_in, …; null where the row has no key in the contract.</param>
/// <param name="IsBeyondYear">It is no revenue of the year: carried over, it would count twice in a sum over years.</param>
internal sealed record Revenue(string? SourceKey, string? SourceName, Fund Fund, bool IsBeyondYear, Traced Counted) : IFact
{
    public Traced? Prior { get; init; }

    public string Name => $"{SourceKey ?? SourceName}|{SchemaName.Of(Fund)}|{IsBeyondYear}";
}

/// <summary>支出 of one unit under one economic class (经济分类).</summary>
/// <param name="Component">Basic or project, or the total of both where the document prints them together only.</param>
/// <param name="Basis">The table that it is from.</param>
internal sealed record EconomicExpenditure(
    string? UnitName,
    Classification Classification,
    string? SubjectCode,
    SubjectLevel? SubjectLevel,
    string? SubjectName,
    Component Component,
    Fund Fund,
    TableKey Basis,
    Traced Counted) : IFact
{
    public Traced? Prior { get; init; }

    public string Name => $"{UnitName}|{SchemaName.Of(Classification)}|{SubjectCode ?? SubjectName}|{SchemaName.Of(Component)}";

    public string Part => PartOf(Component);

    public static string PartOf(Component component) => $"component = '{SchemaName.Of(component)}'";
}

/// <summary>A project (项目), once a disclosure.</summary>
/// <param name="UnitName">Null where several units have it.</param>
/// <param name="Total">What counts; null where the document lists its projects with their money elsewhere and this one is not
/// there.</param>
/// <param name="ExecutedYuan">Of one that counts; null of the others.</param>
internal sealed record ProjectExpenditure(
    string ProjectId,
    string ProjectName,
    string? UnitName,
    ImmutableArray<ProjectSource> Sources,
    Traced? Total,
    decimal? ExecutedYuan,
    int PageNumber) : IFact
{
    /// <summary>How far the list of projects goes.</summary>
    public Fund Fund { get; init; } = Fund.All;

    public string Name => ProjectId;

    public Traced Counted => Total ?? Traced.None;
}

/// <summary>Where a document tells its projects.</summary>
internal enum ProjectList
{
    /// <summary>A table of all of them.</summary>
    Table,

    /// <summary>Forms of single projects, which need not be all.</summary>
    SingleForms,

    /// <summary>Sentences alone.</summary>
    Prose,

    /// <summary>Nowhere: 项目支出 is printed, and no project is named with its money.</summary>
    None,
}

/// <summary>政府采购: one thing that a unit buys.</summary>
internal sealed record Purchase(string? UnitName, string? ItemName, string? FunctionalCode, Fund Fund, Traced Counted) : IFact
{
    public string Name => $"{UnitName}|{ItemName}|{FunctionalCode}";
}

/// <summary>The sum of a fact, or of a part of it, against the total that the document prints.</summary>
/// <param name="Measure">The columns that are summed.</param>
/// <param name="Printed">Null where the document prints none, or several that differ.</param>
/// <param name="ToleranceYuan">What the rounding of the printed figures allows.</param>
internal sealed record Reconciliation(string Fact, string Measure, Traced? Printed, decimal FactYuan, decimal ToleranceYuan)
{
    /// <summary>Which rows are summed, as a condition of SQL; null for all of the disclosure.</summary>
    public string? Part { get; init; }

    /// <summary>Of the projects: what their rows are from; null for other facts.</summary>
    public ProjectList? Projects { get; init; }

    /// <summary>The total that a sentence states, where no table prints one.</summary>
    public decimal? StatedYuan { get; init; }

    public decimal? TotalYuan => Printed?.Yuan ?? StatedYuan;

    /// <summary>What the fact lacks; negative where it has too much.</summary>
    public decimal? MissingYuan => TotalYuan - FactYuan;

    public bool Reconciles => MissingYuan is { } missing && Math.Abs(missing) <= ToleranceYuan;
}

/// <summary>The figures of a document that are not zero, as hashes in order.</summary>
internal sealed class Fingerprint(IEnumerable<ulong> figures)
{
    private readonly ulong[] hashes = InOrder(figures);

    public int Count => hashes.Length;

    private static ulong[] InOrder(IEnumerable<ulong> figures)
    {
        ulong[] all = [.. figures];
        Array.Sort(all);
        var count = 0;
        foreach (var figure in all)
        {
            if (count == 0 || figure != all[count - 1])
            {
                all[count++] = figure;
            }
        }

        return all[..count];
    }

    /// <summary>How many figures both have.</summary>
    public int CommonWith(Fingerprint other)
    {
        var (count, there) = (0, 0);
        foreach (var hash in hashes)
        {
            while (there < other.hashes.Length && other.hashes[there] < hash)
            {
                there++;
            }

            if (there < other.hashes.Length && other.hashes[there] == hash)
            {
                count++;
            }
        }

        return count;
    }
}

/// <summary>All facts of one document, before it is known whether they count.</summary>
/// <param name="Headlines">Each with the first of the lines that it is from.</param>
internal sealed record DocumentFacts(
    DocumentId Id,
    DocumentIdentity Identity,
    DocumentId? Supersedes,
    Phase Phase,
    int Figures,
    Fingerprint Fingerprint,
    IReadOnlySet<string> UnitNames,
    ImmutableArray<string> OwnCodes,
    string? ExpenditureBasis,
    ImmutableArray<Expenditure> Expenditure,
    ImmutableArray<ThreePublicExpense> ThreePublic,
    RevenueSources Revenue,
    ImmutableArray<EconomicExpenditure> Economic,
    ImmutableArray<ProjectExpenditure> Projects,
    ImmutableArray<Purchase> Purchases,
    ImmutableSortedDictionary<string, Traced> Headlines,
    ImmutableSortedDictionary<string, StatedFigure> Stated,
    ImmutableArray<Reconciliation> Reconciliations)
{
    /// <summary>Every fact by the name of its dataset.</summary>
    public IEnumerable<(string Fact, IEnumerable<IFact> Rows)> Facts =>
    [
        ("fact_expenditure", Expenditure),
        ("fact_three_public", ThreePublic),
        (RevenueSources.Fact, Revenue.Rows),
        (EconomicParts.Fact, Economic),
        (ListedProjects.Fact, Projects),
        (Publishing.Facts.Purchases.Fact, Purchases),
    ];

    public Reconciliation ReconciliationOf(string fact) => Reconciliations.First(reconciliation => reconciliation.Fact == fact);

    /// <summary>Of the part that a row is in: the sum that does not agree, where one does not.</summary>
    public Reconciliation ReconciliationOf(string fact, IFact row)
    {
        Reconciliation? first = null;
        foreach (var sum in Reconciliations)
        {
            if (sum.Fact == fact && (sum.Part is null || sum.Part == row.Part))
            {
                if (!sum.Reconciles)
                {
                    return sum;
                }

                first ??= sum;
            }
        }

        return first!;
    }

    /// <summary>What the rows add up to that the reconciliation is of.</summary>
    public decimal SumOf(Reconciliation sum) => sum.Fact switch
    {
        "fact_three_public" => ThreePublic.Sum(static item => item.Current?.Yuan ?? 0),
        RevenueSources.Fact when sum.Measure == RevenueSources.OfYearColumn =>
            Revenue.Rows.Where(static row => !row.IsBeyondYear).Sum(static row => row.Counted.Yuan),
        _ => Facts.Single(fact => fact.Fact == sum.Fact).Rows.Where(row => sum.Part is null || sum.Part == row.Part)
            .Sum(static row => row.Counted.Yuan),
    };
}
