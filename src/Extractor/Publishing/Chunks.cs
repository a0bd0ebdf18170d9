namespace Extractor.Publishing;

/// <summary>Stretches of a sequence.</summary>
internal static class Chunks
{
    /// <summary>Stretches of neighbours that share a key, in order.</summary>
    public static IEnumerable<(TKey Key, List<T> Items)> ChunkBy<T, TKey>(this IEnumerable<T> items, Func<T, TKey> keyOf)
        where TKey : struct, IEquatable<TKey>
    {
        List<T> chunk = [];
        TKey? current = null;
        foreach (var item in items)
        {
            var key = keyOf(item);
            if (current is { } before && !before.Equals(key))
            {
                yield return (before, chunk);
                chunk = [];
            }

            current = key;
            chunk.Add(item);
        }

        if (current is { } last)
        {
            yield return (last, chunk);
        }
    }
}
