using System.Text;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Runs.Artifacts;
using Extractor.Runs.Documents;

namespace Extractor.Tests.Runs.Documents;

public sealed class DocumentProcessorTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FetchedFile file;
    private int extractions;
    private int normalizations;

    public DocumentProcessorTests()
    {
        var path = folder.Write("a.pdf", "bytes");
        file = new FetchedFile(DocumentId.Of(Encoding.UTF8.GetBytes("bytes")), path, "in/a.pdf", "a.pdf", 5, null, null, null,
            DocumentRequest.Unknown);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Process_SecondTime_IsNotEvenRead()
    {
        var first = Processor().Process(file, CancellationToken.None);
        File.Delete(file.Path);

        var second = Processor().Process(file, CancellationToken.None);

        Assert.False(first.IsFresh);
        Assert.True(second.IsFresh);
        Assert.Equal((1, 1), (extractions, normalizations));
        Assert.Equal(first.ArtifactKey, second.ArtifactKey);
        Assert.Equal(first.Outcome.StatusReason, second.Outcome.StatusReason);
        Assert.Equal("extracted bytes", Load(second).Extracted.StatusReason);
        Assert.Equal(file, Load(second).Extracted.File);
        Assert.Equal((1, 1), (extractions, normalizations));
    }

    [Fact]
    public void Process_Finished_DocumentIsNotKeptInMemory()
    {
        var (processed, document) = ProcessAndWatch();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(document.TryGetTarget(out _));
        Assert.Equal("extracted bytes", processed.Outcome.StatusReason);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void Load_SoManyPagesAreKept_IsReadFromTheStoreWhereTheyAreMoreAndTheSecondTime(int pagesKept, bool isKept)
    {
        NormalizedDocument? made = null;
        var processor = Processor(pagesKept: pagesKept, normalize: extracted => made = Normalize(extracted with
        {
            Pages = [new ExtractedPage(1, 595, 842, 0, PageState.Blank, null, 0, 0, [])]
        }));
        processor.Process(file, CancellationToken.None);

        Assert.Equal(isKept, ReferenceEquals(made, processor.Load(file, null)));
        Assert.NotSame(made, processor.Load(file, null));
        Assert.Equal((1, 1), (extractions, normalizations));
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private (ProcessedDocument Processed, WeakReference<NormalizedDocument> Document) ProcessAndWatch()
    {
        WeakReference<NormalizedDocument>? document = null;
        var processed = Processor(normalize: extracted =>
        {
            var normalized = Normalize(extracted);
            document = new WeakReference<NormalizedDocument>(normalized);
            return normalized;
        }).Process(file, CancellationToken.None);
        return (processed, document!);
    }

    [Fact]
    public void Process_OtherMaps_StartsAtNormalizing()
    {
        Processor().Process(file, CancellationToken.None);

        var again = Processor(mapsHash: "others").Process(file, CancellationToken.None);

        Assert.False(again.IsFresh);
        Assert.Equal(0, again.PagesRead);
        Assert.Equal((1, 2), (extractions, normalizations));
    }

    [Fact]
    public void Process_OtherPlaceOfTheSameBytes_StartsAtNormalizing()
    {
        Processor().Process(file, CancellationToken.None);

        var again = Processor().Process(file with { ArchiveLocation = "in/b.pdf", FileName = "b.pdf" }, CancellationToken.None);

        Assert.Equal((1, 2), (extractions, normalizations));
        Assert.Equal("b.pdf", Load(again).Extracted.File.FileName);
    }

    [Theory]
    [InlineData("extracted")]
    [InlineData("normalized")]
    [InlineData("outcomes")]
    public void Process_ArtifactLost_OnlyThatStageIsDoneAgain(string stage)
    {
        Processor().Process(file, CancellationToken.None);
        Directory.Delete(folder[$"store/{stage}"], recursive: true);

        var again = Processor().Process(file, CancellationToken.None);

        Assert.False(again.IsFresh);
        Assert.Equal((stage == "extracted" ? 2 : 1, stage == "normalized" ? 2 : 1), (extractions, normalizations));
    }

    [Fact]
    public void Process_FaultOfOursInExtracting_QuarantinedAndTriedAgain()
    {
        var failed = Processor(extract: static (_, _, _) => throw new InvalidOperationException("ours"))
            .Process(file, CancellationToken.None);

        Assert.Equal(DocumentStatus.Quarantined, failed.Outcome.Status);
        Assert.Equal(FailureKind.InternalError, failed.Failure?.Kind);
        Assert.Contains("ours", failed.Failure?.Exception?.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("internal error in extracting", Load(failed).Extracted.StatusReason, StringComparison.Ordinal);

        var again = Processor().Process(file, CancellationToken.None);
        Assert.Null(again.Failure);
        Assert.NotEqual(failed.ArtifactKey, again.ArtifactKey);
    }

    [Fact]
    public void Process_FaultOfOursInNormalizing_ExtractionIsKept()
    {
        var failed = Processor(normalize: static _ => throw new InvalidOperationException("ours")).Process(file, CancellationToken.None);

        Assert.StartsWith("internal error in normalizing", failed.Outcome.StatusReason, StringComparison.Ordinal);
        Assert.Equal("text/plain", Load(failed).Extracted.MediaType);

        Processor().Process(file, CancellationToken.None);
        Assert.Equal((1, 1), (extractions, normalizations));
    }

    [Fact]
    public void Process_LongerThanTheTimeLimit_QuarantinedAndNotStored()
    {
        var failed = Processor(timeLimit: TimeSpan.FromMilliseconds(20), extract: static (_, _, cancellationToken) =>
        {
            cancellationToken.WaitHandle.WaitOne();
            cancellationToken.ThrowIfCancellationRequested();
            throw new InvalidOperationException("not cancelled");
        }).Process(file, CancellationToken.None);

        Assert.Equal(FailureKind.TimeLimit, failed.Failure?.Kind);
        Assert.StartsWith("time limit", failed.Outcome.StatusReason, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["store/extracted"]));
    }

    [Fact]
    public void Process_CancelledRun_Throws()
    {
        using var stop = new CancellationTokenSource();
        var processor = Processor(extract: (_, _, cancellationToken) =>
        {
            stop.Cancel();
            cancellationToken.ThrowIfCancellationRequested();
            throw new InvalidOperationException("not cancelled");
        });

        Assert.ThrowsAny<OperationCanceledException>(() => processor.Process(file, stop.Token));
    }

    [Fact]
    public void Process_FileChangedSinceItWasHashed_IsTold()
    {
        folder.Write("a.pdf", "other bytes");
        Assert.Equal(FailureKind.FileChanged, Processor().Process(file, CancellationToken.None).Failure?.Kind);

        File.Delete(file.Path);
        Assert.Equal(FailureKind.FileChanged, Processor().Process(file, CancellationToken.None).Failure?.Kind);
        Assert.Equal(0, extractions);
    }

    private NormalizedDocument Load(ProcessedDocument document) => Processor().Load(document.File, document.Failure);

    private DocumentProcessor Processor(
        string mapsHash = "maps",
        TimeSpan? timeLimit = null,
        Func<FetchedFile, ReadOnlyMemory<byte>, CancellationToken, ExtractedDocument>? extract = null,
        Func<ExtractedDocument, NormalizedDocument>? normalize = null,
        int pagesKept = 0) => new(
        ArtifactStore.Open(folder["store"], TimeProvider.System), mapsHash, extract ?? Extract, normalize ?? Normalize, timeLimit ??
            TimeSpan.FromMinutes(1), pagesKept);

    private ExtractedDocument Extract(FetchedFile fetched, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        extractions++;
        return new ExtractedDocument(fetched, "text/plain", null, TextLayer.None, DocumentStatus.Partial,
            $"extracted {Encoding.UTF8.GetString(bytes.Span)}", [], [], [], []);
    }

    private NormalizedDocument Normalize(ExtractedDocument extracted)
    {
        normalizations++;
        return new DocumentFailure(extracted.File, FailureKind.TimeLimit, "none", null, TimeSpan.Zero)
            .Quarantine(extracted) with
        { Extracted = extracted };
    }
}
