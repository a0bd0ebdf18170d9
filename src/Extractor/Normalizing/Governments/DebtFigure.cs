using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Governments;

/// <summary>
/// What of debt a figure is: by its row and its column together, by the row above that it is a part of, the table's title only where
/// none says.
/// </summary>
/// <param name="Category">general or special; null for both together.</param>
/// <param name="Measure">limit, new_limit, balance, issued, repaid, interest, service, deficit, room (below the limit); null where nothing
/// tells.</param>
internal readonly partial record struct DebtFigure(string? Category, string? Measure, int? Year)
{
    private static readonly WordSet Measures = ReadingWords.Of(WordList.DebtMeasure);
    private static readonly WordSet New = ReadingWords.Of(WordList.DebtNew);
    private static readonly WordSet Categories = ReadingWords.Of(WordList.DebtCategory);
    private static readonly WordSet CategoriesAlone = ReadingWords.Of(WordList.DebtCategoryAlone);
    private static readonly WordSet Kinds = ReadingWords.Of(WordList.BondKind);

    /// <summary>general_debt_limit, debt_balance; null where the measure is not known.</summary>
    public string? ItemKey => Measure is null ? null : (Category is null ? string.Empty : Category + "_") + "debt_" + Measure;

    /// <summary>From row, heading and title, folded; the inner one decides.</summary>
    /// <param name="headings">Over the column, the outer first (还本付息额度 over 专项债务 over 还本额度).</param>
    /// <param name="allAbove">The rows that this one is a part of, the nearest first (二、2024年新增债务限额 above 其中：一般债务限额). The
    /// year may stand over several (一、2024年发行数 over （一）一般债券 over 其中：再融资债券).</param>
    /// <param name="beside">Left of the name, over several rows (一般债券 | 合计, 新增债券, 置换债券); empty for none.</param>
    /// <param name="titleTellsMeasure">The row names a place or is a sum; a row of another name may be of another measure.</param>
    public static DebtFigure Of(string row, ImmutableArray<string> headings, ImmutableArray<string> allAbove, string beside, string title,
        bool titleTellsMeasure)
    {
        var above = allAbove.FirstOrDefault(string.Empty);
        var (own, ofWhole) = (MeasureOf(row), MeasureOf(above));

        // 还本/付息 is of both: the row above that says which is the inner one.
        var ofHeading = headings.Reverse().Select(MeasureOf).FirstOrDefault(static told => told is not null);
        var heading = string.Concat(headings);
        ofHeading = ofHeading == "limit" ? MeasureOf(heading) : ofHeading;
        var measure = (own == "limit" && ofWhole == "new_limit" ? ofWhole : own)
            ?? (ofHeading == "service" ? allAbove.Select(MeasureOf).FirstOrDefault(static told => told is not null) : null)
            ?? ofHeading ?? ofWhole ?? (titleTellsMeasure ? MeasureOf(title) : null);
        return new(
            CategoryOf(row) ?? CategoryOf(beside) ?? CategoryOf(heading) ?? CategoryOf(above) ?? CategoryOf(title),
            // 新增债券, 置换债券, 再融资债券 under 余额: a part of what is owed.
            measure == "balance" && Kinds.Matches(row) ? null : measure,
            YearOf(row) ?? YearOf(heading) ?? allAbove.Select(YearOf).FirstOrDefault(static year => year is not null));
    }

    /// <summary>Whether the name of a row says itself what of debt it is (待收回限额).</summary>
    public static bool IsToldBy(string row) => MeasureOf(row) is not null;

    /// <summary>其中：一般债务, （二）专项债务: a kind of debt and nothing else, so that the column says what of it is printed.</summary>
    /// <param name="row">Folded.</param>
    public static bool IsCategory(string row) =>
        CategoriesAlone.Matches(Numbering.Of(row[(row.LastIndexOf(':') + 1)..]).Rest);

    private static int? YearOf(string text) => YearIn().Match(text) is { Success: true } found
        ? int.Parse(found.ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static string? CategoryOf(string text)
    {
        var isGeneral = Categories.Matches(text, "general");
        var isSpecial = Categories.Matches(text, "special");
        return isGeneral == isSpecial ? null : isGeneral ? "general" : "special";
    }

    /// <summary>余额限额 is a limit; 限额及余额 in a title is neither.</summary>
    private static string? MeasureOf(string text) => Both().IsMatch(text) ? null
        : Measures.MeaningOf(text) is { } measure ? measure == "limit" && New.Matches(text) ? "new_limit" : measure
        : null;

    [GeneratedRegex(@"限额[及和与、,]+.{0,4}余额|余额[及和与、,]+.{0,4}限额", RegexOptions.CultureInvariant)]
    private static partial Regex Both();

    [GeneratedRegex(@"(?<!\d)20[0-4]\d(?=年)", RegexOptions.CultureInvariant)]
    private static partial Regex YearIn();
}
