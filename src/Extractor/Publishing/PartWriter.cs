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

    private readonly (DatasetFile File, Action<DocumentRows> Append)[] datasets;

    private readonly long mostBufferedBytes;

    public PartWriter(string folder, PublicationPart part, string extractorVersion, long mostBufferedBytes = MostBufferedBytes)
    {
        this.mostBufferedBytes = mostBufferedBytes;
        var name = string.Create(CultureInfo.InvariantCulture, $"part-{part.Number:D4}.parquet");
        datasets = [.. DatasetSchemas.Documents.Select(dataset =>
        {
            var file = new DatasetFile(dataset.Schema, folder, $"{part.Partition.FolderOf(dataset.Schema.Name)}/{name}", extractorVersion);
            return (file, dataset.Bind(file.Writer));
        })];
    }

    public void Write(DocumentRows document)
    {
        foreach (var (_, append) in datasets)
        {
            append(document);
        }

        if (datasets.Sum(static dataset => dataset.File.Writer.BufferedBytes) > mostBufferedBytes)
        {
            datasets.MaxBy(static dataset => dataset.File.Writer.BufferedBytes).File.Writer.EndRowGroup();
        }
    }

    /// <summary>Completes the files; a dataset without rows has none.</summary>
    public IReadOnlyList<PublishedFile> Complete()
    {
        var completed = new List<PublishedFile>();
        foreach (var (file, _) in datasets)
        {
            if (file.Writer.RowCount == 0)
            {
                file.Discard();
            }
            else
            {
                completed.Add(file.Complete());
            }
        }

        return completed;
    }

    public void Dispose()
    {
        foreach (var (file, _) in datasets)
        {
            file.Dispose();
        }
    }
}
