using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Headings;

/// <summary>The one answer to whether a label calls its row a sum: 合计, 支出总计：, 小 计.</summary>
public static class TotalLabel
{
    private static readonly WordSet Totals = ReadingWords.Of(WordList.Total);

    /// <summary>合计 or 总计 and nothing else: the sum of all, where 小计 and 支出合计 may be sums of a part.</summary>
    public static bool IsWhole(string printed) => Totals.Matches(FoldedText.Of(printed).AsSpan().TrimEnd(':'), "whole");

    public static bool Is(string printed) => Totals.Matches(FoldedText.Of(printed).AsSpan().TrimEnd(':'));
}
