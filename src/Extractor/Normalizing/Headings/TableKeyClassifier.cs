using Extractor.Model.Tables;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Headings;

/// <summary>What a table was taken for, and by what.</summary>
/// <param name="Evidence">title, context or columns; none where it stayed <see cref="TableKey.Other"/>.</param>
/// <param name="Doubt">Why the title's word was not taken, in English; null without doubt.</param>
public sealed record TableKeyReading(TableKey Key, string Evidence, string? Doubt);

/// <summary>
/// Tells what a table shows by its title and by its columns and rows, never by its number: 表8 of one year is 表9 of
/// another. A title that the columns do not bear out, and a table that nothing names, stay <see cref="TableKey.Other"/>.
/// </summary>
public static class TableKeyClassifier
{
    /// <summary>A longer title is a sentence of the narrative.</summary>
    private const int LongestTitle = 70;

    public static TableKeyReading Classify(ExtractedTable table, HeadingMaps maps)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(maps);
        var content = new TableContent(table, maps);
        if (FromText(table.TitleAsPrinted, maps) is { } titled)
        {
            var refined = content.Refine(maps.Kinds[titled]);
            return refined is { } key
                ? new TableKeyReading(key, "title", null)
                : new TableKeyReading(TableKey.Other, "none", $"the title says {titled}, the columns do not");
        }

        foreach (var heading in table.ContextHeadings.Reverse())
        {
            // In the narrative a heading speaks of many things; only what the columns bear out counts. A heading that
            // calls itself a table (一、收支总表) is a title that stands a little higher.
            if (FromText(heading, maps) is { } context && (IsTitle(heading) || content.Confirms(maps.Kinds[context])))
            {
                return new TableKeyReading(content.Refine(maps.Kinds[context]) ?? TableKey.Other, "context", null);
            }
        }

        return content.FromColumns() is { } found ? new TableKeyReading(found, "columns", null)
            : new TableKeyReading(TableKey.Other, "none", null);
    }

    private static TableKey? FromText(string? text, HeadingMaps maps)
    {
        if (string.IsNullOrEmpty(text) || text.Length > LongestTitle)
        {
            return null;
        }

        var folded = FoldedText.Of(text);
        return IsAside(folded) ? null : maps.Titles.Find(folded)?.Key;
    }

    /// <summary>(按支出经济分类科目): the end of a title whose beginning is not known does not say of which money it speaks.</summary>
    private static bool IsAside(string folded) =>
        folded.StartsWith('(') && folded.IndexOf(')', StringComparison.Ordinal) == folded.Length - 1;

    private static bool IsTitle(string heading)
    {
        var folded = FoldedText.Of(heading);
        var bracket = folded.IndexOf('(', 1);
        return folded.EndsWith('表') || (bracket > 0 && folded[bracket - 1] == '表');
    }

    /// <summary>What the columns and rows of a table speak of.</summary>
    private sealed class TableContent
    {
        private readonly string headings;
        private readonly string[] labels;
        private readonly ExtractedTable table;
        private readonly HeadingMaps maps;

        public TableContent(ExtractedTable table, HeadingMaps maps)
        {
            (this.table, this.maps) = (table, maps);
            headings = FoldedText.Of(string.Join('|', table.ColumnHeaderPaths));
            labels = [.. table.Cells.Where(static cell => cell.Text.Length > 1).Select(static cell => FoldedText.Of(cell.Text))];
        }

        private bool IsTwoSided =>
            (headings.Contains("收入", StringComparison.Ordinal) && headings.Contains("支出", StringComparison.Ordinal)) ||
            (HasLabel("收入总计") || HasLabel("收入合计") || HasLabel("本年收入合计")) && (HasLabel("支出总计") || HasLabel("支出合计") || HasLabel("本年支出合计"));

        /// <summary>One list of subjects with 年初结转和结余, 本年收入 and 本年支出 in columns; in a two-sided table these are rows.</summary>
        private bool IsListOfSubjects =>
            headings.Contains("科目", StringComparison.Ordinal) && headings.Contains("本年收入", StringComparison.Ordinal) &&
                headings.Contains("本年支出", StringComparison.Ordinal) &&
            (headings.Contains("年初", StringComparison.Ordinal) || headings.Contains("年末", StringComparison.Ordinal));

        private bool SpeaksOfExpenditure =>
            headings.Contains("基本支出", StringComparison.Ordinal) || headings.Contains("项目支出", StringComparison.Ordinal) ||
            headings.Contains("单位", StringComparison.Ordinal) || headings.Contains("科目", StringComparison.Ordinal) || HasFunctionalCodes;

        private bool SpeaksOfRevenue =>
            headings.Contains("收入", StringComparison.Ordinal) || headings.Contains("拨款", StringComparison.Ordinal) ||
            headings.Contains("资金", StringComparison.Ordinal) || headings.Contains("一般公共", StringComparison.Ordinal) ||
                labels.Any(static label => label.Contains("收入", StringComparison.Ordinal));

        private bool IsForm => Mentions("一级指标") || (Mentions("绩效指标") && Mentions("指标值"));

        private int ThreePublicItems
        {
            get
            {
                var count = 0;
                count += Mentions("出国") ? 1 : 0;
                count += Mentions("接待费") || Mentions("公务接待") ? 1 : 0;
                count += Mentions("公务用车") ? 1 : 0;
                return count;
            }
        }

        private bool HasEconomicCodes => labels.Any(static label => IsCodeOf(label, '3') || IsCodeOf(label, '5'));

        private bool HasFunctionalCodes => labels.Any(static label => IsCodeOf(label, '2'));

        /// <summary>The title's kind made finer by the columns; null where they contradict it.</summary>
        public TableKey? Refine(TableKind titled) => titled.Key switch
        {
            _ when titled.Demands is { } demanded && !Shows(demanded, titled) => null,
            TableKey.KeyProjects when IsForm => TableKey.ProjectPerformance,
            TableKey.RevenueExpenditureSummary when IsListOfSubjects => null,
            TableKey.FiscalAppropriationSummary when IsListOfSubjects => TableKey.FiscalAppropriationExpenditure,
            TableKey.GeneralPublicExpenditure when IsTwoSided && !IsListOfSubjects && !SpeaksOfExpenditure => null,
            TableKey.GeneralPublicExpenditure when HasEconomicCodes && !HasFunctionalCodes => TableKey.GeneralPublicEconomic,
            var key => key,
        };

        /// <summary>For headings of the narrative: the table beneath must look like what the heading names.</summary>
        public bool Confirms(TableKind named) => named.ConfirmedBy is { } evidence && Shows(evidence, named);

        private bool Shows(TableEvidence evidence, TableKind kind) => evidence switch
        {
            TableEvidence.TwoSides => IsTwoSided,
            TableEvidence.TwoSidedTotals => IsTwoSided && HasLabel("支出总计"),
            TableEvidence.Expenditure => SpeaksOfExpenditure,
            TableEvidence.Revenue => SpeaksOfRevenue,
            TableEvidence.ThreePublicItems => ThreePublicItems >= 2,
            TableEvidence.EveryThreePublicItem => ThreePublicItems == 3,
            TableEvidence.Form => IsForm,
            TableEvidence.ListedNames => table.ColumnHeaderPaths.Any(path =>
                maps.Columns.Find(HeadingText.Of(path[(path.LastIndexOf('/') + 1)..]).Words) is { Role: ColumnRole.Name } heading &&
                heading.Classification == kind.Order[0]),
            TableEvidence.ProjectHeadings =>
                headings.Contains("项目", StringComparison.Ordinal) && headings.Contains("绩效", StringComparison.Ordinal),
            _ => throw new ArgumentOutOfRangeException(nameof(evidence), evidence, "Not a kind of evidence."),
        };

        /// <summary>Without any title only what cannot be mistaken.</summary>
        public TableKey? FromColumns()
        {
            if (IsForm)
            {
                return Mentions("整体") ? TableKey.OverallPerformance : TableKey.ProjectPerformance;
            }

            if (ThreePublicItems == 3 && !HasEconomicCodes)
            {
                return TableKey.ThreePublic;
            }

            if (IsTwoSided && HasLabel("收入总计") && HasLabel("支出总计"))
            {
                return labels.Any(static label =>
                    label.Contains("事业收入", StringComparison.Ordinal) || label.Contains("其他收入", StringComparison.Ordinal) ||
                    label.Contains("单位资金", StringComparison.Ordinal) || label.Contains("专户", StringComparison.Ordinal))
                    ? TableKey.RevenueExpenditureSummary
                    : TableKey.FiscalAppropriationSummary;
            }

            return null;
        }

        private static bool IsCodeOf(string label, char first)
        {
            var start = label.StartsWith('(') ? 1 : 0;
            var end = start;
            while (end < label.Length && char.IsAsciiDigit(label[end]))
            {
                end++;
            }

            return end - start is 3 or 5 or 7 && label[start] == first && (end == label.Length || label[end] is not ('.' or ','));
        }

        private bool Mentions(string words) =>
            headings.Contains(words, StringComparison.Ordinal) || labels.Any(label => label.Contains(words, StringComparison.Ordinal));

        private bool HasLabel(string folded) => labels.Contains(folded, StringComparer.Ordinal);
    }
}
