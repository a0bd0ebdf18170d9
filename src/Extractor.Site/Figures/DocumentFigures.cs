using Extractor.Publications.Documents;
using Extractor.Publications.Rows;

namespace Extractor.Site.Figures;

/// <summary>
/// The figures of a document that departments are compared by: its totals and its spending by subject are those of the facts, its tables
/// as they are printed.
/// </summary>
internal sealed class DocumentFigures
{
    /// <summary>Totals in the order in which they are shown; the words are those of <c>item_key</c> and <c>component</c>.</summary>
    public static readonly string[] TotalNames =
    [
        "revenue", "expenditure", "general_public", "basic", "personnel", "public", "project",
        "three_public", "overseas", "vehicle_total", "vehicle_purchase", "vehicle_operation", "reception",
    ];

    private static readonly (string TableKey, string Fund)[] FunctionalBases =
        [("general_public_expenditure", "general_public"), ("expenditure_summary", "all")];

    private static readonly (string TableKey, string Fund)[] EconomicBases =
        [("general_public_basic_expenditure", "general_public"), ("fiscal_appropriation_basic_expenditure", "fiscal_appropriation"),
            ("basic_expenditure", "all")];

    private static readonly string[] FundsOfThreePublic = ["general_public", "fiscal_appropriation", "all"];

    private readonly PublishedDocument document;
    private readonly Dictionary<string, int> ordinals;
    private readonly List<BudgetLineRow> lines;
    private readonly Dictionary<string, BudgetLineRow> byId;

    /// <param name="phase"><c>budget</c> or <c>final_accounts</c>: what the document is about.</param>
    public DocumentFigures(PublishedDocument document, string phase)
    {
        this.document = document;
        ordinals = document.Tables.ToDictionary(static table => table.TableId, static table => table.Ordinal, StringComparer.Ordinal);
        lines = [.. document.Lines.Where(line => line.Phase == phase && ordinals.ContainsKey(line.TableId))];
        byId = lines.ToDictionary(static line => line.LineId, StringComparer.Ordinal);
        Functional = [.. FunctionalBases.Select(basis => BasisOf("functional", basis.TableKey, basis.Fund)).OfType<Basis>()];
        Economic = [.. EconomicBases.Select(basis => BasisOf("department_economic", basis.TableKey, basis.Fund)).OfType<Basis>()];
        var totals = new Dictionary<string, Total>(StringComparer.Ordinal);
        foreach (var name in TotalNames)
        {
            var total = new Total(OfYear(name), TotalOf(name, "prior"), TotalOf(name, "change"));
            if (total != default)
            {
                totals.Add(name, total);
            }
        }

        Totals = totals;
    }

    /// <summary>支出 by function: the general public budget (一般公共预算) first, then all funds.</summary>
    public IReadOnlyList<Basis> Functional { get; }

    /// <summary>Basic expenditure (基本支出) by economic nature.</summary>
    public IReadOnlyList<Basis> Economic { get; }

    /// <summary>Every yuan once by function, over all funds.</summary>
    public IEnumerable<(string Code, string TableKey, Figure Figure)> Spending => document.Facts.Expenditure
        .Where(static row => row.SubjectCode is not null)
        .Select(row => (row.SubjectCode!, TableOf(row.LineIds), FigureOf(row.TotalYuan, row.Proof, row.LineIds)));

    /// <summary>Every yuan of the basic expenditure once by class.</summary>
    public IEnumerable<(string Code, string TableKey, Figure Figure)> BasicSpending => document.Facts.Economic
        .Where(static row => row is { SubjectCode: not null, Component: "basic", Classification: "department_economic" })
        .Select(row => (row.SubjectCode!, row.Basis, FigureOf(row.TotalYuan, row.Proof, row.LineIds)));

    /// <summary>What is known of <see cref="TotalNames"/>.</summary>
    public IReadOnlyDictionary<string, Total> Totals { get; }

    /// <summary>One side of 收支总表: its rows but for the totals of the side.</summary>
    public IEnumerable<(BudgetLineRow Line, Figure Figure)> Summary(string direction) => lines
        .Where(line => line.TableKey == "revenue_expenditure_summary" && line.Direction == direction && line.Period == "current"
            && line.Component == "total" && line.Fund == "all" && line.UnitName is null && line.RowRole != "total"
            && line.Classification is "functional" or "revenue" && (line.IsLeaf || line.RowRole == "subtotal"))
        .Select(line => (line, FigureOf(line)));

    /// <summary>Names of subjects as the catalogue of the year has them, also of the levels above the leaves.</summary>
    public IEnumerable<(string Code, string Name)> Names() => lines
        .Where(static line => line.SubjectCode is not null && line.SubjectName is not null)
        .Select(static line => (line.SubjectCode!, line.SubjectName!))
        .Distinct();

    private Basis? BasisOf(string classification, string tableKey, string fund)
    {
        var table = lines
            .Where(line => line.IsLeaf && line.TableKey == tableKey && line.Fund == fund && line.Classification == classification
                && line.Direction == "expenditure" && line.Period == "current" && line.Component == "total")
            .GroupBy(line => ordinals[line.TableId])
            .MinBy(static group => group.Key);
        return table is null ? null : new Basis(tableKey, table.Key, [.. table.Select(line => new SubjectFigure(
            line.SubjectCode, line.SubjectName ?? line.SubjectNameAsPrinted ?? string.Empty, line.UnitName, FigureOf(line),
                line.ValueAsPrinted, line.UnitAsPrinted))]);
    }

    private Figure? OfYear(string name)
    {
        if (document.Facts.Years is not [var year])
        {
            return null;
        }

        return name switch
        {
            "revenue" => Of(year.RevenueYuan, year.RevenueLineId),
            "expenditure" => Of(year.ExpenditureYuan, year.ExpenditureLineId),
            "general_public" => Of(year.GeneralPublicYuan, year.GeneralPublicLineId) ?? GeneralPublic(static row => row.TotalYuan),
            "basic" => Of(year.GeneralPublicBasicYuan, year.GeneralPublicBasicLineId) ??
                GeneralPublic(static row => row.BasicYuan),
            "project" => Of(year.GeneralPublicProjectYuan, year.GeneralPublicProjectLineId) ??
                GeneralPublic(static row => row.ProjectYuan),
            "personnel" => Of(year.PersonnelYuan, year.PersonnelLineId),
            "public" => Of(year.PublicYuan, year.PublicLineId),
            "three_public" => Of(year.ThreePublicYuan, year.ThreePublicLineId),
            "overseas" => Of(year.OverseasYuan, year.OverseasLineId),
            "vehicle_purchase" => Of(year.VehiclePurchaseYuan, year.VehiclePurchaseLineId),
            "vehicle_operation" => Of(year.VehicleOperationYuan, year.VehicleOperationLineId),
            "reception" => Of(year.ReceptionYuan, year.ReceptionLineId),
            _ => ThreePublic(name, "current"),
        };

        Figure? Of(decimal? yuan, string? line) => yuan is { } amount && line is not null && byId.TryGetValue(line, out var found)
            ? FigureOf(found) with { Amount = amount } : null;
    }

    /// <summary>Of a disclosure that prints no total of the general public budget, where its facts are by fund and all print it.</summary>
    private Figure? GeneralPublic(Func<FactExpenditureRow, decimal?> column)
    {
        var facts = document.Facts.Expenditure;
        var rows = facts.Where(static row => row.Fund == "general_public").ToList();
        return rows.Count == 0 || facts.Any(static row => row.Fund == "all") || rows.Exists(row => column(row) is null) ? null
            : Sum(rows.Select(row => FigureOf(column(row)!.Value, row.Proof, row.LineIds)));
    }

    private Figure? TotalOf(string name, string period) => name switch
    {
        "revenue" => TotalOfSide("revenue", "revenue_summary", period),
        "expenditure" => TotalOfSide("expenditure", "expenditure_summary", period),
        "general_public" => TotalOfTable("general_public_expenditure", "general_public", "total", period),
        "basic" or "project" => TotalOfTable("general_public_expenditure", "general_public", name, period),
        "personnel" or "public" => TotalOfTable("general_public_expenditure", "general_public", name, period)
            ?? TotalOfTable("general_public_basic_expenditure", "general_public", name, period),
        _ => ThreePublic(name == "three_public" ? "total" : name, period),
    };

    private Figure? TotalOfSide(string direction, string tableOfSide, string period) =>
        Printed(line => line.TableKey == "revenue_expenditure_summary" && line.Direction == direction && line.ItemKey == "total" &&
            line.Component == "total" && line.Fund == "all", period)
        ?? Printed(line => line.TableKey == "revenue_expenditure_summary" && line.Direction == direction &&
            line.ItemKey == "current_year_total" && line.Component == "total" && line.Fund == "all", period)
        ?? Printed(line => line.TableKey == tableOfSide && line.ItemKey == "total" && line.Component == "total" && line.Fund == "all",
            period);

    private Figure? TotalOfTable(string tableKey, string fund, string component, string period)
    {
        bool OfTable(BudgetLineRow line) => line.TableKey == tableKey && line.Fund == fund && line.Component == component &&
            line.Direction == "expenditure";
        return Printed(line => OfTable(line) && line.ItemKey == "total" && line.RowRole == "total", period)
            ?? SumOfLeaves(OfTable, period);
    }

    private Figure? ThreePublic(string item, string period)
    {
        foreach (var fund in FundsOfThreePublic)
        {
            bool OfTable(BudgetLineRow line) => line.TableKey == "three_public" && line.Fund == fund && line.Component == "total";
            var figure = Printed(line => OfTable(line) && line.ItemKey == item, period)
                ?? SumOfLeaves(line => OfTable(line) && IsPartOf(item, line.ItemKey), period);
            if (figure is not null)
            {
                return figure;
            }
        }

        return null;
    }

    private static bool IsPartOf(string item, string? leaf) => item switch
    {
        "total" => leaf is "overseas" or "vehicle_purchase" or "vehicle_operation" or "vehicle_total" or "reception",
        "vehicle_total" => leaf is "vehicle_purchase" or "vehicle_operation" or "vehicle_total",
        _ => leaf == item,
    };

    /// <summary>The amount that is printed for the document as a whole; null where more than one is.</summary>
    private Figure? Printed(Func<BudgetLineRow, bool> isMeant, string period)
    {
        var found = lines.Where(line => line.UnitName is null && line.Period == period && isMeant(line)).ToList();
        return found.Count > 0 && found.All(line => line.AmountYuan == found[0].AmountYuan) ? FigureOf(found[0]) : null;
    }

    private Figure? SumOfLeaves(Func<BudgetLineRow, bool> isMeant, string period)
    {
        var found = lines.Where(line => line.IsLeaf && line.Period == period && isMeant(line)).ToList();
        if (found.Count == 0)
        {
            return null;
        }

        var table = found.Min(line => ordinals[line.TableId]);
        return Sum(found.Where(line => ordinals[line.TableId] == table).Select(FigureOf));
    }

    /// <summary>The sum of one or more figures, with the first one's evidence.</summary>
    public static Figure Sum(IEnumerable<Figure> figures) => figures.Aggregate(static (sum, figure) => sum with
    {
        Amount = sum.Amount + figure.Amount,
        Proof = (Proof)Math.Max((int)sum.Proof, (int)figure.Proof),
        Lines = sum.Lines + figure.Lines,
    });

    private Figure FigureOf(decimal yuan, string proof, string? lineIds)
    {
        var ids = lineIds?.Split(' ') ?? [];
        return ids.Length > 0 && byId.TryGetValue(ids[0], out var first)
            ? FigureOf(first) with { Amount = yuan, Proof = ProofNames.Of(proof), Lines = ids.Length }
            : new Figure(yuan, ProofNames.Of(proof), 0, string.Empty, 0, 0);
    }

    private string TableOf(string? lineIds) =>
        lineIds is not null && byId.TryGetValue(lineIds.Split(' ')[0], out var first) ? first.TableKey : string.Empty;

    private Figure FigureOf(BudgetLineRow line) =>
        new(line.AmountYuan, ProofNames.Of(line.Proof), ordinals[line.TableId], line.LineId, line.PageNumber, 1);
}
