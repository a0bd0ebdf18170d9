using System.Globalization;
using Extractor.Publications.Rows;

namespace Extractor.Publications.Evaluation;

/// <summary>
/// Figures: right when table key, code or label, column (component, side or period) and amount are. Only tables and
/// columns that the gold covers are judged; of a figure that a table also splits by fund, any of its funds may be the gold's.
/// </summary>
internal static class LineScoring
{
    private const int SamePage = 1;
    private const int SameLabel = 4;
    private const int SameName = 3;
    private const int SameCode = 4;

    private const string ThreePublic = "three_public";
    private const string SelfEvaluation = "project_self_evaluation";

    /// <summary>Item keys that say what a row is, and nothing of its columns.</summary>
    private static readonly HashSet<string> RowItems = new(["total", "unit_total", "subtotal", "current_year_total"],
        StringComparer.Ordinal);

    /// <summary>The items that the gold of a 三公 table covers; 会议费, 培训费 and 行政经费 beside them are not.</summary>
    private static readonly HashSet<string> ThreePublicItems =
        new(["total", "overseas", "vehicle_total", "vehicle_purchase", "vehicle_operation", "reception"], StringComparer.Ordinal);

    private static readonly HashSet<string> TwoSided = new(["revenue_expenditure_summary", "fiscal_appropriation_summary"],
        StringComparer.Ordinal);

    public static Score Of(IReadOnlyList<GoldLine> gold, IReadOnlyList<GoldTable> tables, IReadOnlyList<BudgetLineRow> published)
    {
        var covered = gold.Select(static line => (line.TableKey, line.Column)).ToHashSet();
        var judged = published.Where(line => ColumnOf(line, covered) is not null).ToList();
        var matching = Matching.Of(gold, judged, Bucket, line => Bucket(line, covered), Points);

        var matchedFigures = matching.Used.Select(index => FigureOf(judged[index])).ToHashSet();
        bool IsPartOfMatched(int index) => matchedFigures.Contains(FigureOf(judged[index])) &&
            !covered.Contains((judged[index].TableKey, SideOfFund(judged[index])));
        var extra = matching.Unused(judged.Count).Where(index => !IsPartOfMatched(index));
        var units = tables.GroupBy(static table => table.TableKey).ToDictionary(static group => group.Key, static group => group.ToList());
        var score = matching.ToScore(
            gold.Count,
            index => new Difference(gold[index].Page, Describe(gold[index]) + Nearest(gold[index], judged, matching, covered)),
            extra.Select(index => new Difference(judged[index].PageNumber, Describe(judged[index], covered))));
        var pairs = matching.Pairs.Select(pair => (Gold: gold[pair.Expected], Published: judged[pair.Published])).ToList();
        return score
            .With("code", pairs.Where(static pair => pair.Gold.SubjectCode.Length > 0).Select(static pair =>
                HasCode(pair.Gold, pair.Published)))
            .With("code_by_name", CodesByName.Judge(pairs, gold).Select(static code => code.IsRight))
            .With("code_by_name_not_wrong", CodesByName.Judge(pairs, gold).Where(static code => code.IsGiven).Select(static code =>
                code.IsRight))
            .With("label", pairs.Where(static pair => pair.Gold.TableKey != ThreePublic).Select(static pair =>
                LabelPoints(pair.Gold.Label, pair.Published) == SameLabel))
            .With("page", pairs.Select(static pair => pair.Gold.Page == pair.Published.PageNumber))
            .With("yuan", from pair in pairs
                          let expected = Yuan(pair.Gold, units)
                          where expected is not null
                          select expected == pair.Published.AmountYuan);
    }

    /// <summary>The gold's column that a line stands for, the most special one that the gold has; null where it covers none.</summary>
    private static string? ColumnOf(BudgetLineRow line, HashSet<(string TableKey, string Column)> covered) =>
        ColumnsOf(line).FirstOrDefault(column => column is not null && covered.Contains((line.TableKey, column)));

    private static string?[] ColumnsOf(BudgetLineRow line)
    {
        if (line.TableKey == ThreePublic)
        {
            return line.ItemKey is { } item && ThreePublicItems.Contains(item) ? [$"{line.Period}_{line.Fund}", line.Period] : [];
        }

        if (line.Period != "current")
        {
            return [];
        }

        if (TwoSided.Contains(line.TableKey))
        {
            return [SideOfFund(line), line.Direction];
        }

        if (line.TableKey == SelfEvaluation)
        {
            return line.Phase == "budget" ? ["budget"] : [$"executed_{line.Fund}", "executed"];
        }

        // A table whose columns are funds and sources has them in the gold by these names, its sum as total.
        var source = line.ItemKey is { } key && !RowItems.Contains(key) ? key : null;
        return line.Direction == "expenditure" || line.TableKey == "revenue_summary"
            ? [$"{line.Fund}_{source}", $"{line.Fund}_{line.Component}", source, line.Fund == "unit_funds" ? "other_funds" : null,
                line.Fund, line.Component]
            : [];
    }

    private static string SideOfFund(BudgetLineRow line) => $"{line.Direction}_{line.Fund}";

    private static string Bucket(GoldLine line) => $"{line.TableKey}|{line.Column}|{AmountKey(line.Amount)}";

    private static string Bucket(BudgetLineRow line, HashSet<(string TableKey, string Column)> covered) =>
        $"{line.TableKey}|{ColumnOf(line, covered)}|{AmountKey(line.ValueAsPrinted)}";

    /// <summary>0.00 and 0 are the same amount.</summary>
    private static string AmountKey(string? text) =>
        Folding.Amount(text) is { } amount ? (amount / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)
            : Folding.Fold(text);

    /// <summary>What a line says apart from the fund that it is split by; of a 三公 table, apart from the unit too.</summary>
    private static (string TableId, string Row, string Direction, string Period, string Component) FigureOf(BudgetLineRow line) =>
        (line.TableId,
         line.TableKey == ThreePublic ? line.ItemKey ?? string.Empty : line.RowIndex.ToString(CultureInfo.InvariantCulture),
         line.Direction,
         line.Period,
         line.Component);

    private static int Points(GoldLine gold, BudgetLineRow published)
    {
        if (gold.TableKey == ThreePublic)
        {
            return gold.Label == published.ItemKey ? SameLabel + PagePoints(gold, published) : 0;
        }

        var points = (HasCode(gold, published) ? SameCode + (gold.SubjectCode == published.SubjectCode ? 1 : 0) : 0) +
            LabelPoints(gold.Label, published);
        return points == 0 ? 0 : (2 * points) + PagePoints(gold, published);
    }

    private static int PagePoints(GoldLine gold, BudgetLineRow published) => gold.Page == published.PageNumber ? SamePage : 0;

    private static bool HasCode(GoldLine gold, BudgetLineRow published) =>
        gold.SubjectCode.Length > 0 && published.SubjectCode is { } code && code.EndsWith(gold.SubjectCode, StringComparison.Ordinal);

    private static int LabelPoints(string label, BudgetLineRow published)
    {
        var parts = label.Split('>', 2);
        if (parts.Length == 2)
        {
            return Folding.Fold(parts[0]) == Folding.Fold(published.UnitName) ? LabelPoints(parts[1], published) : 0;
        }

        var expected = Folding.Fold(label);
        if (expected.Length == 0)
        {
            return 0;
        }

        var name = Folding.Fold(published.SubjectNameAsPrinted);
        if (expected == name || expected == Folding.WithoutCode(name))
        {
            return SameLabel;
        }

        // A total row that is the unit's own row carries the unit's name.
        if (published.RowRole == "total" && (expected == "合计" || expected == Folding.Fold(published.UnitName)))
        {
            return SameName;
        }

        var withoutNumber = Folding.FoldWithoutNumber(label);
        return withoutNumber.Length > 0 && withoutNumber == Folding.FoldWithoutNumber(published.SubjectNameAsPrinted) ? SameName : 0;
    }

    private static decimal? Yuan(GoldLine line, Dictionary<string, List<GoldTable>> tables)
    {
        var unit = tables.GetValueOrDefault(line.TableKey)?.FirstOrDefault(table =>
            table.PageFirst <= line.Page && line.Page <= table.PageLast)?.Unit;
        return Folding.Amount(line.Amount) * Folding.YuanIn(unit);
    }

    private static string Nearest(GoldLine gold, List<BudgetLineRow> judged, Matching matching,
        HashSet<(string TableKey, string Column)> covered)
    {
        var nearest = Enumerable.Range(0, judged.Count)
            .Where(index => !matching.Used.Contains(index) && judged[index].TableKey == gold.TableKey &&
                Points(gold, judged[index]) > SamePage)
            .Select(index => judged[index])
            .OrderByDescending(line => ColumnOf(line, covered) == gold.Column)
            .ThenByDescending(line => Points(gold, line))
            .FirstOrDefault();
        return nearest is null ? string.Empty : $"; nearest: {Describe(nearest, covered)}";
    }

    private static string Describe(GoldLine line) => $"{line.TableKey} {line.SubjectCode} {line.Label} {line.Column} {line.Amount}";

    private static string Describe(BudgetLineRow line, HashSet<(string TableKey, string Column)> covered) =>
        $"{line.TableKey} {line.SubjectCode} {line.UnitName}>{line.SubjectNameAsPrinted ?? line.ItemKey} {ColumnOf(line, covered)} " +
        $"({line.Fund}) {line.ValueAsPrinted}, table {line.TableId} row {line.RowIndex} column {line.ColumnIndex}";
}
