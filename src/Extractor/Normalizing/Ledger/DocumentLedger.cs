using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;

namespace Extractor.Normalizing.Ledger;

/// <summary>The books of one document: its lines, its sums and its findings, each kept once. The normalizer owns it.</summary>
internal sealed class DocumentLedger(DocumentId document)
{
    private readonly List<LineDraft> lines = [];

    public CheckBook Checks { get; } = new(document);

    public FindingLog Findings { get; } = new();

    public void Add(IEnumerable<LineDraft> drafts) => lines.AddRange(drafts);

    /// <summary>The lines by table, each with what the sums say of it.</summary>
    public ImmutableArray<BudgetLine> Close()
    {
        Checks.Prove();
        return [.. lines.OrderBy(static draft => draft.Line.TableOrdinal).Select(static draft => draft.Line with { Proof = draft.Proof })];
    }
}
