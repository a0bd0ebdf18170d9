using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using AngleSharp.Dom;
using Extractor.Fetching.Harvesting;

namespace Extractor.Fetching.Pages;

/// <summary>Links that stand in no anchor's address: opened by scripts, kept in variables, asked for as JSON, shown in a frame.</summary>
public sealed partial class HtmlPage
{
    /// <summary>Of one page; a portal asks many things, a listing one or two.</summary>
    private const int MostQuestions = 5;

    /// <summary>Points; a lower frame beside a list is a box for words to search, the weather, a banner.</summary>
    private const int LeastHeightOfAList = 300;

    /// <summary>Characters of an address in Base64; shorter words may be words.</summary>
    private const int LeastOfACode = 16;

    /// <summary>What a choice of offices opens: <c>&lt;option value="2025/jyj.html"&gt;县教育局</c>; numbers are pages.</summary>
    public IEnumerable<FoundLink> LinksOfChoices() =>
        from option in document.QuerySelectorAll("select[onchange] option[value]")
        where IsAddress(option.GetAttribute("value")!) && !PageNumber().IsMatch(Fold(option.TextContent))
        let link = Absolute(option.GetAttribute("value")!)
        where link is not null
        select Found(link, Fold(option.TextContent), option, IsInBody(option));

    /// <summary>Addresses that the text of the page has, behind what they lead to: <c>2026年部门预算 http://www.…/ys.htm</c>.</summary>
    public IEnumerable<FoundLink> LinksInText() =>
        from text in Shown()
        where text.Data.Contains("http", StringComparison.Ordinal) && text.ParentElement?.Closest("a") is null
        from Match line in AddressInText().Matches(text.Data)
        let said = Fold(line.Groups[1].Value)
        where LinkWords.Say(LinkWordList.Subject, said)
        let link = Absolute(line.Groups[2].Value)
        where link is not null
        select new FoundLink(link, said, "text", text.ParentElement is { } around && IsInBody(around));

    /// <summary>
    /// What elements other than anchors open: <c>&lt;li onclick="location.href='/c/1.shtml'"&gt;</c>,
    /// <c>&lt;div data-href="/c/1.shtml"&gt;</c>.
    /// </summary>
    public IEnumerable<FoundLink> LinksOfElements() =>
        from element in document.QuerySelectorAll(string.Join(", ", openedWithData.Value.Select(static made =>
            $"[data-{made.Groups[2].Value}{made.Groups[3].Value}]".ToLowerInvariant())
            .Prepend("[onclick], [data-href], [data-url], [data-link], [data-id]")))
        let link = AddressOfElement(element)
        where link is not null
        select Found(link, BestOf([.. TextsOf(element), .. TextsAround(element)]), element, IsInBody(element));

    /// <summary>
    /// What names a document and leads nowhere: <c>onclick="show('1229','456')"</c> of a script that is elsewhere, or the disk of the
    /// editor (<c>file:///C:/…</c>), or the name of a file whose address a script sets, or a number that
    /// one opens (<c>data-id</c>). Steps between parts of a page (<c>tab(1)</c>) are none.
    /// </summary>
    internal IEnumerable<RefusedLink> LinksWithoutAddress(Publishers.LinkPattern wanted) =>
        from element in document.QuerySelectorAll("a, [onclick]")
        where AddressOf(element) is null && AddressOfElement(element) is null && !labels.Value.IsTab(element)
        let script = $"{element.GetAttribute("href")} {element.GetAttribute("onclick")}"
        let text = BestOf([.. TextsOf(element)])
        let isOpened = Unopened().IsMatch(script) || Opened().IsMatch(script)
        where isOpened || (element.LocalName == "a" && (element.HasAttribute("data-id")
            || AttachmentLinks.IsAttachment(Nowhere, text)))
        where wanted.Matches(text) && LinkWords.MeaningOf(LinkWordList.Refused, text) is null
        let told = isOpened ? script.Trim() : text
        select new RefusedLink(new Uri(address, $"#{told}"), text, LinkRefusals.LinkWithoutAddress, true);

    /// <summary>A page that shows nothing, leads nowhere and has scripts in files of their own.</summary>
    internal IEnumerable<RefusedLink> NothingYet() =>
        ShowsText(1) || Has("a[href], area, iframe, frame, [onclick], table[url], script[url]") || !Has("script[src]")
            || Refresh() is not null || !askings.Value.IsEmpty ? []
            : [new RefusedLink(new Uri(address, $"#{LinkRefusals.WrittenByScripts}"), Title, LinkRefusals.WrittenByScripts, true)];

    private Uri? AddressOfElement(IElement element) =>
        element.LocalName is "a" or "area" or "body" or "option" or "img" or "script" or "iframe"
            || element.QuerySelector("a[href]") is not null ? null
            : (element.GetAttribute("onclick") is { } script ? OpenedBy(script, takesCalls: false) : null) ?? AddressInData(element);

    private bool Leads(IElement element) =>
        element.LocalName is "a" or "area" ? AddressOf(element) is not null && !IsTabOfAPart(element)
            : (element.HasAttribute("onclick") || element.Attributes.Any(static attribute => attribute.Name is "data-href" or "data-url" or
                "data-link")) && AddressOfElement(element) is not null;

    /// <summary>
    /// Files that elements other than anchors name: the element of a viewer (<c>&lt;div pdfsrc="/a.pdf"&gt;</c>), a card
    /// (<c>data-url</c>), a button that calls (<c>onclick="down('/a.pdf','决算.pdf')"</c>).
    /// </summary>
    public IEnumerable<FoundLink> FilesOfElements() =>
        from element in document.All
        where (!element.Matches(Carriers) || element.HasAttribute("data-src"))
            && element.LocalName is not ("script" or "link" or "meta" or "base" or "img")
        from attribute in element.Attributes
        let named = attribute.Name == "onclick" ? FileOf(attribute.Value)
            : attribute.Name is not ("title" or "alt" or "class" or "style" or "download")
                && AttachmentLinks.IsFileAddress(attribute.Value) && attribute.Value.Contains('/', StringComparison.Ordinal)
                ? attribute.Value : null
        where named is not null
        let link = ViewedBy(named, isShown: true) ?? Absolute(named)
        where link is not null
        select Found(link, BestOf([.. TextsOf(element)]), element, IsInBody(element));

    /// <summary>Before the address that has the key of a file, in the address of the file.</summary>
    internal const string Keyed = "#KEY:";

    /// <summary>
    /// Attachments of JEECMS: <c>Cms.attachment("","48377","2","attach")</c> asks <c>/attachment_url.jspx</c> for the keys by which
    /// <c>/attachment.jspx</c> gives the files that the elements attach0 and attach1 name. A key holds for minutes: it is no part of the
    /// address by which the file is known.
    /// </summary>
    public IEnumerable<FoundLink> FilesWithKeys() =>
        from script in Scripts
        from Match call in AttachmentsWithKeys().Matches(script)
        let count = int.Parse(call.Groups[3].ValueSpan, CultureInfo.InvariantCulture)
        let question = Absolute($"{call.Groups[1].Value}/attachment_url.jspx?cid={call.Groups[2].Value}&n={count}")
        where question is not null && question.Host == address.Host
        from place in Enumerable.Range(0, count)
        let element = document.GetElementById($"{call.Groups[4].Value}{place}")
        where element is not null
        let file = Absolute($"{call.Groups[1].Value}/attachment.jspx?cid={call.Groups[2].Value}&i={place}")
        where file is not null
        select Found(new Uri(file.AbsoluteUri + Keyed + question.PathAndQuery), BestOf([.. TextsOf(element)]), element, true) with
        {
            IsAttached = true,
        };

    /// <summary>Where the key of a file is asked for, and which of the keys is its own; null for a file that needs none.</summary>
    internal static (Uri Question, int Place)? KeyOf(Uri file) => file.Fragment.StartsWith(Keyed, StringComparison.Ordinal)
        && PlaceOfKey().Match(file.Query) is { Success: true } place
        ? (new Uri(file, file.Fragment[Keyed.Length..]), int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture)) : null;

    /// <summary>Of several arguments, as in downloadFj('name.pdf','./W0.pdf'), the address is the one that is written as one.</summary>
    private static string? FileOf(string script)
    {
        var files = FileInScript().Matches(script).Select(static match => match.Groups[1].Value).ToList();
        return files.Find(static name => name.Contains('/', StringComparison.Ordinal))
            ?? files.Find(static name => name.All(char.IsAscii)) ?? files.FirstOrDefault();
    }

    /// <summary>
    /// What a viewer is told to show by a parameter: <c>viewer.html?file=/a.pdf</c>, <c>embed.aspx?src=https%3A%2F%2F…</c>, or the address
    /// in Base64.
    /// </summary>
    /// <param name="isShown">In the page itself; an anchor is told to be one of a viewer by its name, or by a whole address.</param>
    private Uri? ViewedBy(string named, bool isShown)
    {
        foreach (Match parameter in Parameter().Matches(named))
        {
            var value = Uri.UnescapeDataString(parameter.Groups[1].Value);
            var file = AttachmentLinks.IsFileAddress(value) ? value
                : AddressInBase64(value) is { } coded && AttachmentLinks.IsFileAddress(coded) ? coded : null;
            if (file is not null && (isShown || ((IsWhole(file) || Viewer().IsMatch(named)) && !AttachmentLinks.IsAttachment(
                new Uri(Origin, named.Split('?')[0]), string.Empty))))
            {
                // A viewer takes ../ from where it stands itself.
                return file.StartsWith('.') && Uri.TryCreate(Origin, named, out var viewer) && Uri.TryCreate(viewer, file, out var shown)
                    ? Absolute(shown.AbsoluteUri) : Absolute(file);
            }
        }

        return null;
    }

    private static bool IsWhole(string address) => address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address that a text has in Base64; null where it has none.</summary>
    private static string? AddressInBase64(string value)
    {
        var octets = new byte[value.Length];
        return value.Length >= LeastOfACode && Convert.TryFromBase64String(value, octets, out var length)
            && Utf8.IsValid(octets.AsSpan(0, length)) && Encoding.UTF8.GetString(octets, 0, length) is var text
            && text.All(static character => character > ' ') && IsAddress(text) ? text : null;
    }

    /// <summary>
    /// Links to budgets that scripts keep in variables: <c>var list = [{"title":"…2026年部门预算","link":"./art/1.html"}]</c>, with or without
    /// quotes around the names.
    /// </summary>
    public IEnumerable<FoundLink> LinksOfVariables() =>
        from script in Scripts
        let items = FlatObject().Matches(script).Select(static item => (item.Value, Pairs: NamedText().Matches(item.Value))).ToList()
        let nodes = items.Select(static item => (Id: KeyOf(NodeId(), item.Value), Parent: KeyOf(NodeParent(), item.Value),
            Text: TextIn(item.Pairs))).Where(static node => node.Id is not null).DistinctBy(static node => node.Id)
            .ToDictionary(static node => node.Id!, static node => (node.Parent, node.Text), StringComparer.Ordinal)
        from item in items
        let text = TextIn(item.Pairs)
        let above = AboveIn(nodes, KeyOf(NodeParent(), item.Value))
        where LinkWords.Say(LinkWordList.Subject, $"{text} {above}")
        let named = item.Pairs.Where(static pair => NameOfAddress().IsMatch(pair.Groups[1].ValueSpan)).Select(ValueOf)
            .FirstOrDefault(IsAddress)
        where named is not null
        let link = Absolute(named)
        where link is not null
        select new FoundLink(link, Fold(text), "variable", true,
            Year().IsMatch(text) && LinkReading.IssuerOf(text) is not null ? string.Empty : above);

    /// <summary>Of what an object of a script calls its title, that which speaks of budgets, else the first.</summary>
    private static string TextIn(MatchCollection pairs)
    {
        var texts = pairs.Where(static pair => NameOfText().IsMatch(pair.Groups[1].ValueSpan)).Select(ValueOf).ToList();
        return texts.Find(static text => LinkWords.Say(LinkWordList.Subject, text)) ?? texts.FirstOrDefault() ?? string.Empty;
    }

    /// <summary>What the nodes above one say of office, year and budget: <c>{id:11,pId:1,name:"县教育局"}</c>.</summary>
    private static string AboveIn(Dictionary<string, (string? Parent, string Text)> nodes, string? parent)
    {
        var said = new List<string>();
        for (var depth = 0; depth < MostDepth && parent is not null && nodes.TryGetValue(parent, out var node); depth++)
        {
            parent = node.Parent;
            if (LinkReading.IsTelling(node.Text))
            {
                said.Add(node.Text);
            }
        }

        return string.Join(' ', said.OrderBy(static text => LinkReading.IssuerOf(text) is null));
    }

    private static string? KeyOf(Regex name, string item) => name.Match(item) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Pages of this site that the page shows within it; a frame without a size counts visitors.</summary>
    /// <param name="isBesides">Beside entries of the page itself: those alone that are high enough for a list.</param>
    public IEnumerable<Uri> Frames(bool isBesides = false) =>
        from frame in document.QuerySelectorAll("iframe[src], frame[src]")
        let link = AddressOf(frame)
        where link is not null && link != address && (!isBesides || IsHigh(frame)) && LinkJudge.IsSameSite(link, address)
            && !AttachmentLinks.IsAttachment(link, string.Empty) && !Hidden().IsMatch(
                $"{frame.GetAttribute("style")};width:{frame.GetAttribute("width")};height:{frame.GetAttribute("height")};")
        select link;

    private static bool IsHigh(IElement frame) =>
        Height().Match($"{frame.GetAttribute("style")};height:{frame.GetAttribute("height")};") is { Success: true } height
        && (height.Groups[2].Success || int.Parse(height.Groups[1].ValueSpan, CultureInfo.InvariantCulture) >= LeastHeightOfAList);

    /// <summary>
    /// What the page asks this site for: the rows of a grid (<c>&lt;table url="/list?rows=20"&gt;</c>), an address with a callback, or the
    /// first of numbered pages (<c>axios.get("/api/page?channel=1&amp;page=1")</c>).
    /// </summary>
    public IEnumerable<Uri> Questions() =>
        document.QuerySelectorAll("table[url], table[data-url], div[url]").Select(static grid => grid.GetAttribute("url") ??
                grid.GetAttribute("data-url")!).Where(IsAddress)
            .Concat(document.QuerySelectorAll("script[src]").Select(static script => script.GetAttribute("src")!).Where(source =>
                Callback().IsMatch(source) || ValueOfParameter().Matches(source).Any(given => functions.Value.Contains(
                    given.Groups[1].Value))))
            .Concat(Scripts.SelectMany(static script => FirstOfPages().Matches(script)).Select(static match => match.Groups[1].Value))
            .Select(Absolute).OfType<Uri>().Concat(FirstAsked().Select(static page => page.Address))
            .Where(link => link.AbsoluteUri != address.AbsoluteUri && LinkJudge.IsSameSite(link, address))
            .DistinctBy(static link => link.AbsoluteUri).Take(MostQuestions);

    /// <summary>Whether a text is written as an address of a page or file, and of no picture.</summary>
    internal static bool IsAddress(string text) => WrittenAddress().IsMatch(text) && !Picture().IsMatch(text);

    /// <param name="takesCalls">The argument of any function that is written as an address, too.</param>
    private Uri? OpenedBy(string script, bool takesCalls)
    {
        if (Opened().Match(script) is { Success: true } opened)
        {
            // The beginning of a sum of which the rest is not known is no address.
            return opened.Groups[2].Success ? MadeBy(script) : Absolute(string.Concat(PartOfSum().Matches(opened.Groups[1].Value)
                .Select(static part => part.Value.Trim('"', '\''))));
        }

        return takesCalls && CalledWith().Match(script) is { Success: true } call ? Absolute(call.Groups[1].Value)
            : MadeBy(script) ?? (takesCalls && InBase64(script) is { } coded ? Absolute(coded) : null);
    }

    /// <summary>The first argument of a call that is an address in Base64: <c>jump('L2JteXMvaW5kZXhfMi5zaHRtbA==')</c>.</summary>
    private static string? InBase64(string script) => CodedText().Matches(script)
        .Select(static match => AddressInBase64(match.Groups[1].Value)).FirstOrDefault(static text => text is not null);

    /// <summary>Of an element that leads nowhere by itself: <c>data-url="/art/7.html"</c>, also in Base64.</summary>
    private Uri? AddressInData(IElement element) =>
        element.Attributes.Where(static attribute => attribute.Name.StartsWith("data-", StringComparison.Ordinal))
            .Select(static attribute => IsAddress(attribute.Value) ? attribute.Value : AddressInBase64(attribute.Value))
            .OfType<string>().Concat(MadeOfData(element)).Select(Absolute).FirstOrDefault();

    /// <summary>
    /// What a script makes of an attribute of the element that is clicked: <c>open("/view.html?id=" + $(this).attr("data-id"))</c>.
    /// </summary>
    private IEnumerable<string> MadeOfData(IElement element) =>
        from made in openedWithData.Value
        let value = element.GetAttribute($"data-{made.Groups[2].Value}{made.Groups[3].Value}")
        where value is { Length: > 0 }
        select $"{made.Groups[1].Value}{value}{made.Groups[4].Value}";

    private static string ValueOf(Match pair)
    {
        var raw = pair.Groups[2].Success ? pair.Groups[2].Value : pair.Groups[3].Value;
        if (!raw.Contains('\\', StringComparison.Ordinal))
        {
            return raw;
        }

        try
        {
            return JsonSerializer.Deserialize<string>($"\"{raw.Replace("\\'", "'", StringComparison.Ordinal)}\"") ?? raw;
        }
        catch (JsonException)
        {
            return raw;
        }
    }

    [GeneratedRegex("""(?:window\.open\s*\(|location(?:\.href)?\s*=|location\.(?:assign|replace)\s*\()\s*""" +
        """((?:"[^"\s]+"|'[^'\s]+')(?:\s*\+\s*(?:"[^"\s]*"|'[^'\s]*'|\d+))*)(\s*\+)?""")]
    private static partial Regex Opened();

    [GeneratedRegex("""["'][^"']*["']|\d+""")]
    private static partial Regex PartOfSum();

    [GeneratedRegex("""(?:\bopen\s*\(|\b(?:href|location)\s*=)\s*["']([^"'\s]{2,200})["']\s*\+\s*\$\(this\)\.""" +
        """(?:attr\(\s*["']data-([\w-]+)["']\s*\)|data\(\s*["']([\w-]+)["']\s*\))(?:\s*\+\s*["']([^"'\s]*)["'])?""")]
    private static partial Regex OpenedWithData();

    [GeneratedRegex("""\(\s*(?:this\s*,\s*)?["']((?:https?:/|\.{0,2})/[^"'\s]+|[^"'\s/]+\.(?:s?html?|jspx?|aspx?|do|php)(?:\?[^"'\s]*)?)["']""")]
    private static partial Regex CalledWith();

    [GeneratedRegex("""\bCms\.attachment\(\s*["']([^"']*)["']\s*,\s*["']?(\d{1,12})["']?\s*,\s*["']?(\d{1,2})["']?\s*,\s*["'](\w+)["']""")]
    private static partial Regex AttachmentsWithKeys();

    [GeneratedRegex(@"[?&]i=(\d{1,2})$")]
    private static partial Regex PlaceOfKey();

    [GeneratedRegex("""[(,]\s*["']([A-Za-z0-9+/]+={0,2})["']""")]
    private static partial Regex CodedText();

    [GeneratedRegex(@"[?&;][\w-]+=([^&]+)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"([^\r\n。；]{0,120}?)[：:\s]*(https?://[\w.:/?=&%~#-]{4,300})")]
    private static partial Regex AddressInText();

    /// <summary>A call with a text or number of two characters and more, or a place on a disk.</summary>
    [GeneratedRegex("""\w\((?:[^()]*[,\s])?["']?[\w./?=&%-]{2,}["'][^()]*\)|\w\((?:[^()]*,)?\s*\d{2,}|\bfile:""")]
    private static partial Regex Unopened();

    [GeneratedRegex("view|embed|wopi|reader|pdfjs", RegexOptions.IgnoreCase)]
    private static partial Regex Viewer();

    [GeneratedRegex(@"\{[^{}]{8,4000}\}")]
    private static partial Regex FlatObject();

    [GeneratedRegex("""["']?\b([A-Za-z_]\w{0,40})["']?\s*:\s*(?:"((?:[^"\\]|\\.){0,500})"|'((?:[^'\\]|\\.){0,500})')""")]
    private static partial Regex NamedText();

    [GeneratedRegex("""["']?\bid["']?\s*:\s*["']?([\w-]{1,40})""", RegexOptions.IgnoreCase)]
    private static partial Regex NodeId();

    [GeneratedRegex("""["']?\b(?:pid|parent(?:_?id)?)["']?\s*:\s*["']?([\w-]{1,40})""", RegexOptions.IgnoreCase)]
    private static partial Regex NodeParent();

    [GeneratedRegex("(?:title|name|subject|headline|text)$", RegexOptions.IgnoreCase)]
    private static partial Regex NameOfText();

    [GeneratedRegex("(?:url|link|href|path|address)$", RegexOptions.IgnoreCase)]
    private static partial Regex NameOfAddress();

    [GeneratedRegex(@"^(?:(?:https?:/|\.{0,2})/\S+|\S+/|[^\s/]+\.(?:s?html?|jspx?|aspx?|do|php|pdf)(?:\?\S*)?|\S+/\S+\.\w{2,5}(?:\?\S*)?)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex WrittenAddress();

    [GeneratedRegex(@"display:\s*none|(?:width|height):\s*[01](?:px)?\s*;", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"[?&]\w+=([A-Za-z_$]\w*)")]
    private static partial Regex ValueOfParameter();

    [GeneratedRegex(@"(?<![-\w])height:\s*(\d{1,5})(?:px)?(%)?\s*;", RegexOptions.IgnoreCase)]
    private static partial Regex Height();

    [GeneratedRegex(@"[?&]\w*(?:callback|jsonp)\w*=", RegexOptions.IgnoreCase)]
    private static partial Regex Callback();

    [GeneratedRegex("""["'`]([^"'`\s<>]*\?[^"'`\s<>]*\b(?:page\w{0,6}|cur(?:rent)?page)=1(?:&[^"'`\s<>]*)?|[^"'`\s<>]+\.json)["'`]""",
        RegexOptions.IgnoreCase)]
    private static partial Regex FirstOfPages();
}
