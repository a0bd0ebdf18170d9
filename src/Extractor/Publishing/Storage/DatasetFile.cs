using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Extractor.Parquet;
using Extractor.Publishing.Datasets;

namespace Extractor.Publishing.Storage;

/// <summary>A file of a publication.</summary>
/// <param name="Path">Relative to the output folder, with slashes.</param>
/// <param name="Sha256">Lower-case hex.</param>
internal sealed record PublishedFile(string Dataset, string Path, long Rows, long Bytes, string Sha256)
{
    /// <summary>Of a file that holds several partitions: the one of each row group, as <see cref="PartitionKey.Folder"/>.</summary>
    public ImmutableArray<string> RowGroups { get; init; } = [];
}

/// <summary>A Parquet file of a dataset while it is written.</summary>
internal sealed class DatasetFile : IDisposable
{
    /// <summary>Just below what the runtime holds as a large object: a publication opens hundreds of files.</summary>
    private const int BufferBytes = 64 * 1024;

    private readonly string path;
    private readonly FileStream stream;
    private readonly string relativePath;
    private readonly string dataset;

    /// <param name="relativePath">In <paramref name="folder"/>, with slashes.</param>
    public DatasetFile(DatasetSchema schema, string folder, string relativePath, string extractorVersion)
    {
        dataset = schema.Name;
        this.relativePath = relativePath;
        path = Path.Combine(folder, relativePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, BufferBytes);
        Writer = new ParquetFileWriter(stream, schema.ToParquet(), new ParquetWriterOptions
        {
            Codec = ParquetCodec.Snappy,
            SortingColumns = [.. schema.SortedBy.Select(static column => new SortingColumn(column))],
            KeyValues = Describe(schema, extractorVersion),
            CreatedBy = string.Create(CultureInfo.InvariantCulture,
                $"Extractor.Parquet version {typeof(ParquetFileWriter).Assembly.GetName().Version?.ToString(3)}"),
        });
    }

    public ParquetFileWriter Writer { get; }

    /// <summary>Completes the file on the disk, reads it back, and tells what it is.</summary>
    /// <exception cref="PublishingException">The disk does not give back what was written.</exception>
    public PublishedFile Complete()
    {
        Writer.Close();
        var rows = Writer.RowCount;
        stream.Flush(flushToDisk: true);
        var bytes = stream.Length;
        stream.Dispose();
        using var readBack = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.SequentialScan);
        var hash = Convert.ToHexStringLower(SHA256.HashData(readBack));
        return readBack.Length == bytes && bytes == Writer.ByteLength
            ? new PublishedFile(dataset, relativePath, rows, bytes, hash)
            : throw new PublishingException(
                $"'{path}' has {readBack.Length} bytes on the disk where {Writer.ByteLength} were written. Check the disk.");
    }

    public void Dispose()
    {
        Writer.Dispose();
        stream.Dispose();
    }

    private static ImmutableArray<KeyValuePair<string, string>> Describe(DatasetSchema schema, string extractorVersion)
    {
        var values = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        Add("extractor.dataset", schema.Name);
        Add("extractor.schema_version", DatasetSchemas.Version.ToString(CultureInfo.InvariantCulture));
        Add("extractor.version", extractorVersion);
        Add("description.zh", schema.DescriptionZh);
        Add("description.en", schema.DescriptionEn);
        foreach (var column in schema.Columns)
        {
            Add($"column.{column.Name}.zh", column.DescriptionZh);
            Add($"column.{column.Name}.en", column.DescriptionEn);
        }

        return values.ToImmutable();

        void Add(string key, string value) => values.Add(KeyValuePair.Create(key, value));
    }
}
