using System.Globalization;

namespace Extractor.Benchmarks;

/// <summary>The options of a benchmark: names with a value each.</summary>
internal sealed class BenchmarkOptions(string[] arguments)
{
    public string? Text(string name) => All(name) is [.., var last] ? last : null;

    public int? Number(string name) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public bool Has(string name) => arguments.Contains(name);

    /// <summary>Every value that an option was given; <paramref name="otherwise"/> where there is none.</summary>
    public IReadOnlyList<string> All(string name, params IReadOnlyList<string> otherwise)
    {
        List<string> values = [.. Enumerable.Range(0, Math.Max(0, arguments.Length - 1)).Where(index => arguments[index] == name)
            .Select(index => arguments[index + 1])];
        return values.Count > 0 ? values : otherwise;
    }
}
