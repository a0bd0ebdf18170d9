using System.Collections.Immutable;
using Extractor.Model.Documents;
using Extractor.Publications.Documents;
using Extractor.Runs;

namespace Extractor.Publications.Evaluation;

/// <summary>What of a document is compared.</summary>
public enum EvaluatedPart
{
    Tables,
    Lines,
    Cells,
    Sections,
    StatedFigures,
    Projects,
    Indicators,
}

/// <summary>The scores of one document; a part that the gold does not have is not in them.</summary>
public sealed record DocumentScore(string Name, string File, bool IsPublished, ImmutableSortedDictionary<EvaluatedPart, Score> Parts);

/// <summary>The scores of all documents of a gold folder.</summary>
public sealed record EvaluationReport(ImmutableArray<DocumentScore> Documents)
{
    /// <summary>Over all documents, items counted, not documents.</summary>
    public ImmutableSortedDictionary<EvaluatedPart, Score> Totals => Documents
        .SelectMany(static document => document.Parts)
        .GroupBy(static part => part.Key, static part => part.Value)
        .ToImmutableSortedDictionary(static group => group.Key, static group =>
            group.Aggregate(Score.None, static (sum, score) => sum.Plus(score)));
}

/// <summary>Compares what was published with what a person read.</summary>
public static class Evaluator
{
    /// <param name="folder">Of the publication.</param>
    /// <param name="withCells">Also look for the gold's amounts among the cells, whatever was made of them.</param>
    /// <exception cref="OutputException">The folder holds no publication.</exception>
    public static EvaluationReport Evaluate(IReadOnlyList<GoldDocument> gold, string folder, bool withCells)
    {
        ArgumentNullException.ThrowIfNull(gold);
        var wanted = gold.Select(static document => document.Id.Value).ToHashSet(StringComparer.Ordinal);
        return Evaluate(
            gold,
            new PublicationReader(folder).Documents(wanted.Contains).ToDictionary(static document =>
                new DocumentId(document.Header.DocumentId)),
            withCells);
    }

    /// <param name="withCells">Also look for the gold's amounts among the cells, whatever was made of them.</param>
    public static EvaluationReport Evaluate(
        IReadOnlyList<GoldDocument> gold,
        IReadOnlyDictionary<DocumentId, PublishedDocument> published,
        bool withCells)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(published);
        return new EvaluationReport([.. gold.Select(document => Evaluate(document, published.GetValueOrDefault(document.Id), withCells))]);
    }

    private static DocumentScore Evaluate(GoldDocument gold, PublishedDocument? published, bool withCells)
    {
        var tables = gold.Tables ?? [];
        var parts = ImmutableSortedDictionary.CreateBuilder<EvaluatedPart, Score>();
        if (gold.Tables is not null)
        {
            parts[EvaluatedPart.Tables] = TableScoring.Of(tables, published?.Tables ?? []);
        }

        if (gold.Lines is { } lines)
        {
            parts[EvaluatedPart.Lines] = LineScoring.Of(lines, tables, published?.Lines ?? []);
            if (withCells)
            {
                parts[EvaluatedPart.Cells] = CellScoring.Of(lines, published?.Tables ?? [], published?.Cells ?? []);
            }
        }

        if (gold.Sections is { } sections)
        {
            parts[EvaluatedPart.Sections] = SectionScoring.Of(sections, tables, published?.Sections ?? []);
        }

        if (gold.Statements is { } statements)
        {
            parts[EvaluatedPart.StatedFigures] = StatementScoring.Of(statements, published?.StatedFigures ?? []);
        }

        if (gold.Projects is { } projects)
        {
            parts[EvaluatedPart.Projects] = ProjectScoring.Of(projects, published?.Projects ?? []);
        }

        if (gold.Indicators is { } indicators)
        {
            parts[EvaluatedPart.Indicators] = IndicatorScoring.Of(indicators, gold.Projects ?? [], published?.Indicators ?? []);
        }

        return new DocumentScore(gold.Name, gold.File, published is not null, parts.ToImmutable());
    }
}
