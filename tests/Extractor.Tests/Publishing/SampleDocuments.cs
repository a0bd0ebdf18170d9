using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Layout;
using Extractor.Model.Tables;
using Extractor.Normalizing;
using Extractor.Publishing;

namespace Extractor.Tests.Publishing;

/// <summary>Hand-made documents with something in every dataset.</summary>
internal static class SampleDocuments
{
    public const string Version = "1.2.3";

    public static RunRecord Run { get; } = new(
        "run-1", "pipelines/demo.yaml", Utc(1), Utc(2), Version, 3, 0, 0, 0, 10, 1, 12.5, 0);

    /// <summary>A department budget with one table of <paramref name="lineCount"/> lines under a total.</summary>
    public static NormalizedDocument Make(string name, int? fiscalYear = 2024, string? divisionCode = "440305", int lineCount = 3)
    {
        var id = DocumentId.Of(Encoding.UTF8.GetBytes(name));
        var box = new Box(72.123, 100, 150.129, 112.5);
        var lines = Enumerable.Range(0, lineCount).Select(index => Line(id, index, box)).ToImmutableArray();
        var total = lines.Skip(1).Sum(static line => line.AmountYuan);
        return new NormalizedDocument(
            new ExtractedDocument(
                new FetchedFile(id, "/nowhere/" + name, "corpus/" + name, name, 12345, "https://example.test/" + name, null, Utc(3),
                    new DocumentRequest("440305", "区财政局", 2024)),
                "application/pdf",
                "测试",
                TextLayer.Digital,
                DocumentStatus.Complete,
                null,
                [new ExtractedPage(1, 595.3, 841.9, 0, PageState.Mixed, null, 500, 1, []),
                    new ExtractedPage(2, 841.9, 595.3, 90, PageState.Blank, "no glyphs", 0, 0, [])],
                [Table(box)],
                [Section(1, null, box), Section(2, 1, box)],
                [Doubt("layout_doubt", 1, box)]),
            new DocumentIdentity(DocumentKind.DepartmentBudget, DocumentScope.Department, fiscalYear, "部门预算", "区财政局", divisionCode,
                divisionCode is null ? null : "南山区", IdentityEvidence.Cover, IdentityEvidence.Cover, IdentityOutcome.Confirmed),
            [new TableMeaning(1, TableKey.GeneralPublicExpenditure, "万元", UnitEvidence.PrintedOnTable)],
            [new SectionMeaning(2, "three_public")],
            lines,
            [new Project("数字化项目", ProjectSource.Prose, 1234.56m, null, 12.5m, "用途", null, null, null, null, 1, box) { ProjectId = "p1" }],
            [new PerformanceIndicator(1, null, "产出指标", "数量指标", "“培训”人次", "≥100", null, 1, box)],
            [new StatedFigure(2, "three_public_total", 50_000m, null, null, "三公经费合计5万元。", 1, box)],
            [new Check($"{id.Value[..16]}-c1", "children_sum_to_parent", lines[0].AmountYuan, total, 0.01m, CheckOutcome.Fails,
                [.. lines.Select(static line => line.LineId)], null)],
            [Doubt("layout_doubt", 1, box), Doubt("children_sum_to_parent", null, null), Doubt("same", 1, null),
                Doubt("same", 1, null)])
        {
            Ledger =
            [
                new PageLedger(1, new AmountLedger(4, lineCount, 0, 0, 0, 1, 1, 0, 0, 3 - lineCount), new CharacterLedger(30, 20, 8, 1, 1),
                    LedgerCause.SentenceNotRead, LedgerCause.BeforeSections),
                new PageLedger(2, new AmountLedger(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), new CharacterLedger(0, 0, 0, 0, 0), null, null),
            ],
        };
    }

    public static PublishableDocument Entry(NormalizedDocument document, Func<NormalizedDocument>? load = null, string artifactKey = "1",
        int pages = 2) => new(
        document.Extracted.File.Id, document.Identity.FiscalYear, document.Identity.DivisionCode, pages, artifactKey, null, load ??
            (() => document));

    public static PublicationSource Source(params IEnumerable<NormalizedDocument> documents) =>
        Source([.. documents.Select(static document => Entry(document))]);

    public static PublicationSource Source(IReadOnlyCollection<PublishableDocument> documents) => new(
        Version,
        documents,
        [Run],
        [new FetchRecord("run-1", "https://example.test/a.pdf", null, 200, FetchOutcome.New, 1, 12345, null, "\"e\"", null, Utc(1), 250)],
        [new CoverageRecord("示例区", "440305", "区财政局", 2024, DocumentKind.DepartmentBudget, true, false, null, "not published yet")])
    {
        CodeLists = ReferenceData.Load().CodeLists,
        Harvests =
        [
            new HarvestRecord("440305", "示例区", "440305", Utc(0), Utc(1), false, "60 minutes have passed", 12, 3, 1, 3, 0, 1, 4,
                1, 0, 11, 90, 2, 1, 1),
        ],
    };

    private static DateTimeOffset Utc(int hour) => new(2025, 3, 1, hour, 0, 0, TimeSpan.Zero);

    private static BudgetLine Line(DocumentId id, int index, Box box)
    {
        var lineId = string.Create(CultureInfo.InvariantCulture, $"{id.Value[..16]}-{index}");
        return new BudgetLine
        {
            LineId = lineId,
            TableOrdinal = 1,
            TableKey = TableKey.GeneralPublicExpenditure,
            Row = index + 1,
            Column = 2,
            Phase = Phase.Budget,
            Direction = Direction.Expenditure,
            Period = Period.Current,
            Classification = Classification.Functional,
            SubjectCode = index == 0 ? null : "2011308",
            SubjectLevel = index == 0 ? null : SubjectLevel.Item,
            SubjectName = index == 0 ? null : "招商引资",
            SubjectCodeAsPrinted = index == 0 ? null : "2011308",
            SubjectNameAsPrinted = index == 0 ? "合计" : "招商引资",
            CodeEvidence = index == 0 ? CodeEvidence.None : CodeEvidence.Printed,
            CatalogueEdition = "2024",
            ParentLineId = index == 0 ? null : $"{id.Value[..16]}-0",
            ItemKey = index == 0 ? "total" : null,
            Component = Component.Total,
            Fund = Fund.GeneralPublic,
            RowRole = index == 0 ? RowRole.Total : RowRole.Detail,
            IsLeaf = index > 0,
            AmountYuan = 198_823.18m * 10_000 / (index + 1),
            ValueAsPrinted = "198,823.18",
            UnitAsPrinted = "万元",
            PageNumber = 1,
            Box = box,
            Proof = Proof.Contradicted,
        };
    }

    private static ExtractedTable Table(Box box) => new(
        1, "表7", "一般公共预算支出表", "万元", null, [], TableMethod.Ruled, false, 1, 2, 2, 2, 1, ["科目", "金额 / 合计"],
        [
            new TableCell(0, 0, 1, 1, true, "科目", 0, box, [new CellPart(1, box)]),
            new TableCell(0, 1, 1, 1, true, "合计", 0, box, [new CellPart(1, box)]),
            new TableCell(1, 0, 1, 1, false, "招商\u0000引资", 0, box, [new CellPart(1, box), new CellPart(2, box)]),
            new TableCell(1, 1, 1, 1, false, string.Empty, 0, null, [new CellPart(1, box)]),
        ],
        []);

    private static ExtractedSection Section(int ordinal, int? parent, Box box) => new(
        ordinal, parent is null ? 1 : 2, parent, "二、“三公”经费", 1, 1,
            [new ExtractedParagraph("三公经费合计5万元。", [new ParagraphLine(0, 1, box)]), new ExtractedParagraph("无。", [])]);

    private static Finding Doubt(string rule, int? page, Box? box) => new(
        rule, Severity.Warning, "合计不等于各项之和", "The total is not the sum of its parts", page, box, "1", "2");
}
