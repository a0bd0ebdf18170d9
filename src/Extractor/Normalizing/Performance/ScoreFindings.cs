using System.Globalization;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Performance;

/// <summary>
/// The scores (得分) of a self-evaluation make its 总分. Told only where the weights (分值) beside them make their own printed
/// sum: then every row has been read.
/// </summary>
internal sealed class ScoreFindings(ExtractedTable table, PerformanceMap map)
{
    public const string Rule = FindingRule.ScoresSumToTotal;

    private static readonly WordSet Weights = ReadingWords.Of(WordList.ScoreWeight);
    private static readonly WordSet Scores = ReadingWords.Of(WordList.Score);
    private static readonly WordSet Totals = ReadingWords.Of(WordList.ScoreTotal);

    private readonly FormGrid grid = new(table);
    private Tally weights = new();
    private Tally scores = new();
    private decimal execution;

    public IEnumerable<Finding> Run()
    {
        int? weightColumn = null, scoreColumn = null;
        var isMoney = false;
        for (var row = 0; row < grid.RowCount; row++)
        {
            if (FormHeader.Find(grid, row, map) is { } header)
            {
                (weightColumn, scoreColumn) = (ColumnOf(header, row, IsWeight), ColumnOf(header, row, IsScore));
                isMoney = header.IsMoney;
                row = header.LastRow;
                continue;
            }

            if (FirstText(row) is { } first && map.Label(first) == PerformanceRole.ProjectName)
            {
                Begin();
            }
            else if (weightColumn is { } weight && scoreColumn is { } score)
            {
                if (IsTotal(FirstText(row)))
                {
                    if (!isMoney && Compare(row, weight, score) is { } finding)
                    {
                        yield return finding;
                    }

                    Begin();
                    (weightColumn, scoreColumn) = (null, null);
                }
                else if (isMoney && Figure(row, weight) is null && Figure(row, score) is { } ofExecution)
                {
                    // 执行率 is weighed apart: its score stands in the total of scores, its weight not in that of the weights.
                    execution = ofExecution.Amount.Value;
                    (weightColumn, scoreColumn) = (null, null);
                }
                else if (weights.Add(grid, row, weight))
                {
                    // The funds below the whole money repeat its score where they print one.
                    scores.Add(grid, row, score);
                    (weightColumn, scoreColumn) = isMoney ? (null, null) : (weightColumn, scoreColumn);
                }
            }
        }
    }

    private void Begin() => (weights, scores, execution) = (new Tally(), new Tally(), 0);

    private Finding? Compare(int row, int weightColumn, int scoreColumn)
    {
        if (Figure(row, weightColumn) is not { } weight || weight.Amount.Value != weights.Sum || weights.Count < 2 ||
            scores.Count != weights.Count ||
            Figure(row, scoreColumn) is not { } total)
        {
            return null;
        }

        // Whole points are given and not rounded.
        var tolerance = PrintedPrecision.HalfPlace(total.Amount.Decimals) +
            (scores.Decimals == 0 ? 0 : scores.Count * PrintedPrecision.HalfPlace(scores.Decimals));
        if (Math.Abs(scores.Sum - total.Amount.Value) <= tolerance || Math.Abs(scores.Sum + execution - total.Amount.Value) <= tolerance)
        {
            return null;
        }

        var sum = scores.Sum.ToString(CultureInfo.InvariantCulture);
        var page = total.Cell.Parts[0].PageNumber;
        return new Finding(
            Rule,
            Severity.Warning,
            $"得分之和与总分不符：表“{table.TitleAsPrinted}”第 {page} 页总分印为 {total.Cell.Text}，所列 {scores.Count} 项得分合计 {sum}。请对照原页。",
            $"Table '{table.TitleAsPrinted}', page {page}, prints the total score {total.Cell.Text}; the " +
            $"{scores.Count.ToString(CultureInfo.InvariantCulture)} scores listed make {sum}. Compare the page.",
            page,
            total.Cell.Parts[0].Box.Rounded(),
            total.Cell.Text,
            sum);
    }

    private int? ColumnOf(FormHeader header, int firstRow, Func<string, bool> isHeading)
    {
        for (var row = firstRow; row <= header.LastRow; row++)
        {
            foreach (var cell in grid.Row(row))
            {
                if (cell.Text.Length > 0 && isHeading(HeadingText.Of(cell.Text).Bare))
                {
                    return cell.Column;
                }
            }
        }

        return null;
    }

    private static bool IsWeight(string heading) => Weights.Matches(heading);

    private static bool IsScore(string heading) => Scores.Matches(heading);

    private static bool IsTotal(string? text) => text is not null &&
        (Totals.Matches(FoldedText.Of(text).AsSpan().TrimEnd(':')) || TotalLabel.IsWhole(text));

    private string? FirstText(int row)
    {
        foreach (var cell in grid.Row(row))
        {
            if (cell.Text.Length > 0)
            {
                return cell.Text;
            }
        }

        return null;
    }

    private (TableCell Cell, PrintedAmount Amount)? Figure(int row, int column) =>
        grid.At(row, column) is { } cell && cell.Row == row && PrintedAmount.Read(cell.Text, out var amount) == AmountReading.Amount
            ? (cell, amount) : null;

    /// <summary>What a column has come to.</summary>
    private sealed class Tally
    {
        public decimal Sum { get; private set; }

        public int Count { get; private set; }

        public int Decimals { get; private set; }

        /// <summary>False where the row prints no figure in the column.</summary>
        public bool Add(FormGrid grid, int row, int column)
        {
            if (grid.At(row, column) is not { } cell || cell.Row != row ||
                PrintedAmount.Read(cell.Text, out var amount) != AmountReading.Amount)
            {
                return false;
            }

            Sum += amount.Value;
            Count++;
            Decimals = Math.Max(Decimals, amount.Decimals);
            return true;
        }
    }
}
