using System.Text;
using System.Text.RegularExpressions;
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
        from text in (string?[])[ShownBy(element), .. LinesOf(element.GetAttribute("title")), element.GetAttribute("download"),
            element.GetAttribute("alt"), .. element.QuerySelectorAll("img[alt]").Select(static image => image.GetAttribute("alt")),
            .. FileNamesOf(element)]
        let folded = Fold(text ?? string.Empty)
        where folded.Length > 0
        select folded;

    /// <summary>
    /// The names of files that other attributes have: <c>data-attachname="决算.pdf"</c>, <c>sudyfile-attr="{'title':'决算.pdf'}"</c>.
    /// </summary>
    private static IEnumerable<string> FileNamesOf(IElement element) =>
        from attribute in element.Attributes
        where attribute.Name is not ("href" or "src" or "data" or "title" or "alt" or "download")
            && attribute.Value.Length <= MostOfARow * 2 && !attribute.Name.StartsWith("on", StringComparison.Ordinal)
        from name in NamedText().Matches(attribute.Value).Where(static pair => NameOfText().IsMatch(pair.Groups[1].ValueSpan))
            .Select(ValueOf).Append(attribute.Value)
        where !name.Contains('/', StringComparison.Ordinal) && !name.StartsWith('{')
            && AttachmentLinks.IsAttachment(Nowhere, name)
        select name;

    /// <summary>Of a text alone.</summary>
    private static readonly Uri Nowhere = new("http://localhost/");

    /// <summary>Its text, or what a script within it writes there: <c>document.write("某市教育局2026年部门预算".substr(0,30))</c>.</summary>
    private static string ShownBy(IElement element)
    {
        var scripts = element.QuerySelectorAll("script");
        return scripts.Length == 0 ? element.TextContent
            : string.Concat(element.Descendants<IText>().Where(static text => text.ParentElement?.LocalName != "script")
                .Select(static text => text.Data)
                .Concat(scripts.SelectMany(static script => WrittenText().Matches(script.TextContent).Select(static text =>
                    text.Groups[1].Value))));
    }

    /// <summary>A title of several lines tells what each of them is: 标题：…, 发布时间：….</summary>
    private static IEnumerable<string> LinesOf(string? title) =>
        title?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } lines
            ? lines.Select(static line => Told().Replace(line, string.Empty)) : title is null ? [] : [title];

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
        var best = Telling(texts);
        // Cut short without a sign of it.
        return best.Length < LeastOfABeginning ? best
            : texts.Where(text => text.Length <= MostOfARow && !IsCut(text) && text.StartsWith(best, StringComparison.Ordinal))
                .MaxBy(static text => text.Length) ?? best;
    }

    private static string Telling(List<string> texts)
    {
        var telling = texts.Where(static text => !IsCut(text) && !LinkWords.Say(LinkWordList.Generic, text)).ToList();
        return telling.Find(static text => Year().IsMatch(text)) ?? telling.FirstOrDefault()
            ?? texts.Find(static text => !IsCut(text)) ?? texts.FirstOrDefault() ?? string.Empty;
    }

    [GeneratedRegex("""\bwrite(?:ln)?\(\s*["']([^"']*)["']""")]
    private static partial Regex WrittenText();

    [GeneratedRegex("^[^：:]{1,8}[：:]")]
    private static partial Regex Told();

    private static bool IsCut(string text) => text.EndsWith("...", StringComparison.Ordinal) || text.EndsWith('…');
}
