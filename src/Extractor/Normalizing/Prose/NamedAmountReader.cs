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
        Label? last = null;
        var againstBudget = false;
        var previousEnd = 0;
        foreach (var figure in PrintedFigure.FindAll(text))
        {
            var lead = text[previousEnd..figure.Start];
            previousEnd = figure.End;
            var sentence = lead.AsSpan().LastIndexOfAny('。', '；', ';');
            if (sentence >= 0)
            {
                // 应急救治机构（项）。年初预算4721.88万元: a sentence without a figure names what the next one counts.
                last = LabelOf(lead[..sentence]) is { IsSubject: true } named ? named : null;
                lead = lead[(sentence + 1)..];
            }

            if (figure.Unit != FigureUnit.Money)
            {
                continue;
            }

            var change = Sentences.ChangeSign(lead);
            againstBudget = ofFinalAccounts && (AccountsProse.ComparesWithBudget(lead) ?? (againstBudget && change != 0));
            var label = LabelOf(change == 0 ? lead : WithoutComparison(lead)) ?? last;
            var place = new StatedPlace(section.Ordinal, index, figure.Start);
            last = label;
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
        var clause = Sentences.LastClause(lead);
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

    [GeneratedRegex(@"^(?:(?<class>[^()]{2,30})\(类\))?-?(?:(?<group>[^()]{2,40}(?:\([^()类款项]+\))?)\(款\))?-?(?:(?<item>[^()" +
        @"]{2,40}(?:\([^()类款项]+\))?)\(项\))?(?<=\([类款项]\))(?:支出)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex ByLevel();

    [GeneratedRegex(@"[\u4e00-\u9fff]", RegexOptions.CultureInvariant)]
    private static partial Regex Ideographs();
}
