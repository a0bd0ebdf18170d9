using System.Collections.Immutable;
using Extractor.Model.Documents;

namespace Extractor.Extracting.Sections;

/// <summary>The one state a page ends in, with its reason where there is one to tell.</summary>
public readonly record struct PageOutcome(PageState State, string? Reason);

/// <summary>What the narrative of a document yields.</summary>
/// <param name="PageOutcomes">One a page, in page order.</param>
/// <param name="ContentsLines">For each page, in page order, its lines that belong to a contents list; they are in no section.</param>
/// <param name="TableContexts">For each table, by ordinal - 1: the headings it stands under, outermost first.</param>
public sealed record SectionReading(
    ImmutableArray<ExtractedSection> Sections,
    ImmutableArray<PageOutcome> PageOutcomes,
    ImmutableArray<ImmutableArray<string>> ContentsLines,
    ImmutableArray<ImmutableArray<string>> TableContexts);

/// <summary>From the lines outside tables to sections, page states and the headings above each table.</summary>
public static class SectionReader
{
    /// <param name="tableCount">How many tables the document has, joined.</param>
    public static SectionReading Read(IReadOnlyList<PageText> pages, int tableCount)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var contents = ContentsList.Read(pages);
        ImmutableArray<PageOutcome> outcomes = [.. pages.Select(page => PageStateReader.Read(page, contents))];
        var flow = RunInHeadings.Part(FlowReader.Read(pages, contents));
        var outline = OutlineReader.Read(flow, contents, tableCount);
        return new SectionReading(outline.Sections, outcomes, [.. pages.Select(contents.LinesOn)], outline.TableContexts);
    }
}
