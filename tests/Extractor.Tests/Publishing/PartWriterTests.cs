using Extractor.Parquet;
using Extractor.Publishing;
using Extractor.Publishing.Datasets;

namespace Extractor.Tests.Publishing;

public sealed class PartWriterTests : PublishingTests
{
    /// <summary>Memory is bounded whatever the documents: the dataset that holds most ends its row group, no row is lost.</summary>
    [Theory]
    [InlineData(1, 3)]
    [InlineData(long.MaxValue, 1)]
    public void Write_MoreThanMayBeHeld_LargestDatasetEndsItsRowGroup(long mostBufferedBytes, int rowGroups)
    {
        PublishableDocument[] documents =
        [
            .. Enumerable.Range(0, 3).Select(static index => SampleDocuments.Entry(SampleDocuments.Make($"{index}.pdf", lineCount: 200))),
        ];
        var part = PublicationPart.Of(PartitionKey.Of(documents[0]), documents).Single();
        using var writer = new PartWriter(Folder, part, "1", mostBufferedBytes);
        foreach (var document in documents)
        {
            writer.Write(new DocumentRows(document, document.Load(), "1"));
        }

        var files = writer.Complete();

        PartVerification.Verify(Folder, part, files);
        Assert.Equal(rowGroups, files.Max(file =>
        {
            using var reader = ParquetFileReader.Open(Path.Combine(Folder, file.Path));
            return reader.RowGroupCount;
        }));
    }
}
