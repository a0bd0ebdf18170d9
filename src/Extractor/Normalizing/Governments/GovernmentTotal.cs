using System.Collections.Immutable;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Lines;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Governments;

/// <summary>
/// Names of the totals of a whole budget: 全省收入总计, 一般公共预算收入, 省级支出合计. 总计 holds what is carried, transferred and
/// borrowed; without it the name is that of the year's own revenue or expenditure.
/// </summary>
internal static class GovernmentTotal
{
    private static readonly WordSet LevelMarks = ReadingWords.Of(WordList.SubjectLevelMark);
    private static readonly WordSet AllWords = ReadingWords.Of(WordList.GovernmentTotal, "all");

    private static readonly WordSet Subtotals = ReadingWords.Of(WordList.SubtotalEnding);

    private static readonly WordSet Sums = new(
        [.. ReadingWords.Of(WordList.GovernmentTotal).Words.Where(static word => word.Means is "all" or "of_year")]);

    private static readonly WordSet Parts = new(
        [.. ReadingWords.Of(WordList.GovernmentTotal).Words.OrderByDescending(static word => word.Text.Length)]);

    /// <summary>合计, 支出总计, 收入小计.</summary>
    public static bool IsSum(string label) => TotalLabel.Is(label) || Subtotals.Matches(FoldedText.Of(label).AsSpan().TrimEnd(':'));

    /// <summary>总计, of all that is received or spent, and not 合计 alone.</summary>
    public static bool IsOfAll(string? label) => label is not null && AllWords.EndOf(FoldedText.Of(label)) is not null;

    /// <summary>The side that a row names (支出 of 二、支出, 全省支出合计, 社会保险待遇支出); null where it names none, or both.</summary>
    public static Direction? SideOf(string label)
    {
        var heading = HeadingText.Of(label);
        var sum = Sums.EndOf(heading.Bare);
        return HeadingWords.DirectionOf(heading with { Bare = heading.Bare[..^(sum?.Length ?? 0)] });
    }

    /// <summary>
    /// 各项收入合计 over 全市国有资本经营收入 and 转移性收入: the revenue of the year is a part of nothing but all revenue. Not where the sum
    /// itself names the year (本年收入合计) or a level (省级支出合计), or another row is named as all revenue.
    /// </summary>
    public static bool HoldsTotalOfYear(
        ImmutableArray<TableRow> rows, ImmutableArray<int> parents, int row, AmountColumn column, GovernmentLevel? level)
    {
        return IsSum(rows[row].Label) && rows[row].ItemKey != ItemKeys.CurrentYearTotal
            && GovernmentTitle.LevelOf(FoldedText.Of(rows[row].Label)) is null && KeyOfAny(row) == ItemKeys.CurrentYearTotal
            && Enumerable.Range(0, rows.Length).Any(part => parents[part] == row && KeyOfAny(part) == ItemKeys.CurrentYearTotal)
            && !Enumerable.Range(0, rows.Length).Any(other => KeyOfAny(other) == ItemKeys.Total);

        string? KeyOfAny(int any) => KeyOf(rows[any], column, level) ?? rows[any].ItemKey;
    }

    /// <summary>政府性基金预算支出: a fund, its side, and nothing else.</summary>
    public static bool NamesAFund(string label)
    {
        var rest = HeadingText.Of(label).Bare;
        while (Parts.BeginOf(rest) is { } part)
        {
            rest = rest[part.Length..];
        }

        return rest.Length == 0;
    }

    /// <summary>By row, 政府性基金预算收入 among the rows of all funds and what stands below it: the fund that it names.</summary>
    public static Fund?[] FundsOf(ImmutableArray<TableRow> rows, GovernmentTree tree)
    {
        var named = rows.Select(static row => row.ItemKey is { } key && NamesAFund(row.Label)
            && SchemaName.TryParse<Fund>(key, out var fund) ? fund : (Fund?)null).ToArray();
        return [.. Enumerable.Range(0, rows.Length).Select(row =>
            tree.Above(row).Prepend(row).Select(at => named[at]).FirstOrDefault(static fund => fund is not null))];
    }

    /// <summary>
    /// Null where the row is named otherwise, prints a code (but for 209 社会保险基金支出合计), is a numbered class of that name
    /// (二、国有资本经营预算支出) or a class by its own word (政府性基金收入（款）), or is the total of another side, fund or level than
    /// its column (省本级支出 in a table of 全省 is a part).
    /// </summary>
    /// <param name="level">Of the table, where the column names none.</param>
    public static string? KeyOf(TableRow row, AmountColumn column, GovernmentLevel? level)
    {
        if (ItemKeys.IsTotal(row.ItemKey) || row.Label.Length == 0 ||
            (row.Evidence is CodeEvidence.Printed or CodeEvidence.SplitColumns && !IsSum(row.Label)) ||
            (row.Code is not null && row.Numbering.Style != NumberingStyle.None) || LevelMarks.Matches(FoldedText.Of(row.Label)))
        {
            return null;
        }

        var rest = HeadingText.Of(row.Label).Bare;
        var (named, side, key) = (false, (string?)null, (string?)null);
        var ofRow = GovernmentTitle.LevelOf(rest);
        while (rest.Length > 0)
        {
            if (Parts.BeginOf(rest) is not { } part)
            {
                return null;
            }

            rest = rest[part.Length..];
            switch (Parts.MeaningOf(part))
            {
                case "revenue" or "expenditure" when side is null && key is null or ItemKeys.Total:
                    side = Parts.MeaningOf(part);
                    break;
                case "all" when key is null:
                    key = ItemKeys.Total;
                    break;
                case "of_year" when key is null:
                    key = ItemKeys.CurrentYearTotal;
                    break;
                case "whose" when side is null:
                    named = true;
                    break;
                case "filler" when side is null:
                    break;
                case { } fund when side is null && fund == SchemaName.Of(column.Fund):
                    named = true;
                    break;
                default:
                    return null;
            }
        }

        var other = (column.Scope?.Level ?? level) is { } own && ofRow is { } printed && own != printed;
        return side is null || side != SchemaName.Of(column.Direction) || other || (!named && key is null) ? null
            : column.Scope?.Share is not null and not YearShare.Own ? ItemKeys.Total : key ?? ItemKeys.CurrentYearTotal;
    }
}
