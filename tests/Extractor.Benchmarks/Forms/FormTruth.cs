using System.Globalization;
using CsvHelper;

namespace Extractor.Benchmarks.Forms;

/// <summary>What a made-up form says that one printed amount means: a row of <c>NAME.csv</c> of <c>corpus/provinces</c>.</summary>
internal sealed record FormTruth(IReadOnlyDictionary<string, string> Fields)
{
    public string Value => Fields["value"];

    public string Name => Fields["name"];

    public int Table => int.Parse(Fields["table"], CultureInfo.InvariantCulture);

    public int Row => int.Parse(Fields["row"], CultureInfo.InvariantCulture);

    public int Column => int.Parse(Fields["column"], CultureInfo.InvariantCulture);

    /// <summary>The figure is printed wrongly on purpose: sums through it fail.</summary>
    public bool IsPlanted => Fields["planted"] == "1";

    /// <summary>In the order of the document.</summary>
    public static IReadOnlyList<FormTruth> Read(string path)
    {
        using var text = new StreamReader(path);
        using var csv = CsvReader.Create(text, new CsvReaderOptions { HasHeader = false, Separator = ',' });
        csv.Read();
        var names = csv.Current.ToArray();
        var rows = new List<FormTruth>();
        while (csv.Read())
        {
            rows.Add(new FormTruth(names.Zip(csv.Current.ToArray()).ToDictionary(static pair => pair.First, static pair => pair.Second,
                StringComparer.Ordinal)));
        }

        return [.. rows.OrderBy(static row => row.Table).ThenBy(static row => row.Row).ThenBy(static row => row.Column)];
    }
}
