using System.Collections.Immutable;
using Extractor.Extracting;

namespace Extractor.Publications.Evaluation;

/// <summary>How well the tables of one document were found, in adjacency relations.</summary>
public sealed record IcdarScore(string Document, Score Relations);

/// <summary>
/// The measure of the ICDAR 2013 table competition (Göbel, Hassan, Oro, Orsi): every cell with text is related to the
/// next cell with text to its right and below it; a relation is right where the truth has the same two texts in the
/// same direction on the same page. No regions are given: what is found where there is no table counts against it.
/// </summary>
public static class IcdarEvaluation
{
    private const string TruthSuffix = "-str.xml";

    /// <summary>
    /// One score a document, in the order of their names. Of a document with two truths (009a, 009b) the one that fits better is taken.
    /// </summary>
    /// <exception cref="InvalidDataException">The folder holds no truth, or a file of it cannot be read.</exception>
    public static IReadOnlyList<IcdarScore> Evaluate(string folder, CancellationToken cancellationToken)
    {
        var truths = Directory.GetFiles(folder, "*" + TruthSuffix)
            .GroupBy(path => DocumentOf(folder, path), StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .ToList();
        if (truths.Count == 0)
        {
            throw new InvalidDataException($"{folder} holds no structure files (*{TruthSuffix}).");
        }

        var scores = new List<IcdarScore>(truths.Count);
        foreach (var truth in truths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var found = RelationsOf(DocumentExtractor.FindGrids(File.ReadAllBytes(Path.Combine(folder, truth.Key + ".pdf")))
                .Select(static grid => new IcdarTable(
                    grid.PageNumber,
                    [.. grid.Cells.Select(static cell => new IcdarCell(
                        cell.Row, cell.Row + cell.RowSpan - 1, cell.Column, cell.Column + cell.ColumnSpan - 1, cell.Text))])));
            scores.Add(new IcdarScore(
                truth.Key,
                truth.Select(path => Compare(RelationsOf(IcdarTruth.Read(path)), found)).MaxBy(static score =>
                    score.Recall + score.Precision)!));
        }

        return scores;
    }

    /// <summary>The harmonic mean of recall and precision.</summary>
    public static double F1(Score score)
    {
        ArgumentNullException.ThrowIfNull(score);
        var sum = score.Recall + score.Precision;
        return sum == 0 ? 0 : 2 * score.Recall * score.Precision / sum;
    }

    /// <summary>A relation a pair of neighbours, as often as it occurs.</summary>
    internal static Dictionary<AdjacencyRelation, int> RelationsOf(IEnumerable<IcdarTable> tables)
    {
        var relations = new Dictionary<AdjacencyRelation, int>();
        foreach (var table in tables)
        {
            var grid = new CellGrid(table.Cells);
            foreach (var cell in table.Cells)
            {
                var text = TextOf(cell);
                if (text.Length == 0)
                {
                    continue;
                }

                foreach (var right in grid.NeighboursRight(cell))
                {
                    Count(relations, new AdjacencyRelation(table.Page, text, TextOf(right), IsHorizontal: true));
                }

                foreach (var below in grid.NeighboursBelow(cell))
                {
                    Count(relations, new AdjacencyRelation(table.Page, text, TextOf(below), IsHorizontal: false));
                }
            }
        }

        return relations;
    }

    private static Score Compare(Dictionary<AdjacencyRelation, int> expected, Dictionary<AdjacencyRelation, int> found)
    {
        var right = 0;
        foreach (var (relation, count) in expected)
        {
            right += Math.Min(count, found.GetValueOrDefault(relation));
        }

        return new Score(
            expected.Values.Sum(), right, found.Values.Sum(), right,
            Differences(expected, found), Differences(found, expected),
            ImmutableSortedDictionary<string, Tally>.Empty);
    }

    private static ImmutableArray<Difference> Differences(Dictionary<AdjacencyRelation, int> of, Dictionary<AdjacencyRelation,
        int> against) =>
    [
        .. of.Where(pair => pair.Value > against.GetValueOrDefault(pair.Key))
            .OrderBy(static pair => pair.Key.Page)
            .ThenBy(static pair => pair.Key.Text, StringComparer.Ordinal)
            .ThenBy(static pair => pair.Key.Neighbour, StringComparer.Ordinal)
            .Select(static pair => new Difference(
                pair.Key.Page, $"{pair.Key.Text} {(pair.Key.IsHorizontal ? "->" : "v")} {pair.Key.Neighbour}")),
    ];

    private static void Count(Dictionary<AdjacencyRelation, int> relations, AdjacencyRelation relation) =>
        relations[relation] = relations.GetValueOrDefault(relation) + 1;

    /// <summary>Texts are compared without white space and case: the truth writes <c>hungary</c> where Hungary is printed.</summary>
    private static string TextOf(IcdarCell cell) => Folding.Fold(cell.Text).ToUpperInvariant();

    /// <summary>eu-009b has no file of its own: it is a second truth of eu-009a.</summary>
    private static string DocumentOf(string folder, string path)
    {
        var name = Path.GetFileName(path)[..^TruthSuffix.Length];
        return File.Exists(Path.Combine(folder, name + ".pdf")) ? name : name[..^1] + "a";
    }
}

/// <summary>Two cells with text and nothing but blank cells between them.</summary>
internal readonly record struct AdjacencyRelation(int Page, string Text, string Neighbour, bool IsHorizontal);
