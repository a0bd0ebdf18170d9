using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Extractor.Fetching.Harvesting;

namespace Extractor.Fetching.Pages;

/// <summary>The text of an article (正文): where the system marks it, or below the article's title.</summary>
public sealed partial class HtmlPage
{
    /// <summary>Characters; less is no title of an article.</summary>
    private const int LeastOfATitle = 6;

    /// <summary>Characters beside a title that make the element around both the article; a line of day and source has fewer.</summary>
    private const int LeastOfAText = 80;

    /// <summary>Characters; a block with more is no line that only leads to a neighbour.</summary>
    private const int MostOfANeighbour = 120;

    /// <summary>Whether the page tells where the text of its article stands.</summary>
    public bool MarksItsBody => bodies.Value.Count > 0;

    private bool IsInBody(IElement element) => bodies.Value.Any(body => body.Contains(element)) && (!isBelowTitle || !IsBeside(element));

    /// <summary>By the selectors of <c>links.csv</c>; where none fits, what stands around the title that the page's head has.</summary>
    private IReadOnlyList<IElement> FindBodies()
    {
        var marked = document.QuerySelectorAll(LinkWords.Bodies);
        if (marked.Length > 0)
        {
            return [.. marked];
        }

        var title = Statement("ArticleTitle") ?? Title;
        var shown = document.QuerySelectorAll("h1, h2, h3, h4, [class*=title i], [id*=title i]").FirstOrDefault(element =>
            Fold(element.TextContent) is { Length: >= LeastOfATitle } text && title.Contains(text, StringComparison.Ordinal));
        var around = shown?.ParentElement;
        while (around is { LocalName: not "body" } && !HoldsMore(around, shown!))
        {
            around = around.ParentElement;
        }

        isBelowTitle = around is { LocalName: not "body" };
        return isBelowTitle ? [around!] : [];

        bool HoldsMore(IElement around, IElement title) =>
            Fold(around.TextContent).Length >= Fold(title.TextContent).Length + LeastOfAText
            || around.QuerySelectorAll("a, img, iframe, embed, object, table").Any(element => element.LocalName switch
            {
                "a" => AddressOf(element) is { } link && Fold(element.TextContent) is var text && (LinkWords.Say(LinkWordList.Subject, text)
                    || AttachmentLinks.IsAttachment(link, text) || AttachmentLinks.IsDownload(link)),
                "img" => SourcesOf(element).Select(Absolute).OfType<Uri>().Any(IsOfTheArticle),
                _ => true,
            });
    }

    /// <summary>
    /// The whole title of an article of which the head has a part: the one line, outside of links, that has the part and says whose and of
    /// which year it is. Null where none does, or several do.
    /// </summary>
    public string? ShownTitle(string part) => document.All.Where(static element => element.ChildElementCount == 0
            && element.LocalName is not ("script" or "style" or "title") && element.Closest("a") is null)
        .Select(static element => Fold(element.TextContent))
        .Where(text => text.Length <= MostOfANeighbour && text.Contains(part, StringComparison.Ordinal) && LinkReading.IsWhole(text))
        .Distinct(StringComparer.Ordinal).Take(2).ToList() is [var only] ? only : null;

    /// <summary>Under 相关链接, after 上一篇, beside 扫一扫.</summary>
    private bool IsBeside(IElement element)
    {
        if (labels.Value.IsAside(element))
        {
            return true;
        }

        var block = element;
        for (var depth = 0; depth < DepthOfPlace && block is not null && !bodies.Value.Contains(block); depth++)
        {
            var text = Fold(block.TextContent);
            if (text.Length > MostOfANeighbour)
            {
                return false;
            }

            if (LinkWords.Say(LinkWordList.Neighbour, text)
                || LinkWords.Say(LinkWordList.Neighbour, Fold(block.PreviousSibling?.TextContent ?? string.Empty)))
            {
                return true;
            }

            block = block.ParentElement;
        }

        return false;
    }

    /// <summary>Pictures of the article's text that may be pages of a document: no icons, nothing that belongs to the site.</summary>
    public ImmutableArray<Uri> BodyImages() =>
    [
        .. document.QuerySelectorAll("img[src]").Where(image => IsInBody(image) && !IsToScan(image))
            .Select(image => SourcesOf(image).Select(Absolute).OfType<Uri>().FirstOrDefault(IsOfTheArticle)).OfType<Uri>()
            .DistinctBy(static image => image.AbsoluteUri),
    ];

    private static bool IsOfTheArticle(Uri image) => Picture().IsMatch(image.AbsolutePath)
        && (Uploaded().IsMatch(image.AbsolutePath) || !OfTheSite().IsMatch(image.AbsolutePath));

    /// <summary>Its address, and that which it gets when it comes into sight: <c>data-original="/upload/1.png"</c>.</summary>
    private static IEnumerable<string> SourcesOf(IElement image) => image.Attributes
        .Where(static attribute => attribute.Name == "src" || attribute.Name.StartsWith("data-", StringComparison.Ordinal))
        .OrderByDescending(static attribute => attribute.Name == "src").Select(static attribute => attribute.Value);

    /// <summary>Cells of the article's tables that hold a number.</summary>
    public int BodyNumbers() => bodies.Value.SelectMany(static body => body.QuerySelectorAll("td")).Distinct()
        .Count(static cell => cell.QuerySelector("td") is null && PrintedNumber().IsMatch(Fold(cell.TextContent)));

    [GeneratedRegex(@"\.(?:jpe?g|png|bmp|tiff?|webp)$", RegexOptions.IgnoreCase)]
    private static partial Regex Picture();

    [GeneratedRegex(@"/(?:images?|imgs?|icons?|static|css|js|skin|template|themes?)\d*/", RegexOptions.IgnoreCase)]
    private static partial Regex OfTheSite();

    /// <summary>Put there by an editor, also below a folder of the name images.</summary>
    [GeneratedRegex("/(?:[a-z]*upload[a-z]*|userfiles?|attach[a-z]*)/", RegexOptions.IgnoreCase)]
    private static partial Regex Uploaded();

    [GeneratedRegex(@"^-?\d[\d,]*(?:\.\d+)?%?$")]
    private static partial Regex PrintedNumber();
}
