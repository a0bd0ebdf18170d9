using System.Collections.Immutable;
using Extractor.Model.Budget;

namespace Extractor.Model.Reference;

/// <summary>A subject (科目) as one edition of the national classification has it: a row of <c>subjects</c>.</summary>
/// <param name="SuccessorCode">The code that the same name has in the next edition, where this one ends; null where none has it.</param>
public sealed record SubjectOfEdition(
    Classification Classification,
    string Code,
    string Edition,
    string Name,
    SubjectLevel Level,
    string? ParentCode,
    bool IsDocumented,
    string? SuccessorCode);

/// <summary>An administrative division of GB/T 2260: a row of <c>divisions</c>.</summary>
/// <param name="Level">province, prefecture or county.</param>
/// <param name="ValidFrom">Year of the first edition that lists it; null where that is not known.</param>
/// <param name="ValidTo">Year of the last edition that lists it; null where it is in force, or that is not known.</param>
/// <param name="SuccessorCodes">Of a withdrawn code: those that have its place now.</param>
public sealed record DivisionOfStandard(
    string Code,
    string Name,
    string Level,
    string? ParentCode,
    bool IsInForce,
    int? ValidFrom,
    int? ValidTo,
    ImmutableArray<string> SuccessorCodes);

/// <summary>
/// One department follows another in the same place (机构改革): a reviewed row of <c>pipelines/organisations/changes.csv</c>.
/// </summary>
/// <param name="Before">Name without its place: 安全生产监督管理局.</param>
/// <param name="Kind">renamed, reorganised, merged, or absorbed by one that goes on under its name.</param>
/// <param name="DivisionPrefix">Digits that the codes of its places begin with; empty for all.</param>
/// <param name="FirstYear">In which the new name may first stand on a document.</param>
/// <param name="LastYear">In which the old one may last.</param>
/// <param name="Source">Of <c>sources.csv</c>.</param>
public sealed record OrganisationChange(
    string Before,
    string After,
    string Kind,
    string DivisionPrefix,
    int FirstYear,
    int LastYear,
    string Source);
