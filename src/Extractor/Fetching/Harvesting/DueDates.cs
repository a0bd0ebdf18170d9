using System.Collections.Frozen;
using System.Globalization;
using CsvHelper;
using Extractor.Model;
using Extractor.Model.Documents;

namespace Extractor.Fetching.Harvesting;

/// <summary>
/// By when documents are to be published: rows of <c>pipelines/publishers/due.csv</c>, each with the articles of law that it rests on.
/// </summary>
public static class DueDates
{
    internal const string FileName = "pipelines/publishers/due.csv";

    private static readonly string[] Header =
        ["kind", "approved_by", "years_after", "days_to_departments", "days_to_publish", "basis"];

    private static readonly Lazy<FrozenDictionary<DocumentKind, Row>> Rows = new(static () =>
    {
        using var text = new StreamReader(typeof(DueDates).Assembly.GetManifestResourceStream(FileName)!);
        return Read(text);
    });

    /// <param name="Month">Of the last day on which the year's documents are approved (批准).</param>
    /// <param name="Day">Likewise.</param>
    /// <param name="YearsAfter">0: in the fiscal year itself; 1: in the next.</param>
    /// <param name="Days">From then: for the treasury's reply to the departments (批复), and for theirs to the public (公开).</param>
    internal sealed record Row(int Month, int Day, int YearsAfter, int Days);

    /// <summary>The last day on which it is to be published; null for a kind that no row names.</summary>
    public static DateOnly? Of(DocumentKind kind, int fiscalYear) => Rows.Value.TryGetValue(kind, out var row)
        ? new DateOnly(fiscalYear + row.YearsAfter, row.Month, row.Day).AddDays(row.Days) : null;

    /// <exception cref="InvalidDataException">A row is none, or a kind stands twice.</exception>
    internal static FrozenDictionary<DocumentKind, Row> Read(TextReader text)
    {
        using var csv = CsvReader.Create(text, new CsvReaderOptions { HasHeader = false, Separator = ',', TrackLineNumbers = true });
        if (!csv.Read() || !csv.Current.ToArray().SequenceEqual(Header, StringComparer.Ordinal))
        {
            throw new InvalidDataException($"{FileName}: the header is '{string.Join(',', Header)}'");
        }

        var rows = new Dictionary<DocumentKind, Row>();
        while (csv.Read())
        {
            if (csv.Current.ToArray() is not [var name, var approved, var years, var toDepartments, var toPublic, { Length: > 0 }]
                || !SchemaName.TryParse<DocumentKind>(name, out var kind)
                || !DateOnly.TryParseExact("2001-" + approved, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                || !Number(years, out var after) || !Number(toDepartments, out var reply) || !Number(toPublic, out var publication)
                || !rows.TryAdd(kind, new Row(day.Month, day.Day, after, reply + publication)))
            {
                throw new InvalidDataException($"{FileName}: '{string.Join(',', csv.Current.ToArray())}' is no row of one kind");
            }
        }

        return rows.ToFrozenDictionary();

        static bool Number(string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
