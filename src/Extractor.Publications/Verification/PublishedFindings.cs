using Extractor.Publications.Reading;
using Extractor.Runs;

namespace Extractor.Publications.Verification;

/// <summary>The findings of a publication.</summary>
public static class PublishedFindings
{
    /// <returns>How many of the ids are findings of the publication.</returns>
    /// <exception cref="OutputException">The folder holds no publication that can be read.</exception>
    public static int Count(string folder, IReadOnlySet<string> ids)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(ids);
        using var snapshot = PublishedSnapshot.Open(folder, "findings");
        return snapshot.PartialRows("findings", "finding_id", ids).Count();
    }
}
