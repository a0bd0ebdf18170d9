using System.Collections.Immutable;
using Extractor.Publications.Reading;
using Extractor.Publications.Rows;
using Extractor.Runs;

namespace Extractor.Publications.Verification;

/// <summary>What the pages of a document, or of all, add up to in <c>page_ledger</c>.</summary>
/// <param name="AmountsInTables">Amounts in cells that have a meaning: in lines, projects, indicators.</param>
public sealed record LedgerSums(
    long Pages,
    long AmountsPrinted,
    long AmountsInTables,
    long AmountsInStatedFigures,
    long AmountsInCellsOnly,
    long AmountsInTextOnly,
    long AmountsInKnownTablesOnly,
    long AmountsAsLabels,
    long AmountsLost,
    long CharactersPrinted,
    long CharactersInSections,
    long CharactersInTables,
    long CharactersRunning,
    long CharactersLost)
{
    public static LedgerSums Nothing { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Of the amounts in tables, the share with a meaning, 0 to 1; null where there are none.</summary>
    public double? ShareOfTablesTaken =>
        AmountsInTables + AmountsInCellsOnly - AmountsInTextOnly is > 0 and var all ? (double)AmountsInTables / all : null;

    public LedgerSums Plus(LedgerSums other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new LedgerSums(
            Pages + other.Pages,
            AmountsPrinted + other.AmountsPrinted,
            AmountsInTables + other.AmountsInTables,
            AmountsInStatedFigures + other.AmountsInStatedFigures,
            AmountsInCellsOnly + other.AmountsInCellsOnly,
            AmountsInTextOnly + other.AmountsInTextOnly,
            AmountsInKnownTablesOnly + other.AmountsInKnownTablesOnly,
            AmountsAsLabels + other.AmountsAsLabels,
            AmountsLost + other.AmountsLost,
            CharactersPrinted + other.CharactersPrinted,
            CharactersInSections + other.CharactersInSections,
            CharactersInTables + other.CharactersInTables,
            CharactersRunning + other.CharactersRunning,
            CharactersLost + other.CharactersLost);
    }
}

/// <summary>What has no meaning, or is in no dataset, for one cause. A page counts for its largest cause.</summary>
public sealed record LedgerLoss(string Cause, int Documents, int Pages, long Count);

/// <summary>The ledger of one document.</summary>
/// <param name="AmountCauses">Pages and amounts, by the largest cause of the page.</param>
/// <param name="CharacterCauses">Pages and characters.</param>
public sealed record DocumentLedger(string DocumentId, string ArchiveLocation, string Kind, string Status, LedgerSums Sums,
    ImmutableSortedDictionary<string, (int Pages, long Count)> AmountCauses,
    ImmutableSortedDictionary<string, (int Pages, long Count)> CharacterCauses);

/// <summary>The page ledger of a publication.</summary>
/// <param name="Documents">By their place.</param>
/// <param name="Amounts">Amounts without a meaning, by cause, the largest first.</param>
/// <param name="Characters">Lost characters.</param>
public sealed record PublishedLedger(
    LedgerSums Sums, ImmutableArray<LedgerLoss> Amounts, ImmutableArray<LedgerLoss> Characters, ImmutableArray<DocumentLedger> Documents)
{
    /// <exception cref="OutputException">The folder holds no publication that can be read, or one without a page ledger.</exception>
    public static PublishedLedger Read(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        using var snapshot = PublishedSnapshot.Open(folder, "documents", "page_ledger");
        if (snapshot.Manifest.Datasets.All(static dataset => dataset.Name != "page_ledger"))
        {
            throw new OutputException(
                $"'{folder}' has no page_ledger: an earlier version published it. Publish again with 'extractor run'.");
        }

        var pages = new Dictionary<string, PageSums>(StringComparer.Ordinal);
        foreach (var row in snapshot.Rows<PageLedgerRow>("document_id", null))
        {
            if (!pages.TryGetValue(row.DocumentId, out var sums))
            {
                pages.Add(row.DocumentId, sums = new PageSums());
            }

            sums.Add(row);
        }

        ImmutableArray<DocumentLedger> documents =
        [
            .. snapshot.Rows<DocumentRow>("document_id", null)
                .Select(row => (pages.GetValueOrDefault(row.DocumentId) ?? new PageSums()).Of(row))
                .OrderBy(static document => document.ArchiveLocation, StringComparer.Ordinal)
                .ThenBy(static document => document.DocumentId, StringComparer.Ordinal),
        ];
        return new PublishedLedger(
            documents.Aggregate(LedgerSums.Nothing, static (sum, document) => sum.Plus(document.Sums)),
            LossesOf(documents, static document => document.AmountCauses),
            LossesOf(documents, static document => document.CharacterCauses),
            documents);
    }

    private static ImmutableArray<LedgerLoss> LossesOf(
        ImmutableArray<DocumentLedger> documents, Func<DocumentLedger, ImmutableSortedDictionary<string,
            (int Pages, long Count)>> causes) =>
    [
        .. documents.SelectMany(causes)
            .GroupBy(static cause => cause.Key, StringComparer.Ordinal)
            .Select(static group => new LedgerLoss(
                group.Key, group.Count(), group.Sum(static cause => cause.Value.Pages), group.Sum(static cause => cause.Value.Count)))
            .OrderByDescending(static loss => loss.Count)
            .ThenBy(static loss => loss.Cause, StringComparer.Ordinal),
    ];

    private sealed class PageSums
    {
        private readonly Dictionary<string, (int Pages, long Count)> amountCauses = new(StringComparer.Ordinal);
        private readonly Dictionary<string, (int Pages, long Count)> characterCauses = new(StringComparer.Ordinal);
        private LedgerSums sums = LedgerSums.Nothing;

        public void Add(PageLedgerRow row)
        {
            var page = new LedgerSums(
                1,
                row.AmountsPrinted,
                row.AmountsInLines + row.AmountsInProjects + row.AmountsInIndicators,
                row.AmountsInStatedFigures,
                row.AmountsInCellsOnly,
                row.AmountsInTextOnly,
                row.AmountsInKnownTablesOnly,
                row.AmountsAsLabels,
                row.AmountsLost,
                row.CharactersPrinted,
                row.CharactersInSections,
                row.CharactersInTables,
                row.CharactersRunning,
                row.CharactersLost);
            sums = sums.Plus(page);
            Add(amountCauses, row.AmountsCause, page.AmountsInCellsOnly + page.AmountsLost);
            Add(characterCauses, row.CharactersCause, page.CharactersLost);
        }

        public DocumentLedger Of(DocumentRow document) => new(
            document.DocumentId,
            document.ArchiveLocation,
            document.Kind,
            document.Status,
            sums,
            amountCauses.ToImmutableSortedDictionary(StringComparer.Ordinal),
            characterCauses.ToImmutableSortedDictionary(StringComparer.Ordinal));

        private static void Add(Dictionary<string, (int Pages, long Count)> causes, string? cause, long count)
        {
            if (cause is not null)
            {
                var (pages, before) = causes.GetValueOrDefault(cause);
                causes[cause] = (pages + 1, before + count);
            }
        }
    }
}
