using System.Text;
using System.Text.RegularExpressions;

namespace Extractor.Fetching.Pages;

/// <summary>Addresses that the page's own functions make of what a link gives them.</summary>
public sealed partial class HtmlPage
{
    /// <summary>Characters; a function that only opens an address is shorter.</summary>
    private const int MostOfAFunction = 2000;

    /// <summary>
    /// Of <c>show('2025','101','ys')</c> and <c>function show(y,d,k){window.open("/view?year="+y+"&amp;dept="+d)}</c>. Functions that open
    /// nothing (counters, votes) make no address.
    /// </summary>
    /// <param name="asks">Functions that ask for an address without opening it, too: 加载更多.</param>
    private Uri? MadeBy(string script, bool asks = false) => (
        from Match call in Call().Matches(script)
        from function in functions.Value[call.Groups[1].Value]
        where Opens().IsMatch(function.Body) || (asks && Asks().IsMatch(function.Body))
        let values = function.Parameters.Zip(Argument().Matches(call.Groups[2].Value).Select(static given =>
            given.Value.Trim().Trim('"', '\''))).DistinctBy(static pair => pair.First).ToDictionary(StringComparer.Ordinal)
        from Match joined in InSteps(function.Body, values) ? OpenedSum().Matches(function.Body) : Joined().Matches(function.Body)
        let written = Written(joined.Value, values)
        where written is not null && IsAddress(written)
        select Absolute(written)).FirstOrDefault();

    /// <summary>
    /// Of <c>var id = $(this).data("docid"); window.open("/c/" + id + ".html")</c>, <c>window.open("/c/" + $(this).data("docid") + …)</c>.
    /// </summary>
    private static string WithDataOfElement(string script)
    {
        var whole = script;
        foreach (Match named in DataOfElement().Matches(script))
        {
            var name = named.Groups[2].Success ? Words().Replace(named.Groups[2].Value, static word => $"-{word.Value.ToLowerInvariant()}")
                : named.Groups[3].Value;
            whole = Regex.Replace(whole, $@"(?<=\+\s*){Regex.Escape(named.Groups[1].Value)}\b", $"$$(this).data(\"{name}\")",
                RegexOptions.CultureInvariant, Patience);
        }

        return whole;
    }

    /// <summary>The page's functions by name.</summary>
    private ILookup<string, (string[] Parameters, string Body)> FindFunctions() => (
        from script in Scripts
        from Match head in FunctionHead().Matches(script)
        let body = BodyAfter(script, head.Index + head.Length)
        select (Name: head.Groups[1].Value + head.Groups[2].Value,
            Parameters: head.Groups[3].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), body))
        .ToLookup(static function => function.Name, static function => (function.Parameters, function.body), StringComparer.Ordinal);

    /// <summary>
    /// Of <c>var p = "/files/" + y; p = p + "/" + d; p += ".pdf"</c> what each name holds in the end; one that is given what is not
    /// known holds nothing.
    /// </summary>
    /// <returns>Whether a name is given something more than once: then only what is opened is an address.</returns>
    private bool InSteps(string body, Dictionary<string, string> values)
    {
        var steps = Step().Matches(body);
        foreach (Match step in steps)
        {
            var name = step.Groups[1].Value;
            var given = WholeSum().IsMatch(step.Groups[3].Value) ? Written(step.Groups[3].Value, values, isWhole: false) : null;
            var before = values.GetValueOrDefault(name);
            values.Remove(name);
            if (given is not null && (step.Groups[2].Length == 0 || before is not null))
            {
                values[name] = step.Groups[2].Length == 0 ? given : before + given;
            }
        }

        return steps.Select(static step => step.Groups[1].Value).Distinct(StringComparer.Ordinal).Count() < steps.Count;
    }

    /// <summary>What stands between the brace before the place and the one that closes it.</summary>
    private static string BodyAfter(string script, int start)
    {
        var depth = 1;
        var most = Math.Min(script.Length, start + MostOfAFunction);
        for (var place = start; place < most; place++)
        {
            depth += script[place] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return script[start..place];
            }
        }

        return script[start..most];
    }

    /// <summary>The text that a sum of texts and parameters makes; null where it holds something else, or no parameter.</summary>
    /// <param name="isWhole">Null, too, where no parameter is in it.</param>
    private string? Written(string sum, Dictionary<string, string> values, bool isWhole = true)
    {
        var written = new StringBuilder();
        var isGiven = false;
        foreach (Match part in Operand().Matches(sum))
        {
            var name = part.Groups[2].Value;
            if (part.Groups[1].Success)
            {
                written.Append(part.Value[1..^1]);
            }
            else if (values.TryGetValue(name, out var given))
            {
                written.Append(given);
                isGiven = true;
            }
            else if (Scripts.SelectMany(static script => NamedConstant().Matches(script))
                .FirstOrDefault(constant => constant.Groups[1].Value == name) is { } constant)
            {
                written.Append(constant.Groups[2].Value);
            }
            else
            {
                return null;
            }
        }

        return isGiven || !isWhole ? written.ToString() : null;
    }

    [GeneratedRegex("""\b([A-Za-z_$]\w*)\(\s*((?:"[^"]*"|'[^']*'|[\w.-]+)(?:\s*,\s*(?:"[^"]*"|'[^']*'|[\w.-]+))*)\s*\)""")]
    private static partial Regex Call();

    [GeneratedRegex(@"(?:\bfunction\s+(\w+)\s*|\b(\w+)\s*[=:]\s*function\s*)\(([\w\s,$]*)\)\s*\{")]
    private static partial Regex FunctionHead();

    [GeneratedRegex(@"\bopen\s*\(|\blocation\b|\.(?:href|src)\b")]
    private static partial Regex Opens();

    [GeneratedRegex("""\b(?:var|let|const)\s+(\w+)\s*=\s*(?:\$\((?:this|e\.\w+|event\.\w+)\)|this|e\.\w+|event\.\w+)\.""" +
        """(?:dataset\.(\w+)|(?:data\(\s*["']|attr\(\s*["']data-|getAttribute\(\s*["']data-)([\w-]+)["']\s*\))""")]
    private static partial Regex DataOfElement();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Words();

    [GeneratedRegex("""(?<![\w.$])(\w+)\s*(\+?)=(?![=>])\s*([^;\r\n]*)""")]
    private static partial Regex Step();

    [GeneratedRegex("""^(?:"[^"]*"|'[^']*'|\w+)(?:\s*\+\s*(?:"[^"]*"|'[^']*'|\w+))*\s*$""")]
    private static partial Regex WholeSum();

    [GeneratedRegex("""(?<=(?:\bopen\(|\b(?:href|location|src)\s*=|\b(?:assign|replace)\()\s*)""" +
        """(?:"[^"]*"|'[^']*'|\w+)(?:\s*\+\s*(?:"[^"]*"|'[^']*'|\w+))*""")]
    private static partial Regex OpenedSum();

    [GeneratedRegex(@"\.(?:get|getJSON|load)\s*\(|\bfetch\s*\(")]
    private static partial Regex Asks();

    [GeneratedRegex("""(?:"[^"]*"|'[^']*'|\w+(?:\(\s*\w+\s*\))?)(?:\s*\+\s*(?:"[^"]*"|'[^']*'|\w+(?:\(\s*\w+\s*\))?))+""")]
    private static partial Regex Joined();

    [GeneratedRegex("""("[^"]*"|'[^']*')|(?:\w+\(\s*)?(\w+)(?:\s*\))?""")]
    private static partial Regex Operand();

    [GeneratedRegex("""\b(\w+)\s*=\s*["']([^"'\s]*)["']\s*[;,\r\n]""")]
    private static partial Regex NamedConstant();
}
