using Extractor.Fetching;
using Extractor.Runs.Documents;

namespace Extractor.Runs;

/// <summary>Something that happened in a run, to be shown while it goes on. Nothing of it reaches the data.</summary>
public abstract record RunEvent;

/// <summary>The sources are listed.</summary>
/// <param name="Count">Files to be looked at, duplicates and unreadable ones too.</param>
public sealed record FilesListed(int Count) : RunEvent;

/// <summary>A file will not be processed: it is a duplicate, unreadable or missing.</summary>
public sealed record FileNotTaken(FolderFile File) : RunEvent;

/// <summary>A document is through all stages but publishing.</summary>
/// <param name="IsFresh">Nothing of it was stale.</param>
public sealed record DocumentDone(DocumentOutcome Outcome, bool IsFresh) : RunEvent;

/// <summary>A fault of this program, or the time limit, ended the work on one document. It follows as quarantined.</summary>
public sealed record DocumentFailed(DocumentFailure Failure) : RunEvent;

/// <summary>All documents are through; the datasets are written.</summary>
public sealed record PublishingStarted(int Documents) : RunEvent;

/// <summary>Documents are in their files.</summary>
/// <param name="Done">So far, of those that <see cref="PublishingStarted"/> announced; those of unchanged partitions too.</param>
public sealed record DocumentsPublished(int Done) : RunEvent;
