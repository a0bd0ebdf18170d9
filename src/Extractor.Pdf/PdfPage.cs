using Extractor.Pdf.Content;
using Extractor.Pdf.Files;
using Extractor.Pdf.Text;

namespace Extractor.Pdf;

/// <summary>
/// One page. Width and height are those of the page as it says it is held (CropBox, /Rotate and UserUnit applied), in points;
/// where its text shows that it is held otherwise, <see cref="PageContent"/> tells another.
/// </summary>
public sealed class PdfPage
{
    private readonly PdfDocument document;

    internal PdfPage(PdfDocument document, int number, PageDictionary page)
    {
        this.document = document;
        Number = number;
        Dictionary = page;
    }

    public int Number { get; }

    /// <summary>The number that the file says is printed on the page (12.4.2), such as iv; else <see cref="Number"/>.</summary>
    public string Label => document.LabelOf(Number);

    public double Width => Dictionary.Width;

    public double Height => Dictionary.Height;

    /// <summary>/Rotate: 0, 90, 180 or 270 degrees clockwise.</summary>
    public int Rotation => Dictionary.Rotation;

    internal PageDictionary Dictionary { get; }

    /// <summary>
    /// Reads everything that is drawn. What cannot be read is told in <see cref="PageContent.Faults"/>, the rest is returned.
    /// Dispose the result to give its buffers back; its spans are not to be used afterwards.
    /// </summary>
    /// <exception cref="PdfLimitException">The page is beyond the limits of the document.</exception>
    public PageContent Read()
    {
        using var canvas = ContentInterpreter.Read(Dictionary, document.Resources);
        var turn = TextTurn.Of(canvas);
        if (turn == 0)
        {
            return new PageContent(Dictionary, PageLayoutAnalysis.Of(canvas), canvas);
        }

        var upright = Dictionary.Turned(turn);
        using var turned = ContentInterpreter.Read(upright, document.Resources);
        return new PageContent(upright, PageLayoutAnalysis.Of(turned), turned);
    }
}
