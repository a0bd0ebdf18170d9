using Extractor.Publications.Verification;
using Extractor.Runs;
using Extractor.Site;
using Extractor.Site.Reviews;

namespace Extractor.Cli.Reports;

/// <summary>How the decisions of reviewers meet the findings of a publication.</summary>
/// <param name="Decided">Findings that have a decision.</param>
/// <param name="WithoutFinding">Findings that were decided on and are no more.</param>
/// <param name="Fault">Why that is not known; null where it is.</param>
internal sealed record ReviewTally(int Decided, int WithoutFinding, string? Fault)
{
    /// <returns>Null where no decision was made.</returns>
    public static ReviewTally? Of(string folder)
    {
        try
        {
            var decided = ReviewFile.Latest(ReviewFile.Read(ReviewFile.PathIn(folder))).Keys.ToHashSet(StringComparer.Ordinal);
            if (decided.Count == 0)
            {
                return null;
            }

            var met = PublishedFindings.Count(folder, decided);
            return new ReviewTally(met, decided.Count - met, null);
        }
        catch (Exception exception) when (exception is SiteException or OutputException or IOException or UnauthorizedAccessException)
        {
            return new ReviewTally(0, 0, exception.Message);
        }
    }
}
