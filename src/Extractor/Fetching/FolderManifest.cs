using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using Extractor.Model.Documents;

namespace Extractor.Fetching;

/// <summary>The columns of a manifest that a source definition names; null where it names none.</summary>
/// <param name="File">Paths below the folder, with <c>/</c>.</param>
public sealed record ManifestColumns(
    string File,
    string? DivisionCode = null,
    string? DepartmentName = null,
    string? FiscalYear = null,
    string? SourceUrl = null,
    string? LandingUrl = null,
    string? RetrievedAt = null,
    string? Supersedes = null);

/// <summary>What a manifest says of one file: what it should be, and where it came from.</summary>
/// <param name="RetrievedAt">UTC; null where the manifest does not say.</param>
/// <param name="Supersedes">The document that stood at the same address before.</param>
public sealed record ManifestEntry(
    string File, DocumentRequest Request, string? SourceUrl, string? LandingUrl, DateTimeOffset? RetrievedAt = null,
        DocumentId? Supersedes = null);

/// <summary>A CSV file (UTF-8, one heading row) beside a folder of documents: one row a file.</summary>
public sealed class FolderManifest
{
    private FolderManifest(ImmutableArray<ManifestEntry> entries) =>
        Entries = entries.ToImmutableSortedDictionary(static entry => entry.File, static entry => entry, StringComparer.Ordinal);

    /// <summary>By path below the folder, ordinal order.</summary>
    public ImmutableSortedDictionary<string, ManifestEntry> Entries { get; }

    /// <summary>Reads a manifest; every row that is wrong adds a fault with its line and is left out.</summary>
    /// <returns>Null where nothing could be read; a fault tells why.</returns>
    public static FolderManifest? Read(string path, string shownPath, ManifestColumns columns, ICollection<DefinitionFault> faults)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(faults);
        try
        {
            using var text = new StreamReader(path);
            return Read(text, shownPath, columns, faults);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            faults.Add(new DefinitionFault(shownPath, 0, $"the manifest cannot be read: {error.Message}"));
            return null;
        }
    }

    private static FolderManifest? Read(TextReader text, string shownPath, ManifestColumns columns, ICollection<DefinitionFault> faults)
    {
        using var csv = CsvReader.Create(text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = ',',
            TrackLineNumbers = true,
            OnMalformedRecord = record => faults.Add(new DefinitionFault(shownPath, (int)record.LineNumber,
                $"no well-formed CSV: {record.Reason}")),
        });
        if (!csv.Read())
        {
            faults.Add(new DefinitionFault(shownPath, 0, "the manifest is empty; its first row must name the columns"));
            return null;
        }

        var table = new Table(shownPath, csv.Current.ToArray(), faults);
        var indexes = new Indexes(
            table.Find(columns.File),
            table.Find(columns.DivisionCode),
            table.Find(columns.DepartmentName),
            table.Find(columns.FiscalYear),
            table.Find(columns.SourceUrl),
            table.Find(columns.LandingUrl),
            table.Find(columns.RetrievedAt),
            table.Find(columns.Supersedes));
        if (indexes.File is null)
        {
            return null;
        }

        var entries = ImmutableArray.CreateBuilder<ManifestEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            if (table.ReadEntry(csv.Current.ToArray(), line, indexes) is not { } entry)
            {
                continue;
            }

            if (lines.TryAdd(entry.File, line))
            {
                entries.Add(entry);
            }
            else
            {
                faults.Add(new DefinitionFault(shownPath, line, $"'{entry.File}' stands on line {lines[entry.File]} already"));
            }
        }

        return new FolderManifest(entries.ToImmutable());
    }

    private sealed record Indexes(int? File, int? DivisionCode, int? DepartmentName, int? FiscalYear, int? SourceUrl, int? LandingUrl,
        int? RetrievedAt, int? Supersedes);

    private sealed class Table(string shownPath, string[] headings, ICollection<DefinitionFault> faults)
    {
        public int? Find(string? column)
        {
            if (column is null)
            {
                return null;
            }

            var index = Array.IndexOf(headings, column);
            if (index >= 0)
            {
                return index;
            }

            faults.Add(new DefinitionFault(shownPath, 1, $"the manifest has no column '{column}'; it has {string.Join(", ", headings)}"));
            return null;
        }

        public ManifestEntry? ReadEntry(string[] row, int line, Indexes indexes)
        {
            if (row.Length != headings.Length)
            {
                faults.Add(new DefinitionFault(shownPath, line, $"{row.Length} values stand under {headings.Length} columns"));
                return null;
            }

            var file = Value(row, indexes.File);
            if (file is null)
            {
                faults.Add(new DefinitionFault(shownPath, line,
                    $"the column '{headings[indexes.File ?? 0]}' is empty; it must name a file below the folder"));
                return null;
            }

            var request = new DocumentRequest(
                DivisionCode(Value(row, indexes.DivisionCode), line),
                Value(row, indexes.DepartmentName),
                FiscalYear(Value(row, indexes.FiscalYear), line));
            return new ManifestEntry(file.Replace('\\', '/'), request, Value(row, indexes.SourceUrl), Value(row, indexes.LandingUrl),
                RetrievedAt(Value(row, indexes.RetrievedAt), line), Supersedes(Value(row, indexes.Supersedes), line));
        }

        private DateTimeOffset? RetrievedAt(string? text, int line)
        {
            if (text is null || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment))
            {
                return text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
            }

            faults.Add(new DefinitionFault(shownPath, line, $"'{text}' is no time; as 2026-03-02T01:02:03Z is expected"));
            return null;
        }

        private DocumentId? Supersedes(string? text, int line)
        {
            if (text is null)
            {
                return null;
            }

            if (text.Length == 64 && text.All(char.IsAsciiHexDigitLower))
            {
                return new DocumentId(text);
            }

            faults.Add(new DefinitionFault(shownPath, line,
                $"'{text}' is no document; the SHA-256 of its bytes in lower-case hex is expected"));
            return null;
        }

        private string? DivisionCode(string? text, int line)
        {
            if (text is null || RequestRules.IsDivisionCode(text))
            {
                return text;
            }

            faults.Add(new DefinitionFault(shownPath, line, $"'{text}' is no division code; six digits of GB/T 2260 are expected"));
            return null;
        }

        private int? FiscalYear(string? text, int line)
        {
            if (text is null)
            {
                return null;
            }

            if (RequestRules.TryParseFiscalYear(text, out var year))
            {
                return year;
            }

            faults.Add(new DefinitionFault(shownPath, line, $"'{text}' is no fiscal year; four digits are expected"));
            return null;
        }

        private static string? Value(string[] row, int? index) =>
            index is { } place && !string.IsNullOrWhiteSpace(row[place]) ? row[place].Trim() : null;
    }
}
