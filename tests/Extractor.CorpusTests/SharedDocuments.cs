using System.Collections.Immutable;
using Extractor.Extracting;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Normalizing;
using Extractor.Publications.Audits;
using Extractor.Publishing;
using Extractor.Publishing.Facts;
using Extractor.Publishing.Facts.Governments;

namespace Extractor.CorpusTests;

/// <summary>A sum of a shared document that does not hold.</summary>
/// <param name="Page">Of the figure that was expected.</param>
/// <param name="ExpectedAsPrinted">Without its unit.</param>
/// <param name="FoundYuan">What the other figures make.</param>
internal sealed record FailingCheck(string Hash, string Rule, int Page, string ExpectedAsPrinted, decimal FoundYuan);

/// <summary>Characters of the narrative, white space left out.</summary>
/// <param name="Printed">On narrative pages.</param>
/// <param name="Lost">Of these, in no section and no running line.</param>
/// <param name="InSections">In headings and text of all sections.</param>
/// <param name="UnderHeadings">In sections that have a heading.</param>
internal sealed record NarrativeCount(int Printed, int Lost, int InSections, int UnderHeadings)
{
    public static NarrativeCount Of(NormalizedDocument document)
    {
        var pages = document.Extracted.Pages.Where(static page => page.State == PageState.Narrative)
            .Select(static page => page.Number).ToHashSet();
        var ledger = document.Ledger.Where(page => pages.Contains(page.PageNumber)).Select(static page => page.Characters).ToList();
        var sections = document.Extracted.Sections;
        return new NarrativeCount(
            ledger.Sum(static page => page.CharactersPrinted),
            ledger.Sum(static page => page.Lost),
            sections.Sum(CharactersOf),
            sections.Where(static section => section.HeadingAsPrinted is not null).Sum(CharactersOf));
    }

    private static int CharactersOf(ExtractedSection section) =>
        CharactersOf(section.HeadingAsPrinted ?? string.Empty) + section.Paragraphs.Sum(static paragraph => CharactersOf(paragraph.Text));

    private static int CharactersOf(string text) => text.Count(static character => !char.IsWhiteSpace(character));
}

/// <summary>What a shared document was read as.</summary>
internal sealed record SharedDocument(
    SharedFile File, DocumentId Id, DocumentIdentity Identity, ImmutableArray<FailingCheck> Failing, NarrativeCount Narrative)
{
    /// <summary>Proven lines read for others, by what they differ in.</summary>
    public ImmutableArray<SwapCount> Swaps { get; init; } = [];

    /// <summary>Groups of leaves that do not make the total printed for them.</summary>
    public ImmutableArray<LeafSum> LeafSums { get; init; } = [];

    /// <summary>Pages whose ledger does not balance.</summary>
    public ImmutableArray<int> Unbalanced { get; init; } = [];

    /// <summary>Of the governments' documents alone.</summary>
    public ImmutableArray<BudgetLine> Lines { get; init; } = [];

    /// <summary>Null where it is no budget or final accounts of a department.</summary>
    public DocumentFacts? Facts { get; init; }

    /// <summary>Null where it is not of a government.</summary>
    public GovernmentFacts? Government { get; init; }

    /// <summary>Debt of all places that it prints.</summary>
    public ImmutableArray<GovernmentDebtFact> Debt { get; init; } = [];
}

/// <summary>Every shared document, read once for all tests.</summary>
internal static class SharedDocuments
{
    private static readonly Lazy<IReadOnlyList<SharedDocument>> Read = new(static () => ReadAll(SharedFiles.Manifest()));
    private static readonly Lazy<IReadOnlyList<SharedDocument>> ReadField = new(static () => ReadAll(SharedFiles.Field()));

    private static readonly Lazy<IReadOnlyList<SharedDocument>> ReadMadeUp = new(static () => ReadAll(
        [.. Directory.GetFiles(Path.Combine(OwnCorpus.Folder, "governments"), "*.pdf").Order(StringComparer.Ordinal)
            .Select(static path => new SharedFile(Path.GetFileName(path), path, string.Empty, null))], keepsLines: true));

    private static readonly Lazy<IReadOnlyList<SharedDocument>> ReadGovernments = new(static () =>
        ReadAll(SharedFiles.Governments(), keepsLines: true));

    public static IReadOnlyList<SharedDocument> All => Read.Value;

    /// <summary>Those of <see cref="SharedFiles.Governments"/>.</summary>
    public static IReadOnlyList<SharedDocument> Governments => ReadGovernments.Value;

    /// <summary>The made-up documents of <c>corpus/governments</c>.</summary>
    public static IReadOnlyList<SharedDocument> MadeUpGovernments => ReadMadeUp.Value;

    /// <summary>Those of <see cref="SharedFiles.Field"/>.</summary>
    public static IReadOnlyList<SharedDocument> Field => ReadField.Value;

    private static IReadOnlyList<SharedDocument> ReadAll(IReadOnlyList<SharedFile> files, bool keepsLines = false)
    {
        var normalizer = new DocumentNormalizer(ReferenceData.Load());
        return [.. files.AsParallel().Select(file => ReadOne(normalizer, file, keepsLines))];
    }

    /// <summary>The facts of a document, as if it were published alone.</summary>
    public static DocumentFacts? FactsOf(NormalizedDocument document) => FactsOfDocument.Of(EntryOf(document), document);

    private static PublishableDocument EntryOf(NormalizedDocument document) => new(document.Extracted.File.Id,
        document.Identity.FiscalYear, document.Identity.DivisionCode, document.Extracted.Pages.Length, string.Empty, null, () => document);

    /// <summary>A file extracted and normalized.</summary>
    public static NormalizedDocument Normalized(DocumentNormalizer normalizer, SharedFile file)
    {
        var bytes = File.ReadAllBytes(file.Path);
        var fetched = new FetchedFile(
            DocumentId.Of(bytes), file.Path, file.Name, Path.GetFileName(file.Name), bytes.Length, null, null, null,
            new DocumentRequest(file.CollectedUnder, null, null));
        return normalizer.Normalize(DocumentExtractor.Extract(fetched, bytes, CancellationToken.None));
    }

    private static SharedDocument ReadOne(DocumentNormalizer normalizer, SharedFile file, bool keepsLines)
    {
        var document = Normalized(normalizer, file);
        var lines = document.Lines.ToDictionary(static line => line.LineId, StringComparer.Ordinal);
        return new SharedDocument(file, document.Extracted.File.Id, document.Identity,
        [
            .. from check in document.Checks
               where check.Outcome == CheckOutcome.Fails
               let expected = lines[check.MemberLineIds[0]]
               select new FailingCheck(document.Extracted.File.Id.Value, check.Rule, expected.PageNumber, expected.ValueAsPrinted,
                   check.ActualYuan),
        ], NarrativeCount.Of(document))
        {
            Unbalanced = [.. document.Ledger.Where(static page => !page.Balances).Select(static page => page.PageNumber)],
            Facts = FactsOf(document),
            Lines = keepsLines ? document.Lines : [],
            Swaps = LineSwaps.Count(document),
            LeafSums = PublishedLeafSums.ThatDiffer(document),
            Government = GovernmentFactsOfDocument.Of(EntryOf(document), document),
            Debt = GovernmentDebtFacts.Of(document),
        };
    }
}
