using Extractor.Pdf.Content;

namespace Extractor.Pdf.Text;

/// <summary>Superscripts and subscripts: small words on a baseline of their own become part of the word beside them.</summary>
internal static class RaisedText
{
    /// <summary>Largest size of raised or lowered text beside that of its line.</summary>
    private const float MaximumSize = 0.8f;

    /// <summary>How far the baseline may be above or below that of the line, in ems of the line.</summary>
    private const float MaximumRise = 0.65f;

    /// <summary>How far the small word may be from the word it belongs to, in ems of the line.</summary>
    private const float MaximumGap = 0.15f;

    /// <summary>Attaches small words; lines that have lost all words have none.</summary>
    /// <param name="lines">From top to bottom.</param>
    public static void Attach(Span<DraftLine> lines, Span<DraftWord> words)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            // The line that a raised word belongs to is the next below it, that of a lowered word the one above.
            if (!(i + 1 < lines.Length && TryAttach(ref lines[i], lines[i + 1], words)) && i > 0)
            {
                TryAttach(ref lines[i], lines[i - 1], words);
            }
        }
    }

    private static bool TryAttach(ref DraftLine small, in DraftLine line, Span<DraftWord> words)
    {
        if (small.WordCount == 0 || line.WordCount == 0 || small.Size > MaximumSize * line.Size
            || Math.Abs(small.Base - line.Base) > MaximumRise * line.Size)
        {
            return false;
        }

        // All or nothing: a line of small print that stands near another line is a line.
        Span<int> owners = stackalloc int[Math.Min(small.WordCount, 16)];
        if (small.WordCount > owners.Length)
        {
            return false;
        }

        for (var w = 0; w < small.WordCount; w++)
        {
            owners[w] = FindOwner(words, line, words[small.FirstWord + w]);
            if (owners[w] < 0)
            {
                return false;
            }
        }

        for (var w = 0; w < small.WordCount; w++)
        {
            ref var owner = ref words[owners[w]];
            ref readonly var raised = ref words[small.FirstWord + w];
            owner.Attached = small.FirstWord + w + 1;
            owner.End = Math.Max(owner.End, raised.End);
        }

        small.WordCount = 0;
        return true;
    }

    /// <summary>The word of the line that ends where the small word starts; -1 if there is none.</summary>
    private static int FindOwner(ReadOnlySpan<DraftWord> words, in DraftLine line, in DraftWord small)
    {
        for (var i = line.FirstWord; i < line.FirstWord + line.WordCount; i++)
        {
            var gap = small.Start - words[i].End;
            var next = i + 1 < line.FirstWord + line.WordCount ? words[i + 1].Start : float.MaxValue;
            if (Math.Abs(gap) <= MaximumGap * line.Size && small.End <= next + (MaximumGap * line.Size) && words[i].Attached == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
