using System.Collections.Frozen;
using System.Security.Cryptography;
using Extractor.Publishing.Datasets;
using Extractor.Publishing.Storage;

namespace Extractor.Publishing;

/// <summary>
/// The publication that stands in the output folder before the next one takes its place. Every file is what its
/// manifest says, to the byte: what is taken over from it, and what the next one is compared with, is what was published.
/// </summary>
internal sealed class PreviousPublication
{
    private readonly PublicationManifest manifest;
    private readonly FrozenSet<PublishedPartition> partitions;
    private readonly ILookup<string, PublishedFile> filesByFolder;

    private PreviousPublication(string folder, PublicationManifest manifest)
    {
        Folder = folder;
        this.manifest = manifest;
        partitions = manifest.Partitions.ToFrozenSet();
        filesByFolder = FilesOf(manifest).ToLookup(static file => file.Path[..file.Path.LastIndexOf('/')], StringComparer.Ordinal);
    }

    public string Folder { get; }

    public IEnumerable<PublishedPartition> Partitions => manifest.Partitions;

    /// <summary>The publication in a folder; null where there is none.</summary>
    /// <param name="faults">What of it does not match its manifest; such a publication is not returned.</param>
    /// <exception cref="PublishingException">It was written by a newer version of this program.</exception>
    public static PreviousPublication? Read(string folder, out IReadOnlyList<string> faults)
    {
        var found = new List<string>();
        faults = found;
        PublicationManifest? manifest;
        try
        {
            manifest = PublicationManifest.TryRead(folder);
        }
        catch (DamagedPublicationException exception)
        {
            found.Add(exception.Message);
            return null;
        }

        var listed = manifest is null ? [] : FilesOf(manifest).ToDictionary(static file => file.Path, StringComparer.Ordinal);
        found.AddRange(DataFiles(folder).Where(path => !listed.ContainsKey(path)).Select(static path =>
            $"'{path}' is not in {PublicationManifest.FileName}"));
        found.AddRange(listed.Values.AsParallel().AsOrdered().Select(file => FaultOf(folder, file)).OfType<string>());
        return manifest is null || found.Count > 0 ? null : new PreviousPublication(folder, manifest);
    }

    /// <summary>Whether the partition was made of the same then: its files are what would be written now.</summary>
    public bool Has(PublishedPartition partition) => partitions.Contains(partition);

    /// <summary>The files of a partition; those without rows are left out.</summary>
    public IReadOnlyList<PublishedFile> FilesOf(PartitionKey partition) =>
        [.. DatasetSchemas.All.Where(static schema => schema.Layout == DatasetLayout.ByPartition).SelectMany(schema =>
            filesByFolder[partition.FolderOf(schema.Name)]).Where(static file =>
            file.Rows > 0)];

    /// <summary>What a partition has in files that hold several.</summary>
    public IEnumerable<PartitionRowGroups> RowGroupsOf(PartitionKey partition) =>
        from file in FilesOf(manifest)
        let first = file.RowGroups.IndexOf(partition.Folder)
        where first >= 0
        select new PartitionRowGroups(file.Dataset, partition, Path.Combine(Folder, file.Path), first,
            file.RowGroups.Skip(first).TakeWhile(folder => folder == partition.Folder).Count(), null, file);

    private static IEnumerable<PublishedFile> FilesOf(PublicationManifest manifest) => manifest.Datasets.SelectMany(static dataset =>
        dataset.Files.Select(file => new PublishedFile(dataset.Name, file.Path, file.Rows, file.Bytes, file.Sha256)
        {
            RowGroups = [.. file.RowGroups ?? []],
        }));

    private static IEnumerable<string> DataFiles(string folder) => DatasetSchemas.All
        .Select(schema => Path.Combine(folder, schema.Name))
        .Where(Directory.Exists)
        .SelectMany(static dataset => Directory.EnumerateFiles(dataset, "*.parquet", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))
        .Order(StringComparer.Ordinal);

    private static string? FaultOf(string folder, PublishedFile file)
    {
        var info = new FileInfo(Path.Combine(folder, file.Path));
        if (!info.Exists)
        {
            return $"'{file.Path}' is missing";
        }

        if (info.Length != file.Bytes)
        {
            return $"'{file.Path}' has {info.Length} bytes where {file.Bytes} were published";
        }

        using var stream = info.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(stream)) == file.Sha256 ? null
            : $"'{file.Path}' holds other bytes than were published";
    }
}
