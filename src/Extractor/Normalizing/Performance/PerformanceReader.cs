using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Layout;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Checks;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Maps;
using Extractor.Normalizing.Prose;

namespace Extractor.Normalizing.Performance;

/// <summary>Projects and indicators of one document.</summary>
internal sealed record PerformanceReading(ImmutableArray<Project> Projects, ImmutableArray<PerformanceIndicator> Indicators);

/// <summary>Reads the projects (项目) and performance indicators (绩效指标) of a document, in prose and in tables.</summary>
internal sealed class PerformanceReader(PerformanceMap map, HeadingMaps headings)
{
    /// <param name="tables">The meaning of the document's tables, in their order.</param>
    /// <param name="prose">The projects that the narrative lists.</param>
    /// <param name="lines">The document's budget lines, which know the projects of 项目支出表.</param>
    /// <param name="ledger">Gets the lines of self-evaluations and of the sums of a department's tasks, their sums, and what
    /// contradicts itself.</param>
    public PerformanceReading Read(
        ExtractedDocument document,
        DocumentIdentity identity,
        ImmutableArray<TableMeaning> tables,
        ImmutableArray<ProseProjectList> prose,
        ImmutableArray<BudgetLine> lines,
        DocumentLedger ledger)
    {
        var mentions = ImmutableArray.CreateBuilder<ProjectMention>();
        var earlier = ledger.Checks.Count;
        var ownLines = ImmutableArray.CreateBuilder<LineDraft>();
        var lists = ImmutableArray.CreateBuilder<PerformanceTable>();
        mentions.AddRange(prose.SelectMany(static list => list.Projects));
        for (var index = 0; index < document.Tables.Length; index++)
        {
            var table = document.Tables[index];
            var projects = headings.Kinds[tables[index].Key].Projects;
            if (projects == ProjectSource.ProjectExpenditure)
            {
                mentions.AddRange(ProjectExpenditureReader.Read(table, [.. lines.Where(line => line.TableOrdinal == table.Ordinal)], map));
            }
            else if (projects is { } source)
            {
                var unit = AmountUnit.Find(tables[index].UnitAsPrinted);
                var read = PerformanceTableReader.Read(table, source, unit, map);
                mentions.AddRange(read.Projects);
                ownLines.AddRange(PerformanceLines.Of(document.File.Id, read, tables[index].Key, unit, headings, ledger.Checks));
                lists.Add(read);
            }
        }

        ledger.Add(ownLines);
        var messages = new CheckFindings(document.Tables);
        var all = mentions.ToImmutable();
        ledger.Findings.AddRange(
        [
            .. ledger.Checks.FailingFrom(earlier).Select(messages.Missed),
            .. PerformanceChecks.Run(all, lists.ToImmutable(), prose),
            .. ProjectFindings.Run(all),
            .. lists.SelectMany(list => new FormFindings(list, identity, map).Run()),
            .. lists.Where(static list => list.Source == ProjectSource.SelfEvaluation).SelectMany(list =>
                new ScoreFindings(list.Table, map).Run()),
        ]);
        var byPlace = lines.Concat(ownLines.Select(static draft => draft.Line))
            .ToLookup(static line => (line.PageNumber, line.Box, line.AmountYuan));
        return new PerformanceReading(
            [.. all.Select(mention => WithLine(document.File.Id, mention.Project, byPlace))],
            [.. lists.SelectMany(static list => list.Indicators).Select(indicator => WithParts(document.File.Id, indicator))]);
    }

    /// <summary>By name alone: one name in prose, in a list and on a form of its own is one project of the document.</summary>
    private static string ProjectIdOf(DocumentId document, string name) => StableId.Of([document.Value, "project", FoldedText.Of(name)]);

    /// <summary>The line of a project is the one that stands in its place with its amount.</summary>
    private static Project WithLine(DocumentId document, Project project,
        ILookup<(int PageNumber, Box Box, decimal Yuan), BudgetLine> byPlace)
    {
        var line = project.AmountYuan is { } yuan ? byPlace[(project.PageNumber, project.Box, yuan)].FirstOrDefault() : null;
        return project with
        {
            ProjectId = ProjectIdOf(document, project.ProjectName),
            UnitName = line?.UnitName,
            LineId = line?.LineId,
        };
    }

    private PerformanceIndicator WithParts(DocumentId document, PerformanceIndicator indicator)
    {
        var target = IndicatorTarget.Read(indicator.TargetValue, indicator.Unit);
        return indicator with
        {
            ProjectId = indicator.ProjectName is { } name ? ProjectIdOf(document, name) : null,
            Level1 = indicator.Level1 is { } printed ? map.UsualLevel(printed) : null,
            Level1AsPrinted = indicator.Level1,
            TargetOperator = target.Operator,
            TargetNumber = target.Number,
            TargetUnit = target.Unit,
        };
    }
}
