using System.Collections.Immutable;
using Extractor.Model.Layout;

namespace Extractor.Model.Evidence;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    Error,
    Warning,
    Note,
}

/// <summary>
/// What a person should know about a document: one cause, with every place at which it shows. A contradiction is reported,
/// never corrected.
/// </summary>
/// <param name="Rule">snake_case name of what was looked at: <c>unmapped_heading</c>, <c>children_sum_to_parent</c>.</param>
/// <param name="MessageZh">Names table, cell, what was found and expected, and what to do, in Chinese.</param>
/// <param name="PageNumber">Of the first place; null where the finding is of the whole document.</param>
/// <param name="Expected">At the first place, as printed or computed; null where there is nothing to compare.</param>
public sealed record Finding(
    string Rule,
    Severity Severity,
    string MessageZh,
    string MessageEn,
    int? PageNumber,
    Box? Box,
    string? Expected,
    string? Actual)
{
    /// <summary>What findings of one rule can have in common (a table, a heading); null for one that stands by itself.</summary>
    public string? Cause { get; init; }

    /// <summary>Where it shows, the first place first; at most <see cref="MostPlaces"/> of them are listed.</summary>
    public ImmutableArray<FindingPlace> Places { get; init; } =
        PageNumber is null ? [] : [new FindingPlace(PageNumber, Box, Expected, Actual)];

    /// <summary>All places, listed or not.</summary>
    public int PlaceCount { get; init; } = PageNumber is null ? 0 : 1;

    /// <summary>Places listed: more tell a person nothing, and a hostile file could have millions.</summary>
    public const int MostPlaces = 1000;

    /// <summary>The finding at one cell of a table, or at one sum.</summary>
    public Finding At(FindingPlace place) => this with { Places = [place], PlaceCount = 1 };
}

/// <summary>One place at which a finding shows.</summary>
public sealed record FindingPlace(int? PageNumber, Box? Box, string? Expected, string? Actual)
{
    public int? TableOrdinal { get; init; }

    /// <summary>Counted from 0 over all pages of the table.</summary>
    public int? Row { get; init; }

    /// <summary>Counted from 0.</summary>
    public int? Column { get; init; }

    /// <summary>The sum that is missed.</summary>
    public string? CheckId { get; init; }
}
