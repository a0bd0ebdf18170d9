using System.Globalization;
using System.Text;
using Extractor.Model.Layout;

namespace Extractor.Extracting.Drawing;

/// <summary>
/// Writes SVG 1.1: numbers with two decimals in the invariant culture, text escaped, characters that XML forbids left out.
/// </summary>
internal sealed class SvgText
{
    private readonly StringBuilder svg = new();

    public void Open(double width, double height) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:0.##}\" height=\"{height:0.##}\" viewBox=\"0 0 {width:0.##} " +
        $"{height:0.##}\" font-family=\"sans-serif\">\n");

    public string Close() => svg.Append("</svg>\n").ToString();

    public void OpenGroup(string id) => svg.Append("<g id=\"").Append(id).Append("\">\n");

    public void CloseGroup() => svg.Append("</g>\n");

    /// <param name="attributes">Attributes as they are written, already valid.</param>
    /// <param name="title">Shown when the pointer rests on it; null for none.</param>
    public void Rectangle(Box box, string attributes, string? title = null)
    {
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{box.Left:0.##}\" y=\"{box.Top:0.##}\" width=\"{Math.Max(0, box.Width):0.##}\" " +
            $"height=\"{Math.Max(0, box.Height):0.##}\" {attributes}");
        if (title is null)
        {
            svg.Append("/>\n");
            return;
        }

        svg.Append("><title>");
        AppendEscaped(title);
        svg.Append("</title></rect>\n");
    }

    public void Line(Box box, string colour, double thickness) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<line x1=\"{box.Left:0.##}\" y1=\"{box.Top:0.##}\" x2=\"{box.Right:0.##}\" y2=\"{box.Bottom:0.##}\" stroke=\"{colour}\" " +
        $"stroke-width=\"{thickness:0.##}\"/>\n");

    public void Circle(double x, double y, double radius, string colour) => svg.Append(
        CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"{radius:0.##}\" fill=\"{colour}\"/>\n");

    public void Text(double x, double y, double size, string colour, string text, bool isBold)
    {
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{x:0.##}\" y=\"{y:0.##}\" font-size=\"{size:0.##}\" " +
            $"fill=\"{colour}\"{(isBold ? " font-weight=\"bold\"" : string.Empty)}>");
        AppendEscaped(text);
        svg.Append("</text>\n");
    }

    private void AppendEscaped(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            switch (letter)
            {
                case '<':
                    svg.Append("&lt;");
                    break;
                case '>':
                    svg.Append("&gt;");
                    break;
                case '&':
                    svg.Append("&amp;");
                    break;
                case '"':
                    svg.Append("&quot;");
                    break;
                case '\n' or '\t':
                    svg.Append(letter);
                    break;
                default:
                    AppendAllowed(text, ref index);
                    break;
            }
        }
    }

    /// <summary>Control characters and halves of surrogate pairs are no XML characters.</summary>
    private void AppendAllowed(string text, ref int index)
    {
        var letter = text[index];
        if (char.IsHighSurrogate(letter) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            svg.Append(letter).Append(text[++index]);
        }
        else if (letter >= ' ' && !char.IsSurrogate(letter) && letter < '\uFFFE')
        {
            svg.Append(letter);
        }
    }
}
