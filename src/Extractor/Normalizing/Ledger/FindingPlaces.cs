using System.Globalization;
using Extractor.Model.Budget;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;

namespace Extractor.Normalizing.Ledger;

/// <summary>Where findings show.</summary>
internal static class FindingPlaces
{
    public static FindingPlace Of(TableCell cell, ExtractedTable table, string? expected, string? actual) =>
        new(cell.Parts[0].PageNumber, cell.Parts[0].Box.Rounded(), expected, actual)
        {
            TableOrdinal = table.Ordinal,
            Row = cell.Row,
            Column = cell.Column,
        };

    public static FindingPlace Of(BudgetLine line, string? expected, string? actual, string? checkId = null) =>
        new(line.PageNumber, line.Box, expected, actual)
        {
            TableOrdinal = line.TableOrdinal,
            Row = line.Row,
            Column = line.Column,
            CheckId = checkId,
        };

    /// <summary>
    /// A table as the cause of findings. Its page and title, not its number in the document, which changes when a table before
    /// it is found.
    /// </summary>
    public static string CauseOf(ExtractedTable table) => string.Create(CultureInfo.InvariantCulture,
        $"{table.PageFirst} {table.NumberAsPrinted} {table.TitleAsPrinted}");
}
