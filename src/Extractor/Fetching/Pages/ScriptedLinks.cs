using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Extractor.Fetching.Pages;

/// <summary>Links that stand in no anchor's address: opened by scripts, kept in variables, asked for as JSON, shown in a frame.</summary>
public sealed partial class HtmlPage
{
    /// <summary>Of one page; a portal asks many things, a listing one or two.</summary>
    private const int MostQuestions = 5;

    /// <summary>What elements other than anchors open: <c>&lt;li onclick="location.href='/c/1.shtml'"&gt;</c>.</summary>
    public IEnumerable<FoundLink> LinksOfElements() =>
        from element in document.QuerySelectorAll("[onclick]")
        where element.LocalName is not ("a" or "area" or "body" or "option") && element.QuerySelector("a[href]") is null
        let link = OpenedBy(element.GetAttribute("onclick")!, takesCalls: false)
        where link is not null
        select Found(link, BestOf([.. TextsOf(element)]), element, IsInBody(element));

    /// <summary>
    /// Files that elements other than anchors name: the element of a viewer (<c>&lt;div pdfsrc="/a.pdf"&gt;</c>), a card
    /// (<c>data-url</c>), a button that calls (<c>onclick="down('/a.pdf','决算.pdf')"</c>).
    /// </summary>
    public IEnumerable<FoundLink> FilesOfElements() =>
        from element in document.All
        where !element.Matches(Carriers) && element.LocalName is not ("script" or "link" or "meta" or "base" or "img")
        from attribute in element.Attributes
        let named = attribute.Name == "onclick" ? FileOf(attribute.Value)
            : attribute.Name is not ("title" or "alt" or "class" or "style" or "download")
                && AttachmentLinks.IsFileAddress(attribute.Value) && attribute.Value.Contains('/', StringComparison.Ordinal)
                ? attribute.Value : null
        where named is not null
        let link = Absolute(named)
        where link is not null
        select Found(link, BestOf([.. TextsOf(element)]), element, IsInBody(element));

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
            var file = AttachmentLinks.IsFileAddress(value) ? value : AddressInBase64(value);
            if (file is not null && (isShown || ((IsWhole(file) || Viewer().IsMatch(named)) && !AttachmentLinks.IsAttachment(
                new Uri(Origin, named.Split('?')[0]), string.Empty))))
            {
                return Absolute(file);
            }
        }

        return null;
    }

    private static bool IsWhole(string address) => address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static string? AddressInBase64(string value)
    {
        var octets = new byte[value.Length];
        return value.Length >= 16 && Convert.TryFromBase64String(value, octets, out var length)
            && System.Text.Encoding.UTF8.GetString(octets, 0, length) is var text && IsWhole(text) && AttachmentLinks.IsFileAddress(text)
            ? text : null;
    }

    /// <summary>
    /// Links to budgets that scripts keep in variables: <c>var list = [{"title":"…2026年部门预算","link":"./art/1.html"}]</c>, with or without
    /// quotes around the names.
    /// </summary>
    public IEnumerable<FoundLink> LinksOfVariables() =>
        from script in Scripts
        from Match item in FlatObject().Matches(script)
        let pairs = NamedText().Matches(item.Value)
        let text = pairs.Where(static pair => NameOfText().IsMatch(pair.Groups[1].ValueSpan)).Select(ValueOf)
            .FirstOrDefault(static value => LinkWords.Say(LinkWordList.Subject, value))
        where text is not null
        let named = pairs.Where(static pair => NameOfAddress().IsMatch(pair.Groups[1].ValueSpan)).Select(ValueOf).FirstOrDefault(IsAddress)
        where named is not null
        let link = Absolute(named)
        where link is not null
        select new FoundLink(link, Fold(text), "variable", true);

    /// <summary>Pages of this host that the page shows within it; a frame without a size counts visitors.</summary>
    public IEnumerable<Uri> Frames() =>
        from frame in document.QuerySelectorAll("iframe[src], frame[src]")
        let link = AddressOf(frame)
        where link is not null && link != address && link.Host == address.Host && !AttachmentLinks.IsAttachment(link, string.Empty)
            && !Hidden().IsMatch(
                $"{frame.GetAttribute("style")};width:{frame.GetAttribute("width")};height:{frame.GetAttribute("height")};")
        select link;

    /// <summary>
    /// What the page's scripts ask this site for: an address with a callback, or the first of numbered pages
    /// (<c>axios.get("/api/page?channel=1&amp;page=1")</c>).
    /// </summary>
    public IEnumerable<Uri> Questions() =>
        document.QuerySelectorAll("script[src]").Select(static script => script.GetAttribute("src")!).Where(static source =>
                Callback().IsMatch(source))
            .Concat(Scripts.SelectMany(static script => FirstOfPages().Matches(script)).Select(static match => match.Groups[1].Value))
            .Select(Absolute).OfType<Uri>()
            .Where(link => link != address && LinkJudge.IsSameSite(link, address))
            .DistinctBy(static link => link.AbsoluteUri).Take(MostQuestions);

    /// <summary>Whether a text is written as an address of a page or file, and of no picture.</summary>
    internal static bool IsAddress(string text) => WrittenAddress().IsMatch(text) && !Picture().IsMatch(text);

    /// <param name="takesCalls">The argument of any function that is written as an address, too.</param>
    private Uri? OpenedBy(string script, bool takesCalls)
    {
        var match = Opened().Match(script);
        if (!match.Success && takesCalls)
        {
            match = CalledWith().Match(script);
        }

        return match.Success ? Absolute(match.Groups[1].Value) : takesCalls ? MadeBy(script) : null;
    }

    /// <summary>An address that the page's own function makes: <c>function show(id){open('/news/'+id+'.html')}</c>, with 900.</summary>
    private Uri? MadeBy(string script)
    {
        if (CallWithNumber().Match(script) is not { Success: true } call)
        {
            return null;
        }

        var made = Scripts.SelectMany(static text => Maker().Matches(text))
            .FirstOrDefault(maker => maker.Groups[1].Value == call.Groups[1].Value);
        var written = made is null ? string.Empty : $"{made.Groups[3].Value}{call.Groups[2].Value}{made.Groups[4].Value}";
        return IsAddress(written) ? Absolute(written) : null;
    }

    /// <summary>Of an anchor that leads nowhere by itself: <c>data-url="/art/7.html"</c>.</summary>
    private Uri? AddressInData(IElement element) =>
        element.Attributes.Where(static attribute => attribute.Name.StartsWith("data-", StringComparison.Ordinal)
                && IsAddress(attribute.Value))
            .Select(attribute => Absolute(attribute.Value)).FirstOrDefault();

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

    [GeneratedRegex("""(?:window\.open\s*\(|location(?:\.href)?\s*=|location\.(?:assign|replace)\s*\()\s*["']([^"'\s]+)["']""")]
    private static partial Regex Opened();

    [GeneratedRegex("""\(\s*["']((?:https?:/|\.{0,2})/[^"'\s]+|[^"'\s/]+\.(?:s?html?|jspx?|aspx?|do|php)(?:\?[^"'\s]*)?)["']""")]
    private static partial Regex CalledWith();

    [GeneratedRegex("""\b(\w+)\(\s*["']?(\w{1,40})["']?\s*\)""")]
    private static partial Regex CallWithNumber();

    [GeneratedRegex("""function\s+(\w+)\((\w+)\)\s*\{[^{}]{0,300}?["']([^"'{}]*)["']\s*\+\s*\2\b(?:\s*\+\s*["']([^"'{}]*)["'])?""")]
    private static partial Regex Maker();

    [GeneratedRegex(@"[?&;][\w-]+=([^&]+)")]
    private static partial Regex Parameter();

    [GeneratedRegex("view|embed", RegexOptions.IgnoreCase)]
    private static partial Regex Viewer();

    [GeneratedRegex(@"\{[^{}]{8,4000}\}")]
    private static partial Regex FlatObject();

    [GeneratedRegex("""["']?\b([A-Za-z_]\w{0,40})["']?\s*:\s*(?:"((?:[^"\\]|\\.){0,500})"|'((?:[^'\\]|\\.){0,500})')""")]
    private static partial Regex NamedText();

    [GeneratedRegex("(?:title|name|subject|headline|text)$", RegexOptions.IgnoreCase)]
    private static partial Regex NameOfText();

    [GeneratedRegex("(?:url|link|href|path|address)$", RegexOptions.IgnoreCase)]
    private static partial Regex NameOfAddress();

    [GeneratedRegex(@"^(?:(?:https?:/|\.{0,2})/\S+|\S+/|[^\s/]+\.(?:s?html?|jspx?|aspx?|do|php|pdf)(?:\?\S*)?|\S+/\S+\.\w{2,5}(?:\?\S*)?)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex WrittenAddress();

    [GeneratedRegex(@"display:\s*none|(?:width|height):\s*[01](?:px)?\s*;", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"[?&]\w*(?:callback|jsonp)\w*=", RegexOptions.IgnoreCase)]
    private static partial Regex Callback();

    [GeneratedRegex("""["'`]([^"'`\s<>]*\?[^"'`\s<>]*\b(?:page\w{0,6}|cur(?:rent)?page)=1(?:&[^"'`\s<>]*)?|[^"'`\s<>]+\.json)["'`]""",
        RegexOptions.IgnoreCase)]
    private static partial Regex FirstOfPages();
}
