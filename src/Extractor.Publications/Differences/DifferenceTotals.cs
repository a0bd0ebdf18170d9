namespace Extractor.Publications.Differences;

/// <summary>Counts differences while they pass.</summary>
public sealed class DifferenceTotals
{
    private readonly SortedDictionary<ChangeKind, int> documents = [];
    private readonly SortedDictionary<ChangeKind, long> lines = [];

    public IReadOnlyDictionary<ChangeKind, int> Documents => documents;

    public IReadOnlyDictionary<ChangeKind, long> Lines => lines;

    public IEnumerable<DocumentDifference> Counting(IEnumerable<DocumentDifference> differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        return Counted();

        IEnumerable<DocumentDifference> Counted()
        {
            foreach (var difference in differences)
            {
                documents[difference.Change] = documents.GetValueOrDefault(difference.Change) + 1;
                foreach (var line in difference.Lines)
                {
                    lines[line.Change] = lines.GetValueOrDefault(line.Change) + 1;
                }

                yield return difference;
            }
        }
    }
}
