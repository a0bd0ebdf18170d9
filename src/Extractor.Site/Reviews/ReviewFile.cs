using System.Globalization;
using System.Text;
using CsvHelper;

namespace Extractor.Site.Reviews;

/// <summary>
/// <c>reviews.csv</c> in the folder of the data: one row a decision, the last one of a finding counts. A row is never changed,
/// so that the file goes well under version control. <c>extractor run</c> leaves it where it is.
/// </summary>
public static class ReviewFile
{
    public const string Name = "reviews.csv";

    private static readonly string[] Columns = ["finding_id", "document_id", "decision", "note", "reviewer", "decided_at"];

    private static readonly CsvReaderOptions ReadAs = new() { HasHeader = false, Separator = ',', TrackLineNumbers = true };

    /// <summary>A note that begins like a formula stays text in a spreadsheet.</summary>
    private static readonly CsvWriterOptions WriteAs = new() { NewLine = "\n", Injection = CsvInjection.Escape };

    public static string PathIn(string data) => Path.Combine(data, Name);

    /// <summary>Every decision in the order of the file; none where there is no file.</summary>
    /// <exception cref="SiteException">A row is not what this program writes; the message names the line.</exception>
    public static IReadOnlyList<ReviewDecision> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var text = new StreamReader(path, Encoding.UTF8);
        using var csv = CsvReader.Create(text, ReadAs);
        var decisions = new List<ReviewDecision>();
        try
        {
            if (csv.Read() && !csv.Current.ToArray().SequenceEqual(Columns))
            {
                throw Fault($"the first row is to name the columns {string.Join(',', Columns)}");
            }

            while (csv.Read())
            {
                decisions.Add(ReadRow(csv.Current.ToArray()));
            }
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException ||
            exception.GetType().Assembly == typeof(CsvReader).Assembly)
        {
            throw Fault(exception.Message, exception);
        }

        return decisions;

        ReviewDecision ReadRow(string[] fields)
        {
            if (fields.Length != Columns.Length || fields[0].Length == 0 || fields[1].Length == 0)
            {
                throw Fault($"a row is to have {string.Join(',', Columns)}");
            }

            if (!ReviewDecision.Decisions.Contains(fields[2], StringComparer.Ordinal))
            {
                throw Fault($"decision '{fields[2]}' is none of {string.Join(", ", ReviewDecision.Decisions)}");
            }

            return DateTimeOffset.TryParse(fields[5], CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
                ? new ReviewDecision(fields[0], fields[1], fields[2], WithoutEscape(fields[3]), WithoutEscape(fields[4]), time)
                : throw Fault($"decided_at '{fields[5]}' is no time");
        }

        SiteException Fault(string what, Exception? inner = null) =>
            new(SiteFault.NoPublication, $"'{path}', line {csv.LineNumber}: {what}. Mend the line or take it away.", inner);
    }

    /// <summary>The last decision on each finding.</summary>
    public static IReadOnlyDictionary<string, ReviewDecision> Latest(IEnumerable<ReviewDecision> decisions)
    {
        var latest = new Dictionary<string, ReviewDecision>(StringComparer.Ordinal);
        foreach (var decision in decisions)
        {
            latest[decision.FindingId] = decision;
        }

        return latest;
    }

    /// <summary>Adds a decision: the whole file is written under another name, forced to the disk, and renamed.</summary>
    public static void Add(string path, ReviewDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var temporary = path + ".writing";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            using (var csv = CsvWriter.Create(stream, WriteAs, leaveOpen: true))
            {
                csv.WriteRecord(Columns);
                foreach (var row in Read(path).Append(decision))
                {
                    csv.WriteRecord(
                        [row.FindingId, row.DocumentId, row.Decision, row.Note, row.Reviewer,
                            row.DecidedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)]);
                }
            }

            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    private static string WithoutEscape(string value) =>
        value.Length > 1 && value[0] == '\'' && value[1] is '=' or '+' or '-' or '@' or '\t' or '\r' ? value[1..] : value;
}
