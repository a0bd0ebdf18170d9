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

/// <summary>How a name that stands beside a code agrees with the catalogue's names of that code.</summary>
public enum SubjectNaming
{
    /// <summary>The catalogue lacks the code.</summary>
    UnknownCode,

    Agrees,

    /// <summary>One of its names with a typing error: 房屋建筑物构建.</summary>
    Misprinted,

    OtherName,
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

    /// <summary>One character another, two neighbours exchanged, or one printed twice; shorter names differ by chance.</summary>
    internal static bool IsMisprint(string printed, string name)
    {
        const int Shortest = 5;
        if (name.Length < Shortest || printed == name)
        {
            return false;
        }

        var start = 0;
        while (start < printed.Length && start < name.Length && printed[start] == name[start])
        {
            start++;
        }

        return printed.Length == name.Length
            ? printed.AsSpan(start + 1).SequenceEqual(name.AsSpan(start + 1)) ||
                (start + 1 < name.Length && printed[start] == name[start + 1] && printed[start + 1] == name[start] &&
                    printed.AsSpan(start + 2).SequenceEqual(name.AsSpan(start + 2)))
            : printed.Length == name.Length + 1 && start > 0 && printed[start] == printed[start - 1] &&
                printed.AsSpan(start + 1).SequenceEqual(name.AsSpan(start));
    }

    internal static SubjectNameMatch Of(ImmutableArray<SubjectEntry> candidates, SubjectNameSource source) => candidates.Length switch
    {
        0 => None,
        1 => new(SubjectNameOutcome.Unique, candidates[0], candidates, source),
        _ => new(SubjectNameOutcome.Ambiguous, null, candidates, source),
    };
}
