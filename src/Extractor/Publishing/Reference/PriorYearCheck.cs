namespace Extractor.Publishing.Reference;

/// <summary>What a disclosure states of the year before, against what was disclosed then: a row of <c>prior_year_checks</c>.</summary>
/// <param name="Now">Whose column of the year before it is.</param>
/// <param name="Then">Of the same organisation, or of the one that it follows.</param>
/// <param name="Item">The words that tell the row within its fact.</param>
/// <param name="ToleranceYuan">What the rounding of both figures may hide.</param>
internal sealed record PriorYearCheck(
    CountedDisclosure Now,
    CountedDisclosure Then,
    string Fact,
    string Item,
    string FactKey,
    string PriorFactKey,
    decimal StatedYuan,
    decimal PublishedThenYuan,
    decimal ToleranceYuan)
{
    public decimal DifferenceYuan => StatedYuan - PublishedThenYuan;

    public PriorYearOutcome Outcome => Math.Abs(DifferenceYuan) <= ToleranceYuan ? PriorYearOutcome.Equal : PriorYearOutcome.Restated;
}

/// <summary>How the year before is told a year later.</summary>
internal enum PriorYearOutcome
{
    /// <summary>As it was published, within the rounding.</summary>
    Equal,

    /// <summary>With another figure.</summary>
    Restated,
}

/// <summary>A disclosure whose money the facts count.</summary>
internal sealed record CountedDisclosure(
    string DisclosureId,
    string OrganisationId,
    string? DivisionCode,
    string? DivisionName,
    string? DepartmentName,
    int FiscalYear,
    string Phase,
    string? Scope);
