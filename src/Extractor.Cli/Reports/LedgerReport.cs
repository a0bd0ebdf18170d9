using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Extractor.Publications.Verification;

namespace Extractor.Cli.Reports;

/// <summary>A page ledger for people, as tables, and for machines, as one JSON object.</summary>
internal static class LedgerReport
{
    public static string ToText(PublishedLedger ledger)
    {
        var sums = ledger.Sums;
        var text = new StringBuilder();
        Add(text, $"{ledger.Documents.Length} documents, {sums.Pages} pages");
        Add(text, $"amounts     {sums.AmountsPrinted} printed = {sums.AmountsInTables} in lines, projects and indicators + " +
            $"{sums.AmountsInStatedFigures} in stated figures + {sums.AmountsInCellsOnly} without meaning ({sums.AmountsInTextOnly} in " +
            $"text, {sums.AmountsInKnownTablesOnly} in tables of known kinds) + {sums.AmountsAsLabels} labels + {sums.AmountsLost} lost");
        Add(text, $"            {Share(sums.ShareOfTablesTaken)} of the amounts in tables have a meaning");
        foreach (var kind in ledger.Documents.GroupBy(static document => document.Kind).OrderBy(static kind =>
            kind.Key, StringComparer.Ordinal))
        {
            var own = kind.Aggregate(LedgerSums.Nothing, static (sum, document) => sum.Plus(document.Sums));
            Add(text, $"            {Share(own.ShareOfTablesTaken)} in {kind.Count()} documents of kind {kind.Key}, " +
                $"{kind.Count(static document => document.Status == "complete")} complete");
        }

        Add(text, $"characters  {sums.CharactersPrinted} printed = {sums.CharactersInSections} in sections + {sums.CharactersInTables} " +
            $"in tables + {sums.CharactersRunning} running + {sums.CharactersLost} lost");
        Losses(text, "amounts without meaning or lost, by the largest cause of the page", ledger.Amounts);
        Losses(text, "characters lost, by the largest cause of the page", ledger.Characters);
        Add(text, $"");
        Add(text, $"{"lost",8} {"characters",11} {"no meaning",11} {"in tables",10}  document");
        foreach (var document in ledger.Documents)
        {
            var own = document.Sums;
            if (own.AmountsLost + own.CharactersLost + own.AmountsInCellsOnly > 0)
            {
                var causes = document.AmountCauses.Concat(document.CharacterCauses)
                    .OrderByDescending(static cause => cause.Value.Count).Select(static cause => $"{cause.Key} {cause.Value.Count}");
                Add(text,
                    $"{own.AmountsLost,8} {own.CharactersLost,11} {own.AmountsInCellsOnly - own.AmountsInTextOnly,11} " +
                    $"{Share(own.ShareOfTablesTaken),10}  {document.ArchiveLocation} ({document.Kind}, {document.Status}): " +
                    $"{string.Join(", ", causes)}");
            }
        }

        return text.ToString().TrimEnd();
    }

    public static string ToJson(PublishedLedger ledger) => new JsonObject
    {
        ["sums"] = Json(ledger.Sums),
        ["amounts"] = Json(ledger.Amounts),
        ["characters"] = Json(ledger.Characters),
        ["documents"] = new JsonArray([.. ledger.Documents.Select(static document => new JsonObject
        {
            ["document_id"] = document.DocumentId,
            ["archive_location"] = document.ArchiveLocation,
            ["kind"] = document.Kind,
            ["status"] = document.Status,
            ["sums"] = Json(document.Sums),
            ["amounts"] = Json(document.AmountCauses),
            ["characters"] = Json(document.CharacterCauses),
        })]),
    }.ToJsonString(ReadableJson.Options);

    private static void Losses(StringBuilder text, string heading, ImmutableArray<LedgerLoss> losses)
    {
        Add(text, $"");
        Add(text, $"{heading}");
        foreach (var loss in losses)
        {
            Add(text, $"{loss.Count,10}  {loss.Cause,-22} {loss.Pages} pages of {loss.Documents} documents");
        }
    }

    /// <summary>The process runs without cultures (InvariantGlobalization), so a line is written as it is.</summary>
    private static void Add(StringBuilder text, string line) => text.AppendLine(line);

    private static string Share(double? share) => share is { } known ? known.ToString("P2", CultureInfo.InvariantCulture) : "-";

    private static JsonObject Json(LedgerSums sums) => new()
    {
        ["pages"] = sums.Pages,
        ["amounts_printed"] = sums.AmountsPrinted,
        ["amounts_in_tables"] = sums.AmountsInTables,
        ["amounts_in_stated_figures"] = sums.AmountsInStatedFigures,
        ["amounts_in_cells_only"] = sums.AmountsInCellsOnly,
        ["amounts_in_text_only"] = sums.AmountsInTextOnly,
        ["amounts_in_known_tables_only"] = sums.AmountsInKnownTablesOnly,
        ["amounts_as_labels"] = sums.AmountsAsLabels,
        ["amounts_lost"] = sums.AmountsLost,
        ["share_of_tables_taken"] = sums.ShareOfTablesTaken,
        ["characters_printed"] = sums.CharactersPrinted,
        ["characters_in_sections"] = sums.CharactersInSections,
        ["characters_in_tables"] = sums.CharactersInTables,
        ["characters_running"] = sums.CharactersRunning,
        ["characters_lost"] = sums.CharactersLost,
    };

    private static JsonArray Json(ImmutableArray<LedgerLoss> losses) => new([.. losses.Select(static loss => new JsonObject
    {
        ["cause"] = loss.Cause,
        ["documents"] = loss.Documents,
        ["pages"] = loss.Pages,
        ["count"] = loss.Count,
    })]);

    private static JsonObject Json(ImmutableSortedDictionary<string, (int Pages, long Count)> causes) =>
        new(causes.Select(static cause => KeyValuePair.Create(cause.Key, (JsonNode?)new JsonObject
        {
            ["pages"] = cause.Value.Pages,
            ["count"] = cause.Value.Count,
        })));
}
