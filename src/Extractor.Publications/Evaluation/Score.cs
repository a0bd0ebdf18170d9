using System.Collections.Immutable;

namespace Extractor.Publications.Evaluation;

/// <summary>Something that gold and data do not agree on.</summary>
/// <param name="Page">Where to look.</param>
/// <param name="Text">What was expected or found, and what comes nearest to it.</param>
public sealed record Difference(int Page, string Text);

/// <summary>How well one part of one document, or of all, was read.</summary>
/// <param name="Expected">Items of the gold.</param>
/// <param name="Found">Of these, how many the data have.</param>
/// <param name="Published">Items of the data that the gold can judge.</param>
/// <param name="Right">Of these, how many the gold has.</param>
/// <param name="Missed">Items of the gold that the data lack.</param>
/// <param name="Extra">Items of the data that the gold lacks.</param>
/// <param name="Details">Of the items found: name of a property, how often it could be judged and how often it was right.</param>
public sealed record Score(
    int Expected,
    int Found,
    int Published,
    int Right,
    ImmutableArray<Difference> Missed,
    ImmutableArray<Difference> Extra,
    ImmutableSortedDictionary<string, Tally> Details)
{
    public static Score None { get; } = new(0, 0, 0, 0, [], [], ImmutableSortedDictionary<string,
        Tally>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>1 where there was nothing to find.</summary>
    public double Recall => Expected == 0 ? 1 : (double)Found / Expected;

    /// <summary>1 where nothing was published.</summary>
    public double Precision => Published == 0 ? 1 : (double)Right / Published;

    public Score Plus(Score other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var details = Details.ToBuilder();
        foreach (var (name, tally) in other.Details)
        {
            details[name] = details.TryGetValue(name, out var own) ? own.Plus(tally) : tally;
        }

        return new Score(
            Expected + other.Expected,
            Found + other.Found,
            Published + other.Published,
            Right + other.Right,
            Missed.AddRange(other.Missed),
            Extra.AddRange(other.Extra),
            details.ToImmutable());
    }

    internal Score With(string detail, IEnumerable<bool> judged)
    {
        var list = judged.ToList();
        return this with { Details = Details.SetItem(detail, new Tally(list.Count, list.Count(static right => right))) };
    }
}

/// <summary>How often a property could be judged, and how often it was right.</summary>
public readonly record struct Tally(int Judged, int Right)
{
    public double Share => Judged == 0 ? 1 : (double)Right / Judged;

    public Tally Plus(Tally other) => new(Judged + other.Judged, Right + other.Right);
}
