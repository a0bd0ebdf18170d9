using System.Collections.Immutable;
using Extractor.Model.Evidence;

namespace Extractor.Normalizing.Ledger;

/// <summary>What a person should know of one document, in the order in which it was found. A trial reading has a log of its own.</summary>
internal sealed class FindingLog
{
    private readonly List<Finding> findings = [];

    /// <summary>One a cause.</summary>
    public ImmutableArray<Finding> Findings => FindingCauses.Of(findings);

    public void Add(Finding finding) => findings.Add(finding);

    public void AddRange(IEnumerable<Finding> found) => findings.AddRange(found);
}
