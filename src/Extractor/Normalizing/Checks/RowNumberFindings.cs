using System.Collections.Immutable;
using System.Globalization;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Checks;

/// <summary>A column of running numbers (序号) that skips some: rows were left out of the publication, or lost in reading.</summary>
internal static class RowNumberFindings
{
    public const string Rule = FindingRule.RowNumbersSkip;

    private static readonly WordSet RowNumbers = ReadingWords.Of(WordList.RowNumber);

    /// <summary>Fewer numbers make no series.</summary>
    private const int LeastNumbers = 5;

    public static IEnumerable<Finding> Of(ImmutableArray<ExtractedTable> tables)
    {
        foreach (var table in tables)
        {
            for (var column = 0; column < table.ColumnHeaderPaths.Length; column++)
            {
                if (RowNumbers.Matches(FoldedText.Of(table.ColumnHeaderPaths[column])) && Skips(table, column) is { Count: > 0 } skips)
                {
                    var (before, after) = skips[0];
                    var all = string.Join("、", skips.Select(static skip => $"{skip.Before.Text} → {skip.After.Text}"));
                    yield return new Finding(
                        Rule,
                        Severity.Note,
                        $"序号不连续：表“{table.TitleAsPrinted}”第 {after.Parts[0].PageNumber} 页序号由 {all}，其间各行未公开或未读到。请对照原页。",
                        $"In table '{table.TitleAsPrinted}' the row numbers skip ({all}) on page {after.Parts[0].PageNumber}; " +
                        $"the rows between were not published, or were lost in reading. Compare the page.",
                        after.Parts[0].PageNumber,
                        after.Parts[0].Box.Rounded(),
                        Number(before.Text + 1),
                        Number(after.Text));
                }
            }
        }
    }

    /// <summary>Where a series that else counts by one goes on too high; a column that counts otherwise has none.</summary>
    private static List<((int Text, ImmutableArray<CellPart> Parts) Before,
        (int Text, ImmutableArray<CellPart> Parts) After)> Skips(ExtractedTable table, int column)
    {
        List<(int Text, ImmutableArray<CellPart> Parts)> numbers = [];
        foreach (var cell in table.Cells)
        {
            if (!cell.IsHeader && cell.Column == column &&
                int.TryParse(FoldedText.Of(cell.Text), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add((number, cell.Parts));
            }
        }

        var skips = numbers.Zip(numbers.Skip(1)).Where(static pair => pair.Second.Text != pair.First.Text + 1).ToList();
        return numbers.Count >= LeastNumbers && skips.Count * LeastNumbers <= numbers.Count &&
            skips.TrueForAll(static pair => pair.Second.Text > pair.First.Text) ? skips : [];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
