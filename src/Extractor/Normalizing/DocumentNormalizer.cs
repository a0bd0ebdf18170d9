using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
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
        var ledger = new DocumentLedger(document.File.Id);
        ledger.Findings.AddRange(document.Findings);
        ledger.Findings.AddRange(identity.Findings);
        if (BudgetOfElsewhere.Is(document))
        {
            ledger.Findings.Add(BudgetOfElsewhere.Finding);
            document = document.Status != DocumentStatus.Complete ? document
                : document with { Status = DocumentStatus.Partial, StatusReason = BudgetOfElsewhere.Reason };
        }

        var sections = new SectionKeyClassifier(reference.SectionHeadings).Classify(document.Sections);
        var ofFinalAccounts = identity.Identity.Kind == DocumentKind.DepartmentFinalAccounts;
        var stated = new StatedFigureReader(reference.Figures).Read(
            document.Sections, sections, identity.Identity.FiscalYear, identity.Identity.DepartmentName, ofFinalAccounts);
        var read = DocumentLines.Read(document, identity.Identity, reference, stated, ledger.Findings);
        ImmutableArray<LineDraft> drafts = [.. read.Tables.SelectMany(static table => table.All)];
        ledger.Add(drafts);
        ledger.Findings.AddRange(SubjectFindings.Of(read.Tables, reference.Subjects));
        new DocumentChecks(read.Tables, ledger, identity.Identity.Kind.IsOfGovernment()).Run(document, reference.Headings);
        var projects = new ProseProjectReader(reference.Headings).Read(document.Sections, sections);
        ImmutableArray<BudgetLine> lines = [.. drafts.Select(static draft => draft.Line)];
        var performance = new PerformanceReader(reference.Performance, reference.Headings)
            .Read(document, identity.Identity, read.Meanings, projects, lines, ledger);
        var denied = DeniedFigures.Read(document.Sections, sections);
        ProseChecks.Run([.. stated, .. denied], drafts, document.Tables, ledger, ofFinalAccounts,
            identity.Identity.Kind.IsOfGovernment());
        ledger.Findings.AddRange(new StatementFindings(document.Sections, sections)
            .Run(stated, [.. projects.SelectMany(static list => list.Projects)], lines));
        ledger.Findings.AddRange(RowNumberFindings.Of(document.Tables));
        return PageLedgers.Entered(new NormalizedDocument(
            document,
            identity.Identity,
            read.Meanings,
            sections,
            ledger.Close(),
            performance.Projects,
            performance.Indicators,
            NarrativeAmounts.Read(document, sections, identity.Identity, stated, projects, drafts, reference.Subjects),
            ledger.Checks.Checks,
            ledger.Findings.Findings));
    }
}
