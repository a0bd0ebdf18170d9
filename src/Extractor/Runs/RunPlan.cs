using Extractor.Fetching;
using Extractor.Runs.Definitions;

namespace Extractor.Runs;

/// <summary>A definition with everything decided that it left open.</summary>
/// <param name="DefinitionShown">The definition as the user gave it; null for a run over a folder. Published in <c>runs</c>.</param>
/// <param name="Workers">Documents at work at once.</param>
/// <param name="TimeLimit">For one document in the extracting stage.</param>
/// <param name="ExtractorVersion">Published with the data.</param>
public sealed record RunPlan(
    RunDefinition Definition,
    string? DefinitionShown,
    string OutputFolder,
    string StoreFolder,
    int Workers,
    TimeSpan TimeLimit,
    string ExtractorVersion)
{
    /// <summary>Publish even where the data look wrong beside those that they replace.</summary>
    public bool AcceptsChanges { get; init; }

    /// <summary>The share of the files to take; nothing is published then. Null for all of them, and publishing.</summary>
    public Shard? Shard { get; init; }

    /// <summary>Tried on files that the empty password does not open.</summary>
    public IReadOnlyList<string> Passwords { get; init; } = [];

    /// <summary>Far more than the longest real document takes on the slowest machine.</summary>
    public static TimeSpan DefaultTimeLimit { get; } = TimeSpan.FromMinutes(10);
}
