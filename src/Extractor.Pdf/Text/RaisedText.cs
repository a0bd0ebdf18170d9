namespace Extractor.Pdf.Text;

/// <summary>Superscripts and subscripts: small print on a baseline of its own belongs to the line that has a place for it.</summary>
internal static class RaisedText
{
    /// <summary>Largest size of raised or lowered text beside that of its line.</summary>
    private const float MaximumSize = 0.87f;

    /// <summary>How far the baseline may be above or below that of the line, in ems of the line.</summary>
    private const float MaximumRise = 0.65f;

    /// <summary>How far the small print may be from the glyph that it follows, in ems of the line.</summary>
    private const float MaximumGap = 0.15f;

    /// <summary>Comparisons of small print with glyphs that one page may cost; real pages need some thousands.</summary>
    private const int MaximumComparisons = 2_000_000;

    /// <summary>Gives fragments of small print the line they belong to.</summary>
    /// <param name="fragments">Grouped by line, lines from top to bottom.</param>
    /// <param name="sizes">Of the largest glyph of each line.</param>
    public static void Attach(Span<Fragment> fragments, ReadOnlySpan<LineGlyph> glyphs, ReadOnlySpan<float> sizes)
    {
        var left = MaximumComparisons;
        for (var i = 0; i < fragments.Length && left > 0; i++)
        {
            ref var fragment = ref fragments[i];
            var line = fragment.Line;

            // A raised fragment stands above the line it belongs to, a lowered one below.
            if (line + 1 < sizes.Length && sizes[line] <= MaximumSize * sizes[line + 1]
                && HasPlaceFor(fragment, fragments, glyphs, i + 1, 1, line + 1, sizes[line + 1], ref left))
            {
                fragment.Line = line + 1;
            }
            else if (line > 0 && sizes[line] <= MaximumSize * sizes[line - 1]
                && HasPlaceFor(fragment, fragments, glyphs, i - 1, -1, line - 1, sizes[line - 1], ref left))
            {
                fragment.Line = line - 1;
            }
        }
    }

    /// <summary>Whether a glyph of the line ends where the fragment starts, and none stands where it is.</summary>
    private static bool HasPlaceFor(
        in Fragment small, ReadOnlySpan<Fragment> fragments, ReadOnlySpan<LineGlyph> glyphs, int from, int step, int line, float size,
            ref int left)
    {
        var follows = false;
        for (var i = from; i >= 0 && i < fragments.Length; i += step)
        {
            ref readonly var fragment = ref fragments[i];
            if ((left -= 1 + fragment.Count) < 0)
            {
                return false;
            }

            if (fragment.Line == small.Line)
            {
                continue;
            }

            if (fragment.Line != line)
            {
                break;
            }

            if (Math.Abs(fragment.Base - small.Base) > MaximumRise * size)
            {
                continue;
            }

            foreach (ref readonly var glyph in glyphs.Slice(fragment.First, fragment.Count))
            {
                if (glyph.Kind == CharacterKind.Space || glyph.Size <= small.Size)
                {
                    continue;
                }

                follows |= Math.Abs(small.Start - glyph.End) <= MaximumGap * size;
                var overlap = Math.Min(small.End, glyph.End) - Math.Max(small.Start, glyph.Start);
                if (overlap > MaximumGap * size)
                {
                    return false;
                }
            }
        }

        return follows;
    }
}
