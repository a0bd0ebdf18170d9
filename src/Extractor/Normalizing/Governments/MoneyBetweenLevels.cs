using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Lines;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Governments;

/// <summary>
/// Rows of which 全市 is not 本级 + 下级: what one level hands to another (上级补助, 上解, 转贷) stands in the books of both, and once in those
/// of the whole. So do the totals of a table that has such rows.
/// </summary>
internal sealed class MoneyBetweenLevels(BlockLines block)
{
    private static readonly WordSet Words = ReadingWords.Of(WordList.BetweenLevels);

    private readonly bool[] named = [.. block.Rows.Select(static row => Words.Matches(FoldedText.Of(row.Label)))];

    public bool IsIn(int row)
    {
        for (var at = row; at >= 0; at = block.Tree.Parents[at])
        {
            if (named[at])
            {
                return true;
            }
        }

        return block.Rows[row].Kind != RowKind.Detail && named.Contains(true);
    }
}
