using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using Extractor.Fetching;
using Extractor.Fetching.Harvesting;
using Extractor.Model;

namespace Extractor.Runs.Definitions;

/// <summary>Reads <c>acknowledged.csv</c> beside definitions: <c>publisher,alarm,url,until,reason</c>.</summary>
public static class AcknowledgementReader
{
    public const string FileName = "acknowledged.csv";

    private static readonly string[] Columns = ["publisher", "alarm", "url", "until", "reason"];

    /// <param name="paths">Definitions, or folders of them; the file is looked for beside each.</param>
    /// <exception cref="DefinitionException">All faults of all files, with their lines.</exception>
    public static ImmutableArray<Acknowledgement> Read(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var faults = new List<DefinitionFault>();
        var rows = paths.Select(static path => Directory.Exists(path) ? path : Path.GetDirectoryName(path) ?? string.Empty)
            .Select(static folder => Path.Combine(folder, FileName)).Distinct(StringComparer.Ordinal).Where(File.Exists)
            .SelectMany(path => Read(path, faults)).ToImmutableArray();
        return faults.Count == 0 ? rows : throw new DefinitionException([.. faults]);
    }

    private static List<Acknowledgement> Read(string path, List<DefinitionFault> faults)
    {
        var rows = new List<Acknowledgement>();
        using var text = new StreamReader(path);
        using var csv = CsvReader.Create(text, new CsvReaderOptions { HasHeader = false, Separator = ',', TrackLineNumbers = true });
        if (!csv.Read() || !csv.Current.ToArray().SequenceEqual(Columns))
        {
            faults.Add(new DefinitionFault(path, 1, $"the header is '{string.Join(',', Columns)}'"));
            return rows;
        }

        while (csv.Read())
        {
            var cells = csv.Current.ToArray();
            if (cells is [{ Length: > 0 } publisher, var alarm, var url, var day, { Length: > 0 } reason]
                && SchemaName.TryParse<AlarmKind>(alarm, out var kind)
                && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until))
            {
                rows.Add(new Acknowledgement(publisher, kind, url, until, reason));
            }
            else
            {
                faults.Add(new DefinitionFault(path, (int)csv.LineNumber, $"'{string.Join(',', cells)}': a publisher's file name, an " +
                    $"alarm ({string.Join(", ", Enum.GetValues<AlarmKind>().Select(static value => SchemaName.Of(value)))}), an address " +
                    $"or none, the last day as 2026-12-31, and a reason are expected"));
            }
        }

        return rows;
    }
}
