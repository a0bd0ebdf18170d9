using Extractor.Fetching;
using Extractor.Model.Budget;
using Extractor.Model.Documents;

namespace Extractor.Runs.Documents;

/// <summary>What stays in memory of a document that is through: its place in the datasets, and the way to the rest.</summary>
internal sealed class FinishedDocument(DocumentProcessor processor, FolderFile file, ProcessedDocument document)
{
    private readonly DocumentFailure? failure = document.Failure;

    public DocumentId Id { get; } = document.File.Id;

    public DocumentKind Kind { get; } = document.Outcome.Kind;

    public int? FiscalYear { get; } = document.Outcome.FiscalYear;

    /// <summary>The same few thousand codes come over and over.</summary>
    public string? DivisionCode { get; } = document.Outcome.DivisionCode is { } code ? string.Intern(code) : null;

    public int Pages { get; } = document.Outcome.Pages;

    public string ArtifactKey { get; } = document.ArtifactKey;

    public NormalizedDocument Load() => processor.Load(file.File!, failure);
}
