using Extractor.Model.Budget;
using Extractor.Model.Tables;
using Extractor.Normalizing;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Performance;

namespace Extractor.Tests.Normalizing.Performance;

/// <summary>Reads typed performance tables, and writes what was read as one line each.</summary>
internal static class PerformanceForms
{
    public static PerformanceTable Read(string text, ProjectSource source = ProjectSource.KeyProjects, string? title = null,
        string? unit = "万元") =>
        Read(TextTable.Parse(text, title, unit), source, unit);

    public static PerformanceTable Read(ExtractedTable table, ProjectSource source = ProjectSource.KeyProjects, string? unit = "万元") =>
        PerformanceTableReader.Read(table, source, AmountUnit.Find(unit), ReferenceData.Load().Performance);

    public static IEnumerable<string> Indicators(this PerformanceTable table) =>
        table.Indicators.Select(static row => $"{row.ProjectName}: {row.Level1} / {row.Level2} / {row.Level3} = " +
            $"{row.TargetValue}{(row.ActualValue is null ? null : $" ({row.ActualValue})")}");

    public static IEnumerable<string> Projects(this PerformanceTable table) =>
        table.Projects.Select(static mention =>
            FormattableString.Invariant($"{mention.Project.ProjectName} {mention.Project.AmountYuan:0.##}"));

    /// <summary>Rows from <paramref name="firstRow"/> on stand on the page after; cells that span the edge have a part on both.</summary>
    public static ExtractedTable CutBefore(this ExtractedTable table, int firstRow) => table with
    {
        PageLast = table.PageFirst + 1,
        Cells =
        [
            .. table.Cells.Select(cell => cell.Row >= firstRow
                ? cell with { Parts = [cell.Parts[0] with { PageNumber = table.PageFirst + 1 }] }
                : cell.Row + cell.RowSpan > firstRow
                    ? cell with { Parts = [cell.Parts[0], cell.Parts[0] with { PageNumber = table.PageFirst + 1 }] }
                    : cell),
        ],
    };
}
