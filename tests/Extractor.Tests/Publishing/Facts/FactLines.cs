using System.Collections.Immutable;
using System.Globalization;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Layout;
using Extractor.Model.Tables;
using Extractor.Publishing.Facts;

namespace Extractor.Tests.Publishing.Facts;

/// <summary>Lines of a budget that tests put together; amounts in 万元 with two decimals.</summary>
internal static class FactLines
{
    public static BudgetLine Leaf(TableKey table, string? code, decimal wan, int row, Fund fund = Fund.All,
        Component component = Component.Total,
        int column = 2, string? unit = null) =>
        Line(table, wan, row, fund, component, column, unit) with
        {
            SubjectCode = code,
            SubjectLevel = code?.Length switch { 3 => SubjectLevel.Class, 5 => SubjectLevel.Group, 7 => SubjectLevel.Item, _ => null },
            SubjectName = code is null ? null : "科目" + code,
            IsLeaf = true,
        };

    public static BudgetLine Total(TableKey table, decimal wan, int row, Fund fund = Fund.All, string item = "total", string? unit = null,
        Component component = Component.Total) =>
        Line(table, wan, row, fund, component, 2, unit) with { ItemKey = item, RowRole = RowRole.Total };

    /// <summary>三公经费: an item of a row.</summary>
    public static BudgetLine ThreePublic(string item, decimal wan, int row, bool isLeaf = true, string? unit = null,
        Period period = Period.Current) =>
        Line(TableKey.ThreePublic, wan, row, Fund.GeneralPublic, Component.Total, item.Length, unit) with
        {
            Classification = Classification.ThreePublic,
            ItemKey = item,
            IsLeaf = isLeaf,
            Period = period,
            RowRole = item == "total" ? RowRole.Total : RowRole.Detail,
        };

    public static NormalizedDocument Document(string file, IEnumerable<BudgetLine> lines, string department = "区财政局",
        DocumentScope scope = DocumentScope.Department)
    {
        var sample = SampleDocuments.Make(file);
        return sample with
        {
            Identity = sample.Identity with { DepartmentName = department, Scope = scope },
            Lines = [.. lines],
            Checks = [],
        };
    }

    public static DocumentFacts FactsIn(NormalizedDocument document, DocumentId? supersedes = null) =>
        FactsOfDocument.Of(SampleDocuments.Entry(document) with { SupersedesDocumentId = supersedes }, document)!;

    public static ImmutableArray<BudgetLine> Lines(params IEnumerable<BudgetLine> lines) => [.. lines];

    private static BudgetLine Line(TableKey table, decimal wan, int row, Fund fund, Component component, int column, string? unit) => new()
    {
        LineId = string.Create(CultureInfo.InvariantCulture, $"{table}-{fund}-{component}-{row}-{column}-{unit}"),
        TableOrdinal = (int)table + 1,
        TableKey = table,
        Row = row,
        Column = column,
        UnitName = unit,
        Phase = Phase.Budget,
        Direction = Direction.Expenditure,
        Period = Period.Current,
        Classification = Classification.Functional,
        Component = component,
        Fund = fund,
        RowRole = RowRole.Detail,
        IsLeaf = false,
        AmountYuan = wan * 10_000m,
        ValueAsPrinted = wan.ToString("0.00", CultureInfo.InvariantCulture),
        UnitAsPrinted = "万元",
        PageNumber = 1,
        Box = new Box(1, 2, 3, 4),
        Proof = Proof.Proven,
    };
}
