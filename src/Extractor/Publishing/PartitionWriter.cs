using System.Globalization;
using Extractor.Publishing.Datasets;
using Extractor.Publishing.Storage;

namespace Extractor.Publishing;

/// <summary>Writes the files of one partition, document by document. Memory holds one row group a dataset.</summary>
internal sealed class PartitionWriter(string folder, PartitionKey partition, string extractorVersion) : IDisposable
{
    /// <summary>A file that has grown to this many bytes is followed by another with the next document.</summary>
    private const long FileBytes = 256L * 1024 * 1024;

    private readonly Part[] parts = [.. DatasetSchemas.Documents.Select(dataset => new Part(dataset))];

    public void Write(DocumentRows document)
    {
        foreach (var part in parts)
        {
            part.Write(document, folder, partition, extractorVersion);
        }
    }

    /// <summary>Completes the files; a dataset without rows has none.</summary>
    public IReadOnlyList<PublishedFile> Complete() => [.. parts.SelectMany(static part => part.Complete())];

    public void Dispose()
    {
        foreach (var part in parts)
        {
            part.Dispose();
        }
    }

    /// <summary>The files of one dataset.</summary>
    private sealed class Part(DocumentDataset dataset) : IDisposable
    {
        private readonly List<PublishedFile> completed = [];
        private DatasetFile? file;
        private Action<DocumentRows>? append;
        private int opened;

        public void Write(DocumentRows document, string folder, PartitionKey partition, string extractorVersion)
        {
            if (file is not null && file.Writer.ByteLength >= FileBytes)
            {
                CompleteFile();
            }

            if (file is null)
            {
                var path = string.Create(CultureInfo.InvariantCulture, $"{partition.FolderOf(dataset.Schema.Name)}/part-{opened++:D4}.parquet");
                file = new DatasetFile(dataset.Schema, folder, path, extractorVersion);
                append = dataset.Bind(file.Writer);
            }

            append!(document);
        }

        public IReadOnlyList<PublishedFile> Complete()
        {
            if (file is { Writer.RowCount: 0 })
            {
                file.Discard();
                file = null;
            }
            else if (file is not null)
            {
                CompleteFile();
            }

            return completed;
        }

        public void Dispose() => file?.Dispose();

        private void CompleteFile()
        {
            using (file)
            {
                completed.Add(file!.Complete());
            }

            file = null;
        }
    }
}
