using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests;

/// <summary>The example of the README, as it stands there.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Example_PageOfTwoLines_PrintsThem()
    {
        var console = new StringWriter();
        using var stream = new MemoryStream(PdfBuilder.SinglePage(
            "BT /F0 10 Tf 20 70 Td (Revenue 1,250.00) Tj 0 -20 Td (Expenditure 1,250.00) Tj ET", ReadPage.Helvetica));
        var document = PdfDocument.Open(stream);
        for (var number = 1; number <= document.PageCount; number++)
        {
            using var page = document.GetPage(number).Read();
            foreach (var line in page.Lines)
            {
                console.WriteLine(page.GetText(line));
            }
        }

        Assert.Equal(["Revenue 1,250.00", "Expenditure 1,250.00"], console.ToString().Split(Environment.NewLine)[..2]);
    }
}
