using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Extractor.Fetching.Harvesting;

namespace Extractor.Fetching.Pages;

/// <summary>Whose a link is that names nobody, and whether it stands beside the matter of the page.</summary>
internal sealed partial class LinkLabels
{
    /// <summary>Characters; a longer heading that has a word of <c>aside</c> is a title.</summary>
    private const int MostOfAnAside = 12;

    /// <summary>Characters of a heading beside 更多.</summary>
    private const int MostBesideMore = 20;

    /// <summary>Elements around a link within which the name of an office may stand above it.</summary>
    private const int DepthOfOffice = 8;

    /// <summary>Nodes before a link that are looked at, a level.</summary>
    private const int MostBefore = 60;

    /// <summary>Characters beside the name of an office in its heading: its number, a colon.</summary>
    private const int MostBesideAName = 6;

    /// <summary>
    /// Whose the link is, where its own row tells: a cell of it (发布机构), the term that it explains, the node of a tree that it hangs on.
    /// </summary>
    public string? OfficeOf(IElement link) =>
        OfTable(link) is { } heads && LinkReading.IssuerOf(heads.Text) is not null ? heads.Text : OfficeBefore(link, isOwn: true);

    /// <summary>Whose the list is that the link stands in: the nearest text above it that is the name of an office alone.</summary>
    public string? OfficeAbove(IElement link) => OfficeBefore(link, isOwn: false);

    private string? OfficeBefore(IElement link, bool isOwn)
    {
        INode node = link;
        for (var depth = 0; depth < DepthOfOffice && node.Parent is IElement { LocalName: not "body" } parent; depth++, node = parent)
        {
            var sibling = node.PreviousSibling;
            for (var passed = 0; passed < MostBefore && sibling is not null; passed++, sibling = sibling.PreviousSibling)
            {
                var isName = parent.LocalName == "li" || (sibling as IElement)?.LocalName == "dt";
                if ((isOwn && !isName) || sibling is not (IText or IElement) || sibling.TextContent.Length > MostOfARow
                    || (sibling is IElement element && (leads(element) || element.QuerySelectorAll("*").Any(leads))))
                {
                    continue;
                }

                var text = Fold(sibling.TextContent);
                if (LinkReading.IssuerOf(text) is { } office && text.Length <= office.Length + MostBesideAName)
                {
                    return office;
                }
            }
        }

        return null;
    }

    /// <summary>What the nearest block around a link says besides it, where it is no more than a heading: 部门预算 更多.</summary>
    public static string Beside(IElement link)
    {
        var own = Fold(link.TextContent);
        for (var block = link.ParentElement; block is not null; block = block.ParentElement)
        {
            var said = Fold(own.Length == 0 ? block.TextContent
                : block.TextContent.Replace(link.TextContent, " ", StringComparison.Ordinal));
            if (said.Length > 0)
            {
                return said.Length <= MostBesideMore ? said : string.Empty;
            }
        }

        return string.Empty;
    }

    /// <summary>Whether the heading that is in force names what stands beside the matter of the page (相关链接).</summary>
    public bool IsAside(IElement link)
    {
        for (var around = link; around is not null; around = around.ParentElement)
        {
            if (around.LocalName is "aside" or "nav" or "footer" || around.ClassList.Append(around.Id ?? string.Empty).Any(static name =>
                Foot().IsMatch(name)))
            {
                return true;
            }
        }

        for (var section = sections.GetValueOrDefault(link); section is not null; section = section.Above)
        {
            if (LinkWords.Say(LinkWordList.Aside, section.Text) && section.Text.Length <= MostOfAnAside
                && !section.Text.Contains("附件", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The foot of the site, as its style names it.</summary>
    [GeneratedRegex("^(?:[a-z]+[-_])?(?:foot(?:er)?|copyright)(?:[-_]?[a-z]+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Foot();
}
