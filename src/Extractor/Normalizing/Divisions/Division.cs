using System.Collections.Immutable;

namespace Extractor.Normalizing.Divisions;

/// <summary>The three levels of GB/T 2260.</summary>
public enum DivisionLevel
{
    /// <summary>省、自治区、直辖市.</summary>
    Province,

    /// <summary>地级市、地区、自治州、盟.</summary>
    Prefecture,

    /// <summary>市辖区、县、县级市、旗.</summary>
    County,
}

/// <summary>An administrative division with its code of GB/T 2260.</summary>
/// <param name="Code">Six digits.</param>
/// <param name="Name">With its kind: 深圳市, 龙岗区.</param>
/// <param name="ParentCode">Of the level above in fact (a province for 469001 五指山市); null for a province.</param>
/// <param name="IsInForce">False for a code that was withdrawn; documents of its time still print its name.</param>
public sealed record Division(string Code, string Name, DivisionLevel Level, string? ParentCode, bool IsInForce)
{
    /// <summary>市辖区: 01 to 20 below a city; 县 and 旗 begin at 21, 县级市 at 81.</summary>
    internal bool IsDistrict => Level == DivisionLevel.County && string.CompareOrdinal(Code, 4, "20", 0, 2) <= 0;

    /// <summary>Of a withdrawn code: those that have its place now.</summary>
    public ImmutableArray<string> SuccessorCodes { get; init; } = [];

    /// <summary>Year of the first edition that lists the code; null where that is not known.</summary>
    public int? ValidFrom { get; init; }

    /// <summary>Year of the last edition that lists it; null where it is in force, or that is not known.</summary>
    public int? ValidTo { get; init; }
}
