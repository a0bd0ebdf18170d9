using Extractor.Pdf.Content;
using Extractor.Pdf.Files;
using Extractor.Pdf.Text;

namespace Extractor.Pdf;

/// <summary>
/// What a page draws, upright, in points from its top left. Glyphs stand in reading order, so that the glyphs
/// of a word and the words of a line stand together.
/// </summary>
public sealed class PageContent : IDisposable
{
    private readonly PageLayoutAnalysis layout;

    internal PageContent(PageDictionary page, PageLayoutAnalysis layout, PageCanvas canvas)
    {
        this.layout = layout;
        Width = page.Width;
        Height = page.Height;
        Rotation = page.Rotation;
        Images = [.. canvas.Images.Select(static image => new PdfImage(image.Box, image.Stream))];
        Faults = canvas.Faults;
    }

    /// <summary>Of the upright page, in points.</summary>
    public double Width { get; }

    /// <summary>Of the upright page, in points.</summary>
    public double Height { get; }

    /// <summary>
    /// Clockwise degrees by which the page is turned to be upright, already applied to everything here: /Rotate, and more where
    /// nearly all text of the page runs sideways or upside down all the same.
    /// </summary>
    public int Rotation { get; }

    /// <summary>All glyphs, also those that are hidden or belong to a watermark; these stand at the end.</summary>
    public ReadOnlySpan<Glyph> Glyphs => layout.Glyphs.Span;

    /// <summary>Visible text that is no watermark, as words.</summary>
    public ReadOnlySpan<Word> Words => layout.Words.Span;

    /// <summary>The words as lines, in reading order.</summary>
    public ReadOnlySpan<TextLine> Lines => layout.Lines.Span;

    public ReadOnlySpan<Ruling> Rulings => layout.Rulings.Span;

    public ReadOnlySpan<FilledArea> Fills => layout.Fills.Span;

    public IReadOnlyList<PdfImage> Images { get; }

    /// <summary>What could not be read, one sentence each; empty when all was.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>The text of a word as printed.</summary>
    public string GetText(in Word word)
    {
        var glyphs = Glyphs.Slice(word.FirstGlyph, word.GlyphCount);
        return glyphs.Length == 1 ? glyphs[0].Text : string.Create(LengthOf(glyphs), (Page: this, Word: word), static (text, of) =>
            of.Page.CopyText(of.Word, text));
    }

    /// <summary>The text of a line: its words with the spaces that a reader sees.</summary>
    public string GetText(in TextLine line)
    {
        var words = Words.Slice(line.FirstWord, line.WordCount);
        if (words.Length == 1)
        {
            return GetText(in words[0]);
        }

        var length = Math.Max(0, words.Length - 1);
        foreach (ref readonly var word in words)
        {
            length += LengthOf(Glyphs.Slice(word.FirstGlyph, word.GlyphCount));
        }

        return string.Create(length, (Page: this, Line: line), static (text, of) =>
        {
            foreach (ref readonly var word in of.Page.Words.Slice(of.Line.FirstWord, of.Line.WordCount))
            {
                text = text[of.Page.CopyText(word, text)..];
                if (text.Length > 0)
                {
                    text[0] = ' ';
                    text = text[1..];
                }
            }
        });
    }

    public void Dispose() => layout.Dispose();

    private static int LengthOf(ReadOnlySpan<Glyph> glyphs)
    {
        var length = 0;
        foreach (ref readonly var glyph in glyphs)
        {
            length += glyph.Text.Length;
        }

        return length;
    }

    /// <returns>Characters written.</returns>
    private int CopyText(in Word word, Span<char> text)
    {
        var length = 0;
        foreach (ref readonly var glyph in Glyphs.Slice(word.FirstGlyph, word.GlyphCount))
        {
            glyph.Text.CopyTo(text[length..]);
            length += glyph.Text.Length;
        }

        return length;
    }
}

/// <summary>A rectangle on the upright page, origin top left, in points.</summary>
public readonly record struct PdfRectangle(float Left, float Top, float Right, float Bottom)
{
    public float Width => Right - Left;

    public float Height => Bottom - Top;
}

/// <summary>What is known of a glyph besides its place.</summary>
[Flags]
public enum GlyphFlags
{
    None = 0,

    /// <summary>The font is bold, or the glyph is drawn twice for boldness.</summary>
    Bold = 1,

    /// <summary>Not to be seen: render mode 3, clipped away, covered by a later image or fill, white on white, hidden layer.</summary>
    Hidden = 2,

    /// <summary>Rotated or transparent text across the page.</summary>
    Watermark = 4,

    /// <summary>Written downwards (writing mode 1).</summary>
    Vertical = 8,

    /// <summary>No Unicode value could be found; the text is U+FFFD.</summary>
    Unmapped = 16,
}

/// <summary>One drawn character.</summary>
/// <param name="Text">Unicode as printed, one or more UTF-16 units; one shared string a character code of a font.</param>
/// <param name="Box">Advance width by ascent and descent of the font.</param>
/// <param name="FontSize">Height of the em on the upright page, in points.</param>
/// <param name="RotationDegrees">Of the baseline on the upright page, counterclockwise: 0 for ordinary text.</param>
/// <param name="Rgb">Colour of its ink, 0xRRGGBB; grey where a pattern or an unknown colour space paints it.</param>
/// <param name="FontName">/BaseFont as the file names it, with the tag of a subset; empty where it has no name.</param>
public readonly record struct Glyph(
    string Text, PdfRectangle Box, float FontSize, float RotationDegrees, GlyphFlags Flags, int Rgb, string FontName);

/// <summary>A run of glyphs that a reader sees as one word.</summary>
public readonly record struct Word(int FirstGlyph, int GlyphCount, PdfRectangle Box, float FontSize, bool IsBold);

/// <summary>A line of words.</summary>
public readonly record struct TextLine(int FirstWord, int WordCount, PdfRectangle Box, float FontSize, bool IsBold);

/// <summary>A straight horizontal or vertical line, from a stroke or a thin filled rectangle, reduced to its centre line.</summary>
public readonly record struct Ruling(PdfRectangle Box, bool IsHorizontal, float Thickness);

/// <summary>A filled area that is no ruling.</summary>
/// <param name="Rgb">0xRRGGBB.</param>
public readonly record struct FilledArea(PdfRectangle Box, int Rgb);
