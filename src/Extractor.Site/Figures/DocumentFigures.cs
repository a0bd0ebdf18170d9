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
        var totals = new Dictionary<string, Total>(StringComparer.Ordinal);
        foreach (var name in TotalNames)
        {
            var current = OfYear(name);
            var total = new Total(current, Beside(current, "prior") ?? PriorOf(name), Beside(current, "change"));
            if (total != default)
            {
                totals.Add(name, total);
            }
        }

        Totals = totals;
        TotalsWithStated = WithStated();
    }

    /// <summary>支出 by function over all funds, every yuan once, by unit and fund.</summary>
    public IEnumerable<SubjectFigure> Functional => document.Facts.Expenditure.Select(row => new SubjectFigure(
        row.SubjectCode, row.SubjectName, row.UnitName, row.Fund, row.Basis ?? string.Empty,
        FigureOf(row.TotalYuan, row.Proof, row.LineIds)));

    /// <summary>Basic expenditure (基本支出) by economic nature, every yuan once.</summary>
    public IEnumerable<SubjectFigure> Economic => document.Facts.Economic
        .Where(static row => row is { Component: "basic", Classification: "department_economic" })
        .Select(row => new SubjectFigure(row.SubjectCode, row.SubjectName, row.UnitName, row.Fund, row.Basis,
            FigureOf(row.TotalYuan, row.Proof, row.LineIds)));

    /// <summary>收入 by source: what adds up to 本年收入合计, then what stands below it (上年结转 …).</summary>
    public IEnumerable<(string Name, bool IsOfYear, Figure Figure)> Revenue => document.Facts.Revenue
        .Select(row => (Name: row.SourceName ?? string.Empty, IsOfYear: row.RevenueYuan is not null,
            Figure: FigureOf(row.RevenueYuan ?? row.BeyondYearYuan ?? 0, row.Proof, row.LineIds)))
        .OrderByDescending(static row => row.IsOfYear);

    /// <summary>What is known of <see cref="TotalNames"/>.</summary>
    public IReadOnlyDictionary<string, Total> Totals { get; }

    /// <summary>
    /// The same with the totals of the year that the text alone states, by which departments are compared and ranked.
    /// </summary>
    public IReadOnlyDictionary<string, Total> TotalsWithStated { get; }

    /// <summary>Names of subjects as the catalogue of the year has them, also of the levels above the leaves.</summary>
    public IEnumerable<(string Code, string Name)> Names() => lines
        .Where(static line => line.SubjectCode is not null && line.SubjectName is not null)
        .Select(static line => (line.SubjectCode!, line.SubjectName!))
        .Distinct();

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
            _ => Vehicles("current", static row => row.CurrentYuan),
        };

        Figure? Of(decimal? yuan, string? line) => yuan is { } amount && line is not null && byId.TryGetValue(line, out var found)
            ? FigureOf(found) with { Amount = amount } : null;
    }

    private IReadOnlyDictionary<string, Total> WithStated()
    {
        var totals = new Dictionary<string, Total>(Totals, StringComparer.Ordinal);
        foreach (var name in TotalNames)
        {
            var total = totals.GetValueOrDefault(name);
            if (total.Current is null && StatedOf(name) is { } stated)
            {
                totals[name] = total with { Current = stated };
            }
        }

        return totals;
    }

    private Figure? StatedOf(string name)
    {
        if (document.Facts.Years is not [var year])
        {
            return null;
        }

        if (StatedTotals.IsPartOfBasic(name))
        {
            return StatedTotals.OfYear(name, document.StatedFigures, Totals) is { } only ? Of(only, only.AmountYuan!.Value) : null;
        }

        var (yuan, key) = name switch
        {
            "revenue" => (year.RevenueYuan, year.RevenueFigureKey),
            "expenditure" => (year.ExpenditureYuan, year.ExpenditureFigureKey),
            "general_public" => (year.GeneralPublicYuan, year.GeneralPublicFigureKey),
            "three_public" => (year.ThreePublicYuan, year.ThreePublicFigureKey),
            "overseas" => (year.OverseasYuan, year.OverseasFigureKey),
            "vehicle_purchase" => (year.VehiclePurchaseYuan, year.VehiclePurchaseFigureKey),
            "vehicle_operation" => (year.VehicleOperationYuan, year.VehicleOperationFigureKey),
            "reception" => (year.ReceptionYuan, year.ReceptionFigureKey),
            _ => (null, null),
        };
        return key is not null && document.StatedFigures.FirstOrDefault(figure =>
            figure.FigureKey == key && figure.Period == "current" && figure.AmountYuan == yuan) is { } stated
            ? Of(stated, yuan!.Value) : null;

        static Figure Of(StatedFigureRow stated, decimal yuan) =>
            new(yuan, Proof.Unproven, 0, string.Empty, stated.PageNumber, 0, stated.Box);
    }

    /// <summary>Of a disclosure that prints no total of the general public budget, where its facts are by fund and all print it.</summary>
    private Figure? GeneralPublic(Func<FactExpenditureRow, decimal?> column)
    {
        var facts = document.Facts.Expenditure;
        var rows = facts.Where(static row => row.Fund == "general_public").ToList();
        return rows.Count == 0 || facts.Any(static row => row.Fund == "all") || rows.Exists(row => column(row) is null) ? null
            : Sum(rows.Select(row => FigureOf(column(row)!.Value, row.Proof, row.LineIds)));
    }

    /// <summary>What its table prints beside a printed total: the same sum of the year before (上年), or the change against it.</summary>
    private Figure? Beside(Figure? total, string period)
    {
        if (total is not { Lines: 1 } known || !byId.TryGetValue(known.Line, out var line) || line.AmountYuan != known.Amount)
        {
            return null;
        }

        var found = lines.Where(other => other.Period == period && other.TableId == line.TableId && other.ItemKey == line.ItemKey
            && other.SubjectCode == line.SubjectCode && other.Classification == line.Classification && other.Direction == line.Direction
            && other.Component == line.Component && other.Fund == line.Fund && other.UnitName == line.UnitName).ToList();
        return found.Count > 0 && found.TrueForAll(other => other.AmountYuan == found[0].AmountYuan) ? FigureOf(found[0]) : null;
    }

    /// <summary>三公经费 of the year before as the facts have them, where no table prints them beside those of the year.</summary>
    private Figure? PriorOf(string name) => name switch
    {
        "three_public" => document.Facts.ThreePublic.All(static row => row.PriorYuan is not null)
            ? ThreePublic(static _ => true, static row => row.PriorYuan) : null,
        "vehicle_total" => Vehicles("prior", static row => row.PriorYuan),
        _ => ThreePublic(row => row.ItemKey == name, static row => row.PriorYuan),
    };

    /// <summary>公务用车购置及运行费: as it is printed with the items of the facts, or both of its parts, or what is printed for both.</summary>
    private Figure? Vehicles(string period, Func<FactThreePublicRow, decimal?> amount)
    {
        var rows = document.Facts.ThreePublic.Where(row => amount(row) is not null).ToList();
        var beside = rows.SelectMany(static row => row.LineIds?.Split(' ') ?? []).Where(byId.ContainsKey).Select(id => byId[id])
            .Select(static line => (line.TableId, line.Fund)).ToHashSet();
        var printed = lines.Where(line => line.ItemKey == "vehicle_total" && line.Period == period && line.UnitName is null
            && line.Component == "total" && beside.Contains((line.TableId, line.Fund))).ToList();
        if (printed.Count > 0 && printed.TrueForAll(line => line.AmountYuan == printed[0].AmountYuan))
        {
            return FigureOf(printed[0]);
        }

        var keys = rows.ConvertAll(static row => row.ItemKey);
        return keys.Contains("vehicle_total") || (keys.Contains("vehicle_purchase") && keys.Contains("vehicle_operation"))
            ? ThreePublic(static row => row.ItemKey.StartsWith("vehicle_", StringComparison.Ordinal), amount) : null;
    }

    private Figure? ThreePublic(Func<FactThreePublicRow, bool> isMeant, Func<FactThreePublicRow, decimal?> amount)
    {
        var rows = document.Facts.ThreePublic.Where(row => isMeant(row) && amount(row) is not null && row.LineIds is not null).ToList();
        return rows.Count == 0 ? null : Sum(rows.Select(row => FigureOf(amount(row)!.Value, row.Proof, row.LineIds)));
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

    private Figure FigureOf(BudgetLineRow line) =>
        new(line.AmountYuan, ProofNames.Of(line.Proof), ordinals[line.TableId], line.LineId, line.PageNumber, 1);
}
