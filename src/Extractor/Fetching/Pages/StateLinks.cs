using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Extractor.Fetching.Pages;

/// <summary>
/// Lists that a page carries for its application: <c>window.__INITIAL_STATE__={…}</c>, <c>&lt;script type="application/json"&gt;</c>.
/// </summary>
public sealed partial class HtmlPage
{
    /// <summary>Of one script; a program assigns more.</summary>
    private const int MostStates = 20;

    /// <summary>Links of the objects and lists of JSON in the page's scripts, that have an address and speak of budgets.</summary>
    public IEnumerable<FoundLink> LinksOfStates() =>
        from state in States()
        let paths = JsonListing.PathsOf(state, Origin, null)
        where paths is { Html: null }
        from link in JsonListing.Read(state, Origin, paths)?.Links() ?? []
        select link with { Place = "state", IsInBody = true };

    private IEnumerable<string> States() => (
        from script in document.Scripts
        let text = script.Text ?? string.Empty
        from state in script.Type?.Contains("json", StringComparison.OrdinalIgnoreCase) == true ? [text]
            : StateAssigned().Matches(text).Take(MostStates).Select(found => BalancedFrom(text, found.Index + found.Length))
                .Concat(StateAsText().Matches(text).Take(MostStates).Select(static found => PlainTextOf(found.Groups[1].Value)))
        where state.Length > 0
        select state).Concat(document.QuerySelectorAll("textarea").Select(static kept => kept.TextContent.Trim())
            .Where(static text => text.StartsWith('[') || text.StartsWith('{')));

    private static string PlainTextOf(string coded)
    {
        var text = Uri.UnescapeDataString(coded);
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        try
        {
            return JsonSerializer.Deserialize<string>($"\"{Bare().Replace(text, "\\\"")}\"") ?? string.Empty;
        }
        catch (JsonException)
        {
            return string.Empty;
        }
    }

    /// <summary>From a brace or bracket to the one that closes it; empty where none does.</summary>
    private static string BalancedFrom(string script, int start)
    {
        var (depth, isText) = (0, false);
        for (var place = start; place < script.Length; place++)
        {
            var character = script[place];
            if (isText)
            {
                place += character == '\\' ? 1 : 0;
                isText = character != '"';
                continue;
            }

            isText = character == '"';
            depth += character is '{' or '[' ? 1 : character is '}' or ']' ? -1 : 0;
            if (depth == 0)
            {
                return script[start..(place + 1)];
            }
        }

        return string.Empty;
    }

    /// <summary>What the tabs of a page load when they are shown: <c>&lt;a href="#y2025" data-load="/part/2025.html"&gt;</c>.</summary>
    public IEnumerable<Uri> PartsOfTabs() =>
        from tab in document.QuerySelectorAll("a[href^='#']")
        where IsTabOfAPart(tab)
        let part = AddressInData(tab)
        where part is not null && part != address && LinkJudge.IsSameSite(part, address)
        let said = Fold(tab.TextContent)
        let whole = LinkWords.Say(LinkWordList.Subject, said) ? said : $"{said} {Statement("ColumnName") ?? Title}"
        select Year().IsMatch(whole) ? new Uri(part.AbsoluteUri + Under + Uri.EscapeDataString(whole)) : part;

    /// <summary>Before what a tab says of the part that it shows, in the address of the part.</summary>
    internal const string Under = "#UNDER:";

    /// <summary>A part of a page as it stands below its tab; another page as it is.</summary>
    internal static (string Html, Uri Address) BelowItsTab(string html, Uri address)
    {
        if (!address.Fragment.StartsWith(Under, StringComparison.Ordinal))
        {
            return (html, address);
        }

        var said = Uri.UnescapeDataString(address.Fragment[Under.Length..]).Replace("<", "&lt;", StringComparison.Ordinal);
        return (html.Contains("<title", StringComparison.OrdinalIgnoreCase) || html.TrimStart() is ['{' or '[', ..] ? html
            : $"<title>{said}</title><h2>{said}</h2>{html}", address.WithoutFragment());
    }

    /// <summary>It shows an empty panel of this page, and has an address to fill it from.</summary>
    private bool IsTabOfAPart(IElement tab) => tab.GetAttribute("href") is ['#', .. { Length: > 0 } name]
        && document.GetElementById(name) is { ChildElementCount: 0 } panel && string.IsNullOrWhiteSpace(panel.TextContent);

    [GeneratedRegex("""(?<!\\)"(?=.)""")]
    private static partial Regex Bare();

    [GeneratedRegex(@"=\s*(?=[\[{]\s*[\[{""])")]
    private static partial Regex StateAssigned();

    [GeneratedRegex("""JSON\.parse\(\s*(?:decodeURIComponent\(\s*)?(?:'(?<1>[^']{20,})'|"(?<1>(?:[^"\\]|\\.){20,})")""")]
    private static partial Regex StateAsText();
}
