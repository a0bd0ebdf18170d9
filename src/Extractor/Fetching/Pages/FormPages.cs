using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Extractor.Fetching.Pages;

/// <summary>A further page that is got by sending a form.</summary>
/// <param name="Address">Of a form that is sent by POST: its own, and behind <c>#POST:</c> what tells the page from others.</param>
/// <param name="Body">What is sent, as browsers write it, or an object of JSON; null where the address has all of it.</param>
internal sealed record FormPage(Uri Address, string? Body);

/// <summary>Further pages of a listing that the page's reader gets by a form: to the host of the listing alone.</summary>
public sealed partial class HtmlPage
{
    /// <summary>Before what is sent, in the address of a page that a form gets by POST.</summary>
    internal const string Sent = "#POST:";

    /// <summary>Characters that are sent, at most: the state that a page keeps of its tables has tens of thousands.</summary>
    private const int MostOfAForm = 200_000;

    /// <summary>Characters; a longer value is the state of the page and no part of what tells its pages apart.</summary>
    private const int MostOfAValue = 60;

    /// <summary>Lists that are asked for by the choices of one form; a form with more is named.</summary>
    private const int MostChoices = 12;

    /// <summary>Pages among which that of an address is looked for.</summary>
    private const int MostAsked = 1000;

    /// <summary>Records that a data store has at once, in pages of it, where its script does not say it.</summary>
    private const int PagesOfAGroup = 3;

    /// <summary>What is sent for a further page of this listing; null where this page has no such form.</summary>
    internal string? FormOf(Uri further) =>
        PagesOfForms().Concat(FirstAsked()).Concat(FurtherAsked(MostAsked)).FirstOrDefault(page =>
            page.Address.AbsoluteUri == further.AbsoluteUri)?.Body;

    /// <summary>
    /// Of <c>function go(n){form.pageNo.value=n;form.submit()}</c> and its kin, of <c>__doPostBack('Pager','2')</c>, and of the store of
    /// jpage, which asks for its next records. A form that takes a password, a file or a letter is none of a pager.
    /// </summary>
    private IEnumerable<FormPage> PagesOfForms() => (
        from control in document.QuerySelectorAll(Controls)
        where IsNext(control) || (PageNumber().IsMatch(SaidBy(control)) && SaidBy(control) is not "1")
        let script = $"{control.GetAttribute("href")} {control.GetAttribute("onclick")}"
        from fields in Call().Matches(script).Select(FieldsOf).Append(FieldsSetIn(script))
        where fields is not null
        let page = PageOf(fields)
        where page is not null
        select page).Concat(GroupsOfStore()).DistinctBy(static page => page.Address.AbsoluteUri);

    /// <summary>Without a function: <c>document.f.pageNo.value='2';document.f.submit()</c>.</summary>
    private static Dictionary<string, string>? FieldsSetIn(string script) =>
        Submits().IsMatch(script) && NumberSet().Match(script) is { Success: true } set
            ? new(StringComparer.Ordinal) { [set.Groups[1].Value] = set.Groups[2].Value } : null;

    /// <summary>The fields that a call gives a value, by name or id, where it sends their form then.</summary>
    private Dictionary<string, string>? FieldsOf(Match call)
    {
        var name = call.Groups[1].Value;
        var given = Argument().Matches(call.Groups[2].Value).Select(static part => part.Value.Trim().Trim('"', '\'')).ToList();
        foreach (var (parameters, body) in functions.Value[name].Where(static function => Submits().IsMatch(function.Body)))
        {
            var fields = (
                from Match set in FieldSet().Matches(body)
                let place = Array.IndexOf(parameters, set.Groups[4].Value)
                where place >= 0 && place < given.Count
                select (Name: set.Groups[1].Value + set.Groups[2].Value + set.Groups[3].Value, Value: given[place]))
                .DistinctBy(static field => field.Name)
                .ToDictionary(static field => field.Name, static field => field.Value, StringComparer.Ordinal);
            if (fields.Count > 0)
            {
                return fields;
            }
        }

        // A function of a script elsewhere: that of ASP.NET is known, that of a form with one field for the number is what it says.
        return (name, given) switch
        {
            ("__doPostBack", [var target, var argument]) => new(StringComparer.Ordinal)
            {
                ["__EVENTTARGET"] = target,
                ["__EVENTARGUMENT"] = argument,
            },
            (_, [var number]) when !functions.Value.Contains(name) && PageNumber().IsMatch(number)
                && document.QuerySelectorAll("form input[type=hidden][name]").Select(static field => field.GetAttribute("name")!)
                    .Where(static field => NameOfPage().IsMatch(field)).ToList() is [var only]
                => new(StringComparer.Ordinal) { [only] = number },
            _ => null,
        };
    }

    /// <summary>The form that has the fields, as it is sent with these values of them.</summary>
    private FormPage? PageOf(Dictionary<string, string> fields)
    {
        var own = document.QuerySelectorAll("form input, form select").Where(field =>
            fields.ContainsKey(field.GetAttribute("name") ?? string.Empty) || fields.ContainsKey(field.Id ?? string.Empty)).ToList();
        if (own.FirstOrDefault()?.Closest("form") is not { } form || form.QuerySelector("input[type=password], input[type=file], textarea")
            is not null || ActionOf(form) is not { } action || action.Host != address.Host)
        {
            return null;
        }

        var sent = (
            from field in form.QuerySelectorAll("input[name], select[name]")
            where !(field.GetAttribute("type") is { } type && NotSent().IsMatch(type) && !field.HasAttribute("checked"))
            let name = field.GetAttribute("name")!
            let isSet = fields.ContainsKey(name) || fields.ContainsKey(field.Id ?? string.Empty)
            let value = isSet ? fields.GetValueOrDefault(name) ?? fields[field.Id!] : ValueOfField(field)
            select (Name: name, Value: value, IsSet: isSet)).ToList();
        return string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase)
            ? Posted(action, sent)
            : new FormPage(new UriBuilder(action) { Query = AsSent(sent.Select(static field => (field.Name, field.Value))) }.Uri, null);
    }

    private Uri? ActionOf(IElement form)
    {
        var own = form.GetAttribute("action");
        return Absolute(string.IsNullOrWhiteSpace(own) || own.StartsWith('#') ? address.AbsoluteUri : own);
    }

    private static string ValueOfField(IElement field) => field.LocalName == "select"
        ? ValueOfOption(OpenOption(field))
        : field.GetAttribute("value") ?? string.Empty;

    /// <param name="select">Of several radio buttons of one name that which is checked.</param>
    private static IElement? OpenOption(IElement select) => select.LocalName == "input" ? select
        : select.QuerySelector("option[selected]") ?? select.QuerySelector("option");

    private static string ValueOfOption(IElement? option) => option?.GetAttribute("value") ?? Fold(option?.TextContent ?? string.Empty);

    /// <summary>
    /// Lists that the reader of a budgets page gets by a choice of year, kind or office: by a form that is sent by GET all of them, where
    /// they are few; others are named. A choice that stands at 全部, beside entries, leaves nothing out.
    /// </summary>
    internal (ImmutableArray<Uri> Followed, ImmutableArray<RefusedLink> Left) ListsOfChoices(bool hasEntries)
    {
        var followed = ImmutableArray.CreateBuilder<Uri>();
        var left = ImmutableArray.CreateBuilder<RefusedLink>();
        var radios = document.QuerySelectorAll("input[type=radio][name]").GroupBy(static radio => (radio.Closest("form"),
            radio.GetAttribute("name"))).Select(static group =>
                group.FirstOrDefault(static radio => radio.HasAttribute("checked"))).OfType<IElement>();
        foreach (var choices in document.QuerySelectorAll("select").Concat(radios)
            .Select(static select => (Select: select, Options: TellingOptions(select)))
            .Where(choice => choice.Options.Count > 1 && (!hasEntries || choice.Options.Contains(OpenOption(choice.Select)!)))
            .GroupBy(static choice => choice.Select.Closest("form")))
        {
            var fields = choices.ToList();
            var count = fields.Aggregate(1L, static (product, field) => Math.Min(product * field.Options.Count, int.MaxValue));
            if (choices.Key is { } form && count <= MostChoices && fields.TrueForAll(static field => field.Select.HasAttribute("name"))
                && !string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase)
                && form.QuerySelector("input[type=password], input[type=file], textarea, input[name*=captcha], input[name*=code]") is null)
            {
                var open = fields.Select(static field => OpenOption(field.Select)).ToList();
                var lists = (from chosen in Combinations(fields)
                             where !chosen.SequenceEqual(open)
                             let page = PageOf(fields.Zip(chosen).ToDictionary(
                                 static field => field.First.Select.GetAttribute("name")!,
                                 static field => ValueOfOption(field.Second), StringComparer.Ordinal))
                             where page is not null
                             select page.Address).ToList();
                followed.AddRange(lists.Where(list => list != address));
                if (lists.Count > 0)
                {
                    continue;
                }
            }

            left.AddRange(fields.Select(field => new RefusedLink(
                new Uri(address, $"#{field.Select.GetAttribute("name") ?? field.Select.Id ?? "select"}"),
                string.Join(' ', field.Options.Take(MostChoices).Select(TextOfOption)),
                LinkRefusals.ListNotRead, true)));
        }

        return (followed.ToImmutable(), left.ToImmutable());
    }

    private static IEnumerable<ImmutableArray<IElement>> Combinations(IEnumerable<(IElement Select, List<IElement> Options)> fields) =>
        fields.Aggregate((IEnumerable<ImmutableArray<IElement>>)[[]], static (begun, field) =>
            begun.SelectMany(_ => field.Options, static (chosen, option) => chosen.Add(option)));

    private static string TextOfOption(IElement option) => Fold((option.LocalName == "option" ? option
        : option.Closest("label") ?? option.NextSibling)?.TextContent ?? string.Empty);

    /// <summary>Of a choice that opens no address itself, those that name a year, a kind of budget or an office.</summary>
    private static List<IElement> TellingOptions(IElement select)
    {
        var options = select.LocalName != "input" ? [.. select.QuerySelectorAll("option")] : (select.Closest("form") ?? select.Owner!.Body!)
            .QuerySelectorAll("input[type=radio]").Where(other => other.GetAttribute("name") == select.GetAttribute("name")).ToList();
        return options.Exists(static option => IsAddress(option.GetAttribute("value") ?? string.Empty)) ? []
            : [.. options.Where(static option => IsItem(TextOfOption(option)) || LinkWords.Say(LinkWordList.Subject,
                TextOfOption(option))).Where(static option => option.GetAttribute("value") is not "")];
    }

    /// <summary>The state that the host gives every page anew is sent, and tells no page from another.</summary>
    private FormPage? Posted(Uri action, IEnumerable<(string Name, string Value, bool IsSet)> sent)
    {
        var body = AsSent(sent.Select(static field => (field.Name, field.Value)));
        var telling = AsSent(sent.Where(static field => field.IsSet || (field.Value.Length <= MostOfAValue && !OfTheMoment().IsMatch(
            field.Name))).Select(static field => (field.Name, field.Value)));
        return body.Length > MostOfAForm ? null : new FormPage(new Uri(action.AbsoluteUri + Sent + telling), body);
    }

    /// <summary>What is sent for an address of which all that is sent tells it from others; null where nothing is.</summary>
    internal static string? BodyIn(Uri address)
    {
        var sent = address.Fragment.StartsWith(Sent, StringComparison.Ordinal) ? address.Fragment[Sent.Length..] : null;
        return sent is null ? null : Uri.UnescapeDataString(sent) is ['{', ..] json ? json : sent;
    }

    /// <summary>
    /// <c>jpage({totalRecord:46, perPage:15, groupSize:3, proxyUrl:'/module/jpage/dataproxy.jsp', ajaxParam:{columnid:'1229', …}})</c>:
    /// what the page does not have itself.
    /// </summary>
    private IEnumerable<FormPage> GroupsOfStore() =>
        from script in Scripts
        let store = StoreOfPages().Match(script)
        where store.Success
        let proxy = Absolute(store.Groups[1].Value)
        let asked = Parameters().Match(script)
        let total = Setting("totalRecord", script)
        let length = Setting("perPage", script)
        where proxy is not null && proxy.Host == address.Host && asked.Success && total is not null && length is > 0
        let step = length.Value * (Setting("groupSize", script) ?? PagesOfAGroup)
        let shown = Record().Count(this.store)
        from first in Enumerable.Range(0, (Math.Max(total.Value - shown, 0) + step - 1) / step).Select(number => shown + (number * step))
        let asks = $"startrecord={first + 1}&endrecord={Math.Min(first + step, total.Value)}&perpage={length}"
        let page = Posted(new UriBuilder(proxy) { Query = asks }.Uri,
            [.. AskedWith().Matches(asked.Groups[1].Value).Select(static pair => (pair.Groups[1].Value, pair.Groups[2].Value
                + pair.Groups[3].Value, false))])
        where page is not null
        select page;

    private static int? Setting(string name, string script) =>
        Regex.Match(script, $@"\b{name}[""']?\s*:\s*[""']?(\d{{1,6}})\b", RegexOptions.CultureInvariant) is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>As browsers send a form: in the encoding of the page.</summary>
    private string AsSent(IEnumerable<(string Name, string Value)> fields)
    {
        return string.Join('&', fields.Select(field => $"{Escaped(field.Name)}={Escaped(field.Value)}"));

        string Escaped(string text) => string.Concat(encoding.GetBytes(text).Select(static octet =>
            char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'*'
                ? $"{(char)octet}" : $"%{octet:X2}"));
    }

    [GeneratedRegex(@"\bsubmit\s*\(", RegexOptions.IgnoreCase)]
    private static partial Regex Submits();

    /// <summary>A field, by one of three ways, and the parameter that it gets.</summary>
    [GeneratedRegex("""(?:getElementById\(\s*["']([\w$]+)["']\s*\)\.value\s*=|\$\(\s*["'](?:#|[^)#]*?name=["']?)([\w$]+)[^)]*\)\.val\(""" +
        """|\b([\w$]+)\.value\s*=)\s*(\w+)""")]
    private static partial Regex FieldSet();

    [GeneratedRegex("^(?:c?page(?:_?(?:no|num|number|index))?|(?:cur(?:rent)?|to|goto)_?page(?:_?(?:no|num))?|current|p|pn)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex NameOfPage();

    [GeneratedRegex("^(?:submit|button|image|reset|checkbox|radio)$", RegexOptions.IgnoreCase)]
    private static partial Regex NotSent();

    [GeneratedRegex("""\b([\w$]+)\.value\s*=\s*["']?(\d{1,4})\b""")]
    private static partial Regex NumberSet();

    [GeneratedRegex("^__|token|csrf|nonce|timestamp", RegexOptions.IgnoreCase)]
    private static partial Regex OfTheMoment();

    [GeneratedRegex("""\bproxyUrl["']?\s*:\s*["']([^"'\s]+)["']""")]
    private static partial Regex StoreOfPages();

    [GeneratedRegex("""\bajaxParam["']?\s*:\s*\{([^{}]*)\}""")]
    private static partial Regex Parameters();

    [GeneratedRegex("""["']?(\w+)["']?\s*:\s*(?:["']([^"']*)["']|(\d+))""")]
    private static partial Regex AskedWith();
}
