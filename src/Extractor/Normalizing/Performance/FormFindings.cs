using System.Globalization;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Performance;

/// <summary>Blanks and wrong names of one performance form.</summary>
internal sealed class FormFindings(PerformanceTable table, DocumentIdentity identity, PerformanceMap map)
{
    /// <summary>An indicator without a target among others that have one.</summary>
    public const string TargetRule = FindingRule.IndicatorWithoutTarget;

    /// <summary>主管部门 of a department's form is the department itself.</summary>
    public const string DepartmentRule = FindingRule.FormNamesAnotherDepartment;

    /// <summary>Characters; a longer cell is no label.</summary>
    private const int LongestLabel = 30;

    private static readonly WordSet DepartmentLabels = ReadingWords.Of(WordList.DepartmentLabel);
    private static readonly WordSet DepartmentEndings = ReadingWords.Of(WordList.DepartmentEnding);

    public IEnumerable<Finding> Run()
    {
        if (WithoutTarget() is { } blank)
        {
            yield return blank;
        }

        if (OtherDepartment() is { } other)
        {
            yield return other;
        }
    }

    private Finding? WithoutTarget()
    {
        var blank = table.Indicators.Where(static row => row is { Level3: not null, TargetValue: null, ActualValue: null }).ToList();
        if (blank.Count == 0 || table.Indicators.All(static row => row.TargetValue is null))
        {
            return null;
        }

        var first = blank[0];
        return new Finding(
            TargetRule,
            Severity.Note,
            $"指标值为空：表“{table.Table.TitleAsPrinted}”第 {first.PageNumber} 页“{first.Level3}”等 {blank.Count} 个指标没有印指标值，按空值保留，请对照原页。",
            $"Table '{table.Table.TitleAsPrinted}' prints no target for " +
            $"{blank.Count.ToString(CultureInfo.InvariantCulture)} indicator(s), the first '{first.Level3}' on page {first.PageNumber}; " +
            $"left blank. Compare the page.",
            first.PageNumber,
            first.Box,
            null,
            first.Level3)
        {
            Cause = string.Empty,
            PlaceCount = blank.Count,
            Places =
            [
                .. blank.Take(Finding.MostPlaces).Select(row => new FindingPlace(row.PageNumber, row.Box, null, row.Level3)
                {
                    TableOrdinal = table.Table.Ordinal,
                }),
            ],
        };
    }

    /// <summary>Only in documents of a whole department: the form of a unit names the department above it.</summary>
    private Finding? OtherDepartment()
    {
        if (identity is not { Scope: DocumentScope.Department, DepartmentName: { } issuer } ||
            table.Source is not (ProjectSource.KeyProjects or ProjectSource.OverallPerformance))
        {
            return null;
        }

        var grid = new FormGrid(table.Table);
        foreach (var label in table.Table.Cells)
        {
            if (label.Text.Length is > 0 and < LongestLabel && DepartmentLabels.Matches(FoldedText.Of(label.Text)) &&
                grid.RightOf(label) is { Text.Length: > 0 } cell &&
                map.Label(cell.Text) is null && IsDepartment(cell.Text) && !IsNameOf(FoldedText.Of(cell.Text), FoldedText.Of(issuer)))
            {
                return new Finding(
                    DepartmentRule,
                    Severity.Note,
                    $"主管部门与发布单位不符：表“{table.Table.TitleAsPrinted}”第 {cell.Parts[0].PageNumber} 页主管部门印为“{cell.Text}”，本文件为“{issuer}”。请对照原页。",
                    $"Table '{table.Table.TitleAsPrinted}' on page {cell.Parts[0].PageNumber} names '{cell.Text}' as " +
                    $"the department in charge, the document is of '{issuer}'. Compare the page.",
                    cell.Parts[0].PageNumber,
                    cell.Parts[0].Box.Rounded(),
                    issuer,
                    cell.Text)
                {
                    Cause = FoldedText.Of(cell.Text),
                }.At(FindingPlaces.Of(cell, table.Table, issuer, cell.Text));
            }
        }

        return null;
    }

    private static bool IsDepartment(string text) => DepartmentEndings.Matches(text);

    /// <summary>106_中共烟台市委宣传部 and 西安市科技局 (for 科学技术局) are names of the issuer: one holds the other, its characters in order.</summary>
    private static bool IsNameOf(string printed, string issuer) => Holds(printed, issuer) || Holds(issuer, printed);

    private static bool Holds(string longer, string shorter)
    {
        var found = 0;
        foreach (var letter in longer)
        {
            found += found < shorter.Length && shorter[found] == letter ? 1 : 0;
        }

        return found == shorter.Length;
    }
}
