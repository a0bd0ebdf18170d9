namespace Extractor.Site.Reviews;

/// <summary>The largest items of many, by a number, then by their key; no more than twice as many are kept.</summary>
internal sealed class Largest<T>(int most, Func<T, decimal?> size, Func<T, string> key)
{
    private List<T> items = [];

    public void Add(T item)
    {
        items.Add(item);
        if (items.Count == 2 * most)
        {
            items = [.. Items()];
        }
    }

    /// <summary>The largest first.</summary>
    public IEnumerable<T> Items() => items.OrderByDescending(size).ThenBy(key, StringComparer.Ordinal).Take(most);
}
