using System.Collections.Frozen;
using System.Globalization;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Subjects;

/// <summary>The years whose classification the maps describe, without gap.</summary>
/// <param name="Oldest">What is said of it holds for earlier years too.</param>
/// <param name="Newest">The last one that <c>editions.csv</c> names, or the one after it where rows begin in that year.</param>
internal readonly record struct SubjectEditions(int Oldest, int Newest)
{
    private const string FileName = "pipelines/subjects/editions.csv";

    /// <summary>
    /// The year itself where the maps describe it, the nearest that they describe otherwise, the newest where it is not known.
    /// </summary>
    public int Of(int? fiscalYear) => Math.Clamp(fiscalYear ?? Newest, Oldest, Newest);

    public static SubjectEditions Read(IReadOnlyDictionary<string, MapFile> files, FrozenSet<string> sources, MapFaults faults)
    {
        if (!files.TryGetValue(FileName, out var file))
        {
            faults.Add(FileName, 1, "the map is missing");
            return default;
        }

        int? oldest = null, newest = null;
        foreach (var row in MapTable.Read(file, ["edition", "source", "note"], faults).Rows)
        {
            if (row.Year("edition", faults) is not { } year || (newest is { } before && year != before + 1))
            {
                faults.Add(row, $"edition '{row["edition"]}': one row a year, each a year after the row above");
                continue;
            }

            if (!sources.Contains(row["source"]))
            {
                faults.Add(row, $"source '{row["source"]}' is not in pipelines/subjects/sources.csv");
            }

            (oldest, newest) = (oldest ?? year, year);
        }

        if (oldest is null)
        {
            faults.Add(FileName, 1, "no edition is named");
        }

        return new SubjectEditions(oldest ?? 0, newest ?? 0);
    }

    /// <summary>With the edition that rows begin though nobody has entered it yet; a year beyond that one is a misprint.</summary>
    public SubjectEditions With(MapFile file, IEnumerable<SubjectRow> rows, MapFaults faults)
    {
        var last = rows.Select(static row => row.NewestYearTold).DefaultIfEmpty().Max();
        if (last > Newest + 1)
        {
            faults.Add(file.Name, 1, string.Create(CultureInfo.InvariantCulture,
                $"a row begins or ends in the edition of {last}; the newest in {FileName} is {Newest}: enter the editions between"));
            return this;
        }

        return this with { Newest = Math.Max(Newest, last) };
    }
}
