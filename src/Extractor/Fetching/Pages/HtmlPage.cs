using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Extractor.Fetching.Pages;

/// <summary>A link of a page.</summary>
/// <param name="Address">Absolute, http or https, without a fragment.</param>
/// <param name="Text">What a reader sees, or the title where the page shows it cut short.</param>
public sealed record PageLink(Uri Address, string Text);

/// <summary>A page that was read: its links in the order of the page.</summary>
public sealed partial class HtmlPage
{
    private readonly IHtmlDocument document;
    private readonly Uri address;

    private HtmlPage(IHtmlDocument document, Uri address)
    {
        this.document = document;
        this.address = address;
        Origin = document.QuerySelector("base[href]")?.GetAttribute("href") is { } named && Uri.TryCreate(address, named, out var origin)
            ? origin : address;
    }

    public string Title => Fold(document.Title ?? string.Empty);

    /// <summary>What relative addresses are relative to.</summary>
    private Uri Origin { get; }

    public static HtmlPage Read(string html, Uri address) => new(new HtmlParser().ParseDocument(html), address);

    /// <summary>A page that has nothing but links.</summary>
    public static HtmlPage Of(IEnumerable<(string Address, string Text)> links, Uri address)
    {
        var page = Read("<ul></ul>", address);
        var list = page.document.QuerySelector("ul")!;
        foreach (var (link, text) in links)
        {
            var anchor = page.document.CreateElement("a");
            anchor.SetAttribute("href", link);
            anchor.TextContent = text;
            var item = page.document.CreateElement("li");
            item.AppendChild(anchor);
            list.AppendChild(item);
        }

        return page;
    }

    /// <summary>
    /// The links below the selector, or those that it selects itself; each address once, with its first text that is not empty.
    /// </summary>
    /// <exception cref="DomException">It is no selector.</exception>
    public ImmutableArray<PageLink> Links(string selector)
    {
        var links = new List<PageLink>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var element in document.QuerySelectorAll(selector))
        {
            foreach (var anchor in element.Matches(Carriers) ? [element] : element.QuerySelectorAll(Carriers).ToArray())
            {
                if (AddressOf(anchor) is not { } link)
                {
                    continue;
                }

                if (places.TryAdd(link.AbsoluteUri, links.Count))
                {
                    links.Add(new PageLink(link, TextOf(anchor)));
                }
                else if (links[places[link.AbsoluteUri]].Text.Length == 0)
                {
                    links[places[link.AbsoluteUri]] = new PageLink(link, TextOf(anchor));
                }
            }
        }

        return [.. links];
    }

    /// <summary>
    /// Links that the page's scripts write into it: <c>var files = '&lt;a href="./P020260302349339916100.pdf"&gt;…&lt;/a&gt;'</c>.
    /// </summary>
    public IEnumerable<PageLink> LinksWrittenByScripts() =>
        from script in Scripts
        from Match match in WrittenLink().Matches(script)
        let link = Absolute(match.Groups[1].Value)
        where link is not null
        select new PageLink(link, Fold(match.Groups[2].Value));

    /// <summary>
    /// Files that the page's scripts put into a viewer: <c>var sPdfUrl = "/cms_files/attach/A73.pdf"</c>, several joined by #.
    /// </summary>
    public IEnumerable<PageLink> FilesNamedByScripts() =>
        from script in Scripts
        from Match match in NamedFile().Matches(script)
        from name in match.Groups[1].Value.Split('#', StringSplitOptions.RemoveEmptyEntries)
        let link = Absolute(name)
        where link is not null
        select new PageLink(link, string.Empty);

    /// <summary>Where a page that only sends its reader on sends him: meta refresh within ten seconds.</summary>
    public Uri? Refresh()
    {
        var content = document.QuerySelectorAll("meta[http-equiv][content]")
            .FirstOrDefault(static meta =>
                string.Equals(meta.GetAttribute("http-equiv"), "refresh", StringComparison.OrdinalIgnoreCase))?.GetAttribute("content");
        return content is not null && RefreshContent().Match(content) is { Success: true } match
            && double.TryParse(match.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds <= 10
                ? Absolute(match.Groups[2].Value)
                : null;
    }

    /// <summary>
    /// The other pages of this listing. <c>createPageHTML(total, index, "index", "shtml")</c> is how the most common system
    /// has the reader's browser write the numbers: page 0 is <c>index.shtml</c>, page n is <c>index_n.shtml</c>.
    /// Elsewhere the link that says 下一页 leads to the next.
    /// </summary>
    public ImmutableArray<Uri> FurtherPages(int most)
    {
        foreach (var script in document.Scripts)
        {
            if (CreatePage().Match(script.Text ?? string.Empty) is not { Success: true } call)
            {
                continue;
            }

            if (!int.TryParse(call.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var total)
                || !int.TryParse(call.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var current))
            {
                continue;
            }

            var name = call.Groups[3].Value;
            var ending = call.Groups[4].Value;
            return [.. from number in Enumerable.Range(0, Math.Min(total, most))
                       where number != current
                       let page = Absolute(number == 0 ? $"{name}.{ending}" : $"{name}_{number}.{ending}")
                       where page is not null
                       select page];
        }

        var next = document.QuerySelectorAll("a[href]")
            .FirstOrDefault(static anchor => NextPage().IsMatch(Fold(anchor.TextContent)) || anchor.GetAttribute("rel") == "next");
        return next is not null && AddressOf(next) is { } following && following != address ? [following] : [];
    }

    /// <summary>
    /// Parts of the page that its script asks for: <c>&lt;script url="/…/build/unit" queryData="{'webId':'19', …}"&gt;</c>,
    /// as the platform jpaas has them. The answer is JSON with HTML inside.
    /// </summary>
    public IEnumerable<Uri> Parts() =>
        from script in document.QuerySelectorAll("script[url][querydata]")
        let pairs = QueryPair().Matches(script.GetAttribute("queryData") ?? string.Empty)
        where pairs.Count > 0
        let query = string.Join('&', pairs.Select(static pair =>
            $"{Uri.EscapeDataString(pair.Groups[1].Value)}={Uri.EscapeDataString(pair.Groups[2].Value)}"))
        let part = Absolute($"{script.GetAttribute("url")}?{query}")
        where part is not null
        select part;

    /// <summary>Whether a reader sees anything: less than a short sentence of text is an empty page.</summary>
    public bool ShowsText(int least)
    {
        var length = 0;
        foreach (var text in Shown())
        {
            length += text.Data.AsSpan().Trim().Length;
            if (length >= least)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a reader sees, without the scripts.</summary>
    public string Text => Fold(string.Concat(Shown().Select(static text => text.Data)));

    public IEnumerable<string> Headings() => document.QuerySelectorAll("h1, h2, h3").Select(static heading => Fold(heading.TextContent));

    private IEnumerable<IText> Shown() => (document.Body?.Descendants<IText>() ?? [])
        .Where(static text => text.ParentElement is not (IHtmlScriptElement or IHtmlStyleElement) &&
            text.ParentElement?.LocalName != "noscript");

    public bool Has(string selector) => document.QuerySelector(selector) is not null;

    /// <summary>Everything that the page's own scripts say.</summary>
    public IEnumerable<string> Scripts => document.Scripts.Select(static script => script.Text ?? string.Empty);

    private const string Carriers = "a, area, iframe[src], embed[src], object[data]";

    private Uri? AddressOf(IElement element)
    {
        var named = element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("data");
        if (named is null || named.Length == 0 || named.StartsWith('#') ||
            named.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
        {
            // Older pages open an attachment by a script: downfile('/uploads/…pdf').
            var script = $"{named} {element.GetAttribute("onclick")}";
            return FileInScript().Match(script) is { Success: true } match ? Absolute(match.Groups[1].Value) : null;
        }

        // A viewer in the page is told the file by a parameter: viewer.html?file=….pdf.
        if (element.LocalName != "a" && ViewedFile().Match(named) is { Success: true } viewed)
        {
            return Absolute(Uri.UnescapeDataString(viewed.Groups[1].Value));
        }

        return Absolute(named);
    }

    private Uri? Absolute(string named) =>
        Uri.TryCreate(Origin, named.Trim(), out var found) && (found.Scheme == Uri.UriSchemeHttp || found.Scheme == Uri.UriSchemeHttps) &&
            found.Host.Length > 0
            ? new UriBuilder(found) { Fragment = string.Empty }.Uri
            : null;

    private static string TextOf(IElement element)
    {
        var shown = Fold(element.TextContent);
        var title = Fold(element.GetAttribute("title") ?? string.Empty);
        return shown.Length == 0 || shown.EndsWith("...", StringComparison.Ordinal) || shown.EndsWith('…') ? title.Length > 0 ? title
            : shown : shown;
    }

    private static string Fold(string text) => WhiteSpace().Replace(text, " ").Trim();

    [GeneratedRegex("""^\s*([\d.]+)\s*[;,]\s*(?:url\s*=)?\s*["']?([^"']+?)["']?\s*$""", RegexOptions.IgnoreCase)]
    private static partial Regex RefreshContent();

    [GeneratedRegex("""createPageHTML\(\s*["']?(\d{1,6})["']?\s*,\s*["']?(\d{1,6})["']?\s*,\s*["']([\w\-]+)["']\s*,\s*["'](\w+)["']""")]
    private static partial Regex CreatePage();

    [GeneratedRegex(@"^(?:下一?页|后一页)\s*[>»›]*$|^[>»›]*\s*下一?页$")]
    private static partial Regex NextPage();

    [GeneratedRegex(@"'([^']{1,200})'\s*:\s*'([^']{0,400})'")]
    private static partial Regex QueryPair();

    [GeneratedRegex($"""["']([^"']+\.(?:{AttachmentTypes.Endings})(?:\?[^"']*)?)["']""", RegexOptions.IgnoreCase)]
    private static partial Regex FileInScript();

    [GeneratedRegex($"""["']((?:https?:/)?/[^"'<>\s]+\.(?:{AttachmentTypes.Endings}))["']""", RegexOptions.IgnoreCase)]
    private static partial Regex NamedFile();

    [GeneratedRegex("""<a\s[^<>]{0,400}?href\s*=\s*\\?["']([^"'\\<>]+)\\?["'][^<>]{0,400}>([^<>]*)<""", RegexOptions.IgnoreCase)]
    private static partial Regex WrittenLink();

    [GeneratedRegex(@"[?&]file=([^&]+\.pdf)", RegexOptions.IgnoreCase)]
    private static partial Regex ViewedFile();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
