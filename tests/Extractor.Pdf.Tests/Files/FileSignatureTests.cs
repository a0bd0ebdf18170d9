using System.Text;
using Extractor.Pdf.Files;
using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Files;

public sealed class FileSignatureTests
{
    [Theory]
    [InlineData("", "an empty file")]
    [InlineData("\0\0\0\0", "a row of zero bytes")]
    [InlineData("PK\u0003\u0004....word/document.xml", "a Word document (docx)")]
    [InlineData("PK\u0003\u0004....xl/workbook.xml", "an Excel workbook (xlsx)")]
    [InlineData("PK\u0003\u0004....OFD.xml", "an OFD document (GB/T 33190)")]
    [InlineData("PK\u0003\u0004....other", "a ZIP archive")]
    [InlineData("\u00FF\u00D8\u00FF\u00E0", "a JPEG image")]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "an OLE compound file, as Word, Excel or WPS wrote before 2007")]
    [InlineData("  <HTML><head></head>", "an HTML page")]
    [InlineData("<?xml version='1.0'?><html><title> A\n b </title>", "an HTML page titled “A b”")]
    [InlineData("<!doctype html><p>", "an HTML page")]
    [InlineData("<?xml version='1.0'?><root/>", "an XML or HTML document")]
    [InlineData("{\"code\":404}", "a JSON text")]
    [InlineData("404 not found", "a plain text")]
    public void Name_Bytes_TellsTheirKind(string bytes, string expected) =>
        Assert.Equal(expected, FileSignature.Name(PdfBuilder.Latin1(bytes)));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    public void Name_ChineseTitle_IsReadInEitherEncoding(string encoding)
    {
        var page = CodePagesEncodingProvider.Instance.GetEncoding(encoding)?.GetBytes("<html><title>预算公开</title>") ??
            Encoding.UTF8.GetBytes("<html><title>预算公开</title>");
        Assert.Equal("an HTML page titled “预算公开”", FileSignature.Name(page));
    }

    [Fact]
    public void Open_NoPdf_ThrowsFormatThatNamesTheKind()
    {
        var thrown = Assert.Throws<PdfFormatException>(() => PdfDocument.Open("<html><title>404</title>"u8.ToArray()));
        Assert.Equal("The file is no PDF but an HTML page titled “404”.", thrown.Message);
        Assert.Throws<PdfFormatException>(() => PdfDocument.Open("%PDF-1.7 and nothing more"u8.ToArray()));
        Assert.Throws<PdfFormatException>(() => PdfDocument.Open(new byte[] { 1, 2, 3 }));
    }
}
