using Extractor.Parquet;
using Extractor.Publishing;
using Extractor.Publishing.Storage;
using Extractor.Runs;

namespace Extractor.Publications.Reading;

/// <summary>
/// The files of some datasets of one publication, all open: what a publisher puts in their place meanwhile is not seen.
/// Either all of the publication before is read, or all of the one after.
/// </summary>
internal sealed class PublishedSnapshot : IDisposable
{
    /// <summary>Publications take seconds and this takes milliseconds: more than two in a row have another cause.</summary>
    private const int Attempts = 20;

    private readonly Dictionary<string, List<(ManifestFile File, FileStream Stream)>> files;

    private PublishedSnapshot(string folder, PublicationManifest manifest, Dictionary<string,
        List<(ManifestFile File, FileStream Stream)>> files)
    {
        Folder = folder;
        Manifest = manifest;
        this.files = files;
    }

    public string Folder { get; }

    public PublicationManifest Manifest { get; }

    /// <param name="datasets">Whose files are opened.</param>
    /// <exception cref="OutputException">
    /// The folder holds no publication, one of a newer version, or one whose files are not those of its manifest.
    /// </exception>
    public static PublishedSnapshot Open(string folder, params IReadOnlyCollection<string> datasets)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (manifest, stamp) = ReadManifest(folder);
            var files = new Dictionary<string, List<(ManifestFile, FileStream)>>(StringComparer.Ordinal);
            var faults = new List<string>();
            foreach (var dataset in manifest.Datasets.Where(dataset => datasets.Contains(dataset.Name)))
            {
                files[dataset.Name] = OpenFiles(folder, dataset, faults);
            }

            var snapshot = new PublishedSnapshot(folder, manifest, files);
            var isReplaced = !stamp.AsSpan().SequenceEqual(ReadManifest(folder).Stamp);
            if (!isReplaced && faults.Count == 0)
            {
                return snapshot;
            }

            snapshot.Dispose();
            if (!isReplaced || attempt == Attempts)
            {
                throw new OutputException(
                    $"'{folder}' is not as it was published: " +
                    $"{string.Join("; ", faults.Take(5))}{(faults.Count > 5 ? "; …" : string.Empty)}. "
                    + "Files were changed by hand or copied in part: publish again with 'extractor run', or copy the folder anew.");
            }
        }
    }

    /// <summary>The files of a dataset, in the order of their paths, one after the other; a file can be read until the next.</summary>
    /// <param name="isWanted">Others are not looked into.</param>
    public IEnumerable<(ManifestFile File, ParquetFileReader Reader)> FilesOf(string dataset, Func<ManifestFile, bool>? isWanted = null) =>
        files[dataset].Where(file => isWanted?.Invoke(file.File) != false)
            .Select(static file => (file.File, ReaderOf(file.Stream, file.File)));

    /// <summary>One file of a dataset.</summary>
    public ParquetFileReader ReaderOf(string dataset, ManifestFile file)
    {
        var stream = files[dataset].Find(open => open.File == file).Stream;
        return ReaderOf(stream, file);
    }

    public void Dispose()
    {
        foreach (var (_, stream) in files.Values.SelectMany(static open => open))
        {
            stream.Dispose();
        }
    }

    private static ParquetFileReader ReaderOf(FileStream stream, ManifestFile file)
    {
        try
        {
            return new ParquetFileReader(stream);
        }
        catch (ParquetException exception)
        {
            throw new OutputException($"'{file.Path}' cannot be read: {exception.Message} Publish again with 'extractor run'.", exception);
        }
    }

    /// <exception cref="OutputException">There is none that can be read.</exception>
    internal static (PublicationManifest Manifest, byte[] Stamp) ReadManifest(string folder)
    {
        try
        {
            var stamp = File.ReadAllBytes(Path.Combine(folder, PublicationManifest.FileName));
            return (PublicationManifest.Read(stamp, Path.Combine(folder, PublicationManifest.FileName)), stamp);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new OutputException(
                $"'{folder}' has no {PublicationManifest.FileName}: it must be a folder that 'extractor run' has published to.", exception);
        }
        catch (Exception exception) when (exception is PublishingException or DamagedPublicationException or IOException
            or UnauthorizedAccessException)
        {
            throw new OutputException(exception.Message, exception);
        }
    }

    private static List<(ManifestFile File, FileStream Stream)> OpenFiles(string folder, ManifestDataset dataset, List<string> faults)
    {
        var open = new List<(ManifestFile, FileStream)>();
        foreach (var file in dataset.Files)
        {
            try
            {
                var stream = new FileStream(Path.Combine(folder, file.Path), FileMode.Open, FileAccess.Read,
                    FileShare.Read | FileShare.Delete);
                open.Add((file, stream));
                if (stream.Length != file.Bytes)
                {
                    faults.Add($"'{file.Path}' has {stream.Length} bytes where {file.Bytes} were published");
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                faults.Add(exception is FileNotFoundException or DirectoryNotFoundException ? $"'{file.Path}' is missing"
                    : exception.Message);
            }
        }

        return open;
    }
}
