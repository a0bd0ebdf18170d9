using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Extractor.Fetching.Pages;

/// <summary>
/// Lists that a script asks for or fills and that are not read here, told by what the page shows of them: a call with the number of a page
/// that is not known whole, a template without its items, an empty place, a note that something is loading.
/// </summary>
public sealed partial class HtmlPage
{
    /// <summary>Characters; a note that something is loading has fewer.</summary>
    private const int MostOfANote = 30;

    /// <summary>Of one page that are named.</summary>
    private const int MostUnread = 20;

    private const string Templates = "[v-for], [ng-repeat], [data-ng-repeat], [x-for], template, script[type*=template], " +
        "script[type*=tmpl], script[type='text/html'], script[type*=handlebars]";

    private const string Shells = "#app, #root, #__nuxt, #__next, #q-app";

    /// <param name="leadsNowhere">The page gives no entry, no listing below it and no page after it.</param>
    internal IEnumerable<RefusedLink> UnreadLists(bool leadsNowhere, bool isOfBudgets)
    {
        var isShell = IsShell();
        var named = !isOfBudgets && !isShell ? [] : AskedUnread(leadsNowhere).DistinctBy(static link => link.Address.OriginalString)
            .Take(MostUnread).ToList();
        return named.Count > 0 || !leadsNowhere || !(isShell || (isOfBudgets && IsWaiting())) ? named
            : [Unread(PlaceTold() ?? $"#{LinkRefusals.ListNotRead}", Title)];
    }

    /// <summary>Calls that ask for a list by something that is not written in the page.</summary>
    private IEnumerable<RefusedLink> AskedUnread(bool leadsNowhere)
    {
        var followed = askings.Value.Select(static asking => asking.Address).Concat(leadsNowhere ? [] : Questions())
            .Select(static asked => asked.GetLeftPart(UriPartial.Path)).ToHashSet(StringComparer.Ordinal);
        return from script in Scripts
               let isPaged = leadsNowhere && PagedName().IsMatch(script)
               from call in CallsIn(script)
               where !BesidesALists().IsMatch(call.Place)
                   && (PagedName().IsMatch(call.Sent) || PagedName().IsMatch(call.Place)
                       || (leadsNowhere && (isPaged || call.IsPost || NameOfList().IsMatch(call.Place))))
               let told = FirstText().Match(call.Place) is { Success: true } text && IsAddress(text.Groups[1].Value) ? text : null
               where told is not null || (leadsNowhere && isPaged)
               let link = told is { Index: 0 } ? Absolute(told.Groups[1].Value) : null
               where link is null || !followed.Contains(link.GetLeftPart(UriPartial.Path))
               select Unread(link?.AbsoluteUri ?? $"#{call.Place}", call.Place);
    }

    /// <param name="Place">Where it is asked for, as the script writes it.</param>
    /// <param name="Sent">What is sent besides, up to the function that gets the answer.</param>
    private sealed record UnreadCall(string Place, string Sent, bool IsPost);

    private static IEnumerable<UnreadCall> CallsIn(string script)
    {
        foreach (Match call in AskingCall().Matches(script))
        {
            var arguments = ArgumentsAfter(script, call.Index + call.Length);
            var sent = arguments[..(Answered().Match(arguments) is { Success: true } function ? function.Index : arguments.Length)];
            var named = WrittenPlace().Match(arguments) is { Success: true } own ? own : FirstArgument().Match(arguments);
            if (named.Success)
            {
                yield return new UnreadCall(named.Groups[1].Value.Trim(), sent[Math.Min(sent.Length, named.Index + named.Length)..],
                    call.Groups[2].Value == "post" || AskedAsPost().IsMatch(arguments));
            }
        }

        foreach (Match call in OpenedRequest().Matches(script))
        {
            yield return new UnreadCall(call.Groups[2].Value.Trim(), string.Empty, call.Groups[1].Value.Length == 4);
        }

        foreach (Match grid in Grid().Matches(script))
        {
            if (WrittenPlace().Match(ArgumentsAfter(script, grid.Index + grid.Length)) is { Success: true } named)
            {
                yield return new UnreadCall(named.Groups[1].Value.Trim(), "page:", false);
            }
        }
    }

    private RefusedLink Unread(string place, string said) =>
        new(new Uri(address, place), Fold(said), LinkRefusals.ListNotRead, true);

    /// <summary>An application writes the whole page into one element.</summary>
    private bool IsShell() => document.QuerySelectorAll(Shells).Any(static shell => !shell.Descendants<IElement>().Any(static inside =>
        inside.LocalName == "a")) && document.Scripts.Length > 0;

    /// <summary>Something stands where a list is to come.</summary>
    private bool IsWaiting() =>
        Has(Templates) || Mustache().IsMatch(document.Body?.TextContent ?? string.Empty)
        || document.QuerySelectorAll("noscript").Any(static note => AsksForScripts().IsMatch(note.TextContent))
        || Shown().Any(static text => text.Data.Length <= MostOfANote && Loading().IsMatch(text.Data))
        || (document.Scripts.Length > 0 && document.QuerySelectorAll("div[id], ul[id], ol[id], tbody[id], table[id], section[id]")
            .Any(static place => place.ChildElementCount == 0 && string.IsNullOrWhiteSpace(place.TextContent)
                && NameOfList().IsMatch(place.Id!) && !BesidesALists().IsMatch(place.Id!)));

    /// <summary>The address that an empty place tells: <c>&lt;ul id="dataList" data-api="/openness/ajax/list"&gt;</c>.</summary>
    private string? PlaceTold() => document.QuerySelectorAll("div, ul, ol, table, tbody, section")
        .Where(static place => place.ChildElementCount == 0).SelectMany(static place => place.Attributes)
        .Where(static attribute => attribute.Name is "url" || attribute.Name.StartsWith("data-", StringComparison.Ordinal))
        .Select(static attribute => attribute.Value).FirstOrDefault(IsAddress);

    /// <summary>The number of a page or of its items, as the name of a field.</summary>
    [GeneratedRegex("""(?<![A-Za-z])(?:page_?(?:no|num|number|index|size)?|cur(?:rent)?_?page\w{0,5}|limit|rows|offset|start)""" +
        """["']?\s*[:=,](?!=)""", RegexOptions.IgnoreCase)]
    private static partial Regex PagedName();

    [GeneratedRegex(@"list|query|page|search|article|news|content|catalog|column|channel|unit|record|result|data|info|gk|xxgk",
        RegexOptions.IgnoreCase)]
    private static partial Regex NameOfList();

    /// <summary>What pages ask for beside their matter: counters, votes, log-ins, the weather, words to search for.</summary>
    [GeneratedRegex(@"hits?\b|click|\bcount|visit|login|user|weather|mail|letter|opinion|msg|survey|vote|token|captcha|\bstat|tongji|" +
        @"comment|suggest|\bhot|share|config|\bsign|praise|score|\bnav|menu|foot|\bhead|qrcode|\bmap|banner|friend|\blog\b|\bwza|" +
        @"\bips?\b|translate|version", RegexOptions.IgnoreCase)]
    private static partial Regex BesidesALists();

    [GeneratedRegex("""["'`]([^"'`\s$]{2,300})(?:["'`]|\$\{)""")]
    private static partial Regex FirstText();

    /// <summary>After <c>url:</c> or as the first argument, from its first text on.</summary>
    [GeneratedRegex("""(?:\burl["']?\s*:|^)\s*((?:[\w.]+\s*\+\s*)?["'`][^\r\n,}]{2,300}|[\w.]+(?:\s*\+\s*[^\r\n,}]{2,300}))""")]
    private static partial Regex WrittenPlace();

    [GeneratedRegex(@"\bfunction\b|=>")]
    private static partial Regex Answered();

    /// <summary>Of XMLHttpRequest: <c>xhr.open("POST", "/api/list?page=" + n)</c>.</summary>
    [GeneratedRegex("""\.open\(\s*["'](GET|POST)["']\s*,\s*([^,;]{3,300}?)\s*(?:,|\)\s*[;\r\n])""", RegexOptions.IgnoreCase)]
    private static partial Regex OpenedRequest();

    /// <summary>Tables and streams that ask for their rows themselves: layui, bootstrap-table, EasyUI, DataTables.</summary>
    [GeneratedRegex(@"(?:\btable\.render|\.bootstrapTable|\.datagrid|\.DataTable|\.jqGrid)\s*\(\s*")]
    private static partial Regex Grid();

    [GeneratedRegex(@"\{\{[^{}]{1,80}\}\}")]
    private static partial Regex Mustache();

    [GeneratedRegex(@"JavaScript|脚本", RegexOptions.IgnoreCase)]
    private static partial Regex AsksForScripts();

    [GeneratedRegex(@"(?:加载|载入|读取)中|正在(?:加载|载入|读取|努力加载)|数据加载|\bloading\b", RegexOptions.IgnoreCase)]
    private static partial Regex Loading();
}
