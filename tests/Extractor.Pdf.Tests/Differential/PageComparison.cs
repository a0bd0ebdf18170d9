namespace Extractor.Pdf.Tests.Differential;

/// <summary>How many characters two multisets share.</summary>
/// <param name="Total">Characters of the larger side, summed over the code points.</param>
/// <param name="Differing">Those that only one side has.</param>
internal readonly record struct Agreement(long Total, long Differing)
{
    public double Ratio => Total == 0 ? 1 : 1 - ((double)Differing / Total);

    public static Agreement operator +(Agreement a, Agreement b) => new(a.Total + b.Total, a.Differing + b.Differing);
}

/// <summary>One page read by Extractor.Pdf beside poppler and MuPDF, the order of characters ignored.</summary>
internal sealed record PageComparison(
    Agreement All, Agreement Digits, Agreement Cjk, List<float> BoxDistances, string Example, long PopplerOnly)
{
    /// <param name="atEdge">Glyphs that may be counted or not.</param>
    public static PageComparison Of(
        List<ReadCharacter> own, List<ReadCharacter> atEdge, List<ReadCharacter> poppler, List<ReadCharacter> mutool)
    {
        var counts = new SortedDictionary<int, Counts>();
        Count(own, c => c with { Own = c.Own + 1 });
        Count(atEdge, c => c with { AtEdge = c.AtEdge + 1 });
        Count(poppler, c => c with { Poppler = c.Poppler + 1 });
        Count(mutool, c => c with { Mutool = c.Mutool + 1 });
        Agreement all = default, digits = default, cjk = default;
        long popplerOnly = 0;
        var example = new List<string>();
        foreach (var (scalar, count) in counts)
        {
            // Where the two others differ, either of them may be right.
            var toPoppler = count.DistanceTo(count.Poppler);
            var toMutool = count.DistanceTo(count.Mutool);
            var differing = Math.Min(toPoppler, toMutool);
            popplerOnly += toPoppler;
            var agreement = new Agreement(Math.Max(count.Own, toPoppler <= toMutool ? count.Poppler : count.Mutool), differing);
            all += agreement;
            digits += ReadCharacters.IsDigit(scalar) ? agreement : default;
            cjk += ReadCharacters.IsCjk(scalar) ? agreement : default;
            if (differing > 0)
            {
                example.Add($"{char.ConvertFromUtf32(scalar)}(U+{scalar:X4}) {count.Own}/{count.Poppler}/{count.Mutool}");
            }
        }

        return new PageComparison(all, digits, cjk, Distances(own, mutool), string.Join(' ', example.Take(8)), popplerOnly);

        void Count(List<ReadCharacter> characters, Func<Counts, Counts> add)
        {
            foreach (var character in characters)
            {
                counts[character.Scalar] = add(counts.GetValueOrDefault(character.Scalar));
            }
        }
    }

    private readonly record struct Counts(int Own, int AtEdge, int Poppler, int Mutool)
    {
        public int DistanceTo(int other) => other < Own ? Own - other : Math.Max(0, other - Own - AtEdge);
    }

    /// <summary>For each glyph: the largest difference of an edge to the nearest like glyph of the other reader, in points.</summary>
    private static List<float> Distances(List<ReadCharacter> own, List<ReadCharacter> other)
    {
        var byScalar = other.GroupBy(c => c.Scalar).ToDictionary(g => g.Key, g => g.Select(c => c.Box).ToArray());
        var distances = new List<float>(own.Count);
        foreach (var character in own)
        {
            if (!byScalar.TryGetValue(character.Scalar, out var candidates))
            {
                continue;
            }

            var best = float.MaxValue;
            foreach (ref readonly var box in candidates.AsSpan())
            {
                var horizontal = Math.Max(Math.Abs(box.Left - character.Box.Left), Math.Abs(box.Right - character.Box.Right));
                if (horizontal < best)
                {
                    var vertical = Math.Max(Math.Abs(box.Top - character.Box.Top), Math.Abs(box.Bottom - character.Box.Bottom));
                    best = Math.Min(best, Math.Max(horizontal, vertical));
                }
            }

            distances.Add(best);
        }

        return distances;
    }
}
