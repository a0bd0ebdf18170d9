using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Extractor.Fetching.Pages;

/// <summary>What a listing says of its own length (共 29 条, 共 2 页).</summary>
/// <param name="Records">Null where it says nothing, or several things.</param>
/// <param name="Pages">Likewise.</param>
public sealed record AnnouncedLength(int? Records, int? Pages)
{
    public static AnnouncedLength Nothing { get; } = new(null, null);
}

/// <summary>The further pages of a listing, in the ways in which the common systems write them.</summary>
public sealed partial class HtmlPage
{
    /// <summary>
    /// The other pages of this listing, as far as this page tells. <c>createPageHTML(total, index, "index", "shtml")</c> is how the most
    /// common system has the reader's browser write the numbers: the first page is <c>index.shtml</c>, page n is <c>index_n.shtml</c>.
    /// Elsewhere data stores name their next group, and links, selects and numbers lead on.
    /// </summary>
    public ImmutableArray<Uri> FurtherPages(int most)
    {
        if (PagesOfScript() is { } call)
        {
            // The first page names all others; a page with a number does not tell whether they are counted from 0 or from 1.
            return NumberedPage().IsMatch(address.AbsolutePath) ? []
                : [.. from number in Enumerable.Range(0, Math.Min(call.Count, most)).Skip(1)
                       let page = Absolute($"{call.Name}_{number + call.First}.{call.Ending}")
                       where page is not null && page != address
                       select page];
        }

        var groups = NextGroups();
        if (groups.Count > 0)
        {
            return [.. groups.Take(most)];
        }

        if (WrittenQueries(most) is { Length: > 0 } queries)
        {
            return queries;
        }

        var selected = document.QuerySelectorAll("select[onchange] option[value]:not([selected])")
            .Select(option => PageOfControl(option.GetAttribute("value"))).OfType<Uri>().Where(IsPageOfThis).Distinct().ToList();
        var next = document.QuerySelectorAll(Controls).Where(IsNext).Select(AddressOfControl).OfType<Uri>()
            .FirstOrDefault(found => found != address);
        var numbers = document.QuerySelectorAll("a[href], a[onclick]")
            .Where(static anchor => Fold(anchor.TextContent) is not "1" and var number && (PageNumber().IsMatch(number)
                || (number.Length == 0 && anchor.ParentElement?.TextContent.Contains('页', StringComparison.Ordinal) == true)))
            .Select(AddressOfControl).OfType<Uri>().Where(IsPageOfThis).Distinct().ToList();
        return [.. selected.Concat(next is null ? [] : [next]).Concat(numbers).Where(found => found != address)
            .Concat(PagesOfForms().Concat(FurtherAsked(most)).Select(static page => page.Address)
                .Where(found => found.AbsoluteUri != address.AbsoluteUri))
            .DistinctBy(static found => found.AbsoluteUri).Take(most)];
    }

    /// <summary>Of one script; one that names more names no pages by them.</summary>
    private const int MostConstants = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>What leads from page to page.</summary>
    private const string Controls = "a, button, input[type=button], span[onclick], li[onclick]";

    private static string SaidBy(IElement control) =>
        Fold(control.LocalName == "input" ? control.GetAttribute("value") ?? string.Empty : control.TextContent);

    /// <summary>
    /// Pages that a script goes to by a number: <c>location.href = '/list.html?page=' + obj.curr</c>, <c>'index_' + i + '.html'</c>, with
    /// <c>count: 48, limit: 20</c> beside it, as the common pagers are told them.
    /// </summary>
    private ImmutableArray<Uri> WrittenQueries(int most) =>
    [
        .. from script in Scripts
           let written = WrittenNumber().Matches(WithConstants(script)).FirstOrDefault(match => match.Groups[2].Success ||
               match.Groups[4].Success)
           let pages = written is null || IsNumbered(written) ? null : PagesOfPager(script)
           where pages is not null
           let less = written.Groups[3].Success || CountsFromZero().IsMatch(script) ? 1 : 0
           from number in Enumerable.Range(1, Math.Min(pages.Value, most)).Skip(1)
           let page = Absolute($"{written.Groups[1].Value}{number - less}{written.Groups[4].Value}")
           where page is not null
           select page,
    ];

    /// <summary>
    /// Names of texts that stand in a sum are put into it: of <c>name + "_" + n</c> with <c>name = "list"</c>, <c>"list_" + n</c>.
    /// </summary>
    private static string WithConstants(string script)
    {
        var sums = script;
        foreach (var constant in NamedConstant().Matches(script).Take(MostConstants))
        {
            // The name comes first: what stands beside it is looked at where it stands, and nowhere else.
            var name = Regex.Escape(constant.Groups[1].Value);
            sums = Regex.Replace(sums, $"""\b{name}\b(?:(?=\s*\+\s*(["']))|(?<=(["'])\s*\+\s*{name}))""", found =>
                $"{found.Groups[1].Value}{found.Groups[2].Value}{constant.Groups[2].Value}{found.Groups[1].Value}{found.Groups[2].Value}",
                RegexOptions.CultureInvariant, Patience);
        }

        return Joint().Replace(sums, string.Empty);
    }

    private bool IsNumbered(Match written) => written.Groups[2].Success
        ? address.Query.TrimStart('?').Split('&').Any(pair => pair.StartsWith(written.Groups[2].Value + "=", StringComparison.Ordinal)
            && !pair.EndsWith("=1", StringComparison.Ordinal)) : NumberedPage().IsMatch(address.AbsolutePath);

    private static int? PagesOfPager(string script) =>
        PagesInScript().Match(script) is { Success: true } pages ? ValueOf(pages.Groups[1].Value, script)
        : CountOfPager().Match(script) is { Success: true } count && LimitOfPager().Match(script) is { Success: true } limit
            ? ValueOf($"Math.ceil({count.Groups[1].Value}/{limit.Groups[1].Value})", script) : null;

    /// <summary>
    /// Pages of which the page shows the number and tells no address: <c>&lt;li data-page="2"&gt;</c>, <c>go(2)</c> of a script elsewhere.
    /// The address told of them is this page's own, with what is known of the control behind it.
    /// </summary>
    public IEnumerable<RefusedLink> PagesWithoutAddress() =>
        from control in document.QuerySelectorAll("a, button, span[onclick], li[onclick], [data-page]")
        let number = Fold(control.TextContent)
        where PageNumber().IsMatch(number) && number is not "1" && AddressOfControl(control) is null
        let said = new[] { control.GetAttribute("href"), control.GetAttribute("onclick") }.FirstOrDefault(static script =>
            script?.Contains('(', StringComparison.Ordinal) == true && !script.Contains("void(", StringComparison.Ordinal))
            ?? (control.GetAttribute("data-page") is { } page ? $"data-page={page}" : null)
        where said is not null
        select new RefusedLink(new Uri(address, $"#{said}"), number, LinkRefusals.PageWithoutAddress, true);

    /// <summary>What the page says of the length of its listing, in its text or in the script that writes the pages.</summary>
    public AnnouncedLength Announced()
    {
        var text = Text;
        var call = PagesOfScript();
        return new AnnouncedLength(
            Only(AnnouncedRecords().Matches(text).Concat(Scripts.SelectMany(static script => RecordsInScript().Matches(script))))
                ?? call?.Records,
            call?.Count
                ?? Only(AnnouncedPages().Matches(text).Concat(Scripts.SelectMany(static script => PagesInScript().Matches(script)))));
    }

    /// <summary>
    /// Finished links that a page keeps for its script (jpage): <c>record</c> elements with CDATA, also as the whole answer.
    /// </summary>
    public IEnumerable<FoundLink> LinksOfDataStores() =>
        from Match record in Record().Matches(store)
        from link in Read(record.Groups[1].Value, Origin, encoding).Links()
        select link with { Place = "record", IsInBody = true };

    /// <summary>One of the pages after the first: by its number, or by what leads back from it.</summary>
    internal bool IsALaterPage() => BodyIn(address) is not null || NumberedPage().IsMatch(address.AbsolutePath)
        || LaterNumber().IsMatch(address.Query) || document.QuerySelectorAll("a").Any(control => PreviousPage().IsMatch(
            Fold(control.TextContent)) && AddressOfControl(control) is { } back && back != address);

    private sealed record PageCall(int Count, int First, string Name, string Ending, int? Records);

    /// <summary>The call of createPageHTML, with its arguments in the order of either variant; null where there is none.</summary>
    private PageCall? PagesOfScript()
    {
        foreach (var script in Scripts)
        {
            foreach (Match match in CreatePage().Matches(script))
            {
                // createPageHTML(9, 0, "index", "html") or createPageHTML('page_div', 9, 1, 'index', 'html', 170)
                var arguments = Argument().Matches(match.Groups[1].Value).Select(static part => part.Value.Trim()).ToList();
                if (arguments.Count > 0 && IsText(arguments[0]))
                {
                    arguments.RemoveAt(0);
                }

                if (arguments.Count >= 4 && IsText(arguments[2]) && IsText(arguments[3]) && ValueOf(arguments[0], script) is { } count)
                {
                    var current = ValueOf(arguments[1], script);
                    var (name, ending) = (arguments[2].Trim('"', '\''), arguments[3].Trim('"', '\''));
                    // Systems count from 0 or from 1: the first page, whose name has no number, says of itself which.
                    var first = current >= 1 ? 1 : 0;
                    var records = arguments.Count > 4 ? ValueOf(arguments[4], script) : RecordsOf(arguments[0], script);
                    return new PageCall(count, first, name, ending, records);
                }
            }
        }

        return SetPages() ?? WrittenPages();

        static bool IsText(string argument) => argument.Length > 1 && argument[0] is '"' or '\'';
    }

    /// <summary>A call that is given names: <c>Pager({size:3, current:0, prefix:'index', suffix:'html'})</c>.</summary>
    private PageCall? SetPages() => (
        from script in Scripts
        from Match call in SetPager().Matches(script)
        let set = AskedWith().Matches(call.Groups[1].Value).DistinctBy(static pair => pair.Groups[1].Value).ToDictionary(
            static pair => pair.Groups[1].Value, static pair => pair.Groups[2].Value + pair.Groups[3].Value, StringComparer.Ordinal)
        let count = ValueOf(set.GetValueOrDefault("size") ?? set.GetValueOrDefault("total") ?? string.Empty, script)
        where count is not null && set.ContainsKey("prefix") && set.ContainsKey("suffix")
        let first = set.GetValueOrDefault("current") == "1" ? 1 : 0
        select new PageCall(count.Value, first, set["prefix"], set["suffix"].TrimStart('.'), null)).FirstOrDefault();

    /// <summary>
    /// A pager that a script writes: <c>document.write("&lt;a href=\"index"+"_" + nextPage + "."+"html\"&gt;下一页…")</c>, with
    /// <c>countPage = 3</c> and <c>currentPage = 0</c> beside it.
    /// </summary>
    private PageCall? WrittenPages() => (
        from script in Scripts
        let joined = Joint().Replace(script, string.Empty)
        from Match written in WrittenPage().Matches(joined)
        where LinkWords.Say(LinkWordList.NextPage, Fold(written.Groups[3].Value))
        let count = NameOfPages().Matches(script).Select(name => ValueOf(name.Value, script))
            .FirstOrDefault(static value => value is not null)
        where count is not null
        select new PageCall(count.Value, ValueOf("currentPage", script) >= 1 ? 1 : 0, written.Groups[1].Value, written.Groups[2].Value,
            null)).FirstOrDefault();

    /// <summary>A number, a division that is rounded up, or a name that the script gives one of these; of several the least.</summary>
    private static int? ValueOf(string argument, string script)
    {
        if (Number(argument.Trim('"', '\'')) is { } number)
        {
            return number;
        }

        if (RoundedUp().Match(argument) is { Success: true } division)
        {
            return (Number(division.Groups[1].Value) + Number(division.Groups[2].Value) - 1) / Number(division.Groups[2].Value);
        }

        var name = Identifier().Match(argument) is { Success: true } call ? call.Groups[1].Value : argument;
        return Assigned().Matches(script).Where(assigned => assigned.Groups[1].Value == name)
            .Select(assigned => assigned.Groups[2].Value == name ? null : ValueOf(assigned.Groups[2].Value, string.Empty))
            .Where(static value => value is not null).Min();

        static int? Number(string text) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value < 1_000_000 ? value : null;
    }

    private static int? RecordsOf(string argument, string script) =>
        (RoundedUp().Match(argument) is { Success: true } own ? own
            : Assigned().Matches(script).Where(assigned => assigned.Groups[1].Value == argument)
                .Select(static assigned => RoundedUp().Match(assigned.Groups[2].Value)).FirstOrDefault(static match => match.Success))
        is { } division
        && int.TryParse(division.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var records) ? records : null;

    private List<Uri> NextGroups() =>
    [
        .. from Match found in NextGroup().Matches(store)
           from link in Read(found.Groups[1].Value, Origin, encoding).Links()
           where link.Address != address
           select link.Address,
    ];

    private static bool IsNext(IElement element) =>
        element.GetAttribute("rel") == "next"
        || element.ClassList.Any(static name => ClassOfNext().IsMatch(name))
        || LinkWords.Say(LinkWordList.NextPage, SaidBy(element))
        || LinkWords.Say(LinkWordList.NextPage, Fold(element.GetAttribute("title") ?? string.Empty))
        || LinkWords.Say(LinkWordList.NextPage, Fold(element.GetAttribute("aria-label") ?? string.Empty));

    private Uri? AddressOfControl(IElement element) =>
        PageOfControl(element.GetAttribute("href")) ?? PageOfControl(element.GetAttribute("onclick"))
        ?? PageOfControl(element.GetAttribute("tagname"))
        ?? element.Attributes.Where(static attribute => attribute.Name.StartsWith("data-", StringComparison.Ordinal))
            .Select(static attribute => IsAddress(attribute.Value) ? attribute.Value : AddressInBase64(attribute.Value)).OfType<string>()
            .Select(Absolute).FirstOrDefault();

    /// <summary>An address, or the one that a script is given: <c>location.href='index_2.html'</c>, <c>go('?page=2')</c>.</summary>
    private Uri? PageOfControl(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.StartsWith('#') || text is "[NEXTPAGE]")
        {
            return null;
        }

        var isScript = text.Contains('(', StringComparison.Ordinal) || text.Contains("location", StringComparison.Ordinal)
            || text.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);
        return !isScript ? Absolute(text) : InBase64(text) is { } coded ? Absolute(coded)
            : PageInScript().Match(text) is { Success: true } match ? Absolute(match.Groups[1].Value) : MadeBy(text, asks: true);
    }

    /// <summary>Differs from this page's address in numbers alone, or in what follows the name of the first page.</summary>
    private bool IsPageOfThis(Uri found) => found.Host == address.Host && found != address
        && Digits().Replace(NumberedPage().Replace(found.PathAndQuery, "."), "#") is var other
        && (other == Digits().Replace(NumberedPage().Replace(address.PathAndQuery, "."), "#")
            || NumberedPage().Replace(found.PathAndQuery, ".") == address.PathAndQuery
            || (found.AbsolutePath == address.AbsolutePath && found.Query.Length > 0)
            || NumberBelow().Replace(found.AbsolutePath, ".") == address.AbsolutePath
            || NumberBehind().Replace(found.AbsolutePath, ".") is var first && (first == address.AbsolutePath
                || (address.AbsolutePath.EndsWith('/') && first.StartsWith(address.AbsolutePath + "index.", StringComparison.Ordinal)))
            || (address.AbsolutePath.EndsWith('/') && FolderOfPage().Replace(found.AbsolutePath, "/") == address.AbsolutePath)
            || (address.AbsolutePath.EndsWith('/') && found.AbsolutePath.StartsWith(address.AbsolutePath, StringComparison.Ordinal)
                && NumberedPage().IsMatch(found.AbsolutePath)));

    /// <summary>What all say; null where they differ.</summary>
    private static int? Only(IEnumerable<Match> matches) =>
        matches.Select(static match =>
            int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                ? value : -1).Distinct().ToList() is [var only] && only > 0 ? only : null;

    [GeneratedRegex(@"(?<!function\s{1,4})createPageHTML\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)")]
    private static partial Regex CreatePage();

    [GeneratedRegex(@"\b\w+\(\s*\{([^{}]*\bprefix\b[^{}]*)\}\s*\)")]
    private static partial Regex SetPager();

    [GeneratedRegex("""(?:"[^"]*"|'[^']*'|[^,("']|\((?:[^()]|\([^()]*\))*\))+""")]
    private static partial Regex Argument();

    [GeneratedRegex(@"^Math\.ceil\(\s*(\d{1,6})\s*/\s*(\d{1,4})\s*\)$")]
    private static partial Regex RoundedUp();

    [GeneratedRegex(@"^(?:parseInt|Number)\(\s*(\w+)\s*\)$")]
    private static partial Regex Identifier();

    [GeneratedRegex("""(\w+)\s*=\s*(["']?\d{1,6}["']?|Math\.ceil\(\s*\d{1,6}\s*/\s*\d{1,4}\s*\))\s*[;\r\n}]""")]
    private static partial Regex Assigned();

    [GeneratedRegex(@"_\d+(?=\.\w+(?:\?|$))\.")]
    private static partial Regex NumberedPage();

    /// <summary>Of index2.html, a page of index.html.</summary>
    [GeneratedRegex(@"(?<=[A-Za-z])\d+(?=\.\w+$)\.")]
    private static partial Regex NumberBehind();

    /// <summary>Of bmys/2.htm, a page of bmys.htm.</summary>
    [GeneratedRegex(@"/\d+(?=\.\w+$)\.")]
    private static partial Regex NumberBelow();

    /// <summary>Of czgk/page/2/, a page of czgk/.</summary>
    [GeneratedRegex(@"/(?:page/)?\d+/?$")]
    private static partial Regex FolderOfPage();

    [GeneratedRegex(@"^\W*(?:上一?页|前一?页|prev(?:ious)?)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex PreviousPage();

    [GeneratedRegex(@"[?&](?:page\w{0,6}|cur(?:rent)?page|pn?)=0*(?:[2-9]|1\d)", RegexOptions.IgnoreCase)]
    private static partial Regex LaterNumber();

    [GeneratedRegex("(?i)totalPages?|pageCount|countPage|page_count")]
    private static partial Regex NameOfPages();

    /// <summary>Before the number, the name of a parameter; whether it is less by one; after it, the ending of a file.</summary>
    [GeneratedRegex("""(?:href|open|replace|assign)\b[^"']{0,60}["']([^"'\s]*(?:[?&](page\w{0,6}|cur(?:rent)?page)=|_))["']\s*\+\s*""" +
        """(?:[\w.]+|\(\s*[\w.]+\s*(-)\s*1\s*\))(?:\s*\+\s*["'](\.\w{2,5})["'])?""", RegexOptions.IgnoreCase)]
    private static partial Regex WrittenNumber();

    [GeneratedRegex("""\b(?:(?:count|total|totalData|totalCount|totalRecords?|dataCount|records?)\s*:|\w{0,20}RecordCount\s*[=:])\s*""" +
        """["']?(\d{1,6})\b""")]
    private static partial Regex CountOfPager();

    [GeneratedRegex("""\b(?:(?:limit|showData|perPage|rows)\s*:|\w{0,20}page_?size["']?\s*[=:])\s*["']?([1-9]\d{0,3})\b""",
        RegexOptions.IgnoreCase)]
    private static partial Regex LimitOfPager();

    /// <summary>The number of the first page, as the script has it.</summary>
    [GeneratedRegex("""\w{0,20}curr(?:ent)?_?page(?:no|num|index)?\s*[=:]\s*["']?0\b""", RegexOptions.IgnoreCase)]
    private static partial Regex CountsFromZero();

    /// <summary>Two texts of a script that are joined.</summary>
    [GeneratedRegex("""(?<!\\)"\s*\+\s*"|'\s*\+\s*'""")]
    private static partial Regex Joint();

    [GeneratedRegex("""<a[^<>]*href=\\?["']?([^"'\\<>\s]*?)_["']\s*\+\s*\w+\s*\+\s*["']\.(\w+)\\?["'][^<>]*>([^<>]*)<""")]
    private static partial Regex WrittenPage();

    [GeneratedRegex("^(?:(?:page|nav|pager)[-_]?)?next(?:[-_]?page)?$", RegexOptions.IgnoreCase)]
    private static partial Regex ClassOfNext();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^[\[第]?\s*(?!20\d\d)\d{1,4}\s*[页\]]?$")]
    private static partial Regex PageNumber();

    [GeneratedRegex("""["']([^"'\s]*(?:[/?=.]|_\d)[^"'\s]*)["']""")]
    private static partial Regex PageInScript();

    [GeneratedRegex(@"[共总](?:有|计|数|记录数?|(?:找|查询|检索|搜索)到)?\s*[:：]?\s*(\d{1,6})\s*(?:条|篇|个记录)")]
    private static partial Regex AnnouncedRecords();

    [GeneratedRegex(@"(?:共(?:有|计)?\s*|第\s*\d{1,5}\s*/\s*)(\d{1,5})\s*页")]
    private static partial Regex AnnouncedPages();

    [GeneratedRegex("""(?i)(?:totalRecords?|totalCount|recordCount)["']?\s*[=:>]\s*["']?(\d{1,6})\b""")]
    private static partial Regex RecordsInScript();

    [GeneratedRegex("""(?i)(?:totalPages?|pageCount|countPage|page_count)["']?\s*[=:>]\s*["']?(\d{1,5})\b""")]
    private static partial Regex PagesInScript();

    [GeneratedRegex(@"<record>\s*<!(?:--)?\[CDATA\[(.*?)\]\](?:--)?>", RegexOptions.Singleline)]
    private static partial Regex Record();

    [GeneratedRegex(@"<nextgroup>\s*<!(?:--)?\[CDATA\[(.*?)\]\](?:--)?>", RegexOptions.Singleline)]
    private static partial Regex NextGroup();
}
