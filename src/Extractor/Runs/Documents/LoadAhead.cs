using Extractor.Model.Budget;

namespace Extractor.Runs.Documents;

/// <summary>
/// Loads documents before they are asked for, on other threads: publishing takes them one after the other in an order
/// that is known. At most <paramref name="window"/> are in memory beside the one that was taken.
/// </summary>
/// <param name="documents">In the order in which they will be taken; some may be passed over.</param>
internal sealed class LoadAhead(IReadOnlyList<ProcessedDocument> documents, int window)
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, Task<NormalizedDocument>> loading = [];

    public NormalizedDocument Take(int index)
    {
        Task<NormalizedDocument>? own;
        lock (gate)
        {
            foreach (var passedOver in loading.Keys.Where(other => other < index).ToList())
            {
                loading.Remove(passedOver);
            }

            loading.Remove(index, out own);
            for (var next = index + 1; next <= index + window && next < documents.Count; next++)
            {
                if (!loading.ContainsKey(next))
                {
                    var load = documents[next].Load;
                    loading.Add(next, Task.Run(load));
                }
            }
        }

        return own is null ? documents[index].Load() : own.GetAwaiter().GetResult();
    }
}
