using System.Collections.Immutable;
using Extractor.Fetching.Harvesting;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;

namespace Extractor.Fetching;

/// <summary>A source whose files are already on this machine.</summary>
/// <param name="Name">Published as the first part of <see cref="FetchedFile.ArchiveLocation"/>: the folder's own name.</param>
/// <param name="Folder">Absolute.</param>
/// <param name="FilePatterns">File names with <c>*</c> and <c>?</c>; a file is taken when one matches. Empty: every file.</param>
/// <param name="Request">Of files that the manifest says nothing of.</param>
/// <param name="Harvest">The harvest that filled the folder; then only what the manifest names is of today. Null for any other
/// folder.</param>
/// <param name="LeftOut">Absolute folders that are not entered: where this very run writes.</param>
public sealed record FolderSource(
    string Name,
    string Folder,
    ImmutableArray<string> FilePatterns,
    DocumentRequest Request,
    FolderManifest? Manifest,
    ImmutableArray<string> LeftOut,
    PublisherHarvest? Harvest = null)
{
    /// <summary>The files themselves, below <see cref="Folder"/>, with <c>/</c>: nothing else is looked at. Empty: all.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>Of an archive: its harvests so far.</summary>
    public ImmutableArray<HarvestRecord> Nights { get; init; } = [];
}

/// <summary>What became of a file that a source has or should have.</summary>
public enum FolderFileState
{
    /// <summary>Hashed and handed on.</summary>
    Taken,

    /// <summary>Its bytes were handed on already, under an ordinally earlier name.</summary>
    Duplicate,

    /// <summary>It is there and cannot be read.</summary>
    Unreadable,

    /// <summary>The manifest names it and it is not there.</summary>
    Missing,
}

/// <summary>A place where a file of a source is or should be.</summary>
/// <param name="Path">Below the source's folder, with <c>/</c>.</param>
/// <param name="State">What is known before it is read: <see cref="FolderFileState.Taken"/> where nothing is wrong.</param>
public sealed record ListedFile(FolderSource Source, string Path, FolderFileState State, string? Reason)
{
    /// <summary>The name of the source, and the path below it with <c>/</c>.</summary>
    public string ArchiveLocation => $"{Source.Name}/{Path}";

    /// <summary>The entry of the manifest, where it has one.</summary>
    public ManifestEntry? Expected => Source.Manifest?.Entries.GetValueOrDefault(Path);
}

/// <summary>
/// A file of a folder source. A run holds one for every file: it is small, and what can be told from the place is not kept.
/// </summary>
/// <param name="Id">Of the bytes; null where none could be read.</param>
/// <param name="ByteLength">Zero where none could be read.</param>
/// <param name="Reason">Why there is no file: what is wrong, where, what to do; for a duplicate, where the bytes stand already.</param>
public sealed record FolderFile(ListedFile Listed, FolderFileState State, DocumentId? Id, long ByteLength, string? Reason)
{
    public string ArchiveLocation => Listed.ArchiveLocation;

    public ManifestEntry? Expected => Listed.Expected;

    /// <summary>Null unless <see cref="State"/> is <see cref="FolderFileState.Taken"/>.</summary>
    public FetchedFile? File => State == FolderFileState.Taken && Id is { } id
        ? new FetchedFile(
            id,
            Path.Combine(Listed.Source.Folder, Listed.Path),
            ArchiveLocation,
            Path.GetFileName(Listed.Path),
            ByteLength,
            Expected?.SourceUrl,
            Expected?.LandingUrl,
            Expected?.RetrievedAt,
            Expected?.Request ?? Listed.Source.Request)
        : null;
}
