using System.Collections.Immutable;
using Extractor.Model.Documents;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Checks;

/// <summary>A sentence in which the document itself tells why its sums differ.</summary>
internal sealed record NotedReason(NoteExplains Explains, string Sentence, int PageNumber);

/// <summary>
/// Sums that the document explains by a note: lists whose items it does not publish, figures whose rounding it points out. The
/// note of one table speaks for all: what is secret in the list of projects is missing from the list of purchases too.
/// </summary>
internal sealed class NotedReasons
{
    /// <summary>Characters of a sentence that are kept.</summary>
    private const int LongestSentence = 200;

    private readonly ImmutableArray<NotedReason> reasons;

    public NotedReasons(ExtractedDocument document, HeadingMaps headings)
    {
        var found = ImmutableArray.CreateBuilder<NotedReason>();
        foreach (var table in document.Tables)
        {
            foreach (var note in table.Notes)
            {
                Add(note, table.PageLast);
            }
        }

        foreach (var paragraph in document.Sections.SelectMany(static section => section.Paragraphs))
        {
            var start = 0;
            while (start < paragraph.Text.Length)
            {
                var end = paragraph.Text.IndexOf('。', start) is >= 0 and var stop ? stop + 1 : paragraph.Text.Length;
                Add(paragraph.Text[start..end], paragraph.LineAt(start).PageNumber);
                start = end;
            }
        }

        reasons = found.ToImmutable();

        void Add(string sentence, int page)
        {
            if (sentence.Length <= LongestSentence && headings.Notes.Find(FoldedText.Of(sentence)) is { } meaning)
            {
                found.Add(new NotedReason(meaning.Explains, sentence.Trim(), page));
            }
        }
    }

    /// <summary>The reason that the document gives for a missed sum; null where it gives none.</summary>
    public NotedReason? Of(RunCheck check)
    {
        if (check.Rule is CheckRule.ChildrenSumToParent or CheckRule.LeavesSumToTotal && check.Difference < 0 &&
            reasons.FirstOrDefault(static reason => reason.Explains == NoteExplains.LeftOut) is { } leftOut)
        {
            return leftOut;
        }

        // Cut off instead of rounded, each figure may be off by its whole last place.
        return Math.Abs(check.Difference) <= 2 * check.Tolerance
            ? reasons.FirstOrDefault(static reason => reason.Explains == NoteExplains.Rounding) : null;
    }
}
