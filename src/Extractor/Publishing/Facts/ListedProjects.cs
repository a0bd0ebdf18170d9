using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Tables;

namespace Extractor.Publishing.Facts;

/// <summary>
/// The projects (项目) of a document, each once. One place of the document counts their money: the table of projects, else the forms
/// of single projects, else prose. What other places say of a project that is not there is told and not counted: it may be a part
/// of another. Where the forms of single projects state more than 项目支出 of the document, they speak of other money too (several
/// years, 转移支付 to places below): then none of them counts.
/// </summary>
internal static class ListedProjects
{
    public const string Fact = "fact_project";

    /// <summary>Tasks of the whole department (整体绩效) hold basic expenditure too, so that they count nowhere.</summary>
    private static readonly ImmutableArray<ProjectSource> Counting =
        [ProjectSource.ProjectExpenditure, ProjectSource.KeyProjects, ProjectSource.SelfEvaluation, ProjectSource.Prose];

    /// <param name="expenditure">项目支出 of the document: the total of projects that stand in no table, or in one that prints none.</param>
    public static (ImmutableArray<ProjectExpenditure> Rows, ImmutableArray<Reconciliation> Sums) Of(
        NormalizedDocument document, ImmutableArray<BudgetLine> lines, Traced? expenditure)
    {
        var list = lines.Where(static line => line.TableKey == TableKey.ProjectExpenditure).ToList();
        var (table, fund) = PrintedTotals.WidestFunds.Select(fund => (Table: CountedTable.Of(list, Component.Total, fund,
            static line => line.Classification == Classification.Project && line.ItemKey is null), Fund: fund))
            .FirstOrDefault(static way => way.Table is not null);
        var counted = table?.Rows.ToDictionary(static line => line.LineId, StringComparer.Ordinal) ?? [];
        var source = Counting.Where(source => document.Projects.Any(project => project.Source == source
            && (source == ProjectSource.ProjectExpenditure ? counted.ContainsKey(project.LineId ?? string.Empty)
                : project.AmountYuan is not null))).Select(static source => (ProjectSource?)source).FirstOrDefault();
        ImmutableArray<ProjectExpenditure> rows = [.. document.Projects.GroupBy(static project => project.ProjectId)
            .Select(mentions => RowOf([.. mentions], source, counted) with
            {
                Fund = source == ProjectSource.ProjectExpenditure ? fund : Fund.All,
            })];
        var printed = (source == ProjectSource.ProjectExpenditure ? table?.Printed : null) ?? expenditure;
        var tolerance = printed is null ? 0
            : rows.Sum(static row => row.Counted.RoundingYuan) + printed.RoundingYuan;
        if (source != ProjectSource.ProjectExpenditure && SumOf(rows) > (printed?.Yuan ?? 0) + tolerance)
        {
            rows = [.. rows.Select(static row => row with { Total = null, ExecutedYuan = null })];
        }

        return rows.IsEmpty && printed is null or { Yuan: 0 } ? (rows, [])
            : (rows, [new Reconciliation(Fact, "total_yuan", printed, SumOf(rows), tolerance) { Projects = ListOf(source) }]);
    }

    private static ProjectList ListOf(ProjectSource? source) => source switch
    {
        null => ProjectList.None,
        ProjectSource.ProjectExpenditure => ProjectList.Table,
        ProjectSource.Prose => ProjectList.Prose,
        _ => ProjectList.SingleForms,
    };

    private static decimal SumOf(ImmutableArray<ProjectExpenditure> rows) => rows.Sum(static row => row.Total?.Yuan ?? 0);

    private static ProjectExpenditure RowOf(ImmutableArray<Project> mentions, ProjectSource? source,
        Dictionary<string, BudgetLine> counted)
    {
        var units = mentions.Select(static mention => mention.UnitName).OfType<string>().Distinct().Take(2).ToList();
        var stated = mentions.FirstOrDefault(static mention => mention.AmountYuan is not null);
        var total = TotalOf(mentions, source, counted);
        return new ProjectExpenditure(
            mentions[0].ProjectId,
            mentions[0].ProjectName,
            units is [var only] ? only : null,
            [.. mentions.Select(static mention => mention.Source).Distinct().Order()],
            total,
            total is null ? null : mentions.Select(static mention => mention.ExecutedYuan).FirstOrDefault(static yuan => yuan is not null),
            (stated ?? mentions[0]).PageNumber);
    }

    /// <summary>A table prints a project in several rows (units, functions); a form that mentions it twice says the same twice.</summary>
    private static Traced? TotalOf(ImmutableArray<Project> mentions, ProjectSource? source, Dictionary<string, BudgetLine> counted) =>
        source == ProjectSource.ProjectExpenditure
            ? Traced.Sum(mentions.Select(mention => mention.LineId is { } id ? counted.GetValueOrDefault(id) : null)
                .OfType<BudgetLine>().Select(Traced.Of))
            : mentions.Where(mention => mention.Source == source).Select(static mention => mention.AmountYuan)
                .FirstOrDefault(static yuan => yuan is not null) is { } yuan ? new Traced(yuan, []) : null;
}
