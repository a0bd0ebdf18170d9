using System.Collections.Immutable;
using System.Text;
using CsvHelper;

namespace Extractor.Publications.Audits;

/// <summary>What a person said of one field of one line.</summary>
/// <param name="Claim">What the line said when it was judged: a line that says something else now is not judged.</param>
public sealed record AuditMark(string LineId, string Field, AuditVerdict Verdict, string Claim, string Note)
{
    private static readonly ImmutableArray<string> Columns = ["line_id", "field", "mark", "claim", "note"];

    private static readonly CsvReaderOptions ReadAs = new() { HasHeader = false, Separator = ',', TrackLineNumbers = true };

    /// <summary>The marks of a file, the last one of each field of each line.</summary>
    /// <exception cref="AuditMarksException">A row is not what the sheet saves; the message names the line.</exception>
    public static ImmutableArray<AuditMark> Read(string path)
    {
        var marks = new Dictionary<(string, string), AuditMark>();
        try
        {
            using var text = new StreamReader(path, Encoding.UTF8);
            using var csv = CsvReader.Create(text, ReadAs);
            if (!csv.Read() || !csv.Current.ToArray().SequenceEqual(Columns))
            {
                throw new AuditMarksException($"'{path}', line 1: the columns are to be {string.Join(',', Columns)}");
            }

            while (csv.Read())
            {
                var mark = Of(csv.Current.ToArray(), $"'{path}', line {csv.LineNumber}");
                marks[(mark.LineId, mark.Field)] = mark;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException ||
            exception.GetType().Assembly == typeof(CsvReader).Assembly)
        {
            throw new AuditMarksException($"'{path}' cannot be read: {exception.Message}", exception);
        }

        return [.. marks.Values];
    }

    private static AuditMark Of(string[] values, string place)
    {
        if (values.Length != Columns.Length)
        {
            throw new AuditMarksException($"{place}: {values.Length} values where {Columns.Length} are expected");
        }

        if (AuditField.All.All(field => field.Name != values[1]))
        {
            throw new AuditMarksException($"{place}: field '{values[1]}' is none of " +
                string.Join(", ", AuditField.All.Select(static field => field.Name)));
        }

        return new AuditMark(values[0], values[1], values[2] switch
        {
            "right" => AuditVerdict.Right,
            "wrong" => AuditVerdict.Wrong,
            "unknown" => AuditVerdict.Unknown,
            _ => throw new AuditMarksException($"{place}: mark '{values[2]}' is none of right, wrong, unknown"),
        }, values[3], values[4]);
    }
}

/// <summary>How a claim stands beside the page.</summary>
public enum AuditVerdict
{
    Right,
    Wrong,

    /// <summary>The page does not tell.</summary>
    Unknown,
}

/// <summary>A file of marks is not what the sheet saves.</summary>
public sealed class AuditMarksException : Exception
{
    public AuditMarksException(string message)
        : base(message)
    {
    }

    public AuditMarksException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
