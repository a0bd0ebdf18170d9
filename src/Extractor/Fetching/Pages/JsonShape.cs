using System.Text.Json;
using System.Text.RegularExpressions;
using Extractor.Fetching.Publishers;

namespace Extractor.Fetching.Pages;

/// <summary>Where a JSON answer that no recipe describes has its list: the array whose objects have an address and name a budget.</summary>
internal static partial class JsonShape
{
    private const int MostDepth = 6;

    /// <summary>Items that are looked at; those of one list are alike.</summary>
    private const int MostItems = 50;

    public static JsonPaths? Of(JsonElement root, Uri address)
    {
        var lists = new List<(string Path, string Address, string Text, int Items)>();
        string? pages = null;
        string? records = null;
        string? html = null;
        Walk(root, string.Empty, 0);
        if (lists.Count == 0)
        {
            return html is null ? null : new JsonPaths(html, null, null, null, null, null, null);
        }

        var best = lists.GroupBy(static list => (list.Path, list.Address, list.Text)).MaxBy(static group => group.Sum(static list =>
            list.Items))!.Key;
        var parameter = PageParameter().Match(JsonListing.AskedBy(address));
        return new JsonPaths(null, best.Path, best.Address, best.Text, pages, records,
            parameter.Success ? parameter.Groups[1].Value : NumberInPath().IsMatch(address.AbsolutePath) ? string.Empty : null);

        void Walk(JsonElement element, string path, int depth)
        {
            if (depth > MostDepth)
            {
                return;
            }

            if (element.ValueKind == JsonValueKind.Array)
            {
                if (ListOf(element) is { } list)
                {
                    lists.Add((path, list.Address, list.Text, list.Items));
                }

                // Departments, and below each its documents.
                foreach (var group in element.EnumerateArray().Take(MostItems).Where(static item => item.ValueKind == JsonValueKind.Object))
                {
                    Walk(group, path, depth + 1);
                }
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                foreach (var property in element.EnumerateObject()
                    .Where(static property => !property.Name.Contains('.', StringComparison.Ordinal)))
                {
                    var below = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
                    if (property.Value.ValueKind == JsonValueKind.Number)
                    {
                        pages ??= Pages().IsMatch(property.Name) ? below : null;
                        records ??= Records().IsMatch(property.Name) ? below : null;
                    }

                    // Finished HTML, as parts of jpaas have it.
                    html ??= property.Value.ValueKind == JsonValueKind.String && property.Value.GetString()!.Contains("<a ",
                        StringComparison.OrdinalIgnoreCase) ? below : null;
                    Walk(property.Value, below, depth + 1);
                }
            }
        }
    }

    /// <summary>Of the properties of its objects, that which holds addresses most often, and that which speaks of budgets.</summary>
    private static (string Address, string Text, int Items)? ListOf(JsonElement array)
    {
        var texts = array.EnumerateArray().Take(MostItems).Where(static item => item.ValueKind == JsonValueKind.Object)
            .SelectMany(static item => item.EnumerateObject())
            .Where(static property => !property.Name.Contains('.', StringComparison.Ordinal))
            .SelectMany(static property => property.Value.ValueKind == JsonValueKind.String && property.Value.GetString() is not ['{', ..]
                ? [(property.Name, Value: property.Value.GetString()!)]
                : JsonListing.ObjectIn(property.Value)?.EnumerateObject()
                    .Where(static inner => inner.Value.ValueKind == JsonValueKind.String)
                    .Select(inner => (Name: $"{property.Name}.{inner.Name}", Value: inner.Value.GetString()!)) ?? [])
            .ToList();
        var address = Most(static value => HtmlPage.IsAddress(value));
        var text = Most(static value => !HtmlPage.IsAddress(value) && LinkWords.Say(LinkWordList.Subject, value));
        return address is { } link && text is { } said ? (link.Name, said.Name, Math.Min(link.Count, said.Count)) : null;

        // What differs from item to item is the item's own; the address of its channel is that of its neighbours, too.
        (string Name, int Count)? Most(Func<string, bool> isWanted) => texts.Where(pair => isWanted(pair.Value))
            .GroupBy(static pair => pair.Name, static pair => pair.Value, StringComparer.Ordinal)
            .OrderByDescending(static group => group.Distinct(StringComparer.Ordinal).Count())
            .ThenBy(static group => group.Any(static value => value.EndsWith('/')))
            .ThenBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => ((string, int)?)(group.Key, group.Count())).FirstOrDefault();
    }

    [GeneratedRegex("^(?:total_?pages?|page_?(?:count|total)|pages)$", RegexOptions.IgnoreCase)]
    private static partial Regex Pages();

    [GeneratedRegex("^(?:total(?:_?(?:count|records?|elements?|num(?:ber)?|rows?))?|(?:record|post|row)_?count)$", RegexOptions.IgnoreCase)]
    private static partial Regex Records();

    /// <summary>Of an address that has the number of its page in its path: <c>list_1.json</c>, <c>list/1</c>.</summary>
    [GeneratedRegex(@"(?<=[_/-])1(?=(?:\.\w+)?$)")]
    internal static partial Regex NumberInPath();

    [GeneratedRegex("""(?:[?&]|")(page(?:_?(?:no|num|number|index))?|cur(?:rent)?(?:_?page(?:_?no)?)?)(?:=|"\s*:)""",
        RegexOptions.IgnoreCase)]
    private static partial Regex PageParameter();
}
