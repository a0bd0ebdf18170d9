using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Identity;

/// <summary>
/// Budgets of Taiwan, Hong Kong and Macau: other forms, another classification, other money. They are printed in traditional
/// characters, which mainland authorities do not use; that tells them whatever their forms are called.
/// </summary>
internal static class BudgetOfElsewhere
{
    public const string Rule = FindingRule.BudgetOfElsewhere;

    /// <summary>For <see cref="ExtractedDocument.StatusReason"/>.</summary>
    public const string Reason =
        "The document is printed in traditional characters, as in Taiwan, Hong Kong and Macau: its forms are not read.";

    /// <summary>Ideographs that are looked at.</summary>
    private const int Sample = 5_000;

    /// <summary>Fewer ideographs tell nothing.</summary>
    private const int FewestIdeographs = 50;

    /// <summary>
    /// Of all ideographs, those that only traditional writing has. A budget of Taiwan has some 20 %; a mainland one that quotes a name
    /// has a few characters.
    /// </summary>
    private const double LeastShare = 0.05;

    private static readonly HashSet<char> Traditional =
        [.. ReadingWords.Of(WordList.TraditionalCharacter).Words.Select(static word => word.Text[0])];

    public static bool Is(ExtractedDocument document)
    {
        int ideographs = 0, traditional = 0;
        foreach (var text in TextOf(document))
        {
            foreach (var letter in text)
            {
                ideographs += letter is >= '\u4e00' and <= '\u9fff' ? 1 : 0;
                traditional += Traditional.Contains(letter) ? 1 : 0;
            }

            if (ideographs >= Sample)
            {
                break;
            }
        }

        return ideographs >= FewestIdeographs && traditional >= LeastShare * ideographs;
    }

    public static Finding Finding { get; } = new(
        Rule,
        Severity.Error,
        "本文件以繁体字印制（台湾、香港、澳门的预算）。其表式、科目和货币与内地部门预算不同，本程序不读取其含义：单元格照印保留，金额没有含义。请勿用于汇总。",
        $"The document is printed in traditional characters (a budget of Taiwan, Hong Kong or Macau). Its forms, classification " +
        $"and money are not those of mainland budgets and are not read: cells are kept as printed, amounts have no meaning. Leave it out " +
        $"of sums.",
        1,
        null,
        null,
        null);

    private static IEnumerable<string> TextOf(ExtractedDocument document) =>
        document.Pages.SelectMany(static page => page.Lines).Select(static line => line.Text)
            .Concat(document.Sections.SelectMany(static section => section.Paragraphs).Select(static paragraph => paragraph.Text))
            .Concat(document.Tables.SelectMany(static table => table.Cells).Select(static cell => cell.Text));
}
