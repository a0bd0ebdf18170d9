using System.Collections.Immutable;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Reference;

namespace Extractor.Publishing;

/// <summary>
/// A document to be published: what its place in the datasets depends on, and how to load the rest. Entries are
/// small and all in memory; of the documents themselves a few are, whatever their number.
/// </summary>
/// <param name="FiscalYear">As <see cref="DocumentIdentity.FiscalYear"/> of the loaded document.</param>
/// <param name="DivisionCode">As <see cref="DocumentIdentity.DivisionCode"/> of the loaded document.</param>
/// <param name="Pages">Of the document: how the work is divided.</param>
/// <param name="ArtifactKey">
/// What the normalized document was made from and by (document, stage versions, maps): equal keys stand for equal
/// content, so that a partition whose documents have not changed need not be written anew.
/// </param>
/// <param name="SupersedesDocumentId">The document that this one replaces at its place; null for most.</param>
/// <param name="Load">May be called from any thread.</param>
public sealed record PublishableDocument(
    DocumentId Id,
    int? FiscalYear,
    string? DivisionCode,
    int Pages,
    string ArtifactKey,
    DocumentId? SupersedesDocumentId,
    Func<NormalizedDocument> Load);

/// <summary>All that one publication holds.</summary>
/// <param name="ExtractorVersion">Published in <c>documents</c> and in the metadata of every file.</param>
/// <param name="Documents">In any order; every document once.</param>
/// <param name="Runs">This run, and the earlier ones that should stay listed.</param>
/// <param name="Fetches">Enumerated once.</param>
/// <param name="Coverage">Enumerated once; a document that it names is among <paramref name="Documents"/>.</param>
public sealed record PublicationSource(
    string ExtractorVersion,
    IReadOnlyCollection<PublishableDocument> Documents,
    IEnumerable<RunRecord> Runs,
    IEnumerable<FetchRecord> Fetches,
    IEnumerable<CoverageRecord> Coverage)
{
    /// <summary>The nights of the archives that were read.</summary>
    public IEnumerable<HarvestRecord> Harvests { get; init; } = [];

    /// <summary>The values of coded columns and their names, for the documentation beside the data.</summary>
    public ImmutableArray<CodeList> CodeLists { get; init; } = [];

    /// <summary>政府收支分类科目, by edition.</summary>
    public IEnumerable<SubjectOfEdition> Subjects { get; init; } = [];

    /// <summary>GB/T 2260.</summary>
    public IEnumerable<DivisionOfStandard> Divisions { get; init; } = [];

    /// <summary>Departments that follow one another.</summary>
    public ImmutableArray<OrganisationChange> OrganisationChanges { get; init; } = [];

    /// <summary>Told, from any thread, how many of the documents are in their files so far.</summary>
    public Action<int>? Progress { get; init; }

    /// <summary>
    /// Publish even where the data look wrong beside those that they replace, or where these are not as they were
    /// published: somebody has looked into it.
    /// </summary>
    public bool AcceptsChanges { get; init; }
}

/// <summary>What was published.</summary>
/// <param name="RowCounts">By dataset.</param>
/// <param name="ReusedPartitionCount">Partitions taken over from the publication before, because nothing in them changed.</param>
/// <param name="WithheldDocumentCount">
/// Documents whose derived rows were inconsistent (a fault of this program) and withheld; each has an error in <c>findings</c>.
/// Counted over the partitions that were written anew.
/// </param>
public sealed record Publication(
    string OutputFolder,
    IReadOnlyDictionary<string, long> RowCounts,
    int FileCount,
    long ByteLength,
    int PartitionCount,
    int ReusedPartitionCount,
    int WithheldDocumentCount);
