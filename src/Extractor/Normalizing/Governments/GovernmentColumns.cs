using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extractor.Model.Budget;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Identity;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Lines;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Governments;

/// <summary>One column of a government's table: its part in the grid, and of amounts what they are.</summary>
internal sealed record GovernmentColumn(GovernmentColumnRole Role, ColumnMeaning Meaning, GovernmentScope Scope);

/// <summary>
/// Reads the headings of a government's table by their grammar: year, phase, level, place and the words that are left. A column
/// that holds figures and is no percentage is money, whatever its heading lists.
/// </summary>
internal sealed partial class GovernmentColumns(TableContext context, TableGrid grid, GovernmentTitle? title, PlaceNames places)
{
    private static readonly WordSet Fillers = ReadingWords.Of(WordList.GovernmentHeadingFiller);
    private static readonly WordSet Changes = ReadingWords.Of(WordList.GovernmentChange);
    private static readonly WordSet AmountWords = ReadingWords.Of(WordList.AmountOfChange);
    private static readonly WordSet PriorWords = ReadingWords.Of(WordList.PriorYear);
    private static readonly WordSet OfWhich = ReadingWords.Of(WordList.OfWhich);
    private static readonly WordSet CodeWords = ReadingWords.Of(WordList.CodeHeading);
    private static readonly WordSet PlaceEndings = ReadingWords.Of(WordList.PlaceEnding);
    private static readonly WordSet Lowers = ReadingWords.Of(WordList.LowerLevel);
    private static readonly WordSet Levels = ReadingWords.Of(WordList.GovernmentLevel);
    private static readonly WordSet CarriedOver = ReadingWords.Of(WordList.CarriedOver);
    private static readonly WordSet Totals = ReadingWords.Of(WordList.Total);
    private static readonly WordSet AfterYear = ReadingWords.Of(WordList.AfterYear);

    private int? TitleYear => title?.Year ?? context.FiscalYear;

    public ImmutableArray<GovernmentColumn> Read() => PartColumns.Place(WithPlacesBeside([.. Enumerable
        .Range(0, context.Table.ColumnCount).Select(column => Read(column, column < context.Table.ColumnHeaderPaths.Length
            ? context.Table.ColumnHeaderPaths[column] : string.Empty))]), grid);

    /// <summary>自贸片区 among the columns of districts is a place that the catalogue does not have.</summary>
    private static ImmutableArray<GovernmentColumn> WithPlacesBeside(GovernmentColumn[] columns)
    {
        foreach (var beside in columns.Where(static column => column.Role == GovernmentColumnRole.Amount &&
            (column.Scope.Place ?? column.Scope.Item) is not null).ToLookup(static column => column.Meaning.HeadingsOver))
        {
            if (beside.Count(static column => column.Scope.Place is not null) * 100 < GovernmentTolerances.LeastPlaces * beside.Count())
            {
                continue;
            }

            foreach (var column in beside.Where(static column => column.Scope.Place is null))
            {
                var name = column.Meaning.OwnHeading;
                if (PlaceEndings.EndOf(HeadingText.Of(name).Bare) is not null)
                {
                    columns[column.Meaning.Column] = column with { Scope = column.Scope with { Place = FoldedText.Of(name), Item = null } };
                }
            }
        }

        return [.. columns];
    }

    private GovernmentColumn Read(int column, string path)
    {
        var parts = path.Split(HeaderReader.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var folded = parts.Select(FoldedText.Of).ToList();
        var (figures, words) = Contents(column);
        var named = folded.Count == 0 ? null : RoleOf(folded);
        var isFigures = figures > 0 && figures >= words;
        if (named == GovernmentColumnRole.Ignored && HoldsSubjectCodes(column, folded))
        {
            named = GovernmentColumnRole.Code;
        }

        var role = named is { } known && (known is not (GovernmentColumnRole.Name or GovernmentColumnRole.Place) || !isFigures) ? known
            : isFigures ? IsPercentage(column, folded) ? GovernmentColumnRole.Percent : GovernmentColumnRole.Amount
            : words > 0 ? named ?? (DirectionOf(folded) is null ? GovernmentColumnRole.Ignored : GovernmentColumnRole.Name)
            : GovernmentColumnRole.Ignored;
        var isNameless = role == GovernmentColumnRole.Ignored && named is null && words > 0;
        var isChange = role == GovernmentColumnRole.Amount && IsChange(folded);
        var year = isChange ? null : YearOf(folded);

        // 上年结转 is money of this year.
        var isPrior = year is null && folded.Exists(static part => PriorWords.Matches(part) && !CarriedOver.Matches(part));
        var period = isChange ? Period.Change
            : isPrior || (year is { } printed && TitleYear is { } current && printed < current) ? Period.Prior : Period.Current;
        var phase = isChange ? null : folded.AsEnumerable().Reverse().Select(GovernmentTitle.PhaseOf).FirstOrDefault(static found =>
            found is not null) ?? (year < TitleYear && folded.Exists(GovernmentTitle.IsExpected) ? Phase.Execution : null);
        var place = folded.AsEnumerable().Reverse().Select(part => (Text: part, Place: places.Read(part)))
            .FirstOrDefault(static part => part.Place is not null);

        // 海口市 below 市县 is no sum of them; 本级 below 海口市 is its own.
        var level = place.Place?.Level ?? folded.AsEnumerable().Reverse().TakeWhile(part => part != place.Text).Select(LevelOf)
            .FirstOrDefault(static found => found is not null);
        var isOther = place.Place is { IsOther: true };
        var meaning = new ColumnMeaning(column, role == GovernmentColumnRole.Amount ? ColumnRole.Amount
            : isNameless ? ColumnRole.Unmapped : ColumnRole.Ignored, null, null, null, null, period, phase, DirectionOf(folded), year,
                parts.Select(AmountUnit.FindInHeading).LastOrDefault(static unit => unit is not null),
            folded.Exists(static part => OfWhich.Matches(part)), false, path);
        return new GovernmentColumn(role, meaning, new GovernmentScope(
            isChange ? null : year ?? (isPrior ? TitleYear - 1 : TitleYear), level, isOther ? place.Text : null,
            isOther ? place.Place?.Division?.Code : null, ItemOf(folded, place.Place is null ? null : place.Text)));
    }

    private GovernmentColumnRole? RoleOf(List<string> parts)
    {
        for (var index = parts.Count - 1; index >= 0; index--)
        {
            var heading = HeadingText.Of(parts[index]);
            if ((context.Reference.Headings.GovernmentColumns.Find(heading.Words) ??
                context.Reference.Headings.GovernmentColumns.Find(heading.Bare)) is { } found)
            {
                return found.Role;
            }
        }

        return null;
    }

    /// <summary>功能编码, 项目编码 over 201, 20101, 2010101: codes of subjects by what they print; 地区编码 has codes of its own.</summary>
    private bool HoldsSubjectCodes(int column, List<string> parts)
    {
        if (parts.Count == 0 || !CodeWords.Matches(parts[^1]))
        {
            return false;
        }

        int codes = 0, others = 0;
        foreach (var row in grid.BodyRows)
        {
            var text = FoldedText.Of(grid.Text(row, column));
            if (text.Length > 0)
            {
                var isCode = text.Length is 3 or 5 or 7 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');
                (codes, others) = isCode ? (codes + 1, others) : (codes, others + 1);
            }
        }

        return codes * 100 >= GovernmentTolerances.LeastMetShare * (codes + others) && codes > 0;
    }

    private (int Figures, int Words) Contents(int column)
    {
        int figures = 0, words = 0;
        foreach (var row in grid.BodyRows)
        {
            switch (PrintedAmount.Read(grid.Text(row, column), out _))
            {
                case AmountReading.Amount or AmountReading.Percent:
                    figures++;
                    break;
                case AmountReading.Words or AmountReading.Unreadable:
                    words++;
                    break;
                default:
                    break;
            }
        }

        return (figures, words);
    }

    /// <summary>完成 %, 为上年执行数的, 增长, 占比: a rate, unless the heading says 额, or a column prints no rate at all.</summary>
    private bool IsPercentage(int column, List<string> parts)
    {
        if (PrintsSigns(column))
        {
            return true;
        }

        if (parts.Count == 0)
        {
            return false;
        }

        var last = parts[^1];
        if (AmountWords.Matches(last.TrimEnd(')')))
        {
            return false;
        }

        var joined = string.Concat(parts);
        return joined.Contains('%', StringComparison.Ordinal) || Rate().IsMatch(last) ||
            (Changes.Matches(joined) && LooksLikeRates(column) && !IsDifferenceOfOthers(column));
    }

    /// <summary>In nearly all rows the figure is what one column prints more than another: money, however small.</summary>
    private bool IsDifferenceOfOthers(int column)
    {
        var columns = Enumerable.Range(0, context.Table.ColumnCount).Where(other => other != column).ToList();
        return columns.Exists(more => columns.Exists(less => more != less && IsDifference(column, more, less)));
    }

    private bool IsDifference(int column, int more, int less)
    {
        int met = 0, missed = 0;
        foreach (var row in grid.BodyRows)
        {
            if (grid.Amount(row, column) is { Value: not 0 } change && grid.Amount(row, more) is { } one &&
                grid.Amount(row, less) is { } other)
            {
                var decimals = Math.Min(change.Decimals, Math.Min(one.Decimals, other.Decimals));
                var isMet = Math.Abs(one.Value - other.Value - change.Value) <= 2 * PrintedPrecision.HalfPlace(decimals);
                (met, missed) = isMet ? (met + 1, missed) : (met, missed + 1);
            }
        }

        return met >= GovernmentTolerances.LeastRowsOfAColumnSum && met * 100 >= GovernmentTolerances.LeastMetShare * (met + missed);
    }

    /// <summary>Most of its figures have a sign of per cent.</summary>
    private bool PrintsSigns(int column)
    {
        int signs = 0, figures = 0;
        foreach (var row in grid.BodyRows)
        {
            var reading = PrintedAmount.Read(grid.Text(row, column), out _);
            signs += reading == AmountReading.Percent ? 1 : 0;
            figures += reading is AmountReading.Percent or AmountReading.Amount ? 1 : 0;
        }

        return signs * 2 > figures;
    }

    private bool IsChange(List<string> parts) => parts.Exists(static part => Changes.Matches(part));

    /// <summary>One place after the point and no thousands, where the amounts beside them are whole.</summary>
    private bool LooksLikeRates(int column) => grid.BodyRows.Select(row => grid.Text(row, column))
        .Where(static text => PrintedAmount.Read(text, out _) is AmountReading.Amount or AmountReading.Percent)
        .All(static text => !text.Contains(',', StringComparison.Ordinal) && PrintedAmount.Read(text, out var amount) is var reading &&
            (reading == AmountReading.Percent || Math.Abs(amount.Value) < GovernmentTolerances.LargestRate));

    private static int? YearOf(List<string> parts)
    {
        for (var index = parts.Count - 1; index >= 0; index--)
        {
            if (PrintedYear().Match(parts[index]) is { Success: true } year)
            {
                return int.Parse(year.ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            }

            if (DisclosureTitle.YearPattern().Match(parts[index]) is { Success: true } inNumerals)
            {
                return DisclosureTitle.YearOf(inNumerals);
            }
        }

        return null;
    }

    /// <summary>
    /// Among items of transfers 县级基本财力保障机制奖补资金 is the name of one: only a heading of nothing else tells whose the money is.
    /// </summary>
    private GovernmentLevel? LevelOf(string part) =>
        PlaceNames.AreBelow(part) ? GovernmentLevel.Lower
        : GovernmentTitle.LevelOf(part) is { } named && (named == GovernmentLevel.Lower ||
            context.Kind.RowsBy != Classification.Transfer || !HasWords(Levels.Without(Fillers.Without(HeadingText.Of(part).Words))))
            ? named : null;

    private static Direction? DirectionOf(List<string> parts) =>
        parts.Select(static part => HeadingWords.DirectionOf(HeadingText.Of(part))).FirstOrDefault(static side => side is not null);

    /// <summary>The innermost words that are neither year, phase, level (市县), side nor 金额; null where none are left.</summary>
    private static string? ItemOf(List<string> parts, string? place)
    {
        for (var index = parts.Count - 1; index >= 0; index--)
        {
            var words = WordsOf(parts[index]);
            if (parts[index] != place && !PlaceNames.NamesKinds(words) && !Array.Exists([.. Lowers.Words], word => word.Text == words) &&
                HasWords(Fillers.Without(words)))
            {
                return words;
            }
        }

        return null;
    }

    /// <summary>
    /// All of the headings over a column, without the years that it has anyway: tells apart columns that their innermost words do not.
    /// </summary>
    /// <param name="whole">The column before it that is no 其中; null for none.</param>
    public static string WholeItemOf(ColumnMeaning meaning, ColumnMeaning? whole) => string.Join(HeaderReader.PathSeparator,
        (meaning.IsOfWhich && whole is not null ? whole.Path + HeaderReader.PathSeparator + meaning.Path : meaning.Path)
            .Split(HeaderReader.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(FoldedText.Of)
            .Select(part => meaning.Period == Period.Change ? part : WordsOf(part)).Where(HasWords).Distinct());

    /// <summary>A heading without its years (2023年末债务余额: 债务余额), and without the word that says it is a sum (一般债券合计).</summary>
    private static string WordsOf(string part)
    {
        var words = DisclosureTitle.YearPattern().Replace(HeadingText.Of(part).Words, string.Empty);
        words = AfterYear.BeginOf(words) is { } edge ? words[edge.Length..] : words;
        return Totals.EndOf(words) is { } sum && HasWords(words[..^sum.Length]) ? words[..^sum.Length] : words;
    }

    /// <summary>Two ideographs at least.</summary>
    private static bool HasWords(string words) => words.Count(static letter => letter is >= '\u4e00' and <= '\u9fff') > 1;

    [GeneratedRegex(@"(?<!\d)20[0-4]\d(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex PrintedYear();

    /// <summary>执行数为上年执行数的, 占预算, 增幅, 完成率.</summary>
    [GeneratedRegex(@"为.*的$|^占|[幅率比]$|[幅率]\(", RegexOptions.CultureInvariant)]
    private static partial Regex Rate();
}
