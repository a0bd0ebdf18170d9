using System.Collections.Immutable;
using System.Globalization;
using Extractor.Model.Evidence;

namespace Extractor.Normalizing.Ledger;

/// <summary>
/// Findings of one rule that have one cause (the same table, the same unknown heading) become one finding with all its places:
/// a reader decides once, and sees how far it reaches.
/// </summary>
internal static class FindingCauses
{
    /// <summary>Pages that the message names.</summary>
    private const int NamedPages = 8;

    /// <summary>Texts that the message quotes.</summary>
    private const int QuotedTexts = 5;

    /// <summary>Characters; a longer text is a sentence and says nothing among others.</summary>
    private const int LongestQuoted = 40;

    /// <summary>In the order of the first places.</summary>
    public static ImmutableArray<Finding> Of(IReadOnlyList<Finding> findings)
    {
        var groups = new List<List<Finding>>();
        var byCause = new Dictionary<(string Rule, Severity Severity, string Cause), List<Finding>>();
        foreach (var finding in findings)
        {
            if (finding.Cause is { } cause)
            {
                if (byCause.TryGetValue((finding.Rule, finding.Severity, cause), out var known))
                {
                    known.Add(finding);
                    continue;
                }

                byCause.Add((finding.Rule, finding.Severity, cause), known = [finding]);
                groups.Add(known);
            }
            else
            {
                groups.Add([finding]);
            }
        }

        return [.. groups.Select(Together)];
    }

    private static Finding Together(List<Finding> group)
    {
        var first = group[0];
        if (group.Count == 1)
        {
            return first;
        }

        ImmutableArray<FindingPlace> places = [.. group.SelectMany(static finding => finding.Places)];
        var count = group.Sum(static finding => finding.PlaceCount);
        int[] pages = [.. places.Select(static place => place.PageNumber).OfType<int>().Distinct().Order()];
        string[] texts = [.. places.Where(static place => place.CheckId is null && place.Actual is { Length: <= LongestQuoted })
            .Select(static place => place.Actual!).Distinct(StringComparer.Ordinal)];
        var (all, more) = (Text(count), pages.Length > NamedPages);
        return first with
        {
            MessageZh = $"{first.MessageZh}同类之处共 {all} 处（第 {Some(pages, $"、")}{(more ? $" 等页" : $" 页")}）" +
                $"{Quoted(texts, $"：“", $"”、“", $"”", $"等")}，逐处列于其下。",
            MessageEn = $"{first.MessageEn} There are {all} such places in all ({(pages.Length == 1 ? "page" : "pages")} " +
                $"{Some(pages, ", ")}{(more ? ", …" : string.Empty)}){Quoted(texts, ": '", "', '", "'", ", …")}; " +
                "each is listed with the finding.",
            Places = places.Length > Finding.MostPlaces ? places[..Finding.MostPlaces] : places,
            PlaceCount = count,
        };
    }

    private static string Quoted(string[] texts, string open, string between, string close, string more) =>
        texts.Length < 2 ? string.Empty
        : open + string.Join(between, texts.Take(QuotedTexts)) + close + (texts.Length > QuotedTexts ? more : string.Empty);

    private static string Some(int[] pages, string between) => string.Join(between, pages.Take(NamedPages).Select(Text));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
