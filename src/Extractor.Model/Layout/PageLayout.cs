using System.Collections.Immutable;

namespace Extractor.Model.Layout;

/// <summary>One positioned character (or ligature) as printed.</summary>
/// <param name="Text">Its Unicode text, one or more UTF-16 units; shared between equal glyphs.</param>
/// <param name="FontSize">In points on the upright page.</param>
/// <param name="IsBold">The font says so, or the glyph was drawn twice for boldness.</param>
/// <param name="IsVisible">False for text that a reader does not see: invisible mode, clipped away, covered, white on white.</param>
/// <param name="IsWatermark">Rotated or transparent text across the page; it is no table text.</param>
public readonly record struct Glyph(string Text, Box Box, float FontSize, bool IsBold, bool IsVisible, bool IsWatermark);

/// <summary>A run of glyphs that a reader sees as one word: a number, a Latin word, a stretch of Chinese text.</summary>
/// <param name="FirstGlyph">Index of its first glyph in <see cref="PageLayout.Glyphs"/>; its glyphs stand together there.</param>
public readonly record struct Word(string Text, Box Box, int FirstGlyph, int GlyphCount, float FontSize, bool IsBold);

/// <summary>
/// A line of text in reading order: words from <paramref name="FirstWord"/>, standing together in <see cref="PageLayout.Words"/>.
/// </summary>
/// <param name="Text">The words with the spaces that a reader sees.</param>
public readonly record struct TextLine(string Text, Box Box, int FirstWord, int WordCount, float FontSize, bool IsBold);

/// <summary>
/// A horizontal or vertical line drawn on the page, from a stroke or from a thin filled rectangle.
/// A horizontal one has <c>Box.Top == Box.Bottom</c> at its centre line, a vertical one <c>Box.Left == Box.Right</c>.
/// </summary>
/// <param name="Thickness">In points.</param>
public readonly record struct Ruling(Box Box, bool IsHorizontal, float Thickness);

/// <summary>A filled area that is no ruling: the shading of a cell, a background.</summary>
/// <param name="Rgb">0xRRGGBB.</param>
public readonly record struct FilledArea(Box Box, int Rgb);

/// <summary>A raster image on the page.</summary>
/// <param name="Format">jpeg, jpeg2000, ccitt, jbig2, raw.</param>
public sealed record PageImage(Box Box, int PixelWidth, int PixelHeight, string Format);

/// <summary>
/// A page as it is read from the file, before any table is looked for. Words are in reading order and hold
/// only visible text that is no watermark; every glyph is in <see cref="Glyphs"/>.
/// </summary>
/// <param name="Number">From 1.</param>
/// <param name="Width">Of the upright page, in points.</param>
/// <param name="Rotation">The page's /Rotate, already applied to everything here: 0, 90, 180 or 270.</param>
/// <param name="Faults">What could not be read on this page, in English, for <c>state_reason</c>; empty when all was.</param>
public sealed record PageLayout(
    int Number,
    double Width,
    double Height,
    int Rotation,
    ImmutableArray<Glyph> Glyphs,
    ImmutableArray<Word> Words,
    ImmutableArray<TextLine> Lines,
    ImmutableArray<Ruling> Rulings,
    ImmutableArray<FilledArea> Fills,
    ImmutableArray<PageImage> Images,
    ImmutableArray<string> Faults);
