using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Subjects;

namespace Extractor.Normalizing.Prose;

/// <summary>
/// All that the narrative states, in its order: what the rules know, then what its own words name, with the lines that print the same.
/// </summary>
internal static class NarrativeAmounts
{
    /// <summary>What a glossary defines and an organ's duties count is no figure of the document.</summary>
    private static bool IsSilent(string sectionKey) => sectionKey is "glossary" or "duties";

    /// <param name="known">What <see cref="StatedFigureReader"/> has read.</param>
    /// <param name="projects">Of the narrative: their amounts are theirs.</param>
    public static ImmutableArray<StatedFigure> Read(
        ExtractedDocument document, ImmutableArray<SectionMeaning> meanings, DocumentIdentity identity, ImmutableArray<StatedReading> known,
        ImmutableArray<ProseProjectList> projects, IReadOnlyList<LineDraft> lines, SubjectCatalogue subjects)
    {
        var places = known.Select(static reading => reading.Place).OfType<StatedPlace>().ToHashSet();
        var ofProjects = projects.SelectMany(static list => list.Projects)
            .SelectMany(static mention => new[] { mention.Amount, mention.Change }).Where(static figure => figure is not null)
            .Select(static figure => (figure!.PageNumber, figure.Box, figure.Printed)).ToHashSet();
        var ofFinalAccounts = identity.Kind == DocumentKind.DepartmentFinalAccounts;
        var reader = new NamedAmountReader(subjects, identity.FiscalYear, ofFinalAccounts);
        var named = document.Sections.Where((_, index) => !IsSilent(meanings[index].SectionKey)).SelectMany(section =>
            reader.Read(section, (place, figure) => places.Contains(place) || ofProjects.Contains(figure)));
        var bySubject = lines.Where(static draft => draft.Line is { SubjectCode: not null, Component: Component.Total })
            .ToLookup(static draft => draft.Line.SubjectCode!, StringComparer.Ordinal);
        var totals = lines.Where(static draft => draft.Line.RowRole == RowRole.Total || draft.Line.ItemKey is not null).ToList();
        return [.. known.Concat(named).OrderBy(static reading => reading.Place?.SectionOrdinal).ThenBy(static reading =>
            reading.Place?.Paragraph).ThenBy(static reading => reading.Place?.Start)
            .Select(reading => reading.Figure with { LineId = LineOf(reading)?.Line.LineId })];

        bool IsOfPhase(string key, BudgetLine line) => !ofFinalAccounts ||
            (line.Phase == Phase.Budget) == key.EndsWith(StatedFigureReader.BudgetSuffix, StringComparison.Ordinal);

        LineDraft? LineOf(StatedReading reading) => reading.Figure switch
        {
            { AmountYuan: null } => null,
            { SubjectCode: { } code } => bySubject[code].FirstOrDefault(draft => draft.Line.Period == reading.Figure.Period &&
                IsOfPhase(reading.Figure.FigureKey, draft.Line) && ProseChecks.IsSameAmount(reading, draft)),
            { LabelAsPrinted: not null } => null,
            _ => totals.Find(draft => ProseChecks.Agree(reading, draft, ofFinalAccounts)),
        };
    }
}
