using System.Globalization;
using Extractor.Publishing.Datasets;
using Extractor.Publishing.Storage;

namespace Extractor.Publishing;

/// <summary>Writes the files of one part, document by document. Memory holds a row group of some datasets, all together bounded.</summary>
internal sealed class PartWriter : IDisposable
{
    /// <summary>
    /// Bytes of values in memory, of all datasets together; above it the dataset that holds most ends its row group. Nearly all parts stay
    /// below, and where a row group ends depends on the documents alone.
    /// </summary>
    private const long MostBufferedBytes = 64 * 1024 * 1024;

    /// <summary>In the order of the datasets; null of one that has no row yet.</summary>
    private readonly DatasetFile?[] files;

    private readonly Action<DocumentRows>[] appends;
    private readonly long mostBufferedBytes;

    public PartWriter(string folder, PublicationPart part, string extractorVersion, long mostBufferedBytes = MostBufferedBytes)
    {
        this.mostBufferedBytes = mostBufferedBytes;
        var name = string.Create(CultureInfo.InvariantCulture, $"part-{part.Number:D4}.parquet");
        files = new DatasetFile?[DatasetSchemas.Documents.Length];
        appends = [.. DatasetSchemas.Documents.Select((dataset, index) => dataset.Bind(() =>
        {
            var path = $"{part.Partition.FolderOf(dataset.Schema.Name)}/{name}";
            return (files[index] = new DatasetFile(dataset.Schema, folder, path, extractorVersion)).Writer;
        }))];
    }

    public void Write(DocumentRows document)
    {
        foreach (var append in appends)
        {
            append(document);
        }

        var writers = files.OfType<DatasetFile>().Select(static file => file.Writer).ToList();
        if (writers.Sum(static writer => writer.BufferedBytes) > mostBufferedBytes)
        {
            writers.MaxBy(static writer => writer.BufferedBytes)!.EndRowGroup();
        }
    }

    /// <summary>Completes the files; a dataset without rows has none.</summary>
    public IReadOnlyList<PublishedFile> Complete() => [.. files.OfType<DatasetFile>().Select(static file => file.Complete())];

    public void Dispose()
    {
        foreach (var file in files)
        {
            file?.Dispose();
        }
    }
}
