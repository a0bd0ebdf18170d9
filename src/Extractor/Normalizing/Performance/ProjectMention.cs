using Extractor.Model.Budget;
using Extractor.Model.Layout;
using Extractor.Normalizing.Ledger;

namespace Extractor.Normalizing.Performance;

/// <summary>A figure as printed in a performance table.</summary>
/// <param name="Value">In the printed unit.</param>
/// <param name="UnitYuan">What the printed unit is worth; 0 where none is known.</param>
internal sealed record FormFigure(string Printed, decimal Value, int Decimals, decimal UnitYuan, int PageNumber, Box Box)
{
    /// <summary>Null where no unit is known.</summary>
    public decimal? Yuan => UnitYuan == 0 ? null : Value * UnitYuan;

    /// <summary>Half a unit of the last printed place, in yuan.</summary>
    public decimal HalfPlaceYuan => UnitYuan * PrintedPrecision.HalfPlace(Decimals);
}

/// <summary>A project as a document mentions it, with the figures behind it for the checks.</summary>
/// <param name="TableOrdinal">0 in prose.</param>
/// <param name="Place">Title of the table or heading of the section, for messages.</param>
/// <param name="IsWholePeriod">The amount is that of all years of the project.</param>
/// <param name="IsForm">The project has a form of its own, with its whole money on it.</param>
/// <param name="Change">Against the year before, as prose states it; its value has no sign.</param>
internal sealed record ProjectMention(
    Project Project,
    int TableOrdinal,
    string Place,
    FormFigure? Amount,
    FormFigure? Executed,
    FormFigure? Rate,
    bool IsWholePeriod,
    bool IsForm,
    FormFigure? Change = null);
