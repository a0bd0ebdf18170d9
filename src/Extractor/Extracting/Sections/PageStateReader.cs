using Extractor.Model.Documents;

namespace Extractor.Extracting.Sections;

/// <summary>Puts a page into exactly one state.</summary>
internal static class PageStateReader
{
    /// <summary>More characters of prose than this beside a table make a page mixed.</summary>
    private const int ProseCharacters = 60;

    public static PageOutcome Read(PageText page, ContentsList contents)
    {
        if (page.Failure is not null)
        {
            return new PageOutcome(PageState.Failed, page.Failure);
        }

        var layer = new TextLayerOfPage(page.VisibleGlyphCount, page.UnmappedGlyphCount, page.ImageCoverage);
        if (layer.WhyUnreadable is { } unreadable)
        {
            return new PageOutcome(PageState.NeedsOcr, unreadable);
        }

        if (page.VisibleGlyphCount == 0)
        {
            return new PageOutcome(PageState.Blank, null);
        }

        var reason = page.Faults.IsEmpty ? null : string.Join(" ", page.Faults);
        if (page.Tables.IsEmpty)
        {
            return new PageOutcome(contents.IsWhole(page) ? PageState.Contents : PageState.Narrative, reason);
        }

        var prose = 0;
        foreach (var line in page.Lines)
        {
            prose += line.Role == LineRole.Text ? line.Line.Text.Length : 0;
        }

        if (prose > ProseCharacters)
        {
            return new PageOutcome(PageState.Mixed, reason);
        }

        foreach (var table in page.Tables)
        {
            if (!table.DeclaredEmpty)
            {
                return new PageOutcome(PageState.Table, reason);
            }
        }

        return new PageOutcome(PageState.DeclaredEmpty, reason ?? "The document says that the table has no figures.");
    }
}
