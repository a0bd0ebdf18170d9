using System.Collections.Immutable;

namespace Extractor.Publishing.Reference;

/// <summary>A department or unit over all the years and files that are published: a row of <c>organisations</c>.</summary>
internal sealed record Organisation(
    string Id,
    string? DivisionCode,
    string? DivisionName,
    string Name,
    ImmutableSortedSet<string> Names,
    ImmutableSortedSet<string> UnitCodes,
    string? DepartmentId,
    int FirstYear,
    int LastYear,
    int Disclosures)
{
    public ImmutableSortedSet<string> PredecessorIds { get; init; } = [];

    public ImmutableSortedSet<string> SuccessorIds { get; init; } = [];

    /// <summary>The kind of the reviewed change that <see cref="SuccessorIds"/> come from.</summary>
    public string? Succession { get; init; }

    public string? SuccessionSource { get; init; }
}
