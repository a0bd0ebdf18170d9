using System.Collections.Frozen;
using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Tables;

namespace Extractor.Publishing.Facts;

/// <summary>From the lines of one document to its facts.</summary>
internal static class FactsOfDocument
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>
    /// Headlines that a sentence may state, by their key there. Basic and project expenditure, personnel and public expenses are not among
    /// them: sentences state them of other funds, or of one unit, too.
    /// </summary>
    private static readonly FrozenDictionary<string, string> StatedKeys = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["current_year_revenue"] = "revenue",
        ["budget_expenditure"] = "expenditure",
        ["general_public_expenditure"] = "general_public",
        ["government_fund_expenditure"] = "government_fund",
        ["state_capital_expenditure"] = "state_capital",
        ["three_public_total"] = "three_public",
        ["three_public_overseas"] = "overseas",
        ["three_public_vehicle_total"] = ThreePublicItems.Vehicles,
        ["three_public_vehicle_purchase"] = "vehicle_purchase",
        ["three_public_vehicle_operation"] = "vehicle_operation",
        ["three_public_reception"] = "reception",
        ["procurement_total"] = "procurement",
        ["operating_expenses"] = "operating_expenses",
        ["vehicles_total"] = "vehicles",
        ["staff_establishment"] = "staff_establishment",
        ["staff_actual"] = "staff_actual",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a sentence may state the headline where no table prints it.</summary>
    public static bool MayBeStated(string headline) => StatedKeys.Values.Contains(headline);

    /// <returns>Null for a document that is no budget or final accounts of a department, or whose issuer or year is not known.</returns>
    public static DocumentFacts? Of(PublishableDocument entry, NormalizedDocument document)
    {
        Phase? kind = document.Identity.Kind switch
        {
            DocumentKind.DepartmentBudget => Phase.Budget,
            DocumentKind.DepartmentFinalAccounts => Phase.FinalAccounts,
            _ => null,
        };
        if (kind is not { } phase || document.Identity is not { FiscalYear: not null, DepartmentName: { } name }
            || OrganisationName.Fold(name).Length == 0)
        {
            return null;
        }

        var place = document.Identity.DivisionName;
        var organisation = OrganisationName.Of(name, document.Identity.DivisionCode, place);
        var units = UnitsOf(document)
            .Select(unit => (Folded: OrganisationName.Fold(unit.Name, place), unit.Code)).ToList();
        var lines = PrintedTotals.CurrentLines(document, phase);
        var printed = PrintedTotals.OfSide(lines, Direction.Expenditure, TableKey.ExpenditureSummary);
        var expenditure = lines.Where(static line => line.Direction == Direction.Expenditure).ToLookup(static line => line.TableKey);
        var basis = ExpenditureBasis.Of(expenditure, printed);
        var threePublic = ThreePublicItems.Of(document, phase);
        var revenue = RevenueSources.Of(lines);
        var economic = EconomicParts.Of(expenditure);
        var threePublicTotal = ThreePublicItems.Printed(document, phase, threePublic);
        var purchases = Purchases.Of(lines);
        var headlines = Headlines(lines, expenditure, printed, basis, threePublic, threePublicTotal, purchases.Printed);
        var projects = ListedProjects.Of(document, lines, headlines.GetValueOrDefault("project"));
        var prior = new PriorColumns(document, phase);
        var stated = Stated(document, headlines);
        var expenses = threePublic.IsEmpty ? ThreePublicItems.Of(stated) : threePublic;
        return new DocumentFacts(
            entry.Id,
            document.Identity,
            entry.SupersedesDocumentId,
            phase,
            document.Lines.Length,
            new Fingerprint(document.Lines.Where(static line => line.AmountYuan != 0).Select(FigureOf)),
            units.Select(static unit => unit.Folded).ToHashSet(StringComparer.Ordinal),
            [.. units.Where(unit => unit.Folded == organisation.FoldedName).Select(static unit => unit.Code).OfType<string>().Distinct()],
            basis?.Name,
            [.. (basis?.Rows ?? []).Select(row => row.Fund == Expenditure.OtherFunds ? row : row with { Prior = prior.Of(row.Counted) })],
            expenses,
            revenue with { Rows = [.. revenue.Rows.Select(row => row with { Prior = prior.Of(row.Counted) })] },
            [.. economic.Rows.Select(row => row with { Prior = prior.Of(row.Counted) })],
            projects.Rows,
            purchases.Rows,
            headlines.ToImmutableSortedDictionary(static headline => headline.Key,
                static headline => headline.Value with { Lines = [headline.Value.Lines[0]] }, StringComparer.Ordinal),
            stated,
            [
                .. Reconciliations(printed, stated, basis, expenses, threePublicTotal),
                .. revenue.Reconciliations(), .. economic.Sums, .. projects.Sums, .. purchases.Sums,
            ]);
    }

    /// <summary>Names and printed codes of units; neighbours are mostly of one.</summary>
    private static HashSet<(string Name, string? Code)> UnitsOf(NormalizedDocument document)
    {
        var found = new HashSet<(string, string?)>();
        BudgetLine? before = null;
        foreach (var line in document.Lines)
        {
            if (line.UnitName is { } name && (before is null || name != before.UnitName
                || line.UnitCodeAsPrinted != before.UnitCodeAsPrinted))
            {
                found.Add((name, line.UnitCodeAsPrinted));
                before = line;
            }
        }

        return found;
    }

    /// <summary>
    /// The expenditure of every document is told, also where it prints no table of it; the three public expenses where a table or a
    /// sentence tells them. How far a sentence is rounded is not known here: sums over sentences agree to the yuan or not at all.
    /// </summary>
    private static ImmutableArray<Reconciliation> Reconciliations(Traced? printed, ImmutableSortedDictionary<string, StatedFigure> stated,
        ExpenditureBasis? basis, ImmutableArray<ThreePublicExpense> threePublic, Traced? threePublicTotal)
    {
        var found = ImmutableArray.CreateBuilder<Reconciliation>();
        found.Add(new Reconciliation("fact_expenditure", "total_yuan", printed, basis?.Sum ?? 0,
            basis is null || printed is null ? 0 : basis.Tolerance(printed))
        {
            StatedYuan = basis is null ? stated.GetValueOrDefault("expenditure")?.AmountYuan : null,
        });
        if (!threePublic.IsEmpty || stated.ContainsKey("three_public"))
        {
            var items = threePublic.Select(static item => item.Current).OfType<Traced>().ToList();
            found.Add(new Reconciliation("fact_three_public", "current_yuan", threePublicTotal, items.Sum(static item => item.Yuan),
                items.Append(threePublicTotal).OfType<Traced>().Sum(static item => item.RoundingYuan))
            {
                StatedYuan = stated.GetValueOrDefault("three_public")?.AmountYuan,
            });
        }

        return found.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, Traced> Headlines(ImmutableArray<BudgetLine> lines,
        ILookup<TableKey, BudgetLine> tables, Traced? expenditure, ExpenditureBasis? basis,
        ImmutableArray<ThreePublicExpense> threePublic, Traced? threePublicTotal, Traced? procurement)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, Traced>(StringComparer.Ordinal);
        Add("revenue", PrintedTotals.OfSide(lines, Direction.Revenue, TableKey.RevenueSummary));
        Add("expenditure", expenditure);
        Add("basic", OfTable(TableKey.ExpenditureSummary, Component.Basic, Fund.All) ?? SumOf(basis, Component.Basic));
        Add("project", OfTable(TableKey.ExpenditureSummary, Component.Project, Fund.All) ?? SumOf(basis, Component.Project));
        Add("general_public", OfTable(TableKey.GeneralPublicExpenditure, Component.Total, Fund.GeneralPublic));
        Add("general_public_basic", OfTable(TableKey.GeneralPublicExpenditure, Component.Basic, Fund.GeneralPublic)
            ?? OfTable(TableKey.GeneralPublicBasicExpenditure, Component.Total, Fund.GeneralPublic));
        Add("general_public_project", OfTable(TableKey.GeneralPublicExpenditure, Component.Project, Fund.GeneralPublic));
        Add("personnel", OfTable(TableKey.GeneralPublicBasicExpenditure, Component.Personnel, Fund.GeneralPublic)
            ?? OfTable(TableKey.GeneralPublicExpenditure, Component.Personnel, Fund.GeneralPublic));
        Add("public", OfTable(TableKey.GeneralPublicBasicExpenditure, Component.Public, Fund.GeneralPublic)
            ?? OfTable(TableKey.GeneralPublicExpenditure, Component.Public, Fund.GeneralPublic));
        Add("government_fund", OfTable(TableKey.GovernmentFundExpenditure, Component.Total, Fund.GovernmentFund));
        Add("state_capital", OfTable(TableKey.StateCapitalExpenditure, Component.Total, Fund.StateCapital));
        Add("three_public", threePublicTotal);
        Add("procurement", procurement);
        Add("operating_expenses", PrintedTotals.Agreed(lines.Where(static line =>
            line is { TableKey: TableKey.OperatingExpenses, RowRole: RowRole.Total, Component: Component.Total })));
        foreach (var item in threePublic)
        {
            Add(item.ItemKey, item.Current);
        }

        return found.ToImmutable();

        Traced? OfTable(TableKey table, Component component, Fund fund) => PrintedTotals.OfTable(tables[table], component, fund);

        void Add(string name, Traced? amount)
        {
            if (amount is not null)
            {
                found.Add(name, amount);
            }
        }
    }

    /// <summary>What only sentences state: of amounts that a table prints too, the table counts.</summary>
    private static ImmutableSortedDictionary<string, StatedFigure> Stated(NormalizedDocument document,
        ImmutableSortedDictionary<string, Traced> headlines)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, StatedFigure>(StringComparer.Ordinal);
        foreach (var figure in document.StatedFigures)
        {
            if (figure.Period == Period.Current && StatedKeys.TryGetValue(figure.FigureKey, out var name) && !headlines.ContainsKey(name))
            {
                found.TryAdd(name, figure);
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Of facts that all print the component.</summary>
    private static Traced? SumOf(ExpenditureBasis? basis, Component component) =>
        basis is not null && basis.Rows.All(row => row.Components.Find(component) is not null)
            ? Traced.Sum(basis.Rows.Select(row => row.Components.Find(component)!))
            : null;

    /// <summary>What is printed, apart from where: FNV-1a over the words of the line.</summary>
    private static ulong FigureOf(BudgetLine line)
    {
        var hash = FnvOffset;
        foreach (var letter in line.SubjectCode ?? line.ItemKey ?? line.SubjectNameAsPrinted ?? string.Empty)
        {
            hash = (hash ^ letter) * FnvPrime;
        }

        foreach (var value in (ReadOnlySpan<int>)[(int)line.TableKey, (int)line.Component, (int)line.Fund, (int)line.Period])
        {
            hash = (hash ^ (uint)value) * FnvPrime;
        }

        return (hash ^ (uint)line.AmountYuan.GetHashCode()) * FnvPrime;
    }
}
