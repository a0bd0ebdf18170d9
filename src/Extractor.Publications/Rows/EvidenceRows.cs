using Extractor.Model.Layout;

namespace Extractor.Publications.Rows;

/// <summary>A check.</summary>
public sealed record CheckRow(
    string CheckId,
    string DocumentId,
    string Rule,
    decimal ExpectedYuan,
    decimal ActualYuan,
    decimal DifferenceYuan,
    decimal ToleranceYuan,
    string Outcome,
    string? Reason) : IDatasetRow
{
    public static string Dataset => "checks";
}

/// <summary>A line that takes part in a check; the first one of a check is the figure that was expected.</summary>
public sealed record CheckMemberRow(
    string CheckId,
    string LineId,
    string DocumentId) : IDatasetRow
{
    public static string Dataset => "check_members";
}

/// <summary>What a person should know.</summary>
public sealed record FindingRow(
    string FindingId,
    string DocumentId,
    string Rule,
    string Severity,
    string MessageZh,
    string MessageEn,
    int? PageNumber,
    double? BoxLeft,
    double? BoxTop,
    double? BoxRight,
    double? BoxBottom,
    string? Expected,
    string? Actual,
    int Places) : IDatasetRow
{
    public static string Dataset => "findings";

    public Box? Box => BoxLeft is { } left ? new Box(left, BoxTop ?? 0, BoxRight ?? 0, BoxBottom ?? 0) : null;
}

/// <summary>One place at which a finding shows.</summary>
public sealed record FindingPlaceRow(
    string FindingId,
    string DocumentId,
    int Place,
    int? PageNumber,
    double? BoxLeft,
    double? BoxTop,
    double? BoxRight,
    double? BoxBottom,
    string? TableId,
    int? RowIndex,
    int? ColumnIndex,
    string? CheckId,
    string? Expected,
    string? Actual) : IDatasetRow
{
    public static string Dataset => "finding_places";

    public Box? Box => BoxLeft is { } left ? new Box(left, BoxTop ?? 0, BoxRight ?? 0, BoxBottom ?? 0) : null;
}

/// <summary>What became of everything printed on a page.</summary>
public sealed record PageLedgerRow(
    string DocumentId,
    int PageNumber,
    int AmountsPrinted,
    int AmountsInLines,
    int AmountsInProjects,
    int AmountsInIndicators,
    int AmountsInStatedFigures,
    int AmountsInCellsOnly,
    int AmountsInTextOnly,
    int AmountsInKnownTablesOnly,
    int AmountsAsLabels,
    int AmountsLost,
    string? AmountsCause,
    int CharactersPrinted,
    int CharactersInSections,
    int CharactersInTables,
    int CharactersRunning,
    int CharactersLost,
    string? CharactersCause) : IDatasetRow
{
    public static string Dataset => "page_ledger";
}
