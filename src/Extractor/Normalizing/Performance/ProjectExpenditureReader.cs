using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Tables;

namespace Extractor.Normalizing.Performance;

/// <summary>The projects of a 项目支出表: the rows that its budget lines know as projects, with goal and description beside them.</summary>
internal static class ProjectExpenditureReader
{
    /// <param name="lines">Of this table alone, in its order.</param>
    public static ImmutableArray<ProjectMention> Read(ExtractedTable table, ImmutableArray<BudgetLine> lines, PerformanceMap map)
    {
        var grid = new FormGrid(table);
        var goal = ColumnOf(table, map, PerformanceRole.Goal);
        var content = ColumnOf(table, map, PerformanceRole.Content);
        var projects = ImmutableArray.CreateBuilder<ProjectMention>();
        if (!lines.Any(static line => line.Classification == Classification.Project && IsRow(line)))
        {
            // Projects are not what the rows of this table are.
            return [];
        }

        foreach (var row in lines.Where(static line => IsRow(line)).GroupBy(static line => line.Row))
        {
            // The widest fund is the whole of the row; its columns stand in the order of the table.
            var line = row.OrderBy(static line => line.Fund).ThenBy(static line => line.Column).First();
            if (line.SubjectNameAsPrinted is not { Length: > 0 } name)
            {
                continue;
            }

            var figure = FormFigures.Amount(grid.At(line.Row, line.Column), Amounts.AmountUnit.Find(line.UnitAsPrinted));
            projects.Add(new ProjectMention(
                new Project(
                    ProjectForm.WithoutCode(name), ProjectSource.ProjectExpenditure, line.AmountYuan, null, null,
                    TextAt(grid, line.Row, content), null, TextAt(grid, line.Row, goal), null, null, line.PageNumber, line.Box),
                table.Ordinal,
                table.TitleAsPrinted ?? table.NumberAsPrinted ?? string.Empty,
                figure,
                null,
                null,
                IsWholePeriod: false,
                IsForm: false));
        }

        return projects.ToImmutable();
    }

    /// <summary>A row of money for one thing. A name may begin with digits (12328电话运行维护费) and look like a code.</summary>
    private static bool IsRow(BudgetLine line) =>
        line is
        {
            Classification: not Classification.Unit, RowRole: RowRole.Detail, Period: Period.Current, Component: Component.Total
            or Component.Project, ItemKey: null
        };

    private static int? ColumnOf(ExtractedTable table, PerformanceMap map, PerformanceRole role)
    {
        for (var column = 0; column < table.ColumnHeaderPaths.Length; column++)
        {
            if (table.ColumnHeaderPaths[column].Split(" / ").Any(heading => map.Column(heading) == role))
            {
                return column;
            }
        }

        return null;
    }

    private static string? TextAt(FormGrid grid, int row, int? column) =>
        column is not null && grid.At(row, column.Value) is { Text.Length: > 0 } cell ? cell.Text : null;
}
