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
        from Match joined in Joined().Matches(function.Body)
        let written = Written(joined.Value, values)
        where written is not null && IsAddress(written)
        select Absolute(written)).FirstOrDefault();

    /// <summary>The page's functions by name.</summary>
    private ILookup<string, (string[] Parameters, string Body)> FindFunctions() => (
        from script in Scripts
        from Match head in FunctionHead().Matches(script)
        let body = BodyAfter(script, head.Index + head.Length)
        select (Name: head.Groups[1].Value + head.Groups[2].Value,
            Parameters: head.Groups[3].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), body))
        .ToLookup(static function => function.Name, static function => (function.Parameters, function.body), StringComparer.Ordinal);

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
    private string? Written(string sum, Dictionary<string, string> values)
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

        return isGiven ? written.ToString() : null;
    }

    [GeneratedRegex("""\b([A-Za-z_$]\w*)\(\s*((?:"[^"]*"|'[^']*'|[\w.-]+)(?:\s*,\s*(?:"[^"]*"|'[^']*'|[\w.-]+))*)\s*\)""")]
    private static partial Regex Call();

    [GeneratedRegex(@"(?:\bfunction\s+(\w+)\s*|\b(\w+)\s*[=:]\s*function\s*)\(([\w\s,$]*)\)\s*\{")]
    private static partial Regex FunctionHead();

    [GeneratedRegex(@"\bopen\s*\(|\blocation\b|\.(?:href|src)\b")]
    private static partial Regex Opens();

    [GeneratedRegex(@"\.(?:get|getJSON|load)\s*\(|\bfetch\s*\(")]
    private static partial Regex Asks();

    [GeneratedRegex("""(?:"[^"]*"|'[^']*'|\w+(?:\(\s*\w+\s*\))?)(?:\s*\+\s*(?:"[^"]*"|'[^']*'|\w+(?:\(\s*\w+\s*\))?))+""")]
    private static partial Regex Joined();

    [GeneratedRegex("""("[^"]*"|'[^']*')|(?:\w+\(\s*)?(\w+)(?:\s*\))?""")]
    private static partial Regex Operand();

    [GeneratedRegex("""\b(\w+)\s*=\s*["']([^"'\s]*)["']\s*[;,\r\n]""")]
    private static partial Regex NamedConstant();
}
