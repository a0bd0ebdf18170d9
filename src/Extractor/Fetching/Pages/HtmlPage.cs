using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Extractor.Fetching.Harvesting;

namespace Extractor.Fetching.Pages;

/// <summary>A link of a page.</summary>
/// <param name="Address">Absolute, http or https, without a fragment.</param>
/// <param name="Text">What a reader sees, or the title where the page shows it cut short.</param>
/// <param name="Label">Where the text has no year: what stands above or beside the link and has it (2024年部门决算); else empty.</param>
public sealed record PageLink(Uri Address, string Text, string Label = "");

/// <summary>A link where it stands.</summary>
/// <param name="Address">As of <see cref="PageLink"/>.</param>
/// <param name="Text">As of <see cref="PageLink"/>.</param>
/// <param name="Place">The elements around it, innermost first: links of one list have the same.</param>
/// <param name="IsInBody">In the text of the article (正文), where the page marks one.</param>
/// <param name="Label">As of <see cref="PageLink"/>.</param>
/// <param name="IsAttached">附件 stands before it.</param>
/// <param name="Office">Where neither names an office: that which stands above its list; else empty.</param>
/// <param name="IsAside">A heading such as 相关链接 stands above it.</param>
/// <param name="Above">Of a link that says nothing (更多): the few words that its block has besides.</param>
/// <param name="IsFile">The page has it saved under a name (<c>download="决算.pdf"</c>).</param>
public sealed record FoundLink(Uri Address, string Text, string Place, bool IsInBody, string Label = "", bool IsAttached = false,
    string Office = "", bool IsAside = false, string Above = "", bool IsFile = false)
{
    /// <summary>The text, and what holds for it besides.</summary>
    public string Words => Label.Length == 0 || Label == Text ? Text : $"{Text} {Label}";

    public PageLink ToLink() => new(Address, Text, Label);
}

/// <summary>A page that was read: its links in the order of the page.</summary>
public sealed partial class HtmlPage
{
    /// <summary>Elements around a link that tell its list from others.</summary>
    private const int DepthOfPlace = 4;

    private readonly IHtmlDocument document;
    private readonly Uri address;
    private readonly Encoding encoding;
    private readonly Lazy<IReadOnlyList<IElement>> bodies;
    private readonly Lazy<LinkLabels> labels;
    private readonly Lazy<ILookup<string, (string[] Parameters, string Body)>> functions;
    private readonly Lazy<ImmutableArray<Asking>> askings;
    private readonly Lazy<ImmutableArray<Match>> openedWithData;
    private bool isBelowTitle;

    /// <summary>The page as it came, where it keeps finished links for its script; empty elsewhere.</summary>
    private readonly string store;

    private HtmlPage(IHtmlDocument document, Uri address, Encoding encoding, string store)
    {
        this.store = store;
        this.document = document;
        this.address = address;
        this.encoding = encoding;
        functions = new Lazy<ILookup<string, (string[] Parameters, string Body)>>(FindFunctions);
        askings = new Lazy<ImmutableArray<Asking>>(FindAskings);
        openedWithData = new Lazy<ImmutableArray<Match>>(() =>
            [.. Scripts.SelectMany(static script => OpenedWithData().Matches(WithDataOfElement(script)))]);
        bodies = new Lazy<IReadOnlyList<IElement>>(FindBodies);
        labels = new Lazy<LinkLabels>(() => new LinkLabels(document, Leads));
        Origin = document.QuerySelector("base[href]")?.GetAttribute("href") is { } named && Uri.TryCreate(address, named, out var origin)
            ? origin : address;
    }

    public string Title => Fold(document.Title ?? string.Empty);

    /// <summary>What relative addresses are relative to.</summary>
    private Uri Origin { get; }

    /// <param name="encoding">Of the page; browsers write the queries of its links in it. Null for UTF-8.</param>
    public static HtmlPage Read(string html, Uri address, Encoding? encoding = null) =>
        new(new HtmlParser().ParseDocument(html), address, encoding ?? Encoding.UTF8,
            html.Contains("<record>", StringComparison.Ordinal) ? html : string.Empty);

    /// <summary>A page that has nothing but links, each below what stands above it.</summary>
    public static HtmlPage Of(IEnumerable<(string Address, string Text, ImmutableArray<string> Above)> links, Uri address,
        string title = "")
    {
        var page = Read("<ul></ul>", address);
        page.document.Title = title;
        foreach (var (link, text, above) in links)
        {
            var list = page.document.QuerySelector("ul")!;
            foreach (var said in above)
            {
                var group = page.document.CreateElement("li");
                var name = page.document.CreateElement("span");
                var below = page.document.CreateElement("ul");
                name.TextContent = said;
                group.Append(name, below);
                list.AppendChild(group);
                list = below;
            }

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
    /// The links below the selector, or those that it selects itself; each address once. Its text is the first that says something:
    /// [部门预决算] and the title of the document may stand side by side, with one address.
    /// </summary>
    /// <exception cref="DomException">It is no selector.</exception>
    public ImmutableArray<FoundLink> Links(string selector)
    {
        var links = new List<(Uri Address, List<string> Texts, IElement Element, bool IsInBody)>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var element in document.QuerySelectorAll(selector))
        {
            foreach (var anchor in element.Matches(Carriers) ? [element] : element.QuerySelectorAll(Carriers).ToArray())
            {
                if (AddressOf(anchor) is not { } link || IsTabOfAPart(anchor))
                {
                    continue;
                }

                if (places.TryAdd(link.AbsoluteUri, links.Count))
                {
                    links.Add((link, [], anchor, IsInBody(anchor)));
                }

                links[places[link.AbsoluteUri]].Texts.AddRange(WholeOf(anchor).Concat(TextsOf(anchor)).Concat(TextsAround(anchor)));
                if (!links[places[link.AbsoluteUri]].IsInBody && IsInBody(anchor))
                {
                    links[places[link.AbsoluteUri]] = links[places[link.AbsoluteUri]] with { IsInBody = true, Element = anchor };
                }
            }
        }

        return [.. links.Select(link => Found(link.Address, BestOf(link.Texts), link.Element, link.IsInBody))];
    }

    private FoundLink Found(Uri link, string text, IElement element, bool isInBody)
    {
        var plain = LinkReading.Plain(text);
        var label = Year().IsMatch(text) ? string.Empty : Year().IsMatch(plain) ? plain : labels.Value.Of(element, text.Length == 0);
        var office = string.Empty;
        if (LinkReading.NamesNobody(text) && LinkReading.IssuerOf(label) is null)
        {
            label = labels.Value.OfficeOf(element) is { } own ? $"{own} {label}".Trim() : label;
            office = (LinkReading.IssuerOf(label) is null ? labels.Value.OfficeAbove(element) : null) ?? string.Empty;
        }

        var said = label.Length > 0 && (text.Length == 0 || LinkWords.Say(LinkWordList.Generic, text)) ? label : text;
        return new FoundLink(link, said, PlaceOf(element), isInBody, label, IsAttached(element), office, labels.Value.IsAside(element),
            LinkWords.Say(LinkWordList.Generic, text) ? LinkLabels.Beside(element) : string.Empty,
            element.LocalName == "a" && AttachmentLinks.IsAttachment(Nowhere, element.GetAttribute("download") ?? string.Empty));
    }

    /// <summary>The block that it stands in, or the one around that, begins with 附件.</summary>
    private static bool IsAttached(IElement element)
    {
        var block = element.ParentElement;
        for (var depth = 0; depth < DepthOfPlace && block is not null; depth++, block = block.ParentElement)
        {
            var text = block.TextContent.AsSpan().TrimStart();
            if (text.StartsWith("附件", StringComparison.Ordinal) || text.Length > MostOfARow)
            {
                return text.StartsWith("附件", StringComparison.Ordinal);
            }
        }

        return false;
    }

    /// <summary>Every link of the page.</summary>
    public ImmutableArray<FoundLink> Links() => Links(Carriers);

    /// <summary>A named statement of the page's head: ArticleTitle, ColumnName. Null where it has none.</summary>
    public string? Statement(string name) => document.QuerySelectorAll("meta[name][content]")
        .Where(meta => string.Equals(meta.GetAttribute("name"), name, StringComparison.OrdinalIgnoreCase))
        .Select(static meta => Fold(meta.GetAttribute("content")!))
        .FirstOrDefault(static content => content.Length > 0);

    /// <summary>The page for looking at: no script runs, and each link has its mark.</summary>
    /// <param name="marks">Colour and word by address.</param>
    public string Marked(IReadOnlyDictionary<string, (string Colour, string Word)> marks)
    {
        var copy = Read(document.DocumentElement.OuterHtml, address, encoding);
        foreach (var script in copy.document.QuerySelectorAll("script, noscript").ToList())
        {
            script.Remove();
        }

        var origin = copy.document.CreateElement("base");
        origin.SetAttribute("href", Origin.AbsoluteUri);
        copy.document.Head?.Prepend(origin);
        foreach (var carrier in copy.document.QuerySelectorAll(Carriers + ", img[src]").ToList())
        {
            var link = carrier.LocalName == "img" ? Absolute(carrier.GetAttribute("src")!) : AddressOf(carrier);
            if (link is not null && marks.TryGetValue(link.AbsoluteUri, out var mark))
            {
                carrier.SetAttribute("style", $"outline:2px solid {mark.Colour};{carrier.GetAttribute("style")}");
                carrier.SetAttribute("title", mark.Word);
            }
        }

        return "<!doctype html>\n<meta charset=\"utf-8\">\n" + copy.document.DocumentElement.OuterHtml;
    }

    private static string PlaceOf(IElement element)
    {
        var place = new StringBuilder(element.LocalName);
        var around = element.ParentElement;
        for (var depth = 0; depth < DepthOfPlace && around is not null; depth++, around = around.ParentElement)
        {
            place.Append('<').Append(around.LocalName).Append('.').Append(around.ClassName);
        }

        return place.ToString();
    }

    /// <summary>
    /// Links that the page's scripts write into it: <c>var files = '&lt;a href="./P020260302349339916100.pdf"&gt;…&lt;/a&gt;'</c>.
    /// </summary>
    public IEnumerable<FoundLink> LinksWrittenByScripts() =>
        from script in Scripts
        from Match match in WrittenLink().Matches(script)
        let link = Absolute(match.Groups[1].Value)
        where link is not null
        select new FoundLink(link, Fold(match.Groups[2].Value), "script", true);

    /// <summary>
    /// Files that the page's scripts put into a viewer: <c>var sPdfUrl = "/cms_files/attach/A73.pdf"</c>, several joined by #.
    /// </summary>
    public IEnumerable<FoundLink> FilesNamedByScripts() =>
        from script in Scripts
        from Match match in NamedFile().Matches(script)
        from name in (match.Groups[1].Success ? match.Groups[1] : match.Groups[2]).Value.Split('#', StringSplitOptions.RemoveEmptyEntries)
        let link = ViewedBy(name, isShown: true) ?? Absolute(name)
        where link is not null
        select new FoundLink(link, string.Empty, "script", true);

    /// <summary>Where a page that only sends its reader on sends him: meta refresh within ten seconds, or a script alone.</summary>
    public Uri? Refresh()
    {
        var content = document.QuerySelectorAll("meta[http-equiv][content]")
            .FirstOrDefault(static meta =>
                string.Equals(meta.GetAttribute("http-equiv"), "refresh", StringComparison.OrdinalIgnoreCase))?.GetAttribute("content");
        return content is not null && RefreshContent().Match(content) is { Success: true } match
            && double.TryParse(match.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds <= 10
                ? Absolute(match.Groups[2].Value)
                : SentOn();
    }

    /// <summary>Of a page that shows nothing and only has a script that goes elsewhere: <c>location.href="2026/index.htm"</c>.</summary>
    private Uri? SentOn() =>
        ShowsText(1) || Has("a[href], iframe, frame, script[src]") ? null
            : Scripts.Select(static script => GoneTo().Match(script)).Where(static match => match.Success)
                .Select(match => Absolute(match.Groups[1].Value + match.Groups[2].Value))
                .FirstOrDefault(found => found is not null && found != address);

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
            text.ParentElement?.Closest("noscript") is null);

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
            // What has no folder may be the name that the file is saved under, and the address made of another argument.
            var script = $"{named} {element.GetAttribute("onclick")}";
            return FileOf(script) is { } file
                ? (file.Contains('/', StringComparison.Ordinal) ? null : MadeBy(script)) ?? Absolute(file)
                : OpenedBy(script, element.LocalName == "a") ?? AddressInData(element);
        }

        return ViewedBy(named, element.LocalName != "a") ?? Absolute(named);
    }

    private Uri? Absolute(string named) =>
        Uri.TryCreate(Origin, AsBrowsersWrite(EscapedWhole().IsMatch(named) ? Uri.UnescapeDataString(named)
            : Breaks().Replace(named, string.Empty).Trim()), out var found)
            && (found.Scheme == Uri.UriSchemeHttp || found.Scheme == Uri.UriSchemeHttps) && found.Host.Length > 0
            ? found.WithoutFragment()
            : null;

    /// <summary>Chinese characters of a query are sent in the encoding of the page, those of the path in UTF-8.</summary>
    private string AsBrowsersWrite(string named)
    {
        var query = named.IndexOf('?', StringComparison.Ordinal);
        if (query < 0 || encoding is UTF8Encoding || named.AsSpan(query).IndexOfAnyExceptInRange('\u0000', '\u007F') < 0)
        {
            return named;
        }

        var written = new StringBuilder(named, 0, query, named.Length * 2);
        foreach (var octet in encoding.GetBytes(named[query..]))
        {
            _ = octet < 0x80 ? written.Append((char)octet) : written.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
        }

        return written.ToString();
    }

    internal static string Fold(string text) => WhiteSpace().Replace(text, " ").Trim();

    [GeneratedRegex("""^\s*([\d.]+)\s*[;,]\s*(?:url\s*=)?\s*["']?([^"']+?)["']?\s*$""", RegexOptions.IgnoreCase)]
    private static partial Regex RefreshContent();

    [GeneratedRegex("""\blocation(?:\.href)?\s*=\s*["']([^"'\s]+)["']|\blocation\.(?:replace|assign)\(\s*["']([^"'\s]+)["']\s*\)""")]
    private static partial Regex GoneTo();

    /// <summary>An address that was escaped as one parameter is: %2Ffile%2F7.pdf.</summary>
    [GeneratedRegex("^(?:%2F|https?%3A)", RegexOptions.IgnoreCase)]
    private static partial Regex EscapedWhole();

    /// <summary>Browsers leave them out of an address.</summary>
    [GeneratedRegex(@"[\r\n\t]")]
    private static partial Regex Breaks();

    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)")]
    private static partial Regex Year();

    [GeneratedRegex(@"'([^']{1,200})'\s*:\s*'([^']{0,400})'")]
    private static partial Regex QueryPair();

    [GeneratedRegex($"""["']([^"']+\.(?:{AttachmentTypes.Endings})(?:\?[^"']*)?)["']""", RegexOptions.IgnoreCase)]
    private static partial Regex FileInScript();

    [GeneratedRegex($"""(?:["']((?:https?:/|\.?\.?)/[^"'<>\s]+\.(?:{AttachmentTypes.Endings}))["']|""" +
        """\(\s*["']([^"'<>\s]+/[^"'<>\s]+\.pdf)["'])""", RegexOptions.IgnoreCase)]
    private static partial Regex NamedFile();

    [GeneratedRegex("""<a\s[^<>]{0,400}?href\s*=\s*\\?["']([^"'\\<>]+)\\?["'][^<>]{0,400}>([^<>]*)<""", RegexOptions.IgnoreCase)]
    private static partial Regex WrittenLink();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
