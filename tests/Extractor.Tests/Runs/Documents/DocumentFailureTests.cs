using Extractor.Model.Documents;
using Extractor.Runs.Documents;

namespace Extractor.Tests.Runs.Documents;

public sealed class DocumentFailureTests
{
    private static readonly FetchedFile File = new(DocumentId.Of("x"u8), "/machine/a.pdf", "in/a.pdf", "a.pdf", 1, null, null, null,
        DocumentRequest.Unknown);

    [Theory]
    [InlineData(FailureKind.InternalError, "internal error in normalizing (InvalidOperationException)")]
    [InlineData(FailureKind.TimeLimit, "time limit: normalizing took longer than 60 s")]
    [InlineData(FailureKind.FileChanged, "the file vanished or changed")]
    public void Quarantine_AnyFailure_StatusAndReasonWithoutTraceOrPath(FailureKind kind, string reason)
    {
        var failure = new DocumentFailure(File, kind, "normalizing", new InvalidOperationException("secret /machine/path"),
            TimeSpan.FromMinutes(1));

        var document = failure.Quarantine(null);

        Assert.Equal(DocumentStatus.Quarantined, document.Extracted.Status);
        Assert.StartsWith(reason, document.Extracted.StatusReason, StringComparison.Ordinal);
        Assert.DoesNotContain("machine", document.Extracted.StatusReason, StringComparison.Ordinal);
        Assert.Equal(DocumentKind.Other, document.Identity.Kind);
    }
}
