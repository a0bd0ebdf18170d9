namespace Extractor.Site.Reviews;

/// <summary>What a reviewer made of a finding. It is shown beside the finding and changes no value.</summary>
/// <param name="Decision"><c>accepted_as_printed</c>, <c>our_error</c> or <c>source_error</c>.</param>
/// <param name="Note">As typed, at most <see cref="LongestNote"/> characters; empty where there is none.</param>
/// <param name="Reviewer">The name that the reviewer gave.</param>
/// <param name="DecidedAt">UTC, to the second.</param>
public sealed record ReviewDecision(string FindingId, string DocumentId, string Decision, string Note, string Reviewer,
    DateTimeOffset DecidedAt)
{
    public const int LongestNote = 4000;
    public const int LongestName = 100;

    public static IReadOnlyList<string> Decisions { get; } = ["accepted_as_printed", "our_error", "source_error"];
}
