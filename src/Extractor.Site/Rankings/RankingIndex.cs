using System.Globalization;
using System.Text.Json;
using Extractor.Publications.Documents;
using Extractor.Publications.Rows;
using Extractor.Site.Departments;
using Extractor.Site.Figures;
using Extractor.Site.Generating;

namespace Extractor.Site.Rankings;

/// <summary>
/// <c>data/rankings.json</c>: years, phases and extents with their sums by province; <c>data/rankings/YEAR-PHASE-SCOPE.json</c> and
/// <c>…-44.json</c>: the departments that stand first by each measure, in all places and in a province; <c>…-first.json</c>: the first
/// few of some.
/// </summary>
internal sealed class RankingIndex(string data, Accounts accounts)
{
    /// <summary>So many of each measure are listed.</summary>
    private const int Listed = 100;

    /// <summary>
    /// Sums of money, and shares of one. <c>three_public_change</c> is against the year before as the same document prints it. What is
    /// reckoned is reckoned from tables alone: a text may speak of another extent than a table.
    /// </summary>
    private static readonly (string Name, Func<Entry, decimal?> Of)[] Measures =
    [
        ("expenditure", static entry => entry.Current("expenditure")),
        ("general_public", static entry => entry.Current("general_public")),
        ("three_public", static entry => entry.Current("three_public")),
        ("three_public_change", static entry => entry.Printed("three_public") - entry.Prior("three_public")),
        ("personnel_share", static entry => Share(entry.Printed("personnel"), entry.Printed("general_public"))),
        ("project_share", static entry => Share(entry.Printed("project"), entry.Printed("general_public"))),
        ("contradicted", static entry => entry.Contradicted > 0 ? entry.Contradicted : null),
    ];

    /// <summary>Measures of which the other end is of interest too: the largest fall, the smallest share.</summary>
    private static readonly HashSet<string> BothEnds = new(StringComparer.Ordinal)
        { "three_public_change", "personnel_share", "project_share" };

    /// <summary>So many of each measure stand on the first screen.</summary>
    private const int First = 5;

    private static readonly HashSet<string> OfFirstScreen = new(StringComparer.Ordinal)
        { "three_public_change", "personnel_share", "project_share", "contradicted" };

    /// <summary>Totals that are ranked or reckoned with: all entries stay in memory, and with them no other total.</summary>
    private static readonly string[] Kept = ["expenditure", "general_public", "three_public", "personnel", "project"];

    private readonly List<Entry> entries = [];

    public void Add(PublishedDocument document, Account account, IReadOnlyDictionary<string, Total> totals)
    {
        var contradicted = document.Checks.Where(static check => check.Outcome == "fails")
            .Sum(static check => Math.Abs(check.DifferenceYuan));
        if (totals.Count > 0 || contradicted > 0)
        {
            entries.Add(new Entry(document.Header, account, Kept.Where(totals.ContainsKey).ToDictionary(static name => name, name =>
                totals[name] with { Change = null }, StringComparer.Ordinal), contradicted));
        }
    }

    /// <summary>To be called after the last document.</summary>
    public void Complete()
    {
        var groups = entries.Where(entry => !accounts.IsRepeated(entry.Document.DocumentId))
            .GroupBy(static entry => (entry.Account.Year, entry.Account.Phase, entry.Account.Scope))
            .OrderByDescending(static group => group.Key.Year)
            .ThenBy(static group => group.Key.Phase, StringComparer.Ordinal)
            .ThenBy(static group => group.Key.Scope, StringComparer.Ordinal)
            .ToList();
        JsonFile.Write(Path.Combine(data, "rankings.json"), json =>
        {
            json.WriteStartArray();
            foreach (var group in groups)
            {
                json.WriteStartObject();
                json.WriteNumber("year", group.Key.Year);
                json.WriteString("phase", group.Key.Phase);
                json.WriteString("scope", group.Key.Scope);
                json.WriteStartArray("provinces");
                foreach (var province in ByProvince(group))
                {
                    json.WriteStartArray();
                    json.WriteStringValue(province.Key);
                    json.WriteNumberValue(province.Count());
                    json.WriteNumberValue(province.Sum(static entry => entry.Current("expenditure") ?? 0));
                    json.WriteNumberValue(province.Count(static entry => entry.Current("expenditure") is null));
                    json.WriteEndArray();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
        foreach (var group in groups)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{group.Key.Year}-{group.Key.Phase}-{group.Key.Scope}");
            Write(name, group);
            WriteFirst(name, group);
            foreach (var province in ByProvince(group))
            {
                Write($"{name}-{province.Key}", province);
            }
        }
    }

    private static IEnumerable<IGrouping<string, Entry>> ByProvince(IEnumerable<Entry> entries) => entries
        .GroupBy(static entry => entry.Document.DivisionCode is { Length: >= 2 } code ? code[..2] : "none")
        .OrderBy(static group => group.Key, StringComparer.Ordinal);

    private void Write(string name, IEnumerable<Entry> all)
    {
        var entries = all.ToList();
        JsonFile.Write(Path.Combine(data, "rankings", name + ".json"), json =>
        {
            json.WriteStartObject();
            foreach (var (measure, of) in Measures)
            {
                var ranked = Ranked(entries, of).ToList();
                json.WriteStartObject(measure);
                json.WriteNumber("count", ranked.Count);
                WriteRows(json, "largest", measure, ranked.Take(Listed));
                if (BothEnds.Contains(measure))
                {
                    WriteRows(json, "smallest", measure, ranked.AsEnumerable().Reverse().Take(Listed));
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        });
    }

    /// <summary>The first few of what the first screen shows, which is not to wait for a hundred of each.</summary>
    private void WriteFirst(string name, IEnumerable<Entry> entries) =>
        JsonFile.Write(Path.Combine(data, "rankings", name + "-first.json"), json =>
        {
            json.WriteStartObject();
            foreach (var (measure, of) in Measures.Where(static measure => OfFirstScreen.Contains(measure.Name)))
            {
                WriteRows(json, measure, measure, Ranked(entries, of).Where(static row => row.Value > 0).Take(First));
            }

            json.WriteEndObject();
        });

    private static IEnumerable<(Entry Entry, decimal? Value)> Ranked(IEnumerable<Entry> entries, Func<Entry, decimal?> of) => entries
        .Select(entry => (Entry: entry, Value: of(entry)))
        .Where(static row => row.Value is not null)
        .OrderByDescending(static row => row.Value)
        .ThenBy(static row => row.Entry.Document.DocumentId, StringComparer.Ordinal);

    private static void WriteRows(Utf8JsonWriter json, string name, string measure, IEnumerable<(Entry Entry, decimal? Value)> rows)
    {
        json.WriteStartArray(name);
        foreach (var (entry, value) in rows)
        {
            json.WriteStartArray();
            json.WriteStringValue(entry.Document.DocumentId);
            json.WriteStringValue(entry.Account.Department.Key);
            json.WriteStringValue(entry.Account.Department.Name);
            json.WriteStringValue(entry.Document.DivisionName);
            json.WriteNumberValue(value!.Value);
            foreach (var figure in entry.Evidence(measure))
            {
                if (figure is { } known)
                {
                    json.WriteFigure(known);
                }
                else
                {
                    json.WriteNullValue();
                }
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static decimal? Share(decimal? part, decimal? whole) =>
        part is { } known && whole is > 0 ? Math.Round(known / whole.Value, 4, MidpointRounding.AwayFromZero) : null;

    /// <param name="Contradicted">元; what the failing checks of the document miss by, without sign.</param>
    private sealed record Entry(DocumentRow Document, Account Account, IReadOnlyDictionary<string, Total> Totals, decimal Contradicted)
    {
        public decimal? Current(string total) => Totals.GetValueOrDefault(total).Current?.Amount;

        /// <summary>Of a table.</summary>
        public decimal? Printed(string total) =>
            Totals.GetValueOrDefault(total).Current is { Sentence: null } figure ? figure.Amount : null;

        public decimal? Prior(string total) => Totals.GetValueOrDefault(total).Prior?.Amount;

        /// <summary>The figure that is ranked or its part, then what it is held against.</summary>
        public Figure?[] Evidence(string measure) => measure switch
        {
            "three_public_change" => [Totals["three_public"].Current, Totals["three_public"].Prior],
            "personnel_share" => [Totals["personnel"].Current, Totals["general_public"].Current],
            "project_share" => [Totals["project"].Current, Totals["general_public"].Current],
            "contradicted" => [null, Totals.GetValueOrDefault("expenditure").Current],
            _ => [Totals[measure].Current, Totals[measure].Prior],
        };
    }
}
