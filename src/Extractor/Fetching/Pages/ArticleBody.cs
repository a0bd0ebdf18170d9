using AngleSharp.Dom;

namespace Extractor.Fetching.Pages;

/// <summary>The text of an article (正文): where the system marks it, or below the article's title.</summary>
public sealed partial class HtmlPage
{
    /// <summary>Characters; less is no title of an article.</summary>
    private const int LeastOfATitle = 6;

    /// <summary>Characters below a title that make the element around both the article.</summary>
    private const int LeastOfAText = 10;

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

        static bool HoldsMore(IElement around, IElement title) =>
            around.QuerySelector("img, iframe, embed, object, table") is not null
            || Fold(around.TextContent).Length >= Fold(title.TextContent).Length + LeastOfAText;
    }

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
}
