namespace Extractor.Site.Subjects;

/// <summary>The subjects that the documents use: their names and how many documents spend under them.</summary>
internal sealed class SubjectNames
{
    private readonly SortedDictionary<string, SortedDictionary<string, int>> names = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Classification, string Code), int> uses = [];

    /// <summary>Every subject that is spent under, with the number of documents.</summary>
    public IEnumerable<(string Classification, string Code, int Documents)> Uses =>
        uses.Select(static use => (use.Key.Classification, use.Key.Code, use.Value));

    /// <summary>The code itself and those of the levels above it: 205, 20502, 2050201.</summary>
    public static IEnumerable<string> LevelsOf(string code)
    {
        for (var length = 3; length <= code.Length; length += 2)
        {
            yield return code[..length];
        }
    }

    public void Add(string code, string name)
    {
        if (!names.TryGetValue(code, out var counts))
        {
            names.Add(code, counts = new SortedDictionary<string, int>(StringComparer.Ordinal));
        }

        counts[name] = counts.GetValueOrDefault(name) + 1;
    }

    public void AddUse(string classification, string code) =>
        uses[(classification, code)] = uses.GetValueOrDefault((classification, code)) + 1;

    /// <summary>The name that most documents have, the editions of the catalogue differ; null where no document names it.</summary>
    public string? NameOf(string code) => names.TryGetValue(code, out var counts) ? counts.MaxBy(static count => count.Value).Key : null;

    /// <summary>Subjects of the next level below that are spent under.</summary>
    public IEnumerable<string> ChildrenOf(string classification, string code) => uses.Keys
        .Where(use => use.Classification == classification && use.Code.Length == code.Length + 2 &&
            use.Code.StartsWith(code, StringComparison.Ordinal))
        .Select(static use => use.Code);
}
