using System.Collections.Immutable;
using System.Globalization;
using Extractor.Parquet;
using Extractor.Publishing.Datasets;

namespace Extractor.Publishing.Storage;

/// <summary>Row groups of a file that hold the rows of one partition in a dataset whose files hold several.</summary>
/// <param name="Path">Where the file lies.</param>
/// <param name="First">The first of them in the file.</param>
/// <param name="Bytes">Of their pages; null where only the file knows.</param>
/// <param name="Published">The file as it was published before; null for what was written now.</param>
internal sealed record PartitionRowGroups(
    string Dataset, PartitionKey Partition, string Path, int First, int Count, long? Bytes, PublishedFile? Published)
{
    /// <summary>Of what was written now: where it lies among that of other datasets.</summary>
    public (long Start, int Length) Place { get; init; }
}

/// <summary>
/// The datasets that lie in one folder whatever their partitions: files of whole partitions one after the other, each in row groups of its
/// own. What a partition has is written once, while it is published, and copied byte for byte from then on, from publication to
/// publication, until it changes; so files need not be small for little to be written.
/// </summary>
internal static class MergedFiles
{
    /// <summary>Where a file ends: large enough that readers open few, small enough to be copied in a second.</summary>
    private const long MostBytes = 64 * 1024 * 1024;

    /// <summary>The rows of a partition, for <see cref="Write"/>; null where it has none.</summary>
    /// <param name="file">Takes what is not yet published of the partition, one dataset after the other.</param>
    public static PartitionRowGroups? WriteRows<TRow>(Dataset<TRow> dataset, PartitionKey partition, IEnumerable<TRow> rows,
        FileStream file)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return null;
        }

        var start = file.Position;
        using var writer = new ParquetFileWriter(file, dataset.Schema.ToParquet());
        dataset.BindRows(() => writer)(all);
        writer.Close();
        return new PartitionRowGroups(dataset.Schema.Name, partition, file.Name, 0, writer.RowGroupCount, writer.PageByteLength, null)
        {
            Place = (start, checked((int)writer.ByteLength)),
        };
    }

    /// <summary>The files of a dataset; one without rows where no partition has any.</summary>
    /// <param name="parts">In the order of the partitions.</param>
    /// <param name="takeOver">Puts a file of the publication before into this one.</param>
    /// <param name="mostBytes">Of the pages of a file that holds more than one partition.</param>
    /// <exception cref="PublishingException">The disk does not give back what was written.</exception>
    public static IReadOnlyList<PublishedFile> Write(DatasetSchema schema, IReadOnlyList<PartitionRowGroups> parts, string folder,
        string extractorVersion, Func<PublishedFile, PublishedFile> takeOver, long mostBytes = MostBytes)
    {
        using var sources = new SourceFiles();
        try
        {
            return [.. Divided(parts, mostBytes, sources).Select((inFile, number) =>
            {
                var path = string.Create(CultureInfo.InvariantCulture, $"{schema.Name}/part-{number:D4}.parquet");
                return PublishedAs(inFile, path) is { } published ? takeOver(published)
                    : WriteFile(schema, inFile, folder, path, extractorVersion, sources);
            })];
        }
        catch (ParquetException exception)
        {
            throw new PublishingException($"What was written of {schema.Name} cannot be read back: {exception.Message} Check the disk; " +
                $"nothing was published.", exception);
        }
    }

    /// <summary>Whole partitions up to the size of a file; at least one file.</summary>
    private static IEnumerable<List<PartitionRowGroups>> Divided(IEnumerable<PartitionRowGroups> parts, long mostBytes,
        SourceFiles sources)
    {
        List<PartitionRowGroups> inFile = [];
        var bytes = 0L;
        foreach (var part in parts)
        {
            var ofPart = part.Bytes ?? sources.Read(part, static (reader, rowGroup) => reader.ByteLengthOf(rowGroup)).Sum();
            if (inFile.Count > 0 && bytes + ofPart > mostBytes)
            {
                yield return inFile;
                (inFile, bytes) = ([], 0);
            }

            inFile.Add(part);
            bytes += ofPart;
        }

        yield return inFile;
    }

    private static PublishedFile WriteFile(DatasetSchema schema, IEnumerable<PartitionRowGroups> parts, string folder, string path,
        string extractorVersion, SourceFiles sources)
    {
        using var file = new DatasetFile(schema, folder, path, extractorVersion);
        ImmutableArray<string> partitions = [.. parts.SelectMany(part => sources.Read(part, (reader, rowGroup) =>
        {
            file.Writer.CopyRowGroup(reader, rowGroup);
            return part.Partition.Folder;
        }))];
        return file.Complete() with { RowGroups = partitions };
    }

    /// <summary>The published file that holds just these partitions under this name; null where there is none.</summary>
    private static PublishedFile? PublishedAs(List<PartitionRowGroups> parts, string path) =>
        parts is [{ Published: { } published }, ..] && published.Path == path && parts.TrueForAll(part => part.Published?.Path == path)
            && parts.Sum(static part => part.Count) == published.RowGroups.Length ? published : null;

    /// <summary>
    /// Where row groups are copied from. A file of the publication before holds many partitions and stays open; one that was written now
    /// holds one, and there may be more of them than a process may have open.
    /// </summary>
    private sealed class SourceFiles : IDisposable
    {
        private readonly Dictionary<string, ParquetFileReader> published = new(StringComparer.Ordinal);

        public IReadOnlyList<T> Read<T>(PartitionRowGroups part, Func<ParquetFileReader, int, T> read)
        {
            if (part.Published is null)
            {
                var bytes = new byte[part.Place.Length];
                using (var file = new FileStream(part.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0))
                {
                    file.Position = part.Place.Start;
                    file.ReadExactly(bytes);
                }

                using var written = new ParquetFileReader(new MemoryStream(bytes));
                return ReadAll(written);
            }

            if (!published.TryGetValue(part.Path, out var reader))
            {
                published[part.Path] = reader = ParquetFileReader.Open(part.Path);
            }

            return ReadAll(reader);

            IReadOnlyList<T> ReadAll(ParquetFileReader file) =>
                [.. Enumerable.Range(part.First, part.Count).Select(rowGroup => read(file, rowGroup))];
        }

        public void Dispose()
        {
            foreach (var reader in published.Values)
            {
                reader.Dispose();
            }
        }
    }
}
