using System.Collections.Immutable;
using Extractor.Model.Budget;

namespace Extractor.Normalizing.Subjects;

/// <summary>What stands behind a row of the catalogue.</summary>
public enum SubjectDocumentation
{
    /// <summary>A document of the classification, or a published disclosure, prints the code with the name.</summary>
    Documented,

    /// <summary>Only the table of 2009 prints it; that it is still in force is general knowledge.</summary>
    Vintage2009,

    /// <summary>Only general knowledge; a document that prints it is its first evidence.</summary>
    Knowledge,

    /// <summary>The national list lacks it; published disclosures print it below a code that the list has (<c>observed.csv</c>).</summary>
    Observed,
}

/// <summary>One subject (科目) as an edition of the national classification names it.</summary>
/// <param name="Code">Digits: 3 (类), 5 (款) or 7 (项).</param>
/// <param name="ParentCode">Of the level above; null for a class (类).</param>
/// <param name="Edition">The edition in which the name is in force: that of the year asked for, or the nearest one to it.</param>
/// <param name="IsInForce">False where the subject is not in the edition asked for, but in <paramref name="Edition"/>.</param>
public sealed record SubjectEntry(
    Classification Classification,
    string Code,
    string Name,
    SubjectLevel Level,
    string? ParentCode,
    string Edition,
    SubjectDocumentation Documentation,
    bool IsInForce)
{
    /// <summary>The budgets that use the subject; none where the map does not tell.</summary>
    public ImmutableArray<Fund> Funds { get; init; } = [];

    public bool IsDocumented => Documentation == SubjectDocumentation.Documented;
}
