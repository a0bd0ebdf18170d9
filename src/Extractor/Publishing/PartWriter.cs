using System.Globalization;
using Extractor.Publishing.Datasets;
using Extractor.Publishing.Storage;

namespace Extractor.Publishing;

/// <summary>Writes the files of one part, document by document. Memory holds one row group a dataset.</summary>
internal sealed class PartWriter : IDisposable
{
    private readonly (DatasetFile File, Action<DocumentRows> Append)[] datasets;

    public PartWriter(string folder, PublicationPart part, string extractorVersion)
    {
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
