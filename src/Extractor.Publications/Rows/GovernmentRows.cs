namespace Extractor.Publications.Rows;

/// <summary>Debt of a place at the end of a year, general or special, limit or balance.</summary>
public sealed record FactGovernmentDebtRow(
    string DocumentId,
    string? PlaceCode,
    string? PlaceName,
    string? GovernmentLevel,
    int AmountYear,
    string Category,
    string Measure,
    string Phase,
    decimal AmountYuan,
    string LineId) : IDatasetRow
{
    public static string Dataset => "fact_government_debt";
}
