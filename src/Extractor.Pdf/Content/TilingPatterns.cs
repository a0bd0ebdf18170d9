using Extractor.Pdf.Filters;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Content;

/// <summary>Text within tiling patterns (8.7.3): some producers draw whole pages as the one tile of a pattern.</summary>
internal sealed partial class ContentInterpreter
{
    /// <summary>What is repeated more often than this is a texture, no text.</summary>
    private const int MaximumTiles = 4;

    /// <param name="area">Of the page, to be filled.</param>
    private void PaintTiles(PdfStream pattern, PdfRectangle area, int depth)
    {
        var dictionary = pattern.Dictionary;
        var toPage = Matrix.Of(dictionary.GetArray("Matrix")).Then(patternBase);
        if (area.Width <= 0 || area.Height <= 0 || dictionary.GetArray("BBox") is not { Count: >= 4 } box
            || toPage.Inverse() is not { } toPattern)
        {
            return;
        }

        var cell = Matrix.Identity.Bounds(box.GetNumber(0), box.GetNumber(1), box.GetNumber(2), box.GetNumber(3));
        var filled = toPattern.Bounds(area.Left, area.Top, area.Right, area.Bottom);
        var (firstX, lastX) = Tiles(cell.Left, cell.Right, filled.Left, filled.Right, dictionary.GetNumber("XStep"));
        var (firstY, lastY) = Tiles(cell.Top, cell.Bottom, filled.Top, filled.Bottom, dictionary.GetNumber("YStep"));
        if ((lastX - firstX + 1) * (lastY - firstY + 1) is < 1 or > MaximumTiles || depth >= limits.MaximumDepth || !openForms.Add(pattern))
        {
            return;
        }

        try
        {
            using var content = document.Form(pattern);
            if (content.Span.IndexOf("BT"u8) < 0 && content.Span.IndexOf("Do"u8) < 0)
            {
                return;
            }

            for (var y = firstY; y <= lastY; y++)
            {
                for (var x = firstX; x <= lastX; x++)
                {
                    var place = new Matrix(1, 0, 0, 1, x * dictionary.GetNumber("XStep"), y * dictionary.GetNumber("YStep"));
                    PaintTile(content, dictionary, place.Then(toPage), area, depth);
                }
            }
        }
        catch (PdfFormatException e)
        {
            canvas.AddFault("A pattern cannot be decoded: " + e.Message);
        }
        finally
        {
            openForms.Remove(pattern);
        }
    }

    /// <summary>The tiles whose cells reach into what is filled, counted from the cell at the origin.</summary>
    private static (double First, double Last) Tiles(double cellFrom, double cellTo, double from, double to, double step)
    {
        // A sliver is none: areas are as large as the tile that was meant for them, but for rounding.
        var sliver = 0.01 * (cellTo - cellFrom);
        var length = Math.Abs(step);
        return length > 0
            ? (Math.Ceiling((from - cellTo + sliver) / length), Math.Floor((to - cellFrom - sliver) / length))
            : (0, 0);
    }

    private void PaintTile(DecodedBytes content, PdfDictionary dictionary, in Matrix toPage, in PdfRectangle area, int depth)
    {
        bytesDecoded += content.Span.Length;
        if (bytesDecoded > 2L * limits.MaximumStreamBytes)
        {
            throw new PdfLimitException($"The forms of the page are more than {2L * limits.MaximumStreamBytes} bytes.");
        }

        var (savedTop, savedText, savedLine, savedBase, marks) = (top, textMatrix, lineMatrix, patternBase, marked.Depth);
        Save();
        State = GraphicsState.Initial(toPage, area);
        patternBase = toPage;
        operands.Clear();
        Execute(content.Memory, document.Set(dictionary.GetDictionary("Resources") ?? PdfDictionary.Empty), depth + 1);
        marked.EndTo(marks, canvas.Glyphs);
        (top, textMatrix, lineMatrix, patternBase) = (savedTop, savedText, savedLine, savedBase);
        path.Clear();
    }
}
