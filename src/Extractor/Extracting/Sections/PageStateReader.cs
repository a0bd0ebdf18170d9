using Extractor.Model.Documents;

namespace Extractor.Extracting.Sections;

/// <summary>Puts a page into exactly one state.</summary>
internal static class PageStateReader
{
    /// <summary>A page with images over this share of it, and next to no text, is a picture of a page.</summary>
    private const double ScannedCoverage = 0.5;

    /// <summary>An image smaller than this is an ornament.</summary>
    private const double OrnamentCoverage = 0.02;

    /// <summary>A scanner's own stamp or a page number; more glyphs are a text layer.</summary>
    private const int ScannedGlyphs = 20;

    /// <summary>More characters of prose than this beside a table make a page mixed.</summary>
    private const int ProseCharacters = 60;

    public static PageOutcome Read(PageText page, ContentsList contents)
    {
        if (page.Failure is not null)
        {
            return new PageOutcome(PageState.Failed, page.Failure);
        }

        if (page.VisibleGlyphCount <= ScannedGlyphs && page.ImageCoverage >= ScannedCoverage)
        {
            return new PageOutcome(PageState.NeedsOcr, "The page is an image without a text layer.");
        }

        if (page.VisibleGlyphCount == 0)
        {
            return page.ImageCoverage > OrnamentCoverage
                ? new PageOutcome(PageState.NeedsOcr, "The page holds only images.")
                : new PageOutcome(PageState.Blank, null);
        }

        if (page.UnmappedGlyphCount * 3 > page.VisibleGlyphCount)
        {
            return new PageOutcome(
                PageState.NeedsOcr,
                $"{page.UnmappedGlyphCount} of {page.VisibleGlyphCount} glyphs have no Unicode value in the file.");
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
