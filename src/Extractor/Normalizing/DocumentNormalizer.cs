using Extractor.Model.Budget;
using Extractor.Model.Documents;

namespace Extractor.Normalizing;

/// <summary>The normalizing stage: tables and sections of one document to canonical lines, checks and findings. Pure.</summary>
public sealed class DocumentNormalizer(ReferenceData reference)
{
    /// <summary>Part of the key of this stage's artifacts: raised with every change of what it returns.</summary>
    public const int StageVersion = 1;

    public NormalizedDocument Normalize(ExtractedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(reference);
        throw new NotImplementedException();
    }
}
