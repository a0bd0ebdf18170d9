namespace Extractor.Publishing;

/// <summary>Loads what comes next on other threads while what is there is worked on.</summary>
internal static class LoadAhead
{
    /// <param name="ahead">
    /// Loaded items in memory at once, beside the one that is worked on; with none, each is loaded by the caller when it is asked for.
    /// </param>
    /// <returns>In the order of <paramref name="items"/>. What a load throws is thrown where its item would come.</returns>
    public static IEnumerable<TLoaded> LoadedAhead<T, TLoaded>(this IReadOnlyList<T> items, int ahead, Func<T, TLoaded> load)
    {
        if (ahead == 0)
        {
            foreach (var item in items)
            {
                yield return load(item);
            }

            yield break;
        }

        var loading = new Queue<Task<TLoaded>>();
        var next = 0;
        while (next < items.Count || loading.Count > 0)
        {
            while (next < items.Count && loading.Count <= ahead)
            {
                var item = items[next++];
                loading.Enqueue(Task.Run(() => load(item)));
            }

            yield return loading.Dequeue().GetAwaiter().GetResult();
        }
    }
}
