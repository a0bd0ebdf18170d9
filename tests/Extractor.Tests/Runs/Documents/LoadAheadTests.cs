using Extractor.Model.Documents;
using Extractor.Runs.Documents;

namespace Extractor.Tests.Runs.Documents;

public sealed class LoadAheadTests
{
    [Fact]
    public void Take_OneAfterTheOther_EachLoadedOnce()
    {
        var loads = new int[20];
        var ahead = new LoadAhead(Documents(loads), 3);

        for (var index = 0; index < loads.Length; index++)
        {
            Assert.Equal($"file{index}", ahead.Take(index).Extracted.File.FileName);
        }

        Assert.All(loads, static count => Assert.Equal(1, count));
    }

    [Fact]
    public void Take_SomePassedOver_TheRightOnesComeOut()
    {
        var ahead = new LoadAhead(Documents(new int[20]), 4);

        Assert.Equal(["file2", "file9", "file10", "file19", "file0"], ((int[])[2, 9, 10, 19, 0]).Select(index => ahead.Take(index).Extracted.File.FileName));
    }

    [Fact]
    public void Take_LoadThatFails_ThrowsWhenTaken()
    {
        var documents = Documents(new int[3]);
        documents[1] = documents[1] with { Load = static () => throw new InvalidOperationException("lost") };
        var ahead = new LoadAhead(documents, 2);

        ahead.Take(0);

        Assert.Equal("lost", Assert.Throws<InvalidOperationException>(() => ahead.Take(1)).Message);
        Assert.Equal("file2", ahead.Take(2).Extracted.File.FileName);
    }

    private static ProcessedDocument[] Documents(int[] loads) => [.. Enumerable.Range(0, loads.Length).Select(index =>
    {
        var file = new FetchedFile(DocumentId.Of([(byte)index]), "/a", "in/a", $"file{index}", 1, null, null, null, DocumentRequest.Unknown);
        var document = new DocumentFailure(file, FailureKind.TimeLimit, "extracting", null, TimeSpan.FromSeconds(1)).Quarantine(null);
        return new ProcessedDocument(file, DocumentOutcome.Of(document), "key", IsFresh: true, 0, null, () =>
        {
            Interlocked.Increment(ref loads[index]);
            return document;
        });
    })];
}
