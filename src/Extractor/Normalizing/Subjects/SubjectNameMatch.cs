using System.Collections.Immutable;

namespace Extractor.Normalizing.Subjects;

/// <summary>What looking for a printed name gave.</summary>
public enum SubjectNameOutcome
{
    None,

    Unique,

    /// <summary>The name stands more than once (一般行政管理事务 under dozens of 款): a parent is needed.</summary>
    Ambiguous,
}

/// <summary>Which name was met.</summary>
public enum SubjectNameSource
{
    /// <summary>The name of the edition.</summary>
    Edition,

    /// <summary>A misprint, short form or old form of <c>pipelines/subjects/aliases.csv</c>.</summary>
    Alias,

    /// <summary>The name that the code has, or had, in another edition since 2018.</summary>
    OtherEdition,
}

/// <summary>The subjects that a printed name can mean.</summary>
/// <param name="Entry">The one subject; null unless the outcome is <see cref="SubjectNameOutcome.Unique"/>.</param>
/// <param name="Candidates">All of them, ordered by code; empty for <see cref="SubjectNameOutcome.None"/>.</param>
/// <param name="Source">Of the candidates; without meaning where there is none.</param>
public sealed record SubjectNameMatch(
    SubjectNameOutcome Outcome,
    SubjectEntry? Entry,
    ImmutableArray<SubjectEntry> Candidates,
    SubjectNameSource Source)
{
    public static SubjectNameMatch None { get; } = new(SubjectNameOutcome.None, null, [], SubjectNameSource.Edition);

    internal static SubjectNameMatch Of(ImmutableArray<SubjectEntry> candidates, SubjectNameSource source) => candidates.Length switch
    {
        0 => None,
        1 => new(SubjectNameOutcome.Unique, candidates[0], candidates, source),
        _ => new(SubjectNameOutcome.Ambiguous, null, candidates, source),
    };
}
