using Extractor.Pdf.Content;

namespace Extractor.Pdf.Text;

/// <summary>A glyph in the frame of its baseline: along the line, and across it downwards, in points.</summary>
internal struct LineGlyph
{
    /// <summary>Of the glyph among those of the page, in the order of drawing.</summary>
    public int Index;
    public float Start;
    public float End;

    /// <summary>Place of the baseline, growing downwards.</summary>
    public float Base;
    public float Size;
    public CharacterKind Kind;
    public bool IsBold;
}

/// <summary>Glyphs that follow each other in the content on one baseline, forwards.</summary>
internal struct Fragment
{
    public int First;
    public int Count;

    /// <summary>Of the line that it belongs to.</summary>
    public int Line;
    public float Start;
    public float End;
    public float Base;
    public float Size;
}

/// <summary>A word before its place in the reading order is known.</summary>
internal struct DraftWord
{
    /// <summary>Of its glyphs among the sorted ones.</summary>
    public int First;
    public int Count;

    /// <summary>Spaces that follow the word.</summary>
    public int Trailing;

    public float Start;
    public float End;
    public float Base;
    public float Size;
}

/// <summary>A line before its place in the reading order is known.</summary>
internal struct DraftLine
{
    public int FirstWord;
    public int WordCount;
    public float Start;
    public float End;
    public float Base;
    public float Size;

    /// <summary>Takes place and size from the line's words: the baseline is that of the largest.</summary>
    public void Measure(ReadOnlySpan<DraftWord> words)
    {
        Start = float.MaxValue;
        End = float.MinValue;
        Size = 0;
        foreach (ref readonly var word in words)
        {
            Start = Math.Min(Start, word.Start);
            End = Math.Max(End, word.End);
            if (word.Size > Size)
            {
                Size = word.Size;
                Base = word.Base;
            }
        }
    }
}

/// <summary>The frame of text that runs in one direction.</summary>
/// <param name="Degrees">Of the baseline, counterclockwise, rounded.</param>
/// <param name="IsVertical">Writing mode 1: lines run down the page, the next one to the left.</param>
internal readonly record struct TextDirection(int Degrees, bool IsVertical)
{
    private readonly (float X, float Y) along = IsVertical ? (0, 1) : Degrees switch
    {
        0 => (1, 0),
        90 => (0, -1),
        180 or -180 => (-1, 0),
        -90 => (0, 1),
        _ => ((float)Math.Cos(Degrees * Math.PI / 180), -(float)Math.Sin(Degrees * Math.PI / 180)),
    };

    /// <summary>Whether lines run along the rows of the page, not along its columns.</summary>
    public bool IsHorizontal => !IsVertical && Degrees is 0 or 180 or -180;

    public float Along(float x, float y) => (x * along.X) + (y * along.Y);

    /// <summary>A quarter turn clockwise from <see cref="Along"/>: downwards for upright text.</summary>
    public float Across(float x, float y) => (y * along.X) - (x * along.Y);

    public static TextDirection Of(in PlacedGlyph glyph)
    {
        var degrees = (int)MathF.Round(glyph.Angle);
        return new TextDirection(degrees, (glyph.Flags & GlyphFlags.Vertical) != 0);
    }
}
