using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extractor.Model.Documents;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Identity;

/// <summary>How a document begins: its cover, or the title over its first text.</summary>
/// <param name="Lines">From the top of the page to the contents, the first heading, or the body.</param>
/// <param name="Headline">The lines in the largest type, joined; empty where the opening has none.</param>
internal sealed partial record Opening(int PageNumber, ImmutableArray<ExtractedLine> Lines, string Headline)
{
    private const int LongestOpening = 14;

    /// <summary>The openings of the first pages that have text: where the cover is a picture, the title stands on the next page.</summary>
    public static ImmutableArray<Opening> Of(ExtractedDocument document)
    {
        var openings = ImmutableArray.CreateBuilder<Opening>();
        foreach (var page in document.Pages.Where(static page => page.Number <= 4 && !page.Lines.IsEmpty).Take(3))
        {
            var lines = Take(page.Lines);
            if (!lines.IsEmpty)
            {
                openings.Add(new Opening(page.Number, lines, HeadlineOf(lines)));
            }
        }

        return openings.ToImmutable();
    }

    private static ImmutableArray<ExtractedLine> Take(ImmutableArray<ExtractedLine> lines)
    {
        var taken = ImmutableArray.CreateBuilder<ExtractedLine>();
        var largest = 0f;
        foreach (var line in lines.Take(LongestOpening))
        {
            var folded = FoldedText.Of(line.Text);
            if (End().IsMatch(folded) || (taken.Count > 0 && folded.Length > 30 && line.FontSize < 0.85f * largest) || folded.Length > 75)
            {
                break;
            }

            if (!Aside().IsMatch(folded) && folded.Length > 0)
            {
                taken.Add(line);
                largest = Math.Max(largest, line.FontSize);
            }
        }

        return taken.ToImmutable();
    }

    private static string HeadlineOf(ImmutableArray<ExtractedLine> lines)
    {
        var titles = lines.Where(static line => Ideographs().Count(line.Text) >= 4).ToList();
        if (titles.Count == 0)
        {
            return "";
        }

        var largest = titles.Max(static line => line.FontSize);
        var block = lines.SkipWhile(line => !IsLarge(line)).TakeWhile(IsLarge);
        bool IsLarge(ExtractedLine line) => line.FontSize >= 0.93f * largest && line.FontSize <= 1.07f * largest;
        var text = new PrintedText(block.Select(static line => line.Text));
        return text.Length <= 120 ? text.Printed(0, text.Length) : "";
    }

    [GeneratedRegex(@"[\u4e00-\u9fff]", RegexOptions.CultureInvariant)]
    private static partial Regex Ideographs();

    /// <summary>Where an opening ends: contents, a part, a numbered heading.</summary>
    [GeneratedRegex(@"^(?:目录?次?$|目录|第[一1]部分|一[、.．]|1[、.．](?!.*20\d\d年.*[预决]算)|\([一1]\)|概况$|.{0,4}说明:)", RegexOptions.CultureInvariant)]
    private static partial Regex End();

    /// <summary>What stands on covers and belongs to no title: 附件2, page numbers, dates, numbers of forms.</summary>
    [GeneratedRegex(@"^(?:附件[一二三四五六七八九十\d-]*:?|附[:：]?|-?\d{1,4}-?|20\d\d年\d{1,2}月(?:\d{1,2}日)?|[二〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月.*|" +
        @"\(公开\)|(?:单位|部门|预算)?(?:编码|代码):?\d*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Aside();
}
