using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Checks;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Identity;
using Extractor.Normalizing.Lines;
using Extractor.Normalizing.Performance;
using Extractor.Normalizing.Prose;
using Extractor.Normalizing.Sections;

namespace Extractor.Normalizing;

/// <summary>The normalizing stage: tables and sections of one document to canonical lines, checks and findings. Pure.</summary>
public sealed class DocumentNormalizer(ReferenceData reference)
{
    /// <summary>Part of the key of this stage's artifacts: raised with every change of what it returns.</summary>
    public const int StageVersion = 1;

    /// <summary>Tables of these kinds hold goals, indicators or free text and give no budget lines.</summary>
    private static readonly ImmutableArray<TableKey> WithoutLines =
    [
        TableKey.OverallPerformance, TableKey.ProjectPerformance, TableKey.KeyProjects, TableKey.ProjectSelfEvaluation, TableKey.Other,
    ];

    public NormalizedDocument Normalize(ExtractedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var identity = DocumentIdentityReader.Read(document, reference);
        return Normalize(document, identity);
    }

    /// <summary>The same with an identity that somebody else has found.</summary>
    public NormalizedDocument Normalize(ExtractedDocument document, IdentityReading identity)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(identity);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        findings.AddRange(document.Findings);
        findings.AddRange(identity.Findings);
        var units = TableUnits.Read(document.Tables);
        var meanings = ImmutableArray.CreateBuilder<TableMeaning>(document.Tables.Length);
        var lines = ImmutableArray.CreateBuilder<TableLines>();
        for (var index = 0; index < document.Tables.Length; index++)
        {
            var table = document.Tables[index];
            var key = TableKeyClassifier.Classify(table, reference.Headings);
            meanings.Add(new TableMeaning(table.Ordinal, key.Key, units[index].Unit?.Name, units[index].Evidence));
            if (identity.Identity.Kind == DocumentKind.Other)
            {
                continue;
            }

            ReportDoubt(table, key, findings);
            if (!WithoutLines.Contains(key.Key) && BuildLines(document, table, key.Key, units[index], identity.Identity, findings) is { } built)
            {
                lines.Add(built);
            }
        }

        var book = new CheckBook(document.File.Id);
        new DocumentChecks(lines.ToImmutable(), book).Run(document.Tables, findings);
        var proofs = book.Proofs();
        var sections = new SectionKeyClassifier(reference.SectionHeadings).Classify(document.Sections);
        ImmutableArray<BudgetLine> budgetLines =
            [.. lines.SelectMany(static table => table.All).Select(draft => draft.Line with { Proof = proofs.GetValueOrDefault(draft.Line.LineId, Proof.Unproven) })];
        var stated = new StatedFigureReader(reference.Figures).Read(
            document.Sections, sections, identity.Identity.FiscalYear, identity.Identity.DepartmentName);
        var performance = new PerformanceReader(reference.Performance, reference.Headings).Read(document, meanings.ToImmutable(), sections, budgetLines);
        findings.AddRange(performance.Findings);
        return new NormalizedDocument(
            document,
            identity.Identity,
            meanings.ToImmutable(),
            sections,
            budgetLines,
            performance.Projects,
            performance.Indicators,
            stated,
            book.Checks,
            findings.ToImmutable());
    }

    private TableLines? BuildLines(
        ExtractedDocument document, ExtractedTable table, TableKey key, UnitReading unit, DocumentIdentity identity, ImmutableArray<Finding>.Builder findings)
    {
        if (unit.Unit is not { } amountUnit)
        {
            ReportMissingUnit(table, key, findings);
            return null;
        }

        var phase = identity.Kind == DocumentKind.DepartmentFinalAccounts || (table.TitleAsPrinted?.Contains("决算", StringComparison.Ordinal) ?? false)
            ? Phase.FinalAccounts
            : Phase.Budget;
        var context = new TableContext(document.File.Id, table, key, amountUnit, identity.FiscalYear, phase, reference);
        return key == TableKey.ThreePublic
            ? new TableLines(context, [], new ThreePublicBuilder(context).Build())
            : new TableLines(context, new LineBuilder(context, findings).Build(), []);
    }

    private static void ReportDoubt(ExtractedTable table, TableKeyReading key, ImmutableArray<Finding>.Builder findings)
    {
        if (key.Key != TableKey.Other || FirstAmount(table) is not { } cell || (table.TitleAsPrinted is null && key.Doubt is null))
        {
            return;
        }

        var title = table.TitleAsPrinted ?? "无标题";
        findings.Add(new Finding(
            "unknown_table",
            Severity.Note,
            $"第 {table.PageFirst} 页的表“{title}”含金额，但种类未知，只保留单元格。如属常见表，请在 pipelines/headings/tables.csv 中补上。",
            $"The table '{title}' on page {table.PageFirst} holds amounts but its kind is unknown ({key.Doubt ?? "no rule knows its title"}); only its cells are kept. Add it to pipelines/headings/tables.csv if it is a usual one.",
            cell.Parts[0].PageNumber,
            cell.Parts[0].Box.Rounded(),
            null,
            title));
    }

    private static void ReportMissingUnit(ExtractedTable table, TableKey key, ImmutableArray<Finding>.Builder findings)
    {
        if (FirstAmount(table) is { } cell)
        {
            findings.Add(new Finding(
                "unknown_unit",
                Severity.Warning,
                $"第 {table.PageFirst} 页的表“{table.TitleAsPrinted}”没有印金额单位，全文也没有统一的单位，金额未换算。请核对是元还是万元。",
                $"The table '{table.TitleAsPrinted}' ({key}) on page {table.PageFirst} prints no unit and the document has no common one; its amounts were not taken. Find out whether they are yuan or ten thousands.",
                cell.Parts[0].PageNumber,
                cell.Parts[0].Box.Rounded(),
                "元 / 万元",
                null));
        }
    }

    private static TableCell? FirstAmount(ExtractedTable table) =>
        table.Cells.FirstOrDefault(static cell => !cell.IsHeader && PrintedAmount.Read(cell.Text, out var amount) == AmountReading.Amount && amount.Decimals > 0);
}
