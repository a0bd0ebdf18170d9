using System.Collections.Immutable;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;

namespace Extractor.Extracting.Sections;

/// <summary>The one state a page ends in, with its reason where there is one to tell.</summary>
public readonly record struct PageOutcome(PageState State, string? Reason);

/// <summary>What the narrative of a document yields.</summary>
/// <param name="PageOutcomes">One a page, in page order.</param>
/// <param name="TableContexts">For each table, by ordinal - 1: the headings it stands under, outermost first.</param>
public sealed record SectionReading(
    ImmutableArray<ExtractedSection> Sections,
    ImmutableArray<PageOutcome> PageOutcomes,
    ImmutableArray<ImmutableArray<string>> TableContexts,
    ImmutableArray<Finding> Findings);

/// <summary>From the lines outside tables to sections, page states and the headings above each table.</summary>
public static class SectionReader
{
    /// <param name="tableCount">How many tables the document has, joined.</param>
    public static SectionReading Read(IReadOnlyList<PageText> pages, int tableCount)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var outcomes = ImmutableArray.CreateBuilder<PageOutcome>(pages.Count);
        foreach (var page in pages)
        {
            outcomes.Add(new PageOutcome(OutcomeOf(page), page.Failure));
        }

        var contexts = ImmutableArray.CreateBuilder<ImmutableArray<string>>(tableCount);
        for (var table = 0; table < tableCount; table++)
        {
            contexts.Add([]);
        }

        return new SectionReading([], outcomes.MoveToImmutable(), contexts.MoveToImmutable(), []);
    }

    private static PageState OutcomeOf(PageText page)
    {
        if (page.Failure is not null)
        {
            return PageState.Failed;
        }

        var hasText = page.Lines.Any(static line => line.Role == LineRole.Text);
        if (!page.Tables.IsEmpty)
        {
            return hasText ? PageState.Mixed : PageState.Table;
        }

        if (hasText)
        {
            return PageState.Narrative;
        }

        return page.ImageCoverage > 0.5 ? PageState.NeedsOcr : PageState.Blank;
    }
}
