using System.Text;
using Extractor.Extracting;
using Extractor.Extracting.Reading;
using Extractor.Model.Documents;

namespace Extractor.Tests.Extracting.Reading;

public sealed class MediaTypeTests
{
    [Theory]
    [InlineData("%PDF-1.7\n", "application/pdf")]
    [InlineData("\n\n%PDF-1.4", "application/pdf")]
    [InlineData("<!DOCTYPE html><html>", "text/html")]
    [InlineData("  <HTML lang=zh>", "text/html")]
    [InlineData("PK\u0003\u0004....word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("PK\u0003\u0004....", "application/zip")]
    [InlineData("{\"error\":404}", "application/json")]
    [InlineData("<?xml version='1.0'?>", "application/xml")]
    [InlineData("plain words", "text/plain")]
    [InlineData("", "application/x-empty")]
    public void Sniff_FirstBytes_TellTheType(string head, string expected) =>
        Assert.Equal(expected, MediaType.Sniff(Encoding.Latin1.GetBytes(head)));

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>404</body></html>")]
    [InlineData("%PDF-1.7\nno objects here")]
    [InlineData("PK\u0003\u0004")]
    public void Extract_NoDocument_IsQuarantinedWithAReason(string content)
    {
        var document = DocumentExtractor.Extract(Tables.Tables.File, Encoding.Latin1.GetBytes(content),
            TestContext.Current.CancellationToken);

        Assert.Equal(DocumentStatus.Quarantined, document.Status);
        Assert.NotNull(document.StatusReason);
        Assert.Empty(document.Pages);
    }
}
