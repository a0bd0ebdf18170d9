using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Normalizing.Checks;
using Extractor.Normalizing.Identity;
using Extractor.Normalizing.Ledger;
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
        if (BudgetOfElsewhere.Is(document))
        {
            findings.Add(BudgetOfElsewhere.Finding);
            document = document.Status != DocumentStatus.Complete ? document
                : document with { Status = DocumentStatus.Partial, StatusReason = BudgetOfElsewhere.Reason };
        }

        var sections = new SectionKeyClassifier(reference.SectionHeadings).Classify(document.Sections);
        var ofFinalAccounts = identity.Identity.Kind == DocumentKind.DepartmentFinalAccounts;
        var stated = new StatedFigureReader(reference.Figures).Read(
            document.Sections, sections, identity.Identity.FiscalYear, identity.Identity.DepartmentName, ofFinalAccounts);
        var lines = DocumentLines.Read(document, identity.Identity, reference, stated, findings);
        findings.AddRange(SubjectFindings.Of(lines.Tables, reference.Subjects));
        var book = new CheckBook(document.File.Id);
        new DocumentChecks(lines.Tables, book).Run(document.Tables, findings);
        book.Prove();
        ImmutableArray<BudgetLine> budgetLines =
            [.. lines.Tables.SelectMany(static table => table.All).Select(static draft => draft.Line with { Proof = draft.Proof })];
        var denied = DeniedFigures.Read(document.Sections, sections);
        var prose = ProseChecks.Run(document.File.Id, [.. stated, .. denied], budgetLines, document.Tables, ofFinalAccounts);
        findings.AddRange(prose.Findings);
        budgetLines = prose.Lines;
        var projects = new ProseProjectReader(reference.Headings).Read(document.Sections, sections);
        findings.AddRange(new StatementFindings(document.Sections, sections)
            .Run(stated, [.. projects.SelectMany(static list => list.Projects)], budgetLines));
        var performance = new PerformanceReader(reference.Performance, reference.Headings)
            .Read(document, identity.Identity, lines.Meanings, projects, budgetLines);
        findings.AddRange(performance.Findings);
        findings.AddRange(RowNumberFindings.Of(document.Tables));
        return PageLedgers.Entered(new NormalizedDocument(
            document,
            identity.Identity,
            lines.Meanings,
            sections,
            performance.Lines.IsEmpty ? budgetLines : [.. budgetLines.Concat(performance.Lines).OrderBy(static line => line.TableOrdinal)],
            performance.Projects,
            performance.Indicators,
            NarrativeAmounts.Read(document, sections, identity.Identity, stated, projects, budgetLines, reference.Subjects),
            [.. book.Checks, .. performance.Checks, .. prose.Checks],
            findings.ToImmutable()));
    }
}
