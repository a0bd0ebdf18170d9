namespace Extractor.Pdf;

/// <summary>One page. Width and height are those of the upright page (CropBox, /Rotate and UserUnit applied), in points.</summary>
public sealed class PdfPage
{
    public int Number => throw new NotImplementedException();

    public double Width => throw new NotImplementedException();

    public double Height => throw new NotImplementedException();

    /// <summary>0, 90, 180 or 270; already applied to everything that <see cref="Read"/> returns.</summary>
    public int Rotation => throw new NotImplementedException();

    /// <summary>
    /// Reads everything that is drawn. What cannot be read is told in <see cref="PageContent.Faults"/>, the rest is returned.
    /// Dispose the result to give its buffers back; its spans are not to be used afterwards.
    /// </summary>
    /// <exception cref="PdfLimitException">The page is beyond the limits of the document.</exception>
    public PageContent Read() => throw new NotImplementedException();
}
