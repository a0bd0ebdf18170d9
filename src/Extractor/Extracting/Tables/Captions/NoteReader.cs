using System.Collections.Immutable;

namespace Extractor.Extracting.Tables.Captions;

/// <summary>Reads downwards from a grid: its notes (注：…) and what says that it is empty.</summary>
internal static class NoteReader
{
    /// <param name="below">The free lines between the grid and whatever stands below it, from top to bottom.</param>
    /// <returns>The notes, each rejoined over its lines, and the lines that they were read from.</returns>
    public static (ImmutableArray<string> Notes, ImmutableArray<LooseLine> Lines) Read(IReadOnlyList<LooseLine> below)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        var lines = ImmutableArray.CreateBuilder<LooseLine>();
        for (var index = 0; index < below.Count && index < CaptionTolerances.MostNoteLines; index++)
        {
            var line = below[index];
            var text = line.Text.Trim();
            var bare = CaptionPatterns.WithoutSpace(text);
            if (CaptionPatterns.IsNote(bare) || (CaptionPatterns.DeclaresEmpty(bare) && bare.Length < CaptionTolerances.LongestStatement))
            {
                notes.Add(text);
            }
            else if (notes.Count > 0 && GoesOn(below[index - 1], line, notes[^1], bare))
            {
                notes[^1] += text;
            }
            else
            {
                break;
            }

            lines.Add(line);
        }

        return (notes.ToImmutable(), lines.ToImmutable());
    }

    private static bool GoesOn(LooseLine before, LooseLine line, string note, string text)
    {
        if (line.Box.Top - before.Box.Bottom > CaptionTolerances.NoteLeading * before.FontSize
            || Math.Abs(line.FontSize - before.FontSize) > CaptionTolerances.SameNoteSize)
        {
            return false;
        }

        // The items of a note are numbered; a heading of the text is not: it is larger or bold.
        var isEnded = note[^1] is '。' or '.' or '；' or ';';
        return isEnded
            ? !line.IsBold && char.IsAsciiDigit(text[0]) && CaptionPatterns.IsNumbered(text)
            : !CaptionPatterns.IsCaptionLike(text) && line.IsBold == before.IsBold;
    }
}
