using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Extractor.Fetching.Pages;

/// <summary>
/// Pages of a list that a script asks this site for, by their number:
/// <c>$.ajax({url:"/label/8888", data:{catId:"5", pageIndex:n}})</c>, <c>axios.get("/list?channel=5&amp;page=" + n)</c>. What has no
/// number of a page - counters, votes - is not asked.
/// </summary>
public sealed partial class HtmlPage
{
    /// <summary>Characters of one call's arguments; a longer one is a program.</summary>
    private const int MostOfACall = 6000;

    /// <summary>In the value of a field, where the number of the page stands.</summary>
    private const string Number = "\u0001";

    /// <param name="Page">The name of the field that has the number.</param>
    /// <param name="Fields">What is asked besides; the number among them has no value.</param>
    /// <param name="Pages">How many there are, where the script tells it.</param>
    /// <param name="IsJson">Sent as an object of JSON: <c>axios.post(url, {…})</c>, <c>JSON.stringify({…})</c>.</param>
    private sealed record Asking(Uri Address, bool IsPost, string Page, ImmutableArray<(string Name, string? Value, bool IsText)> Fields,
        int First, int? Pages, bool IsJson);

    /// <summary>The first page of what a page without a list asks for.</summary>
    private IEnumerable<FormPage> FirstAsked() => askings.Value.Select(asking => PageOf(asking, asking.First)).OfType<FormPage>();

    /// <summary>The pages after the first, as far as the script tells how many there are.</summary>
    private IEnumerable<FormPage> FurtherAsked(int most) =>
        from asking in askings.Value
        from number in Enumerable.Range(asking.First + 1, Math.Clamp((asking.Pages ?? 1) - 1, 0, most))
        let page = PageOf(asking, number)
        where page is not null
        select page;

    /// <summary>Lists of which it is not told how many pages they have.</summary>
    internal IEnumerable<RefusedLink> AskedWithoutEnd() =>
        from asking in askings.Value
        where asking.Pages is null
        let page = PageOf(asking, asking.First + 1)
        where page is not null
        select new RefusedLink(page.Address, asking.Page, LinkRefusals.PageWithoutAddress, true);

    private FormPage? PageOf(Asking asking, int number)
    {
        var fields = asking.Fields.Select(field => (field.Name, Value: field.Value?.Replace(Number,
            number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) ?? number.ToString(CultureInfo.InvariantCulture),
            IsSet: field.Value?.Contains(Number, StringComparison.Ordinal) != false));
        return asking.IsJson ? new FormPage(new Uri(asking.Address.AbsoluteUri + Sent + Uri.EscapeDataString(JsonOf(asking, number))),
                JsonOf(asking, number))
            : asking.IsPost ? Posted(asking.Address, fields)
            : new FormPage(new UriBuilder(asking.Address)
            {
                Query = $"{asking.Address.Query}{(asking.Address.Query.Length > 1 ? "&" : string.Empty)}" +
                    AsSent(fields.Select(static field => (field.Name, field.Value))),
            }.Uri, null);
    }

    private static string JsonOf(Asking asking, int number) => $"{{{string.Join(',', asking.Fields.Select(field =>
        $"{JsonSerializer.Serialize(field.Name)}:{(field.IsText ? JsonSerializer.Serialize(field.Value)
            : field.Value ?? number.ToString(CultureInfo.InvariantCulture))}"))}}}";

    private ImmutableArray<Asking> FindAskings() =>
    [
        .. (from script in Scripts
            let names = new ScriptNames(script)
            from Match call in AskingCall().Matches(script)
            let asking = AskingOf(call.Groups[2].Value, call.Groups[1].Success || call.Groups[3].Value is "axios", ArgumentsAfter(script,
                call.Index + call.Length), script, names)
            where asking is not null
            select asking).DistinctBy(static asking => (asking.Address.AbsoluteUri, asking.Page)).Take(MostQuestions),
    ];

    private static string ArgumentsAfter(string script, int start)
    {
        var depth = 1;
        var most = Math.Min(script.Length, start + MostOfACall);
        for (var place = start; place < most; place++)
        {
            depth += script[place] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return script[start..place];
            }
        }

        return string.Empty;
    }

    private Asking? AskingOf(string verb, bool givesJson, string arguments, string script, ScriptNames names)
    {
        var named = (NamedAddress().Match(arguments) is { Success: true } own ? own : FirstArgument().Match(arguments)).Groups[1].Value
            .Trim();
        var (written, left) = AddressIn(names.SumOf(named) ?? named, names);
        var fields = ImmutableArray.CreateBuilder<(string Name, string? Value, bool IsText)>();
        if (written is null || BesidesALists().IsMatch(written) || (left is not null && !NumberBehindAddress().IsMatch(written)))
        {
            return null;
        }

        var address = left is null ? written : written[..(written.LastIndexOfAny(['?', '&']))];
        var page = left is null ? null : written[(address.Length + 1)..].TrimEnd('=');
        var first = CountsFromZero().IsMatch(script) ? 0 : 1;
        if (page is not null)
        {
            fields.Add((page, null, false));
        }

        var told = GivenFields().Match(arguments);
        var given = GivenField().Matches(told.Success ? told.Groups[2].Value
            : NamedFields().Match(arguments) is { Success: true } name ? names.FieldsOf(name.Groups[1].Value) : string.Empty);
        foreach (Match pair in given)
        {
            var field = pair.Groups[1].Value;
            var value = pair.Groups[2].Success ? pair.Groups[2].Value : pair.Groups[3].Value;
            var isNumber = page is null && !value.StartsWith('{') && (NameOfPage().IsMatch(field)
                || (NameOfStart().IsMatch(field) && value is "0" && given.Any(static other =>
                    NameOfLength().IsMatch(other.Groups[1].ValueSpan))));
            first = isNumber && value is "0" ? 0 : first;
            var isText = pair.Groups[2].Success;
            if (isText && page is null && NumberInText().Match(value) is { Success: true } inside)
            {
                // paramJson: '{"pageNo":1,"pageSize":15}'
                page = inside.Groups[1].Value;
                first = inside.Groups[2].ValueSpan is "0" ? 0 : 1;
                value = value.Remove(inside.Groups[2].Index, inside.Groups[2].Length).Insert(inside.Groups[2].Index, Number);
            }

            if (!isNumber && !isText && !value.All(char.IsDigit))
            {
                (value, isText) = names.GivenTo(pair.Groups[3].Value);
            }

            if (value is null)
            {
                return null;
            }

            page = isNumber ? field : page;
            fields.Add((field, isNumber ? null : value, isText && !isNumber));
        }

        var isPost = verb == "post" || AskedAsPost().IsMatch(arguments);
        var isJson = isPost && left is null && told.Groups[1].Value is not ("qs" or "Qs")
            && (givesJson || told.Groups[1].Success || SentAsJson().IsMatch(arguments));
        return page is not null && IsAddress(address) && Absolute(address) is { } found
            && (isPost ? found.Host == this.address.Host : LinkJudge.IsSameSite(found, this.address))
            ? new Asking(found, isPost, page, fields.ToImmutable(), first, PagesOfPager(script), isJson) : null;
    }

    /// <summary>The beginning of a sum of texts that is an address, and the name that it ends with, where that is no text.</summary>
    private static (string? Written, string? Left) AddressIn(string sum, ScriptNames names)
    {
        var written = new System.Text.StringBuilder();
        string? left = null;
        foreach (Match part in Operand().Matches(sum))
        {
            var text = part.Groups[1].Success ? part.Value[1..^1] : names.ValueOf(part.Groups[2].Value);
            if (text is null && left is null)
            {
                left = part.Groups[2].Value;
            }
            else if (text is null || left is not null)
            {
                return (null, null);
            }
            else
            {
                written.Append(text);
            }
        }

        return (written.Length == 0 ? null : written.ToString(), left);
    }

    /// <summary>What a script gives names to, the first time: read once, however many calls use them.</summary>
    private sealed class ScriptNames(string script)
    {
        private readonly Lazy<Dictionary<string, (string? Value, bool IsText)>> values = new(() => FirstOf(NamedValue().Matches(script),
            Given));

        private readonly Lazy<Dictionary<string, string>> sums = new(() => FirstOf(NamedSum().Matches(script),
            static sum => sum.Groups[2].Value));

        public string? ValueOf(string name) => GivenTo(name).Value;

        /// <summary>
        /// The value that a name is given, and whether it is a text or a number; of <c>this.channel</c> what the script says once:
        /// <c>data: {channel: '5'}</c>.
        /// </summary>
        public (string? Value, bool IsText) GivenTo(string name)
        {
            if (values.Value.TryGetValue(name, out var value))
            {
                return value;
            }

            var own = OfThis().Match(name);
            var said = !own.Success ? [] : NamedProperty().Matches(script).Where(pair => pair.Groups[1].Value == own.Groups[1].Value)
                .Select(Given).Distinct().Take(2).ToList();
            return said is [var only] ? only : default;
        }

        /// <summary>Of <c>query</c> what stands in <c>query: {…}</c>; empty where nothing does.</summary>
        public string FieldsOf(string name) => NamedObject().Matches(script).Where(named => named.Groups[1].Value == name)
            .Select(static named => named.Groups[2].Value).FirstOrDefault(string.Empty);

        public string? SumOf(string name) => sums.Value.GetValueOrDefault(name);

        private static (string? Value, bool IsText) Given(Match named) =>
            named.Groups[2].Success ? (named.Groups[2].Value, true) : (named.Groups[3].Value, false);

        private static Dictionary<string, T> FirstOf<T>(MatchCollection named, Func<Match, T> valueOf) => named
            .DistinctBy(static match => match.Groups[1].Value).ToDictionary(static match => match.Groups[1].Value, valueOf,
                StringComparer.Ordinal);
    }

    /// <summary>Which object is called, where it gives JSON; its verb; a function of its own.</summary>
    [GeneratedRegex(@"(?:(?:\b(axios|http)\s*)?\.(ajax|get|post|getJSON|load|request)|\b(fetch|axios|request))\s*\(\s*")]
    private static partial Regex AskingCall();

    /// <summary>After <c>url:</c>, a sum.</summary>
    [GeneratedRegex("""\burl["']?\s*:\s*((?:"[^"]*"|'[^']*'|[\w.]+)(?:\s*\+\s*(?:"[^"]*"|'[^']*'|[\w.]+))*)""")]
    private static partial Regex NamedAddress();

    [GeneratedRegex("""^\s*((?:"[^"]*"|'[^']*'|[\w.]+)(?:\s*\+\s*(?:"[^"]*"|'[^']*'|[\w.]+))*)\s*(?:,|$)""")]
    private static partial Regex FirstArgument();

    [GeneratedRegex("""\b(\w+)\s*=\s*((?:"[^"]*"|'[^']*'|[\w.]+)(?:\s*\+\s*(?:"[^"]*"|'[^']*'|[\w.]+))*)\s*[;\r\n]""")]
    private static partial Regex NamedSum();

    /// <summary>Also as a text: <c>body: JSON.stringify({…})</c>.</summary>
    [GeneratedRegex("""(?:\b(?:data|params|body)["']?\s*:|,)\s*(?:(JSON|[Qq]s)\.stringify\(\s*)?""" +
        """\{((?:[^{}"']|"[^"]*"|'[^']*')*)\}""")]
    private static partial Regex GivenFields();

    /// <summary>By a name: <c>data: this.query</c>, <c>, query)</c>.</summary>
    [GeneratedRegex("""(?:\b(?:data|params|body)["']?\s*:|,)\s*(?:(?:JSON|[Qq]s)\.stringify\(\s*)?(?:\w+\.)?(\w+)\s*(?:[,)}]|$)""")]
    private static partial Regex NamedFields();

    [GeneratedRegex("""\b(\w+)\s*[:=]\s*\{([^{}]*)\}""")]
    private static partial Regex NamedObject();

    [GeneratedRegex(@"^(?:this|that|self|_this|vm|me)\.(\w+)$")]
    private static partial Regex OfThis();

    [GeneratedRegex("""\b(\w+)["']?\s*:\s*(?:["']([^"'\s]*)["']|(\d{1,12}))\s*[,}\r\n]""")]
    private static partial Regex NamedProperty();

    [GeneratedRegex("application/json", RegexOptions.IgnoreCase)]
    private static partial Regex SentAsJson();

    [GeneratedRegex("""["']?([\w.]+)["']?\s*:\s*(?:"(?<2>[^"]*)"|'(?<2>[^']*)'|(?<3>[\w.]+))""")]
    private static partial Regex GivenField();

    [GeneratedRegex("""^\{.*?"(page_?(?:no|num|number|index)?)"\s*:\s*"?(\d{1,3})\b""", RegexOptions.IgnoreCase)]
    private static partial Regex NumberInText();

    [GeneratedRegex("""\b(?:type|method)["']?\s*:\s*["']post["']""", RegexOptions.IgnoreCase)]
    private static partial Regex AskedAsPost();

    [GeneratedRegex(@"[?&](?:page\w{0,6}|cur(?:rent)?page|pn?)=$", RegexOptions.IgnoreCase)]
    private static partial Regex NumberBehindAddress();

    /// <summary>The number of the first record, where that of records is told, too: the first page, and no other.</summary>
    [GeneratedRegex("^(?:first|start|offset|begin)$", RegexOptions.IgnoreCase)]
    private static partial Regex NameOfStart();

    [GeneratedRegex("^(?:count|limit|rows|size|page_?size|length)$", RegexOptions.IgnoreCase)]
    private static partial Regex NameOfLength();

    [GeneratedRegex("""\b(\w+)\s*=\s*(?:["']([^"'\s]*)["']|(\d{1,12}))\s*[;,\r\n]""")]
    private static partial Regex NamedValue();
}
