using Extractor.Pdf.Fonts;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Content;

/// <summary>Text state, positioning and showing (9.3, 9.4).</summary>
internal sealed partial class ContentInterpreter
{
    /// <summary>Cosine of the lean at which a baseline still counts as along an axis.</summary>
    private const double AlmostStraight = 1e-4;

    /// <summary>Text as faint as this lets what is below show through.</summary>
    private const float Faint = 0.6f;

    /// <summary>Least size of a watermark that is told by its faintness or angle alone, in points.</summary>
    private const double LargePrint = 18;

    /// <summary>Text at a larger angle than this to the axes of the page lies across it, in degrees.</summary>
    private const float MaximumLean = 5;

    /// <returns>False for an operator that is none of text.</returns>
    private bool PerformText(int code, ReadOnlySpan<byte> content, ResourceSet resources)
    {
        switch (code)
        {
            case 'B' << 8 | 'T':
                textMatrix = lineMatrix = Matrix.Identity;
                break;
            case 'E' << 8 | 'T':
                break;
            case 'T' << 8 | 'f':
                SetFont(resources.Font(NameOperand(content)), operands.NumberFromEnd(0));
                break;
            case 'T' << 8 | 'c':
                State.CharacterSpacing = operands.NumberFromEnd(0);
                break;
            case 'T' << 8 | 'w':
                State.WordSpacing = operands.NumberFromEnd(0);
                break;
            case 'T' << 8 | 'z':
                State.HorizontalScaling = operands.NumberFromEnd(0) / 100;
                break;
            case 'T' << 8 | 'L':
                State.Leading = operands.NumberFromEnd(0);
                break;
            case 'T' << 8 | 's':
                State.Rise = operands.NumberFromEnd(0);
                break;
            case 'T' << 8 | 'r':
                State.RenderMode = (int)Math.Clamp(operands.NumberFromEnd(0), 0, 7);
                break;
            case 'T' << 8 | 'd':
                MoveLine(operands.NumberFromEnd(1), operands.NumberFromEnd(0));
                break;
            case 'T' << 8 | 'D':
                State.Leading = -operands.NumberFromEnd(0);
                MoveLine(operands.NumberFromEnd(1), operands.NumberFromEnd(0));
                break;
            case 'T' << 8 | 'm':
                textMatrix = lineMatrix = OperandMatrix();
                break;
            case 'T' << 8 | '*':
                MoveLine(0, -State.Leading);
                break;
            case 'T' << 8 | 'j':
                ShowOperands(content);
                break;
            case 'T' << 8 | 'J':
                ShowOperands(content);
                break;
            case '\'':
                MoveLine(0, -State.Leading);
                ShowOperands(content);
                break;
            case '"':
                State.WordSpacing = operands.NumberFromEnd(2);
                State.CharacterSpacing = operands.NumberFromEnd(1);
                MoveLine(0, -State.Leading);
                ShowLast(content);
                break;
            default:
                return false;
        }

        return true;
    }

    private void SetFont(PdfFont? font, double size)
    {
        if (font is null)
        {
            canvas.AddFault("A font that the content names is missing from the resources; its text is read as Latin, or as unknown.");
        }

        State.Font = font;
        State.FontSize = size;
    }

    private void MoveLine(double x, double y)
    {
        lineMatrix = new Matrix(1, 0, 0, 1, x, y).Then(lineMatrix);
        textMatrix = lineMatrix;
    }

    private void ShowLast(ReadOnlySpan<byte> content)
    {
        if (operands.Count > 0 && operands[operands.Count - 1].IsString)
        {
            Show(operands[operands.Count - 1], content);
        }
    }

    /// <summary>Strings, and between them numbers that move back by thousandths of the em (TJ).</summary>
    private void ShowOperands(ReadOnlySpan<byte> content)
    {
        for (var i = 0; i < operands.Count; i++)
        {
            ref readonly var operand = ref operands[i];
            if (operand.IsString)
            {
                Show(operand, content);
            }
            else if (operand.IsNumber)
            {
                ref var state = ref State;
                var move = -operand.Number / 1000 * state.FontSize;
                if (state.Font is { IsVertical: true })
                {
                    Advance(0, move);
                }
                else
                {
                    Advance(move * state.HorizontalScaling, 0);
                }
            }
        }
    }

    private void Advance(double x, double y) => textMatrix = textMatrix with
    {
        E = textMatrix.E + (x * textMatrix.A) + (y * textMatrix.C),
        F = textMatrix.F + (x * textMatrix.B) + (y * textMatrix.D),
    };

    private void Show(in Operand operand, ReadOnlySpan<byte> content)
    {
        // No code is longer than four bytes, no byte than two digits or four characters of an escape.
        if (operand.Length > 16L * limits.MaximumGlyphsPerPage)
        {
            throw new PdfLimitException($"A string of the page has {operand.Length} bytes.");
        }

        var text = content.Slice(operand.Start, operand.Length);
        if (operand.Kind == PdfTokenKind.HexString)
        {
            var buffer = scratch.Text(operand.Length);
            text = buffer[..StringEscapes.DecodeHex(text, buffer)];
        }
        else if (operand.HasEscapes)
        {
            var buffer = scratch.Text(operand.Length);
            text = buffer[..StringEscapes.DecodeLiteral(text, buffer)];
        }

        Show(State.Font ?? document.SubstituteFor(text), text);
    }

    private void Show(PdfFont font, ReadOnlySpan<byte> text)
    {
        ref var state = ref State;
        var size = state.FontSize;
        var stretch = state.HorizontalScaling;
        var toPage = textMatrix.Then(state.Ctm);

        // The em of the font on the upright page: along the baseline, and up.
        double alongX = toPage.A * size * stretch, alongY = toPage.B * size * stretch;
        double upX = toPage.C * size, upY = toPage.D * size;
        var height = Math.Sqrt((upX * upX) + (upY * upY));
        var width = Math.Sqrt((alongX * alongX) + (alongY * alongY));
        var isStraight = Math.Abs(alongY) <= AlmostStraight * width && Math.Abs(upX) <= AlmostStraight * height && alongX >= 0 && upY <= 0;
        var angle = isStraight ? 0 : AngleOf(alongX, alongY);
        var isVertical = font.IsVertical;
        var color = state.RenderMode is 1 or 5 ? state.Stroke : state.Fill;
        var flags = FlagsOf(font, state);
        if (marked.IsWatermark || IsAcrossThePage(angle, height, color, state.FillAlpha))
        {
            flags |= GlyphFlags.Watermark;
        }

        var rgb = color.IsPattern ? PaintColor.Pattern.Rgb : color.Rgb;
        double x = 0, y = state.Rise;
        var position = 0;
        while (position < text.Length)
        {
            uint code;
            int length;
            switch (font.CodeLength)
            {
                case 1:
                    code = text[position];
                    length = 1;
                    break;
                case 2 when position + 1 < text.Length:
                    code = (uint)((text[position] << 8) | text[position + 1]);
                    length = 2;
                    break;
                default:
                    length = font.ReadCode(text[position..], out code);
                    break;
            }

            position += length;
            ref readonly var glyph = ref font.Glyph(code, length);
            ref var placed = ref canvas.Glyphs.Add();
            placed.Text = glyph.Text;
            placed.FontSize = (float)height;
            placed.Angle = angle;
            placed.Rgb = rgb;
            placed.FontName = font.Name;
            placed.Flags = glyph.IsUnmapped ? flags | GlyphFlags.Unmapped : flags;
            if (isVertical)
            {
                PlaceVertical(ref placed, glyph, toPage, x, y, size, stretch);
                y += (glyph.VerticalAdvance * size) - state.CharacterSpacing - (length == 1 && code == 32 ? state.WordSpacing : 0);
            }
            else
            {
                var startX = (toPage.A * x) + (toPage.C * y) + toPage.E;
                var startY = (toPage.B * x) + (toPage.D * y) + toPage.F;
                placed.X = (float)startX;
                placed.Y = (float)startY;
                placed.Advance = (float)(glyph.Advance * width);
                if (isStraight)
                {
                    placed.Box = new PdfRectangle(
                        (float)startX,
                        (float)(startY + (font.Ascent * upY)),
                        (float)(startX + (glyph.Advance * alongX)),
                        (float)(startY + (font.Descent * upY)));
                }
                else
                {
                    placed.Box = SlantedBox(startX, startY, glyph.Advance * alongX, glyph.Advance * alongY, upX, upY, font);
                }

                x += ((glyph.Advance * size) + state.CharacterSpacing + (length == 1 && code == 32 ? state.WordSpacing : 0)) * stretch;
            }

            if (!IsOnAnyPage(placed))
            {
                // No place that numbers can tell: nobody sees it.
                canvas.Glyphs.CutTo(canvas.Glyphs.Count - 1);
                continue;
            }

            if (!InClip(state.Clip, placed, upX, upY))
            {
                placed.Flags |= GlyphFlags.Hidden;
            }
        }

        Advance(x, y - state.Rise);
        if (canvas.Glyphs.Count > limits.MaximumGlyphsPerPage)
        {
            throw new PdfLimitException($"The page has more than {limits.MaximumGlyphsPerPage} glyphs.");
        }
    }

    private static bool IsOnAnyPage(in PlacedGlyph glyph) =>
        Math.Abs(glyph.Box.Left) <= Matrix.Farthest && Math.Abs(glyph.Box.Top) <= Matrix.Farthest
        && Math.Abs(glyph.Box.Right) <= Matrix.Farthest && Math.Abs(glyph.Box.Bottom) <= Matrix.Farthest
        && Math.Abs(glyph.X) <= Matrix.Farthest && Math.Abs(glyph.Y) <= Matrix.Farthest
        && glyph.FontSize <= Matrix.Farthest && Math.Abs(glyph.Advance) <= Matrix.Farthest;

    /// <summary>A glyph is seen if the middle of its ink, about a third of an em above the baseline, is.</summary>
    private static bool InClip(in PdfRectangle clip, in PlacedGlyph glyph, double upX, double upY)
    {
        if ((glyph.Flags & GlyphFlags.Vertical) != 0 || glyph.Angle != 0)
        {
            return clip.Contains((glyph.Box.Left + glyph.Box.Right) / 2, (glyph.Box.Top + glyph.Box.Bottom) / 2, 0.5f);
        }

        return clip.Contains(
            ((glyph.Box.Left + glyph.Box.Right) / 2) + (float)(0.35 * upX), glyph.Y + (float)(0.35 * upY), 0.5f);
    }

    private static PdfRectangle SlantedBox(double x, double y, double dx, double dy, double upX, double upY, PdfFont font)
    {
        double aX = font.Ascent * upX, aY = font.Ascent * upY, dX = font.Descent * upX, dY = font.Descent * upY;
        return new PdfRectangle(
            (float)(x + Math.Min(Math.Min(aX, dX), Math.Min(aX + dx, dX + dx))),
            (float)(y + Math.Min(Math.Min(aY, dY), Math.Min(aY + dy, dY + dy))),
            (float)(x + Math.Max(Math.Max(aX, dX), Math.Max(aX + dx, dX + dx))),
            (float)(y + Math.Max(Math.Max(aY, dY), Math.Max(aY + dy, dY + dy))));
    }

    /// <summary>Vertical writing (9.7.4.3): the origin lies above the middle of the glyph, the next glyph below it.</summary>
    private static void PlaceVertical(
        ref PlacedGlyph placed, in FontGlyph glyph, in Matrix toPage, double x, double y, double size, double stretch)
    {
        var left = x - (glyph.OriginX * size * stretch);
        var advance = glyph.VerticalAdvance * size;
        placed.X = toPage.X(x, y);
        placed.Y = toPage.Y(x, y);
        placed.Advance = (float)(Math.Abs(glyph.VerticalAdvance) * placed.FontSize);
        placed.Box = toPage.Bounds(left, y + advance, left + (glyph.Advance * size * stretch), y);
        placed.Flags |= GlyphFlags.Vertical;
    }

    /// <summary>Counterclockwise degrees of a direction on the page, whose y points down; in (-180, 180].</summary>
    private static float AngleOf(double x, double y)
    {
        var degrees = Math.Atan2(-y, x) * 180 / Math.PI;
        var whole = Math.Round(degrees);
        if (Math.Abs(degrees - whole) < 0.05)
        {
            degrees = whole;
        }

        return degrees <= -180 ? 180 : (float)degrees;
    }

    private GlyphFlags FlagsOf(PdfFont font, in GraphicsState state)
    {
        var flags = font.IsBold ? GlyphFlags.Bold : GlyphFlags.None;
        if (state.RenderMode == 2 && state.LineWidth > 0)
        {
            // Filled and stroked: how producers make bold what has no bold font.
            flags |= GlyphFlags.Bold;
        }

        if (state.RenderMode is 3 or 7 || marked.IsHidden || state.FillAlpha < 0.02f)
        {
            flags |= GlyphFlags.Hidden;
        }

        return flags;
    }

    /// <summary>Large faint text; text at an angle that is large or pale. Small dark text at an angle labels a chart.</summary>
    private static bool IsAcrossThePage(float angle, double size, PaintColor color, float alpha)
    {
        var lean = Math.Abs(angle % 90);
        return Math.Min(lean, 90 - lean) > MaximumLean
            ? size >= LargePrint || alpha < 0.95f || color.IsPale
            : size >= LargePrint && alpha <= Faint;
    }
}
