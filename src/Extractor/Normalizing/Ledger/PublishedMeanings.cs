using System.Collections.Immutable;
using System.Globalization;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Tables;

namespace Extractor.Normalizing.Ledger;

/// <summary>The numbers of published projects, indicators and stated figures, each of which is the meaning of one printed number.</summary>
internal sealed class PublishedMeanings
{
    /// <summary>What an amount in yuan may be printed in: 元, 千元, 万元, 亿元.</summary>
    private static readonly ImmutableArray<decimal> Units = [1m, 1_000m, 10_000m, 100_000_000m];

    private readonly Dictionary<(int Table, string Text), int> indicators = [];
    private readonly Dictionary<(int Table, decimal Value), int> projectValues = [];
    private readonly Dictionary<(int Table, string Text), int> projectTexts = [];
    private readonly Dictionary<int, List<StatedFigure>> figures = [];
    private readonly HashSet<(int Section, string Sentence, decimal Value)> taken = [];

    public PublishedMeanings(
        ImmutableArray<ExtractedTable> tables, ImmutableArray<Project> projects, ImmutableArray<PerformanceIndicator> indicators,
        ImmutableArray<StatedFigure> statedFigures)
    {
        foreach (var indicator in indicators)
        {
            AddTexts(this.indicators, indicator.TableOrdinal, indicator.Level3, indicator.TargetValue, indicator.ActualValue,
                indicator.Weight, indicator.Score, indicator.DeviationReason);
        }

        foreach (var project in projects)
        {
            if (project.Source == ProjectSource.Prose)
            {
                AddProject(project, -project.PageNumber);
                continue;
            }

            foreach (var table in tables)
            {
                if (table.PageFirst <= project.PageNumber && table.PageLast >= project.PageNumber)
                {
                    AddProject(project, table.Ordinal);
                }
            }
        }

        foreach (var figure in statedFigures)
        {
            if (!figures.TryGetValue(figure.SectionOrdinal, out var ofSection))
            {
                figures.Add(figure.SectionOrdinal, ofSection = []);
            }

            ofSection.Add(figure);
        }
    }

    /// <summary>Takes a number of a cell for a value of a project of its table.</summary>
    public bool TakeProject(int tableOrdinal, string number) => Take(projectValues, projectTexts, tableOrdinal, number);

    /// <summary>Takes a number of prose for a value of a project that stands on the page, or that began on the page before.</summary>
    public bool TakeProseProject(int pageNumber, string number) =>
        Take(projectValues, projectTexts, -pageNumber, number) || Take(projectValues, projectTexts, 1 - pageNumber, number);

    public bool TakeIndicator(int tableOrdinal, string number) => TakeOne(indicators, (tableOrdinal, number));

    /// <summary>Takes a number of a section for a figure that a sentence with this number states.</summary>
    public bool TakeFigure(int sectionOrdinal, string number)
    {
        if (!figures.TryGetValue(sectionOrdinal, out var stated) || ValueOf(number) is not { } value)
        {
            return false;
        }

        foreach (var figure in stated)
        {
            var of = Math.Abs(figure.AmountYuan ?? figure.Percent ?? figure.Quantity ?? -1);
            var isSame = figure.AmountYuan is null ? of == value : Units.Any(unit => of == value * unit);
            if (isSame && figure.Sentence.Contains(number, StringComparison.Ordinal) && taken.Add((sectionOrdinal, figure.Sentence, of)))
            {
                return true;
            }
        }

        return false;
    }

    private void AddProject(Project project, int place)
    {
        AddTexts(projectTexts, place, project.ProjectName, project.Purpose, project.Reason, project.Goal);
        // A form that prints the money of all years alone has it as its amount too: one printed number.
        var wholePeriod = project.IsWholePeriod ? null : project.WholePeriodYuan;
        decimal?[] values = [project.AmountYuan, wholePeriod, project.FiscalAppropriationYuan, project.CarriedInYuan,
            project.OtherFundsYuan,
            project.PriorChangeYuan, project.PriorChangePercent, project.ExecutedYuan,
            project.ExecutionRate, project.ExecutionRate * 100];
        foreach (var value in values)
        {
            if (value is { } known)
            {
                var key = (place, Math.Abs(known));
                projectValues[key] = projectValues.GetValueOrDefault(key) + project.TimesPrinted;
            }
        }
    }

    private static void AddTexts(Dictionary<(int, string), int> numbers, int place, params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            foreach (var range in WholeAndSeparated(text))
            {
                var key = (place, text![range]);
                numbers[key] = numbers.GetValueOrDefault(key) + 1;
            }
        }
    }

    /// <summary>Numbers with a point or separators, and the whole numbers between them.</summary>
    private static IEnumerable<Range> WholeAndSeparated(string? text)
    {
        if (text is null)
        {
            yield break;
        }

        var start = 0;
        foreach (var range in SeparatedNumbers.In(text).Append(text.Length..text.Length))
        {
            while (start < range.Start.Value)
            {
                var end = start;
                while (end < range.Start.Value && char.IsAsciiDigit(text[end]))
                {
                    end++;
                }

                if (end > start)
                {
                    yield return start..end;
                }

                start = end + 1;
            }

            if (range.End.Value > range.Start.Value)
            {
                yield return range;
            }

            start = range.End.Value;
        }
    }

    private static bool Take(Dictionary<(int, decimal), int> values, Dictionary<(int, string), int> texts, int place, string number)
    {
        if (TakeOne(texts, (place, number)))
        {
            return true;
        }

        if (ValueOf(number) is { } value)
        {
            foreach (var unit in Units)
            {
                if (TakeOne(values, (place, value * unit)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool TakeOne<TKey>(Dictionary<TKey, int> counts, TKey key)
        where TKey : notnull
    {
        if (!counts.TryGetValue(key, out var count) || count == 0)
        {
            return false;
        }

        counts[key] = count - 1;
        return true;
    }

    private static decimal? ValueOf(string number) =>
        number.Length < 25 && decimal.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture, out var value) && value < 1_000_000_000_000_000m ? value : null;
}
