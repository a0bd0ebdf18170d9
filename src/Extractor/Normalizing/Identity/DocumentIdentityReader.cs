using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;

namespace Extractor.Normalizing.Identity;

/// <summary>What was found out about a document, and the doubts that came up.</summary>
public sealed record IdentityReading(DocumentIdentity Identity, ImmutableArray<Finding> Findings);

/// <summary>Who and what a document is: issuer, division, fiscal year, kind, scope and title by agreement of its own evidence.</summary>
public static class DocumentIdentityReader
{
    public static IdentityReading Read(ExtractedDocument document, ReferenceData reference)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(reference);
        throw new NotImplementedException();
    }
}
