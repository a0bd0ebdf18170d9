using System.Globalization;
using Extractor.Publications.Documents;
using Extractor.Publications.Rows;

namespace Extractor.Site.Documents;

/// <summary>Where a line stands: the ordinal of its table, and its position among the lines of the table.</summary>
internal readonly record struct LinePlace(int Table, int Line);

/// <summary>Numbers of lines by proof.</summary>
internal readonly record struct Proofs(int Proven, int Contradicted, int Unproven)
{
    public static Proofs Of(IEnumerable<BudgetLineRow> lines) => lines.Aggregate(default(Proofs), static (sum, line) => line.Proof switch
    {
        "proven" => sum with { Proven = sum.Proven + 1 },
        "contradicted" => sum with { Contradicted = sum.Contradicted + 1 },
        _ => sum with { Unproven = sum.Unproven + 1 },
    });

    public static Proofs operator +(Proofs left, Proofs right) =>
        new(left.Proven + right.Proven, left.Contradicted + right.Contradicted, left.Unproven + right.Unproven);
}

/// <summary>A check with the places of its lines; the first one is the figure that was expected.</summary>
internal sealed record PlacedCheck(CheckRow Check, IReadOnlyList<LinePlace> Members);

/// <summary>The lines and checks of a document by the table that they stand in.</summary>
internal sealed class TableIndex
{
    private readonly ILookup<string, BudgetLineRow> lines;
    private readonly ILookup<int, PlacedCheck> checksOfTable;
    private readonly IReadOnlyList<PlacedCheck> checks;

    public TableIndex(PublishedDocument document)
    {
        var ordinals = document.Tables.ToDictionary(static table => table.TableId, static table => table.Ordinal, StringComparer.Ordinal);
        lines = document.Lines.ToLookup(static line => line.TableId, StringComparer.Ordinal);
        var places = lines
            .SelectMany(table => table.Select((line, position) => (line.LineId, Place: new LinePlace(ordinals[table.Key], position))))
            .ToDictionary(static entry => entry.LineId, static entry => entry.Place, StringComparer.Ordinal);
        Places = places;
        var members = document.CheckMembers.ToLookup(static member => member.CheckId, static member =>
            member.LineId, StringComparer.Ordinal);
        checks = [.. document.Checks.Select(check =>
            new PlacedCheck(check, [.. members[check.CheckId].Where(places.ContainsKey).Select(line => places[line])]))];
        checksOfTable = checks
            .SelectMany(static check => check.Members.Select(static member => member.Table).Distinct().Select(table =>
                (Table: table, Check: check)))
            .ToLookup(static entry => entry.Table, static entry => entry.Check);
    }

    /// <summary>The place of a line by its id.</summary>
    public IReadOnlyDictionary<string, LinePlace> Places { get; }

    public IEnumerable<BudgetLineRow> LinesOf(string tableId) => lines[tableId];

    /// <summary>Every check that a line of the table takes part in.</summary>
    public IEnumerable<PlacedCheck> ChecksOf(int table) => checksOfTable[table];

    public Proofs ProofsOf(string tableId) => Proofs.Of(lines[tableId]);

    /// <summary>
    /// The failed sum that a finding reports at its first place, named there or known by its rule and both amounts; null where
    /// there is no single one.
    /// </summary>
    public PlacedCheck? CheckOf(FindingRow finding, IEnumerable<FindingPlaceRow> places)
    {
        if (places.FirstOrDefault()?.CheckId is { } named)
        {
            return checks.FirstOrDefault(check => check.Check.CheckId == named && check.Members.Count > 0);
        }

        if (!decimal.TryParse(finding.Expected, NumberStyles.Number, CultureInfo.InvariantCulture, out var expected)
            || !decimal.TryParse(finding.Actual, NumberStyles.Number, CultureInfo.InvariantCulture, out var actual))
        {
            return null;
        }

        var found = checks.Where(check => check.Check.Outcome != "holds" && check.Members.Count > 0 &&
            check.Check.ExpectedYuan == expected && check.Check.ActualYuan == actual).Take(2).ToList();
        var ofRule = found.Where(check => check.Check.Rule == finding.Rule).ToList();
        return ofRule.Count == 1 ? ofRule[0] : found.Count == 1 ? found[0] : null;
    }
}
