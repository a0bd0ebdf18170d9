using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Layout;
using Extractor.Model.Tables;

namespace Extractor.Tests.Normalizing.Ledger;

/// <summary>Small documents whose ledgers are asked.</summary>
internal static class LedgerDocuments
{
    public const string Sentence = "收入预算120.50万元";

    public static NormalizedDocument Document(
        ImmutableArray<ExtractedPage> pages, ImmutableArray<ExtractedTable> tables, ImmutableArray<ExtractedSection> sections)
    {
        var file = new FetchedFile(DocumentId.Of("ledger"u8), "", "", "", 1, null, null, null, DocumentRequest.Unknown);
        return new NormalizedDocument(
            new ExtractedDocument(file, "application/pdf", null, TextLayer.Digital, DocumentStatus.Complete, null, pages, tables, sections,
                []),
            new DocumentIdentity(DocumentKind.DepartmentBudget, null, 2024, null, null, null, null, IdentityEvidence.None,
                IdentityEvidence.None, IdentityOutcome.Unknown),
            [.. tables.Select(static table => new TableMeaning(table.Ordinal, TableKey.RevenueSummary, "万元", UnitEvidence.PrintedOnTable))],
            [.. sections.Select(static section => new SectionMeaning(section.Ordinal, "other"))],
            [], [], [], [], [], []);
    }

    public static ExtractedPage Page(string text, string[] numbers, string[]? running = null) =>
        new(1, 600, 800, 0, PageState.Mixed, null, text.Length, 0, [])
        {
            Printed = new PrintedPage(text, [.. numbers.Select(static number => new PrintedNumber(number, new Box(101, 11, 149, 19)))],
                [.. running ?? []]),
        };

    /// <summary>
    /// The first row is the header. Every cell is 100 points wide and 1,000 high, so that any number stands in its column.
    /// </summary>
    public static ImmutableArray<TableCell> Cells(string[][] rows) =>
    [
        .. rows.SelectMany(static (row, at) => row.Select((text, column) => new TableCell(
            at, column, 1, 1, at == 0, text, 0, null, [new CellPart(1, new Box(100 * column, 0, 100 * (column + 1), 1000))]))),
    ];

    public static ExtractedTable Table(ImmutableArray<TableCell> cells) => new(
        1, null, "收入总表", "万元", null, [], TableMethod.Ruled, false, 1, 1, cells[^1].Row + 1, cells.Max(static cell => cell.Column) + 1, 1,
        [], cells, []);

    public static ExtractedSection Section(string text, string heading = "") => new(
        1, 1, null, heading, 1, 1, [new ExtractedParagraph(text, [new ParagraphLine(0, 1, new Box(0, 0, 600, 20))])]);

    public static BudgetLine Line(int row, int column, string value) => new()
    {
        LineId = $"line-{row}-{column}",
        TableOrdinal = 1,
        TableKey = TableKey.RevenueSummary,
        Row = row,
        Column = column,
        Phase = Phase.Budget,
        Direction = Direction.Revenue,
        Period = Period.Current,
        Classification = Classification.Revenue,
        Component = Component.Total,
        Fund = Fund.All,
        RowRole = RowRole.Detail,
        IsLeaf = false,
        AmountYuan = 1m,
        ValueAsPrinted = value,
        UnitAsPrinted = "万元",
        PageNumber = 1,
        Box = default,
    };
}
