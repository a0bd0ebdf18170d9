using System.Text;
using AngleSharp.Dom;

namespace Extractor.Fetching.Pages;

/// <summary>What a page says of a link in it and directly beside it.</summary>
public sealed partial class HtmlPage
{
    /// <summary>Characters of a title that is cut short by which the whole of it is found.</summary>
    private const int LeastOfABeginning = 6;

    /// <summary>Characters; a row with more is a text and no title.</summary>
    private const int MostOfARow = 120;

    /// <summary>What a reader sees, then what the page says of the link besides; nothing that is cut short.</summary>
    private static IEnumerable<string> TextsOf(IElement element) =>
        from text in (string?[])[element.TextContent, element.GetAttribute("title"), element.GetAttribute("download"),
            element.GetAttribute("alt"), .. element.QuerySelectorAll("img[alt]").Select(static image => image.GetAttribute("alt"))]
        let folded = Fold(text ?? string.Empty)
        where folded.Length > 0
        select folded;

    /// <summary>A text that is broken over several links of one address, one directly after the other.</summary>
    private IEnumerable<string> WholeOf(IElement anchor)
    {
        if (LinkWords.Say(LinkWordList.Generic, Fold(anchor.TextContent)))
        {
            return [];
        }

        var text = new StringBuilder(anchor.TextContent);
        for (var node = anchor.NextSibling; node is IText { Length: < 20 } or IElement { LocalName: "a" }; node = node.NextSibling)
        {
            if (node is IElement other ? AddressOf(other)?.AbsoluteUri != AddressOf(anchor)?.AbsoluteUri
                : !string.IsNullOrWhiteSpace(node.TextContent))
            {
                break;
            }

            text.Append(node.TextContent);
        }

        return text.Length > anchor.TextContent.Length && Fold(text.ToString()) is { Length: > 0 } whole ? [whole] : [];
    }

    /// <summary>
    /// What the row says whose only link says nothing (a title in one cell, 查看 in another), or where it has the whole of what the link
    /// cuts short (名称：某市教育局2026年部门预算).
    /// </summary>
    private static IEnumerable<string> TextsAround(IElement element)
    {
        var own = Fold(element.TextContent);
        if (element.Closest("tr, li, dd") is not { } row || row.QuerySelectorAll("a").Length != 1)
        {
            return [];
        }

        if (LinkWords.Say(LinkWordList.Generic, own))
        {
            var said = own.Length == 0 ? Fold(row.TextContent)
                : Fold(row.TextContent.Replace(element.TextContent, " ", StringComparison.Ordinal));
            return said.Length is > 0 and <= MostOfARow ? [said] : [];
        }

        var beginning = own.TrimEnd('.', '…');
        return !IsCut(own) || beginning.Length < LeastOfABeginning ? [] :
            row.Descendants<IText>().Select(static text => Fold(text.Data))
                .Where(text => text.Length <= MostOfARow && text.IndexOf(beginning, StringComparison.Ordinal) is >= 0 and var start
                    && text.Length > start + beginning.Length && !IsCut(text))
                .Select(text => text[text.IndexOf(beginning, StringComparison.Ordinal)..]);
    }

    private static string BestOf(List<string> texts)
    {
        var telling = texts.Where(static text => !IsCut(text) && !LinkWords.Say(LinkWordList.Generic, text)).ToList();
        return telling.Find(static text => Year().IsMatch(text)) ?? telling.FirstOrDefault()
            ?? texts.Find(static text => !IsCut(text)) ?? texts.FirstOrDefault() ?? string.Empty;
    }

    private static bool IsCut(string text) => text.EndsWith("...", StringComparison.Ordinal) || text.EndsWith('…');
}
