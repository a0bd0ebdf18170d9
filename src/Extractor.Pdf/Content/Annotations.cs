using Extractor.Pdf.Files;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Content;

/// <summary>Appearances of annotations (12.5.5): form fields, comments set on the page, stamps.</summary>
internal sealed partial class ContentInterpreter
{
    private const int MaximumAnnotations = 10_000;

    // Flags of annotations (12.5.3).
    private const int FlagHidden = 1 << 1;
    private const int FlagNoView = 1 << 5;

    private void PaintAnnotations(PageDictionary page)
    {
        if (page.Dictionary.GetArray("Annots") is not { } annotations)
        {
            return;
        }

        for (var i = 0; i < Math.Min(annotations.Count, MaximumAnnotations); i++)
        {
            if (annotations.GetDictionary(i) is { } annotation && IsShown(annotation) && AppearanceOf(annotation) is { } appearance)
            {
                top = 0;
                states[0] = GraphicsState.Initial(Matrix.OfPage(page), pageBox);
                PaintAppearance(annotation, appearance);
            }
        }
    }

    private bool IsShown(PdfDictionary annotation) =>
        (annotation.GetInteger("F") & (FlagHidden | FlagNoView)) == 0
        && annotation.GetName("Subtype") is not ("Popup" or "Link")
        && document.Layers.IsVisible(annotation.GetDictionary("OC"));

    /// <summary>The normal appearance; of several the one of the state the annotation is in.</summary>
    private static PdfStream? AppearanceOf(PdfDictionary annotation) => annotation.GetDictionary("AP")?.Get("N") switch
    {
        PdfStream stream => stream,
        PdfDictionary states when annotation.GetName("AS") is { } state => states.GetStream(state),
        _ => null,
    };

    /// <summary>Places the appearance so that its transformed box fills the rectangle of the annotation (12.5.5, algorithm 8.1).</summary>
    private void PaintAppearance(PdfDictionary annotation, PdfStream appearance)
    {
        if (annotation.GetArray("Rect") is not { Count: >= 4 } rectangle ||
            appearance.Dictionary.GetArray("BBox") is not { Count: >= 4 } box)
        {
            return;
        }

        var transformed = Matrix.Of(appearance.Dictionary.GetArray("Matrix"))
            .Bounds(box.GetNumber(0), box.GetNumber(1), box.GetNumber(2), box.GetNumber(3));
        var target = Matrix.Identity.Bounds(
            rectangle.GetNumber(0), rectangle.GetNumber(1), rectangle.GetNumber(2), rectangle.GetNumber(3));
        if (transformed.Width <= 0 || transformed.Height <= 0)
        {
            return;
        }

        double scaleX = target.Width / transformed.Width, scaleY = target.Height / transformed.Height;
        var place = new Matrix(
            scaleX, 0, 0, scaleY, target.Left - (transformed.Left * scaleX), target.Top - (transformed.Top * scaleY));
        State.Ctm = place.Then(State.Ctm);
        PaintObject(
            new PaintableObject(appearance, IsForm: true, IsVisible: true, IsWatermark: annotation.GetName("Subtype") == "Watermark"),
            document.Set(PdfDictionary.Empty),
            0);
    }
}
