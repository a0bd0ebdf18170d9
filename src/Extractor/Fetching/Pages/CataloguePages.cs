using System.Text.Json;
using System.Text.RegularExpressions;

namespace Extractor.Fetching.Pages;

/// <summary>The catalogue of disclosures (政府信息公开目录, gkmlpt) that the governments of Guangdong share.</summary>
public sealed partial class HtmlPage
{
    private const int MostDepth = 8;

    /// <summary>
    /// Columns of the catalogue that speak of budgets: the page has them as <c>TREE: [{"id":1546,"name":"财政预决算",…}]</c> with
    /// <c>SID: '757049'</c>, and its script asks <c>gkmlpt/api/all/1546?page=1&amp;sid=757049</c>.
    /// </summary>
    public IEnumerable<FoundLink> ColumnsOfCatalogue()
    {
        foreach (var script in Scripts)
        {
            if (Tree().Match(script) is not { Success: true } start || Sid().Match(script) is not { Success: true } sid)
            {
                continue;
            }

            var root = SiteUrl().Match(script) is { Success: true } site && Uri.TryCreate(
                site.Groups[1].Value.Replace("\\/", "/", StringComparison.Ordinal) + "/", UriKind.Absolute, out var found) ? found : Origin;
            foreach (var (id, name) in ColumnsOf(script[start.Groups[1].Index..]))
            {
                yield return new FoundLink(new Uri(root, $"gkmlpt/api/all/{id}?page=1&sid={sid.Groups[1].Value}"), name, "catalogue", true);
            }
        }
    }

    /// <summary>The JSON ends where its bracket closes; what follows is script.</summary>
    private static List<(int Id, string Name)> ColumnsOf(string text)
    {
        var columns = new List<(int, string)>();
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(text));
        try
        {
            if (JsonElement.TryParseValue(ref reader, out var tree))
            {
                Collect(tree.Value, 0);
            }
        }
        catch (JsonException)
        {
            // It is no JSON after all.
        }

        return columns;

        void Collect(JsonElement nodes, int depth)
        {
            if (nodes.ValueKind != JsonValueKind.Array || depth > MostDepth)
            {
                return;
            }

            foreach (var node in nodes.EnumerateArray().Where(static node => node.ValueKind == JsonValueKind.Object))
            {
                if (node.TryGetProperty("id", out var id) && id.TryGetInt32(out var number)
                    && node.TryGetProperty("name", out var name) && name.GetString() is { } text
                    && LinkWords.Say(LinkWordList.Subject, text))
                {
                    columns.Add((number, text));
                }

                if (node.TryGetProperty("children", out var children))
                {
                    Collect(children, depth + 1);
                }
            }
        }
    }

    [GeneratedRegex(@"\bTREE\s*:\s*(\[)")]
    private static partial Regex Tree();

    [GeneratedRegex(@"\bSID\s*:\s*['""](\d+)['""]")]
    private static partial Regex Sid();

    [GeneratedRegex("\"url\":\"(https?:[^\"]+)\"")]
    private static partial Regex SiteUrl();
}
