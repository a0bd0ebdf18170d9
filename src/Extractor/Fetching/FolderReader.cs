using System.IO.Enumeration;
using System.Security.Cryptography;
using Extractor.Model.Documents;

namespace Extractor.Fetching;

/// <summary>The fetching stage for folders: every file below them, hashed, in ordinal order of its path.</summary>
public static class FolderReader
{
    private const int ReadAtOnce = 1 << 20;

    private static EnumerationOptions AllEntries { get; } = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>
    /// The files of all sources and those that their manifests miss: sources in their order, paths in ordinal order.
    /// A folder below a source that cannot be read is listed as such.
    /// </summary>
    public static IReadOnlyList<ListedFile> List(IReadOnlyList<FolderSource> sources, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var listed = new List<ListedFile>();
        foreach (var source in sources)
        {
            var found = source.Paths.IsEmpty
                ? Find(source, cancellationToken)
                : [.. source.Paths.Select(path => new ListedFile(source, path, FolderFileState.Taken, null))];
            found.AddRange(
                from expected in source.Manifest?.Entries.Keys ?? []
                where !File.Exists(Path.Combine(source.Folder, expected))
                select new ListedFile(source, expected, FolderFileState.Missing,
                    "the manifest names the file and it is not in the folder"));
            found.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
            listed.AddRange(found);
        }

        return listed;
    }

    /// <summary>
    /// Hashes the listed files, one at a time, as they are asked for. Where several hold the same bytes, the first is taken.
    /// Nothing that is wrong with a file is thrown.
    /// </summary>
    public static IEnumerable<FolderFile> Read(IReadOnlyList<ListedFile> listed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(listed);
        var firstPlaces = new Dictionary<DocumentId, ListedFile>();
        var buffer = GC.AllocateUninitializedArray<byte>(ReadAtOnce);
        foreach (var file in listed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return file.State == FolderFileState.Taken
                ? ReadOne(file, buffer, firstPlaces)
                : NotRead(file, file.State, file.Reason);
        }
    }

    private static FolderFile ReadOne(ListedFile listed, byte[] buffer, Dictionary<DocumentId, ListedFile> firstPlaces)
    {
        var path = Path.Combine(listed.Source.Folder, listed.Path);
        DocumentId id;
        long length = 0;
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0,
                FileOptions.SequentialScan);
            for (int count; (count = stream.Read(buffer)) > 0; length += count)
            {
                hash.AppendData(buffer, 0, count);
            }

            id = new DocumentId(Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return NotRead(listed, FolderFileState.Unreadable,
                $"the file cannot be read: {error.Message} Give the right to read it, or take it out of the folder.");
        }

        return firstPlaces.TryAdd(id, listed)
            ? new FolderFile(listed, FolderFileState.Taken, id, length, null)
            : new FolderFile(listed, FolderFileState.Duplicate, id, length, $"the same bytes as {firstPlaces[id].ArchiveLocation}");
    }

    private static FolderFile NotRead(ListedFile listed, FolderFileState state, string? reason) => new(listed, state, null, 0, reason);

    private static List<ListedFile> Find(FolderSource source, CancellationToken cancellationToken)
    {
        var found = new List<ListedFile>();
        var entered = new HashSet<string>(source.LeftOut, StringComparer.Ordinal);
        var open = new Stack<string>([source.Folder]);
        while (open.TryPop(out var folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                // A link to a folder above it would never end: a folder is entered once, under its real place.
                if (!entered.Add(RealPlace(folder)))
                {
                    continue;
                }

                foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", AllEntries).ToList())
                {
                    if (IsFolder(entry))
                    {
                        open.Push(entry.FullName);
                    }
                    else if (Matches(source, entry.Name) &&
                        (source.Harvest is null || source.Manifest?.Entries.ContainsKey(Below(source.Folder, entry.FullName)) == true))
                    {
                        found.Add(new ListedFile(source, Below(source.Folder, entry.FullName), FolderFileState.Taken, null));
                    }
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                var reason = $"the folder cannot be read: {error.Message} Give the right to read it, or take it out of the source.";
                found.Add(new ListedFile(source, Below(source.Folder, folder), FolderFileState.Unreadable, reason));
            }
        }

        return found;
    }

    private static bool IsFolder(FileSystemInfo entry) =>
        entry is DirectoryInfo || entry.ResolveLinkTarget(returnFinalTarget: true) is DirectoryInfo { Exists: true };

    private static string RealPlace(string folder) =>
        new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(folder);

    private static bool Matches(FolderSource source, string name) =>
        source.FilePatterns.IsEmpty
        || source.FilePatterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: true));

    private static string Below(string folder, string path) =>
        Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
}
