using Extractor.Pdf.Content;
using Extractor.Pdf.Files;
using Extractor.Pdf.Text;

namespace Extractor.Pdf;

/// <summary>One page. Width and height are those of the upright page (CropBox, /Rotate and UserUnit applied), in points.</summary>
public sealed class PdfPage
{
    private readonly DocumentResources resources;

    internal PdfPage(int number, PageDictionary page, DocumentResources resources)
    {
        Number = number;
        Dictionary = page;
        this.resources = resources;
    }

    public int Number { get; }

    public double Width => Dictionary.Width;

    public double Height => Dictionary.Height;

    /// <summary>0, 90, 180 or 270; already applied to everything that <see cref="Read"/> returns.</summary>
    public int Rotation => Dictionary.Rotation;

    internal PageDictionary Dictionary { get; }

    /// <summary>
    /// Reads everything that is drawn. What cannot be read is told in <see cref="PageContent.Faults"/>, the rest is returned.
    /// Dispose the result to give its buffers back; its spans are not to be used afterwards.
    /// </summary>
    /// <exception cref="PdfLimitException">The page is beyond the limits of the document.</exception>
    public PageContent Read()
    {
        using var canvas = ContentInterpreter.Read(Dictionary, resources);
        return new PageContent(PageLayoutAnalysis.Of(canvas), canvas);
    }
}
