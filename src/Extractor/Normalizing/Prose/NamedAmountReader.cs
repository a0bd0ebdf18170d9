using System.Text.RegularExpressions;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Layout;
using Extractor.Normalizing.Maps;
using Extractor.Normalizing.Subjects;

namespace Extractor.Normalizing.Prose;

/// <summary>
/// The money of the narrative that no rule of <c>figures.csv</c> knows: each amount with the words that name it, and with the subject
/// where they name one (2.社会保障和就业支出1890.27万元, 卫生健康支出（类）公共卫生（款）…, 住房公积金（2210201）837.38万元，较上年增加…).
/// An amount that nothing names is left out.
/// </summary>
internal sealed partial class NamedAmountReader(SubjectCatalogue subjects, int? fiscalYear, bool ofFinalAccounts)
{
    /// <summary>figure_key of an amount whose words name a subject of the classification.</summary>
    public const string SubjectKey = "subject";

    /// <summary>figure_key of an amount that its own words name.</summary>
    public const string ItemKey = "item";

    /// <summary>Characters; what is longer is a clause and no name.</summary>
    private const int LongestLabel = 60;

    private const int ShortestLabel = 2;

    private static readonly WordSet Openings = ReadingWords.Of(WordList.LabelOpening);
    private static readonly WordSet Tails = ReadingWords.Of(WordList.LabelTail);
    private static readonly WordSet Generic = ReadingWords.Of(WordList.LabelOfPhase);
    private static readonly WordSet Parts = ReadingWords.Of(WordList.LabelOfParts);
    private static readonly WordSet Reasons = ReadingWords.Of(WordList.Reason);
    private static readonly WordSet Reviews = ReadingWords.Of(WordList.LabelOfReview);
    private static readonly WordSet PurposeOpenings = ReadingWords.Of(WordList.PurposeOpening);
    private static readonly char[] SentenceEnds = ['。', '；', ';'];
    private static readonly WordSet YearWords = ReadingWords.Of(WordList.YearWord);
    private static readonly WordSet Other = ReadingWords.Of(WordList.OtherYear);

    /// <param name="isTaken">Whether an amount has been read already: by a rule, or as the amount of a project.</param>
    public IEnumerable<StatedReading> Read(ExtractedSection section, Func<StatedPlace, (int Page, Box Box, string Printed), bool> isTaken)
    {
        for (var index = 0; index < section.Paragraphs.Length; index++)
        {
            foreach (var reading in ReadParagraph(section, index, isTaken))
            {
                yield return reading;
            }
        }
    }

    private IEnumerable<StatedReading> ReadParagraph(ExtractedSection section, int index, Func<StatedPlace,
        (int Page, Box Box, string Printed), bool> isTaken)
    {
        var paragraph = section.Paragraphs[index];
        var text = paragraph.Text;
        Label? last = null, reviewed = null, carried = null;
        var (againstBudget, levels, listed) = (false, 0, 0);
        var previousEnd = 0;
        foreach (var figure in PrintedFigure.FindAll(text))
        {
            var lead = text[previousEnd..figure.Start];
            previousEnd = figure.End;
            var sentence = lead.AsSpan().LastIndexOfAny('。', '；', ';');
            if (sentence >= 0)
            {
                var before = lead[..sentence];
                reviewed = ofFinalAccounts ? ReviewedIn(before) ?? reviewed : null;
                carried = levels == 1 && last is { IsSubject: true } && IsPurpose(before) ? last : null;
                last = SubjectNamedIn(before);
                (levels, listed) = (0, 0);
                lead = lead[(sentence + 1)..];
            }

            reviewed = ofFinalAccounts ? ReviewedIn(lead) ?? reviewed : null;

            if (figure.Unit != FigureUnit.Money)
            {
                continue;
            }

            var change = Sentences.ChangeSign(lead);
            againstBudget = ofFinalAccounts && (AccountsProse.ComparesWithBudget(lead) ?? (againstBudget && change != 0));
            var own = change == 0 ? lead : WithoutComparison(lead);
            // 教育支出5万元、住房保障支出7万元，比上年增加2万元: a change behind a list is of its sum.
            var named = LabelOf(own);
            var isOfASum = change != 0 && listed > 1 && named is null;
            var label = isOfASum ? null : named ?? last ?? (change == 0 ? reviewed : own.AsSpan().Trim().IsEmpty ? carried : null);
            levels += change == 0 ? 1 : 0;
            listed = change != 0 ? 0 : (Parts.Matches(lead) ? 0 : listed) + (named is null || named == last ? 0 : 1);
            var place = new StatedPlace(section.Ordinal, index, figure.Start);
            last = label;
            if (change == 0 && Reasons.Matches(text.AsSpan(SentenceBegin(text, figure.Start)..figure.Start)))
            {
                // 原因是上年安排设备购置5万元: of whatever year, and no figure of this budget.
                continue;
            }

            if (change != 0 && againstBudget)
            {
                // 决算数 against 年初预算数 is no change over the year before.
                continue;
            }

            var (_, page, box) = paragraph.LineAt(figure.Start);
            if (label is not { } found || isTaken(place, (page, box.Rounded(), text[figure.Start..figure.End])))
            {
                continue;
            }

            var key = (found.IsSubject ? SubjectKey : ItemKey) +
                (ofFinalAccounts && change == 0 && AccountsProse.SpeaksOfBudget(FoldedText.Of(Sentences.LastClause(lead)))
                    ? StatedFigureReader.BudgetSuffix : string.Empty);
            var value = change < 0 ? -Math.Abs(figure.Value) : figure.Value;
            yield return new StatedReading(
                new StatedFigure(section.Ordinal, change == 0 ? key : key + StatedFigureReader.ChangeSuffix, value, null, null,
                    Sentences.Around(text, figure.Start, figure.End), page, box)
                {
                    UnitAsPrinted = figure.UnitIn(text),
                    Period = change != 0 ? Period.Change : IsOfAnotherYear(lead) ? Period.Prior : Period.Current,
                    Reason = change == 0 ? null : Sentences.ReasonAfter(text, figure.End),
                    LabelAsPrinted = found.Printed,
                    SubjectCode = found.Code,
                },
                figure.HalfPlace)
            { Place = place };
        }
    }

    /// <summary>What names a number: words as printed, and the subject that they name.</summary>
    private readonly record struct Label(string Printed, bool IsSubject, string? Code);

    /// <summary>The name in the last clause of a lead; null where the clause holds no name of its own (预算, 其中, 支出决算为).</summary>
    private Label? LabelOf(string lead)
    {
        var printed = Bare(Sentences.LastClause(lead));
        var folded = FoldedText.Of(printed);
        if (Generic.Matches(folded))
        {
            return null;
        }

        var (isSubject, code) = SubjectOf(folded);
        return isSubject || IsName(folded) ? new Label(printed, isSubject, code) : null;
    }

    /// <summary>
    /// 应急救治机构（项）。年初预算4721.88万元: a sentence without a figure names what the next one counts, and so it does before
    /// 主要用于….
    /// </summary>
    private Label? SubjectNamedIn(string before)
    {
        foreach (var sentence in before.Split(SentenceEnds, StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            if (LabelOf(sentence) is { IsSubject: true } named)
            {
                return named;
            }

            if (!PurposeOpenings.Matches(sentence))
            {
                return null;
            }
        }

        return null;
    }

    private static int SentenceBegin(string text, int end) => text.AsSpan(0, end).LastIndexOfAny(SentenceEnds) + 1;

    /// <summary>教育支出（类）5万元，主要用于…。与上年相比减少1万元: nothing but a purpose stands between an amount and its change.</summary>
    private static bool IsPurpose(string before) =>
        before.Split(SentenceEnds).Skip(1).All(static sentence => PurposeOpenings.Matches(sentence));

    /// <summary>某项目绩效自评综述：全年预算数400万元，执行数380万元: the project that the figures of its phases are of.</summary>
    private static Label? ReviewedIn(string lead)
    {
        if (Reviews.FirstIndexIn(lead) is not (>= 0 and var end))
        {
            return null;
        }

        var printed = Bare(lead[(SentenceBegin(lead, end))..end]);
        return IsName(FoldedText.Of(printed)) ? new Label(printed, false, null) : null;
    }

    private static bool IsName(string folded) =>
        folded.Length is >= ShortestLabel and <= LongestLabel && Ideographs().Count(folded) >= ShortestLabel;

    /// <summary>The clause without white space, its number, 其中 and the like before it, 为 and 预算安排 behind it.</summary>
    private static string Bare(string clause)
    {
        var bare = string.Concat(clause.Where(static letter => !char.IsWhiteSpace(letter)));
        for (var length = -1; length != bare.Length;)
        {
            length = bare.Length;
            bare = Enumerator().Replace(bare, string.Empty);
            bare = bare[(Openings.BeginOf(bare)?.Length ?? 0)..];
        }

        for (var length = -1; length != bare.Length;)
        {
            length = bare.Length;
            bare = bare.TrimEnd('：', ':', '，', ',', '（', '(', '、');
            bare = bare[..^(Tails.EndOf(bare) is { } tail && tail.Length < bare.Length ? tail.Length : 0)];
        }

        return bare;
    }

    /// <summary>项目支出较上年减少: what stands before the comparison; 较上年减少 alone names nothing.</summary>
    private static string WithoutComparison(string lead)
    {
        var clause = Sentences.LastClause(lead);
        var comparison = Comparison().Match(clause);
        var end = comparison.Success ? comparison.Index : Sentences.VerbIn(clause);
        return end < 0 ? clause : clause[..end];
    }

    private (bool IsSubject, string? Code) SubjectOf(string folded)
    {
        if (CodeInBrackets().Match(folded) is { Success: true } code)
        {
            return (true, Known(code.Groups["code"].Value));
        }

        if (CodesByLevel().Match(folded) is { Success: true } parts)
        {
            return (true, Known(string.Concat(parts.Groups["code"].Captures.Select(static part => part.Value))));
        }

        if (ByLevel().Match(folded) is { Success: true } levels)
        {
            return (true, CodeOf(levels));
        }

        var found = Named(Classification.Functional, folded).Concat(Named(Classification.DepartmentEconomic, folded)).Distinct().ToList();
        return found.Count == 1 ? (true, found[0]) : (false, null);
    }

    private IEnumerable<string> Named(Classification classification, string folded)
    {
        var match = subjects.FindByName(classification, folded, fiscalYear, null);
        return match.Source == SubjectNameSource.Edition ? match.Candidates.Select(static entry => entry.Code) : [];
    }

    private string? Known(string code)
    {
        Classification? classification = code[0] switch
        {
            '1' => Classification.Revenue,
            '2' => Classification.Functional,
            '3' => Classification.DepartmentEconomic,
            '5' => Classification.GovernmentEconomic,
            _ => null,
        };
        return classification is { } list && subjects.Find(list, code, fiscalYear) is not null ? code : null;
    }

    /// <summary>类, 款 and 项 as far as they are named, each below the one before.</summary>
    private string? CodeOf(Match levels)
    {
        string? code = null;
        foreach (var (group, level) in (ReadOnlySpan<(string, SubjectLevel)>)
            [("class", SubjectLevel.Class), ("group", SubjectLevel.Group), ("item", SubjectLevel.Item)])
        {
            if (levels.Groups[group] is not { Success: true } name)
            {
                continue;
            }

            var match = subjects.FindByName(Classification.Functional, name.Value, fiscalYear, code, level);
            if (match.Entry is null)
            {
                return null;
            }

            code = match.Entry.Code;
        }

        return code;
    }

    private bool IsOfAnotherYear(string lead)
    {
        var clause = Sentences.LastClause(lead).Trim().TrimEnd(':', '：');
        return Other.Matches(clause) || (fiscalYear is { } year && YearWords.StandBehind(year - 1, clause));
    }

    /// <summary>（23）, 2．, 一是, ①, and punctuation left over from the figure before.</summary>
    [GeneratedRegex(@"^(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,3})[)）][、.．]?|(?:[一二三四五六七八九十]{1,3}|\d{1,3})[、.．]|[一二三四五六七八九十]是|[①-⑳]|[，,、：:。；;)" +
        @"）”])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Enumerator();

    /// <summary>较上年, 比2025年执行数, 同比, 与上年相比.</summary>
    [GeneratedRegex(@"(?:较|比|与|同|和)(?=上|去|前|年初|20\d\d|预算|同期)|同比|环比", RegexOptions.CultureInvariant)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"\((?<code>[1-5]\d{2}(?:\d{2}){0,2})\)(?:支出)?$|^(?<code>[1-5]\d{4}(?:\d{2})?)(?=[\u4e00-\u9fff-])",
        RegexOptions.CultureInvariant)]
    private static partial Regex CodeInBrackets();

    [GeneratedRegex(@"^(?:(?<class>[^()]{2,30})\(类\))?-?(?:(?<group>[^()]{2,40}(?:\([^()类款项]+\)[^()]*)?)\(款\))?-?(?:(?<item>[^()" +
        @"]{2,40}(?:\([^()类款项]+\)[^()]*)?)\(项\))?(?<=\([类款项]\))(?:支出)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex ByLevel();

    /// <summary>公共安全支出（204类）司法（06款）行政运行（01项）.</summary>
    [GeneratedRegex(@"^[^()]+\((?<code>\d{3})类\)(?:[^()]+\((?<code>\d{2})款\)(?:[^()]+\((?<code>\d{2})项\))?)?(?:支出)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex CodesByLevel();

    [GeneratedRegex(@"[\u4e00-\u9fff]", RegexOptions.CultureInvariant)]
    private static partial Regex Ideographs();
}
