using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;

namespace Extractor.Runs.Artifacts;

/// <summary>
/// What the extracting stage found in the bytes of a file: an <see cref="ExtractedDocument"/> without the file's
/// names, since the same bytes may lie elsewhere tomorrow.
/// </summary>
internal sealed record StoredExtraction(
    string MediaType,
    string? Producer,
    TextLayer TextLayer,
    DocumentStatus Status,
    string? StatusReason,
    ImmutableArray<ExtractedPage> Pages,
    ImmutableArray<ExtractedTable> Tables,
    ImmutableArray<ExtractedSection> Sections,
    ImmutableArray<Finding> Findings)
{
    public static StoredExtraction Of(ExtractedDocument document) => new(
        document.MediaType,
        document.Producer,
        document.TextLayer,
        document.Status,
        document.StatusReason,
        document.Pages,
        document.Tables,
        document.Sections,
        document.Findings);

    public ExtractedDocument Of(FetchedFile file) =>
        new(file, MediaType, Producer, TextLayer, Status, StatusReason, Pages, Tables, Sections, Findings);
}

/// <summary>
/// What the normalizing stage added: a <see cref="NormalizedDocument"/> without the extraction, which is stored beside it.
/// </summary>
internal sealed record StoredMeaning(
    DocumentIdentity Identity,
    ImmutableArray<TableMeaning> Tables,
    ImmutableArray<SectionMeaning> Sections,
    ImmutableArray<BudgetLine> Lines,
    ImmutableArray<Project> Projects,
    ImmutableArray<PerformanceIndicator> Indicators,
    ImmutableArray<StatedFigure> StatedFigures,
    ImmutableArray<Check> Checks,
    ImmutableArray<Finding> Findings,
    ImmutableArray<PageLedger> Ledger,
    DocumentStatus Status,
    string? StatusReason)
{
    public static StoredMeaning Of(NormalizedDocument document) => new(
        document.Identity,
        document.Tables,
        document.Sections,
        document.Lines,
        document.Projects,
        document.Indicators,
        document.StatedFigures,
        document.Checks,
        document.Findings,
        document.Ledger,
        document.Extracted.Status,
        document.Extracted.StatusReason);

    public NormalizedDocument Of(ExtractedDocument extracted) =>
        new(extracted with { Status = Status, StatusReason = StatusReason }, Identity, Tables, Sections, Lines, Projects, Indicators,
            StatedFigures, Checks, Findings)
        {
            Ledger = Ledger,
        };
}
