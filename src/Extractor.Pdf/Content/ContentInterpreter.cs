namespace Extractor.Pdf.Content;

internal static class ContentInterpreter
{
    public static PageContent Read(PdfPage page)
    {
        _ = page;
        throw new NotImplementedException();
    }
}
