using Extractor.Publications.Rows;

namespace Extractor.Publications.Evaluation;

/// <summary>Headings of the narrative: right when heading and page are; the canonical key and the depth are told apart.</summary>
internal static class SectionScoring
{
    public static Score Of(IReadOnlyList<GoldSection> gold, IReadOnlyList<GoldTable> tables, IReadOnlyList<SectionRow> published)
    {
        var matching = Matching.Of(
            gold,
            published,
            static section => Folding.FoldWithoutNumber(section.Heading),
            static section => Folding.FoldWithoutNumber(section.HeadingAsPrinted),
            static (expected, found) => Points(expected, found));
        var pairs = matching.Pairs.Select(pair => (Gold: gold[pair.Expected], Published: published[pair.Published])).ToList();
        return matching
            .ToScore(
                gold.Count,
                index => new Difference(gold[index].Page, $"{gold[index].Heading} ({gold[index].SectionKey}, depth {gold[index].Depth})"),
                matching.Unused(published.Count).Where(index => !IsTolerable(published[index], tables)).Select(index =>
                    new Difference(published[index].PageFirst,
                        $"{published[index].HeadingAsPrinted} ({published[index].SectionKey}, depth {published[index].Depth})")))
            .With("section_key", pairs.Select(static pair => pair.Gold.SectionKey == pair.Published.SectionKey))
            .With("depth", pairs.Select(static pair => pair.Gold.Depth == pair.Published.Depth));
    }

    private static int Points(GoldSection gold, SectionRow published)
    {
        if (gold.Page != published.PageFirst)
        {
            return 0;
        }

        return Folding.Fold(gold.Heading) == Folding.Fold(published.HeadingAsPrinted) ? 2 : 1;
    }

    /// <summary>
    /// Headings of tables, and whole sentences set in bold, are left out of the gold and may be published; text without a heading is none.
    /// </summary>
    private static bool IsTolerable(SectionRow section, IReadOnlyList<GoldTable> tables)
    {
        var heading = Folding.FoldWithoutNumber(section.HeadingAsPrinted);
        return heading.Length == 0 || heading.EndsWith('。') || heading.EndsWith(';') || tables.Any(table =>
            table.PageFirst <= section.PageFirst && section.PageFirst <= table.PageLast
            && IsPartOf(heading, Folding.FoldWithoutNumber(table.Title)));
    }

    private static bool IsPartOf(string heading, string title) =>
        heading.Length > 1 && title.Length > 1
        && (title.Contains(heading, StringComparison.Ordinal) || heading.Contains(title, StringComparison.Ordinal));
}

/// <summary>Numbers stated in prose: a key is right when one of its statements has the gold's value.</summary>
internal static class StatementScoring
{
    /// <summary>Half of the last place that percentages are printed with.</summary>
    private const decimal PercentTolerance = 0.005m;

    public static Score Of(IReadOnlyList<GoldStatement> gold, IReadOnlyList<StatedFigureRow> published)
    {
        var byKey = published.ToLookup(static statement => statement.FigureKey, StringComparer.Ordinal);
        var found = gold.Where(statement => byKey[statement.FigureKey].Any(other => Agrees(statement, other))).ToList();
        var judged = gold.Where(statement => byKey[statement.FigureKey].Any()).ToList();
        var wrong = judged.Where(statement => !Agrees(statement, byKey[statement.FigureKey].First())).ToList();
        return new Score(
            gold.Count,
            found.Count,
            judged.Count,
            judged.Count - wrong.Count,
            [.. gold.Except(found).Select(statement =>
                new Difference(statement.Page, $"{Describe(statement)}: {statement.Sentence}{Others(byKey[statement.FigureKey])}"))],
            [.. wrong.Select(statement => new Difference(byKey[statement.FigureKey].First().PageNumber,
                $"{Describe(byKey[statement.FigureKey].First())}; the gold has {statement.Value}{statement.Unit}"))],
            Score.None.Details).With("page",
                found.Select(statement => byKey[statement.FigureKey].Any(other =>
                Agrees(statement, other) && other.PageNumber == statement.Page)));
    }

    private static bool Agrees(GoldStatement gold, StatedFigureRow published)
    {
        var value = Folding.Amount(gold.Value);
        if (value is null)
        {
            return false;
        }

        if (gold.Unit == "%")
        {
            return (decimal?)published.Percent is { } percent && Math.Abs(percent - value.Value) <= PercentTolerance;
        }

        return Folding.YuanIn(gold.Unit) is { } unit
            ? published.AmountYuan == value * unit
            : (decimal?)published.Quantity == value;
    }

    private static string Others(IEnumerable<StatedFigureRow> statements)
    {
        var text = string.Join(", ", statements.Take(3).Select(Describe));
        return text.Length == 0 ? string.Empty : $"; published: {text}";
    }

    private static string Describe(GoldStatement statement) => $"{statement.FigureKey} {statement.Value}{statement.Unit}";

    private static string Describe(StatedFigureRow statement) =>
        FormattableString.Invariant(
            $"{statement.FigureKey} {statement.AmountYuan}{(decimal?)statement.Quantity}{(decimal?)statement.Percent}");
}

/// <summary>Mentions of projects: right when name and amount are.</summary>
internal static class ProjectScoring
{
    public static Score Of(IReadOnlyList<GoldProject> gold, IReadOnlyList<ProjectRow> published)
    {
        var sources = gold.Select(static project => project.Source).ToHashSet(StringComparer.Ordinal);
        var judged = published.Where(project => sources.Contains(project.Source)).ToList();
        var matching = Matching.Of(
            gold,
            judged,
            static project => Folding.Fold(project.Name),
            static project => Folding.Fold(project.ProjectName),
            static (expected, found) => Points(expected, found));
        return matching
            .ToScore(
                gold.Count,
                index => new Difference(gold[index].Page,
                    $"{gold[index].Name} {gold[index].Amount}{gold[index].Unit} ({gold[index].Source})"),
                matching.Unused(judged.Count).Select(index => new Difference(judged[index].PageNumber, FormattableString.Invariant(
                    $"{judged[index].ProjectName} {judged[index].AmountYuan} yuan ({judged[index].Source})"))))
            .With("page", matching.Pairs.Select(pair => gold[pair.Expected].Page == judged[pair.Published].PageNumber))
            .With("change", from pair in matching.Pairs
                            let expected = gold[pair.Expected]
                            let found = judged[pair.Published]
                            where expected.Change.Length > 0 || found.PriorChangeYuan is not null
                            select Folding.Amount(expected.Change) * Folding.YuanIn(expected.Unit) == found.PriorChangeYuan &&
                                Folding.Amount(expected.ChangePercent) == (decimal?)found.PriorChangePercent);
    }

    private static int Points(GoldProject gold, ProjectRow published)
    {
        if (Folding.Amount(gold.Amount) * Folding.YuanIn(gold.Unit) != published.AmountYuan)
        {
            return 0;
        }

        return 1 + (gold.Page == published.PageNumber ? 2 : 0) + (gold.Source == published.Source ? 1 : 0);
    }
}

/// <summary>Rows of indicator forms: right when the three levels and the target are.</summary>
internal static class IndicatorScoring
{
    /// <param name="projects">Whose indicators the gold leaves out, where it knows the project and none of its indicators.</param>
    public static Score Of(IReadOnlyList<GoldIndicator> gold, IReadOnlyList<GoldProject> projects,
        IReadOnlyList<PerformanceIndicatorRow> published)
    {
        // The gold may end before the document does.
        var lastPage = gold.Select(static indicator => indicator.Page).DefaultIfEmpty(int.MaxValue).Max();
        var leftOut = projects.Select(static project => Folding.Fold(project.Name))
            .Except(gold.Select(static indicator => Folding.Fold(indicator.ProjectName))).ToHashSet(StringComparer.Ordinal);
        bool IsJudged(PerformanceIndicatorRow indicator) =>
            (indicator.PageNumber < lastPage && !leftOut.Contains(Folding.Fold(indicator.ProjectName))) || gold.Count == 0;
        var judged = published.Where(IsJudged).ToList();
        var rest = published.Where(indicator => !IsJudged(indicator) && indicator.PageNumber <= lastPage).ToList();
        var all = judged.Concat(rest).ToList();
        var matching = Matching.Of(gold, all, static indicator => Row(indicator), static indicator =>
            Row(indicator), static (expected, found) =>
            (expected.Page == found.PageNumber ? 2 : 1) + (Folding.Fold(expected.ProjectName) == Folding.Fold(found.ProjectName) ? 2 : 0));
        return matching
            .ToScore(
                gold.Count,
                index => new Difference(gold[index].Page, $"{gold[index].ProjectName}: {gold[index].Level1} / {gold[index].Level2} / " +
                    $"{gold[index].Level3}: {gold[index].Target}"),
                matching.Unused(judged.Count).Select(index => new Difference(all[index].PageNumber,
                    $"{all[index].ProjectName}: {all[index].Level1AsPrinted ?? all[index].Level1} / {all[index].Level2} / " +
                    $"{all[index].Level3}: {all[index].TargetValue}")))
            .With("actual_value", from pair in matching.Pairs
                                  where gold[pair.Expected].Actual is not null
                                  select Folding.Fold(gold[pair.Expected].Actual) == Folding.Fold(all[pair.Published].ActualValue))
            .With("project_name", matching.Pairs.Select(pair =>
                Folding.Fold(gold[pair.Expected].ProjectName) == Folding.Fold(all[pair.Published].ProjectName)));
    }

    private static string Row(GoldIndicator row) =>
        string.Join('|', Folding.Fold(row.Level1), Folding.Fold(row.Level2), Folding.Fold(row.Level3), Folding.Fold(row.Target));

    private static string Row(PerformanceIndicatorRow row) =>
        string.Join('|', Folding.Fold(row.Level1AsPrinted ?? row.Level1), Folding.Fold(row.Level2), Folding.Fold(row.Level3),
            Folding.Fold(row.TargetValue));
}
