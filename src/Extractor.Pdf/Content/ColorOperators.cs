using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Content;

/// <summary>Colours (8.6.8), as far as they tell what can be seen.</summary>
internal sealed partial class ContentInterpreter
{
    private void PerformColor(int code, ReadOnlySpan<byte> bytes, ResourceSet resources)
    {
        switch (code)
        {
            case 'g':
                SetFill(ColorFamily.Device, PaintColor.Gray(operands.NumberFromEnd(0)));
                break;
            case 'G':
                SetStroke(ColorFamily.Device, PaintColor.Gray(operands.NumberFromEnd(0)));
                break;
            case 'r' << 8 | 'g':
                SetFill(ColorFamily.Device, PaintColor.OfRgb(operands.NumberFromEnd(2), operands.NumberFromEnd(1),
                    operands.NumberFromEnd(0)));
                break;
            case 'R' << 8 | 'G':
                SetStroke(ColorFamily.Device, PaintColor.OfRgb(operands.NumberFromEnd(2), operands.NumberFromEnd(1),
                    operands.NumberFromEnd(0)));
                break;
            case 'k':
                SetFill(ColorFamily.Device, OperandCmyk());
                break;
            case 'K':
                SetStroke(ColorFamily.Device, OperandCmyk());
                break;
            case 'c' << 8 | 's':
                SetFill(resources.Color(NameOperand(bytes)), PaintColor.Black);
                break;
            case 'C' << 8 | 'S':
                SetStroke(resources.Color(NameOperand(bytes)), PaintColor.Black);
                break;
            case 's' << 8 | 'c' or ('s' << 16 | 'c' << 8 | 'n'):
                State.Fill = OperandColor(State.FillFamily);
                State.FillPattern = State.Fill.IsPattern ? resources.TilingPattern(NameOperand(bytes)) : null;
                break;
            case 'S' << 8 | 'C' or ('S' << 16 | 'C' << 8 | 'N'):
                State.Stroke = OperandColor(State.StrokeFamily);
                break;
        }
    }

    private void SetFill(ColorFamily family, PaintColor color)
    {
        State.FillFamily = family;
        State.Fill = color;
        State.FillPattern = null;
    }

    private void SetStroke(ColorFamily family, PaintColor color)
    {
        State.StrokeFamily = family;
        State.Stroke = color;
    }

    private PaintColor OperandCmyk() => PaintColor.Cmyk(
        operands.NumberFromEnd(3), operands.NumberFromEnd(2), operands.NumberFromEnd(1), operands.NumberFromEnd(0));

    private PaintColor OperandColor(ColorFamily family)
    {
        if (operands.Count == 0 || operands[operands.Count - 1].Kind == PdfTokenKind.Name || family == ColorFamily.Pattern)
        {
            return PaintColor.Pattern;
        }

        return (family, operands.Count) switch
        {
            (ColorFamily.Unknown, _) => PaintColor.Pattern,
            (ColorFamily.Tint, 1) => PaintColor.Gray(1 - operands.Number(0)),
            (_, 1) => PaintColor.Gray(operands.Number(0)),
            (ColorFamily.Device, 3) => PaintColor.OfRgb(operands.Number(0), operands.Number(1), operands.Number(2)),
            (ColorFamily.Device, 4) => OperandCmyk(),
            _ => PaintColor.Pattern,
        };
    }
}
