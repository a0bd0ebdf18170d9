using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Prose;

/// <summary>
/// Money that the narrative says there is none of: 本单位无政府性基金预算支出、国有资本经营预算支出. A denial is compared with the
/// tables as a figure of zero and is not published as one.
/// </summary>
internal static partial class DeniedFigures
{
    /// <summary>The words for the fund, and the figure_key of its expenditure.</summary>
    private static readonly WordSet Deniable = ReadingWords.Of(WordList.DeniedFund);

    public static ImmutableArray<StatedReading> Read(ImmutableArray<ExtractedSection> sections, ImmutableArray<SectionMeaning> meanings)
    {
        var denied = ImmutableArray.CreateBuilder<StatedReading>();
        for (var index = 0; index < sections.Length; index++)
        {
            if (meanings[index].SectionKey is "glossary" or "duties")
            {
                continue;
            }

            foreach (var paragraph in sections[index].Paragraphs)
            {
                foreach (var clause in Denial().EnumerateMatches(paragraph.Text))
                {
                    var text = paragraph.Text.Substring(clause.Index, clause.Length);
                    foreach (var fund in Deniable.Words)
                    {
                        if (fund.Matches(text))
                        {
                            var (_, page, box) = paragraph.LineAt(clause.Index);
                            denied.Add(new StatedReading(
                                new StatedFigure(sections[index].Ordinal, fund.Means, 0m, null, null,
                                    Sentences.Around(paragraph.Text, clause.Index, clause.Index + clause.Length), page, box), 0m));
                        }
                    }
                }
            }
        }

        return denied.ToImmutable();
    }

    /// <summary>无政府性基金预算支出, 没有使用政府性基金预算拨款安排的支出: the money stands right behind the denial, in one list.</summary>
    [GeneratedRegex("(?:没有|未安排|不涉及|无)(?:使用|安排)?(?:政府性基金|国有资本经营)[^，,。；;：:]*支出", RegexOptions.CultureInvariant)]
    private static partial Regex Denial();
}
