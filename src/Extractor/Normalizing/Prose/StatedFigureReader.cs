using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Prose;

/// <summary>A stated figure with its precision.</summary>
/// <param name="HalfPlaceYuan">Half a unit of the last printed place: of an amount in yuan, of a percentage in percent.</param>
public sealed record StatedReading(StatedFigure Figure, decimal HalfPlaceYuan)
{
    /// <summary>Where the number stands; null for what is denied.</summary>
    public StatedPlace? Place { get; init; }
}

/// <summary>Where a number stands in the narrative.</summary>
/// <param name="Paragraph">Of the section, from 0.</param>
/// <param name="Start">Index of its first character in the paragraph.</param>
public readonly record struct StatedPlace(int SectionOrdinal, int Paragraph, int Start);

/// <summary>
/// Reads the figures that the narrative states, and what the words before each number say that it is. Of each figure
/// the first statement counts; later ones repeat it for a unit or an item.
/// </summary>
/// <param name="rules">In the order of the map; the first that matches decides.</param>
public sealed class StatedFigureReader(ImmutableArray<FigureRule> rules)
{
    private static readonly WordSet Reasons = ReadingWords.Of(WordList.Reason);
    private static readonly WordSet BudgetSpeech = ReadingWords.Of(WordList.BudgetSpeech);
    private static readonly WordSet Parts = ReadingWords.Of(WordList.LabelOfParts);
    private static readonly WordSet YearWords = ReadingWords.Of(WordList.YearWord);
    private static readonly WordSet OtherYears = ReadingWords.Of(WordList.OtherYear);

    public const string ChangeSuffix = "_change";
    private const string PercentSuffix = "_change_percent";

    private const string PlannedSuffix = "_planned";

    /// <summary>预算数 in the prose of final accounts: the figure that the 决算数 is compared with.</summary>
    public const string BudgetSuffix = "_budget";

    /// <param name="meanings">The section keys, one a section.</param>
    /// <param name="fiscalYear">Of the document: a figure of an earlier year is not the document's.</param>
    /// <param name="departmentName">Of the document: its words (…服务中心) say nothing of the number after them.</param>
    /// <param name="ofFinalAccounts">The document tells what was spent (部门决算): figures called 预算 are not its own.</param>
    public ImmutableArray<StatedReading> Read(
        ImmutableArray<ExtractedSection> sections, ImmutableArray<SectionMeaning> meanings, int? fiscalYear, string? departmentName,
            bool ofFinalAccounts = false)
    {
        var issuer = FoldedText.Of(departmentName);
        var figures = ImmutableArray.CreateBuilder<StatedReading>();
        var stated = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < sections.Length; index++)
        {
            var section = sections[index];
            var key = meanings[index].SectionKey;
            if (key is "glossary" or "duties" or "annual_goals")
            {
                continue;
            }

            var reading = new SectionFigures(rules, section, key, fiscalYear, ofFinalAccounts, issuer, stated, figures);
            for (var paragraph = 0; paragraph < section.Paragraphs.Length; paragraph++)
            {
                reading.ReadParagraph(section.Paragraphs[paragraph], paragraph);
            }
        }

        return figures.ToImmutable();
    }

    /// <summary>The figures of one section: a heading or an earlier sentence may name what a later one counts.</summary>
    private sealed class SectionFigures(
        ImmutableArray<FigureRule> rules,
        ExtractedSection section,
        string sectionKey,
        int? fiscalYear,
        bool ofFinalAccounts,
        string issuer,
        HashSet<string> stated,
        ImmutableArray<StatedReading>.Builder figures)
    {
        private int paragraphIndex;

        /// <summary>What the last amount of the sentence was, for those behind it that name nothing.</summary>
        private ImmutableArray<string> subject = [];

        /// <summary>The heading, and what stands before the sentence.</summary>
        private string context = string.Empty;

        /// <summary>The sentence compares the accounts with the budget, not with the year before.</summary>
        private bool againstBudget;

        /// <summary>Amounts that the sentence names as parts (其中) of its subject and that no rule knows.</summary>
        private int parts;

        public void ReadParagraph(ExtractedParagraph paragraph, int index)
        {
            paragraphIndex = index;
            var text = paragraph.Text;
            ReadPersons(paragraph);
            (subject, context, againstBudget, parts) = ([], section.HeadingAsPrinted ?? string.Empty, false, 0);
            var previousEnd = 0;
            var startOfSentence = 0;
            foreach (var figure in PrintedFigure.FindAll(text))
            {
                var lead = BeginSentence(text[previousEnd..figure.Start]);
                previousEnd = figure.End;
                if (text.AsSpan(startOfSentence..figure.Start).LastIndexOf('。') is var stop and >= 0)
                {
                    startOfSentence += stop + 1;
                }

                // 主要原因是将国内服务费3.2万元调整为…: amounts of a reason are no figures of the budget.
                var startOfClause = text.AsSpan(0, figure.Start).LastIndexOfAny('。', '；', ';') + 1;
                if (Reasons.Matches(text.AsSpan(startOfClause..figure.Start)))
                {
                    continue;
                }

                // 计划购置车辆0辆，单价100万元以上设备0台: what is counted goes on through the sentence.
                if (figure.Unit is FigureUnit.Vehicles or FigureUnit.Devices)
                {
                    Add(SubjectOf(Fold(text.AsSpan(startOfSentence..figure.Start)), figure.Unit), figure, 0, paragraph);
                    continue;
                }

                againstBudget = ofFinalAccounts && (AccountsProse.ComparesWithBudget(lead) ?? againstBudget);
                if (Sentences.ChangeSign(lead) is var change && (figure.Unit == FigureUnit.Percent || change != 0))
                {
                    AddChange(figure, change, lead, paragraph);
                }
                else
                {
                    AddAmount(figure, lead, paragraph);
                }
            }
        }

        /// <summary>The words before a figure within its own sentence; where a sentence begins in them, nothing is named yet.</summary>
        private string BeginSentence(string lead)
        {
            var start = lead.AsSpan().LastIndexOfAny('。', '；', ';');
            if (start < 0)
            {
                return lead;
            }

            // Final accounts tell subject after subject (行政运行。年初预算为…) below one heading that names their sum.
            (subject, againstBudget, parts) = ([], false, 0);
            context = (ofFinalAccounts ? string.Empty : section.HeadingAsPrinted) + lead[..start];
            return lead[(start + 1)..];
        }

        private void AddChange(PrintedFigure figure, int change, string lead, ExtractedParagraph paragraph)
        {
            // 收入预算9万元，其中：财政拨款收入8万元，比上年增加1万元: the change of the one part. Behind several parts it is their sum's.
            var own = SubjectOf(Fold(lead), FigureUnit.Money);
            var changed = own.IsEmpty ? subject : own;
            if (!againstBudget && (parts != 1 || !own.IsEmpty))
            {
                Add(changed, figure, change, paragraph);
            }

            subject = changed;
        }

        private void AddAmount(PrintedFigure figure, string lead, ExtractedParagraph paragraph)
        {
            var clause = Fold(Sentences.LastClause(lead));
            var whole = Fold(lead);
            parts = parts > 0 || Parts.Matches(lead) ? parts + 1 : 0;
            var found = SubjectOf(clause, FigureUnit.Money);
            found = found.IsEmpty ? SubjectOf(whole, FigureUnit.Money) : found;
            if (found.IsEmpty && subject.IsEmpty && SpeaksOfTheBudget(clause) && !Sentences.NamesAnotherExpense(clause))
            {
                found = SubjectOf(Fold(context), FigureUnit.Money);
            }

            if (ofFinalAccounts)
            {
                // 支出预算为…，支出决算为…: the second figure is of what the first one named. Of anything else nothing was named.
                found = found.IsEmpty && AccountsProse.SpeaksOfAccounts(clause) ? subject : found;
                subject = found.IsEmpty && AccountsProse.ComparesWithBudget(lead) is not null ? subject : found;
            }

            if (!found.IsEmpty && !IsOfAnotherYear(whole))
            {
                Add(ofFinalAccounts && AccountsProse.SpeaksOfBudget(clause) ? [.. found.Select(static key => key + BudgetSuffix)]
                    : found, figure, 0, paragraph);
                (subject, parts) = (found, 0);
            }
        }

        /// <summary>人员编制234人: of the department as a whole, where its sentence names no part of it before.</summary>
        private void ReadPersons(ExtractedParagraph paragraph)
        {
            var text = paragraph.Text;
            foreach (var figure in PrintedFigure.FindPersons(text))
            {
                var before = text[(text.AsSpan(0, figure.Start).LastIndexOfAny('。', '；', ';') + 1)..figure.Start];
                var (clause, sentence) = (Fold(Sentences.LastClause(before)), Fold(before));
                if (Sentences.ChangeSign(before) == 0 && rules.FirstOrDefault(rule => rule.Unit == FigureUnit.Persons
                    && rule.Matches(sectionKey, clause, sentence)) is { } found)
                {
                    Add(found.FigureKeys, figure, 0, paragraph);
                }
            }
        }

        private string Fold(ReadOnlySpan<char> printed)
        {
            var folded = FoldedText.Of(printed);
            return issuer.Length == 0 ? folded : folded.Replace(issuer, null, StringComparison.Ordinal);
        }

        private ImmutableArray<string> SubjectOf(string lead, FigureUnit unit)
        {
            foreach (var rule in rules)
            {
                if (rule.Unit == unit && rule.Matches(sectionKey, lead))
                {
                    return rule.FigureKeys;
                }
            }

            return [];
        }

        private void Add(ImmutableArray<string> keys, PrintedFigure figure, int change, ExtractedParagraph paragraph)
        {
            var text = paragraph.Text;
            if (figure.Unit == FigureUnit.Percent && change == 0)
            {
                return;
            }

            foreach (var key in keys)
            {
                // 购置车辆1辆 of a year that is over was bought, not planned.
                var done = ofFinalAccounts && key.EndsWith(PlannedSuffix, StringComparison.Ordinal) ? key[..^PlannedSuffix.Length] +
                    "_purchased" : key;
                var figureKey = change == 0 ? done : key + (figure.Unit == FigureUnit.Percent ? PercentSuffix : ChangeSuffix);
                if (!stated.Add(figureKey))
                {
                    continue;
                }

                var value = change < 0 ? -Math.Abs(figure.Value) : figure.Value;
                var (_, page, box) = paragraph.LineAt(figure.Start);
                figures.Add(new StatedReading(new StatedFigure(
                    section.Ordinal,
                    figureKey,
                    figure.Unit == FigureUnit.Money ? value : null,
                    figure.Unit is FigureUnit.Vehicles or FigureUnit.Devices or FigureUnit.Persons ? value : null,
                    figure.Unit == FigureUnit.Percent ? value : null,
                    Sentences.Around(text, figure.Start, figure.End),
                    page,
                    box)
                {
                    UnitAsPrinted = figure.UnitIn(text),
                    Period = change == 0 ? Period.Current : Period.Change,
                    Reason = change == 0 ? null : Sentences.ReasonAfter(text, figure.End),
                }, figure.HalfPlace)
                { Place = new StatedPlace(section.Ordinal, paragraphIndex, figure.Start) });
            }
        }

        /// <summary>预算数, 预算安排: the number is of the subject that was named before.</summary>
        private static bool SpeaksOfTheBudget(string clause) => BudgetSpeech.Matches(clause);

        /// <summary>A year before the document's own, or 上年, without a comparison, speaks of the past.</summary>
        private bool IsOfAnotherYear(string lead)
        {
            var clause = Sentences.LastClause(lead);
            if (OtherYears.Matches(clause))
            {
                return true;
            }

            return fiscalYear is { } year
                && YearWords.StandBehind(year - 1, clause)
                && !YearWords.StandBehind(year, clause);
        }
    }
}
