using System.Collections.Immutable;
using Extractor.Model.Documents;

namespace Extractor.Extracting;

/// <summary>What the states of its pages make of a document.</summary>
internal static class StatusOfPages
{
    private const int ListedPages = 20;

    public static (DocumentStatus Status, string? Reason) Of(ImmutableArray<ExtractedPage> pages)
    {
        var failed = new List<int>();
        var scanned = new List<int>();
        var usable = 0;
        foreach (var page in pages)
        {
            switch (page.State)
            {
                case PageState.Failed:
                    failed.Add(page.Number);
                    break;
                case PageState.NeedsOcr:
                    scanned.Add(page.Number);
                    break;
                case PageState.Blank:
                    break;
                default:
                    usable++;
                    break;
            }
        }

        if (failed.Count == 0 && scanned.Count == 0)
        {
            return usable > 0
                ? (DocumentStatus.Complete, null)
                : (DocumentStatus.Quarantined, "Every page is blank. Look at the file; ask the publisher for another copy.");
        }

        var reasons = new List<string>(2);
        if (failed.Count > 0)
        {
            reasons.Add($"{PagesOf(failed)} could not be read: {pages[failed[0] - 1].StateReason}");
        }

        if (scanned.Count > 0)
        {
            reasons.Add($"{PagesOf(scanned)} {(scanned.Count == 1 ? "is an image" : "are images")} without text and " +
                $"{(scanned.Count == 1 ? "needs" : "need")} OCR.");
        }

        var reason = string.Join(" ", reasons);
        return usable > 0 || scanned.Count > 0 ? (DocumentStatus.Partial, reason) : (DocumentStatus.Quarantined, reason);
    }

    public static TextLayer TextLayerOf(IReadOnlyList<PageText> texts, ImmutableArray<ExtractedPage> pages)
    {
        int digital = 0, scanned = 0;
        for (var index = 0; index < texts.Count; index++)
        {
            if (pages[index].State == PageState.NeedsOcr)
            {
                scanned++;
            }
            else if (texts[index].VisibleGlyphCount > 0)
            {
                digital++;
            }
        }

        if (scanned > 0)
        {
            return digital > 0 ? TextLayer.Mixed : TextLayer.Scanned;
        }

        return digital > 0 ? TextLayer.Digital : TextLayer.None;
    }

    private static string PagesOf(List<int> numbers)
    {
        var listed = string.Join(", ", numbers.Take(ListedPages));
        return numbers.Count == 1 ? $"Page {listed}" : $"Pages {listed}{(numbers.Count > ListedPages ? ", …" : string.Empty)}";
    }
}
