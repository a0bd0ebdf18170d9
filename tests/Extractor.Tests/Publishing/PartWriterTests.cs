using Extractor.Model.Budget;
using Extractor.Parquet;
using Extractor.Publishing;
using Extractor.Publishing.Datasets;
using Extractor.Publishing.Storage;

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

    [Fact]
    public void Verify_KeyTwice_Throws() => Assert.Contains("is there twice", Fault(static document =>
        document with { Lines = [.. document.Lines, document.Lines[0]] }), StringComparison.Ordinal);

    [Fact]
    public void Verify_ReferenceToNoRow_Throws() => Assert.Contains("'nowhere' of document", Fault(static document => document with
    {
        Lines = [.. document.Lines.Select(static line => line with { ParentLineId = "nowhere" })],
    }), StringComparison.Ordinal);

    [Fact]
    public void Verify_RowsOfAnotherDocument_Throws()
    {
        PublishableDocument[] documents =
            [SampleDocuments.Entry(SampleDocuments.Make("a.pdf")), SampleDocuments.Entry(SampleDocuments.Make("b.pdf"))];
        var (part, files) = Write(documents);
        Assert.Contains("out of order", Assert.Throws<PublishingException>(() =>
            PartVerification.Verify(Folder, part with { Documents = [documents[0]] }, files)).Message, StringComparison.Ordinal);
    }

    private string Fault(Func<NormalizedDocument, NormalizedDocument> spoil)
    {
        var (part, files) = Write(SampleDocuments.Entry(spoil(SampleDocuments.Make("a.pdf", lineCount: 3))));
        return Assert.Throws<PublishingException>(() => PartVerification.Verify(Folder, part, files)).Message;
    }

    private (PublicationPart Part, IReadOnlyList<PublishedFile> Files) Write(params PublishableDocument[] documents)
    {
        var part = PublicationPart.Of(PartitionKey.Of(documents[0]), documents).Single();
        using var writer = new PartWriter(Folder, part, "1");
        foreach (var document in documents)
        {
            writer.Write(new DocumentRows(document, document.Load(), "1"));
        }

        return (part, writer.Complete());
    }
}
