using Extractor.Model.Budget;
using Extractor.Model.Tables;
using Extractor.Normalizing.Maps;
using Words = Extractor.Normalizing.Headings.TableEvidenceWords;

namespace Extractor.Normalizing.Headings;

/// <summary>What a table was taken for, and by what.</summary>
/// <param name="Evidence">title, context or columns; none where it stayed <see cref="TableKey.Other"/>.</param>
/// <param name="Doubt">Why the title's word was not taken, in English; null without doubt.</param>
public sealed record TableKeyReading(TableKey Key, string Evidence, string? Doubt)
{
    /// <summary>What keeps the lines of the table from proof, unless another table agrees with it.</summary>
    public LineDoubt? LineDoubt { get; init; }
}

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
                ? new TableKeyReading(key, "title", null) { LineDoubt = DoubtOf(table.TitleAsPrinted) }
                : new TableKeyReading(TableKey.Other, "none", $"the title says {titled}, the columns do not");
        }

        foreach (var heading in table.ContextHeadings.Reverse())
        {
            // In the narrative a heading speaks of many things; only what the columns bear out counts. A heading that
            // calls itself a table (一、收支总表) is a title that stands a little higher.
            if (FromText(heading, maps) is { } context && (IsTitle(heading) || content.Confirms(maps.Kinds[context])))
            {
                return new TableKeyReading(content.Refine(maps.Kinds[context]) ?? TableKey.Other, "context", null)
                {
                    LineDoubt = IsTitle(heading) ? DoubtOf(heading) : LineDoubt.KindByVote,
                };
            }
        }

        return content.FromColumns() is { } found
            ? new TableKeyReading(found, "columns", null) { LineDoubt = DoubtOf(table.TitleAsPrinted) ?? LineDoubt.KindByVote }
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

    /// <summary>A bracket that stays open or closes nothing, or a 及 at the end: a line of the title is missing.</summary>
    private static LineDoubt? DoubtOf(string? title)
    {
        var folded = title is null ? string.Empty : FoldedText.Of(title);
        return Words.TitleGoesOn.Matches(folded) || folded.Count(static letter => letter == '(') != folded.Count(static letter =>
            letter == ')') ? LineDoubt.TitleIncomplete : null;
    }

    private static bool IsTitle(string heading)
    {
        var folded = FoldedText.Of(heading);
        var bracket = folded.IndexOf('(', 1);
        return Words.TableName.Matches(folded) || (bracket > 0 && Words.TableName.Matches(folded.AsSpan(0, bracket)));
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
            labels = [.. table.Cells.Where(static cell => cell.Text.Length > 1).Select(static cell =>
                Translation.Without(FoldedText.Of(cell.Text)))];
        }

        private bool IsTwoSided =>
            (HeadingsSay(Words.RevenueSide) && HeadingsSay(Words.ExpenditureSide)) ||
            (LabelsSay(Words.RevenueTotal) && LabelsSay(Words.ExpenditureTotal));

        /// <summary>One list of subjects with 年初结转和结余, 本年收入 and 本年支出 in columns; in a two-sided table these are rows.</summary>
        private bool IsListOfSubjects =>
            HeadingsSay(Words.SubjectColumn) && HeadingsSay(Words.RevenueOfYear) && HeadingsSay(Words.ExpenditureOfYear) &&
            HeadingsSay(Words.BalanceOfYear);

        private bool SpeaksOfExpenditure => HeadingsSay(Words.ExpenditureColumn) || HasFunctionalCodes || LabelsSay(Words.ExpenditureRow);

        private bool SpeaksOfRevenue => HeadingsSay(Words.RevenueColumn) || LabelsSay(Words.RevenueRow);

        private bool IsForm => Mentions(Words.IndicatorForm) || (Mentions(Words.IndicatorName) && Mentions(Words.IndicatorValue));

        private int ThreePublicItems =>
            (Mentions(Words.Abroad) ? 1 : 0) + (Mentions(Words.Reception) ? 1 : 0) + (Mentions(Words.Vehicles) ? 1 : 0);

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
            TableEvidence.TwoSidedTotals => IsTwoSided && LabelsSay(Words.ExpenditureGrandTotal),
            TableEvidence.Expenditure => SpeaksOfExpenditure,
            TableEvidence.Revenue => SpeaksOfRevenue,
            TableEvidence.ThreePublicItems => ThreePublicItems >= 2,
            TableEvidence.EveryThreePublicItem => ThreePublicItems == 3,
            TableEvidence.Form => IsForm,
            TableEvidence.ListedNames => table.ColumnHeaderPaths.Any(path =>
                maps.Columns.Find(HeadingText.Of(path[(path.LastIndexOf('/') + 1)..]).Words) is { Role: ColumnRole.Name } heading &&
                heading.Classification == kind.Order[0]),
            TableEvidence.ProjectHeadings => HeadingsSay(Words.ProjectHeading) && HeadingsSay(Words.PerformanceHeading),
            _ => throw new ArgumentOutOfRangeException(nameof(evidence), evidence, "Not a kind of evidence."),
        };

        /// <summary>Without any title only what cannot be mistaken.</summary>
        public TableKey? FromColumns()
        {
            if (IsForm)
            {
                return Mentions(Words.WholeDepartment) ? TableKey.OverallPerformance : TableKey.ProjectPerformance;
            }

            if (ThreePublicItems == 3 && !HasEconomicCodes)
            {
                return TableKey.ThreePublic;
            }

            if (IsTwoSided && LabelsSay(Words.RevenueGrandTotal) && LabelsSay(Words.ExpenditureGrandTotal))
            {
                return LabelsSay(Words.MoneyOfAllKinds)
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

        private bool HeadingsSay(WordSet words) => words.Matches(headings);

        private bool LabelsSay(WordSet words) => labels.Any(label => words.Matches(label));

        private bool Mentions(WordSet words) => HeadingsSay(words) || LabelsSay(words);
    }
}
