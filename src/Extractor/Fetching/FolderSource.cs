using System.Collections.Immutable;
using Extractor.Fetching.Harvesting;
using Extractor.Model.Documents;

namespace Extractor.Fetching;

/// <summary>A source whose files are already on this machine.</summary>
/// <param name="Name">Published as the first part of <see cref="FetchedFile.ArchiveLocation"/>: the folder's own name.</param>
/// <param name="Folder">Absolute.</param>
/// <param name="FilePatterns">File names with <c>*</c> and <c>?</c>; a file is taken when one matches. Empty: every file.</param>
/// <param name="Request">Of files that the manifest says nothing of.</param>
/// <param name="Harvest">The harvest that filled the folder; then only what the manifest names is of today. Null for any other folder.</param>
/// <param name="LeftOut">Absolute folders that are not entered: where this very run writes.</param>
public sealed record FolderSource(
    string Name,
    string Folder,
    ImmutableArray<string> FilePatterns,
    DocumentRequest Request,
    FolderManifest? Manifest,
    ImmutableArray<string> LeftOut,
    PublisherHarvest? Harvest = null);

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

/// <summary>A file of a folder source.</summary>
/// <param name="ArchiveLocation">The name of the source, and the path below it with <c>/</c>.</param>
/// <param name="File">Set when <paramref name="State"/> is <see cref="FolderFileState.Taken"/>.</param>
/// <param name="Id">Of the bytes; null where none could be read.</param>
/// <param name="Reason">Why there is no file: what is wrong, where, what to do; for a duplicate, where the bytes stand already.</param>
/// <param name="Expected">The entry of the manifest, where it has one.</param>
public sealed record FolderFile(
    string ArchiveLocation,
    FolderFileState State,
    FetchedFile? File,
    DocumentId? Id,
    string? Reason,
    ManifestEntry? Expected);
