using Extractor.Model.Budget;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Headings;

/// <summary>What the words of one heading say: by the map of columns, and of year, phase, side and classification.</summary>
internal static class HeadingWords
{
    private static readonly WordSet Fillers = ReadingWords.Of(WordList.HeadingFiller);
    private static readonly WordSet Periods = ReadingWords.Of(WordList.HeadingPeriod);
    private static readonly WordSet CarriedOver = ReadingWords.Of(WordList.CarriedOver);
    private static readonly WordSet Phases = ReadingWords.Of(WordList.HeadingPhase);
    private static readonly WordSet WholeYear = ReadingWords.Of(WordList.WholeYear);
    private static readonly WordSet Revenue = ReadingWords.Of(WordList.RevenueSide);
    private static readonly WordSet Expenditure = ReadingWords.Of(WordList.ExpenditureSide);
    private static readonly WordSet AmountHeadings = ReadingWords.Of(WordList.AmountHeading);
    private static readonly WordSet Lists = ReadingWords.Of(WordList.ListInBrackets);
    private static readonly WordSet Classifications = ReadingWords.Of(WordList.ClassificationInBrackets);

    /// <summary>What the map of columns says of the heading; null where it does not know it.</summary>
    public static HeadingMeaning? Find(HeadingMaps maps, HeadingText heading) =>
        maps.Columns.FindWhole(heading.Words) ?? maps.Columns.Find(heading.Bare) ?? maps.Columns.Find(heading.Words) ??
            WithoutFillers(maps, heading);

    /// <summary>本年预算数, 上年预算数, 年初预算: the year's word taken away, 预算数 is left.</summary>
    private static HeadingMeaning? WithoutFillers(HeadingMaps maps, HeadingText heading)
    {
        var words = Fillers.Without(heading.Bare);
        return words.Length == 0 ? null : maps.Columns.Find(words);
    }

    /// <param name="fiscalYear">Of the document; null where it is not known or the heading's own year shall not count.</param>
    public static Period? PeriodOf(HeadingText heading, int? fiscalYear)
    {
        if (Periods.Matches(heading.Words, "change"))
        {
            return Period.Change;
        }

        if (heading.Year is { } year && fiscalYear is { } current)
        {
            return year == current ? Period.Current : year < current ? Period.Prior : null;
        }

        // 上年结转 is money of this year.
        return Periods.Matches(heading.Words, "prior") && !CarriedOver.Matches(heading.Words) ? Period.Prior : null;
    }

    public static Phase? PhaseOf(HeadingText heading) => Phases.MeaningOf(heading.Words) switch
    {
        "final_accounts" => Phase.FinalAccounts,
        "execution" => Phase.Execution,
        "adjusted" => Phase.Adjusted,
        "budget" => Phase.Budget,
        _ => null,
    };

    /// <summary>全年预算数, among the headings over a column.</summary>
    public static bool IsOfWholeYear(string path) => WholeYear.Matches(path);

    /// <summary>The side of a two-sided table: the outermost heading says it (收入, 财政拨款支出).</summary>
    public static Direction? DirectionOf(HeadingText heading)
    {
        var revenue = Revenue.Matches(heading.Bare);
        return revenue == Expenditure.Matches(heading.Bare) ? null : revenue ? Direction.Revenue : Direction.Expenditure;
    }

    /// <summary>增减额, 金额 below a heading that speaks of amounts and percentages.</summary>
    public static bool NamesAnAmount(HeadingText heading) => AmountHeadings.Matches(heading.Words);

    /// <summary>单位名称（科目）, 单位（科目名称、项目）: units stand in one column with what they spend on. subject or project.</summary>
    public static string? ListInBrackets(HeadingText heading) =>
        heading.Words.Length == heading.Bare.Length ? null : Lists.MeaningOf(heading.Words);

    /// <summary>项目（按功能分类）, 支出（按支出性质和经济分类） / 项目: the bracket says by which list the rows are named.</summary>
    public static Classification? ClassificationInBrackets(HeadingText heading, HeadingMeaning meaning) =>
        meaning.Role is not (ColumnRole.Name or ColumnRole.Code or ColumnRole.Group) || heading.Words.Length == heading.Bare.Length ? null
        : Classifications.Matches(heading.Words, "functional") ? Classification.Functional
        : !Classifications.Matches(heading.Words, "economic") ? null
        : Classifications.Matches(heading.Words, "government") ? Classification.GovernmentEconomic
        : Classification.DepartmentEconomic;
}
