using Extractor.Model.Layout;

namespace Extractor.Tables.Text;

/// <summary>A stretch of glyphs that stands in one cell.</summary>
internal readonly record struct PlacedRun(GridCell Cell, int FirstGlyph, int GlyphCount, Box Box)
{
    /// <param name="glyphs">All glyphs of the page.</param>
    public string TextIn(ReadOnlySpan<Glyph> glyphs) => GlyphText.Of(glyphs.Slice(FirstGlyph, GlyphCount));

    /// <inheritdoc cref="Characters.IsOneNumber"/>
    public bool IsOneNumber(ReadOnlySpan<Glyph> glyphs)
    {
        var own = glyphs.Slice(FirstGlyph, GlyphCount);

        // Most runs are names; the first character tells.
        if (own.Length > 0 && own[0].Text is [var first, ..] && !(char.IsAsciiDigit(first) || first is '-' or '+'))
        {
            return false;
        }

        var length = GlyphText.LengthOf(own);
        var text = length <= 64 ? stackalloc char[length] : new char[length];
        GlyphText.Copy(own, text);
        return Characters.IsOneNumber(text);
    }

    /// <summary>The runs of cells that were cut into rows stand in the part at their height.</summary>
    /// <param name="parts">For each cell that was cut, its parts from top to bottom.</param>
    public static void MoveTo(Dictionary<GridCell, List<GridCell>> parts, List<PlacedRun> runs)
    {
        for (var index = 0; index < runs.Count; index++)
        {
            if (parts.TryGetValue(runs[index].Cell, out var own))
            {
                var middle = runs[index].Box.CentreY;
                runs[index] = runs[index] with { Cell = own.Find(part => middle <= part.Box.Bottom) ?? own[^1] };
            }
        }
    }
}

/// <summary>The characters of glyphs, one after the other.</summary>
internal static class GlyphText
{
    public static string Of(ReadOnlySpan<Glyph> glyphs)
    {
        if (glyphs.Length == 1)
        {
            return glyphs[0].Text;
        }

        var length = LengthOf(glyphs);
        var text = length <= 256 ? stackalloc char[length] : new char[length];
        Copy(glyphs, text);
        return new string(text);
    }

    public static int LengthOf(ReadOnlySpan<Glyph> glyphs)
    {
        var length = 0;
        foreach (ref readonly var glyph in glyphs)
        {
            length += glyph.Text.Length;
        }

        return length;
    }

    /// <param name="text">As long as all of them together.</param>
    public static void Copy(ReadOnlySpan<Glyph> glyphs, Span<char> text)
    {
        foreach (ref readonly var glyph in glyphs)
        {
            glyph.Text.CopyTo(text);
            text = text[glyph.Text.Length..];
        }
    }
}
