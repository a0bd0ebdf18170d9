using Extractor.Extracting;
using Extractor.Model.Documents;
using Extractor.Runs.Inspection;

namespace Extractor.Tests.Extracting.Reading;

public sealed class PasswordTests
{
    /// <summary>A page that says 14,770.62, enciphered by qpdf (AES-256) with the user password 密码.</summary>
    private static readonly byte[] Protected = Convert.FromBase64String(
        "JVBERi0xLjcKJb/3ov4KMSAwIG9iago8PCAvRXh0ZW5zaW9ucyA8PCAvQURCRSA8PCAvQmFzZVZlcnNpb24gLzEuNyAvRXh0ZW5zaW9uTGV2ZWwgOCA+PiA+" +
        "PiAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50IDEgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+" +
        "PgplbmRvYmoKMyAwIG9iago8PCAvQ29udGVudHMgNCAwIFIgL01lZGlhQm94IFsgMCAwIDIwMCAxMDAgXSAvUGFyZW50IDIgMCBSIC9SZXNvdXJjZXMgPDwg" +
        "L0ZvbnQgPDwgL0YwIDUgMCBSID4+ID4+IC9UeXBlIC9QYWdlID4+CmVuZG9iago0IDAgb2JqCjw8IC9MZW5ndGggNjQgL0ZpbHRlciAvRmxhdGVEZWNvZGUg" +
        "Pj4Kc3RyZWFtCsfDYETnKH9SIzuugvnRlM+k7Q5jBgDMkSHRxWjBrl7lf9b3qTwv3XJ6ab+FakldOVAzUoeQDR5Rwpq0NgtlOjFlbmRzdHJlYW0KZW5kb2Jq" +
        "CjUgMCBvYmoKPDwgL0Jhc2VGb250IC9IZWx2ZXRpY2EgL1N1YnR5cGUgL1R5cGUxIC9UeXBlIC9Gb250ID4+CmVuZG9iago2IDAgb2JqCjw8IC9DRiA8PCAv" +
        "U3RkQ0YgPDwgL0F1dGhFdmVudCAvRG9jT3BlbiAvQ0ZNIC9BRVNWMyAvTGVuZ3RoIDMyID4+ID4+IC9GaWx0ZXIgL1N0YW5kYXJkIC9MZW5ndGggMjU2IC9P" +
        "IDw3MzVmZGEyMDZmMDMwMzM3Y2FjZGM5NTZmYWE0NGNhNGMyYmE5NTBlZGRkMjg3YTdkODM0NDQ5MDcxOTU4OWQzYjdlYTkxYWJlMmRhNGIxMzcwYjkzYzRl" +
        "YTJmMjVhYzc+IC9PRSA8NGE1ZjdkMTBkN2I1MGI4ZmI5NGU4MjQ3N2QzZTFkZmYwMjY0MGJmOTY3YzNlMDgwZDU3YTRjNzcyZmExYWM2MT4gL1AgLTQgL1Bl" +
        "cm1zIDwzZjRjODIwZTQ3N2Q3ZTc4NDQ0MjdmMzE1MjhhYzJlNz4gL1IgNiAvU3RtRiAvU3RkQ0YgL1N0ckYgL1N0ZENGIC9VIDw2ODRlODFhNjEwNDU3M2M0" +
        "NGY5NzNjMDExNzcxNTU4MDI5NTczM2UwNmFkMzRlOThhMTE4NDk0Mjg4ZWM2MmZjMDc1ZTIzNTE3NGVkYjljMjYxODQ2NWUyNWY0NjMxYTI+IC9VRSA8NTZk" +
        "Zjg5NTVlNDNkNzQ3MWQwNDExNTNjZWZmM2EzMjdlMGJlN2MyMTIyYTc3ODM1MjUyYjMxOTAyZDQ2YWMxYj4gL1YgNSA+PgplbmRvYmoKeHJlZgowIDcKMDAw" +
        "MDAwMDAwMCA2NTUzNSBmIAowMDAwMDAwMDE1IDAwMDAwIG4gCjAwMDAwMDAxMzAgMDAwMDAgbiAKMDAwMDAwMDE4OSAwMDAwMCBuIAowMDAwMDAwMzE3IDAw" +
        "MDAwIG4gCjAwMDAwMDA0NTEgMDAwMDAgbiAKMDAwMDAwMDUyMSAwMDAwMCBuIAp0cmFpbGVyIDw8IC9Sb290IDEgMCBSIC9TaXplIDcgL0lEIFs8MzE0MTU5" +
        "MjY1MzU4OTc5MzIzODQ2MjY0MzM4MzI3OTU+PDMxNDE1OTI2NTM1ODk3OTMyMzg0NjI2NDMzODMyNzk1Pl0gL0VuY3J5cHQgNiAwIFIgPj4Kc3RhcnR4cmVm" +
        "CjEwNjgKJSVFT0YK");

    [Fact]
    public void ReadPages_PasswordGiven_FileIsRead()
    {
        var page = Assert.Single(DocumentText.ReadPages(Protected, ["wrong", "密码"]));
        Assert.Equal("14,770.62", Assert.Single(page.Layout!.Words).Text);
    }

    [Fact]
    public void ReadPages_NoPassword_SaysHowToGiveIt()
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => DocumentText.ReadPages(Protected, []).ToList());
        Assert.Contains("--password-file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Extract_PasswordGiven_FileIsNotQuarantined()
    {
        var file = Tables.Tables.File;
        Assert.Equal(
            DocumentStatus.Quarantined, DocumentExtractor.Extract(file, Protected, TestContext.Current.CancellationToken).Status);
        Assert.NotEqual(
            DocumentStatus.Quarantined, DocumentExtractor.Extract(file, Protected, ["密码"], TestContext.Current.CancellationToken).Status);
    }
}
