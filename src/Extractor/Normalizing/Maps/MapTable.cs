using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;

namespace Extractor.Normalizing.Maps;

/// <summary>A reviewed map read as comma-separated values (RFC 4180) with a header line.</summary>
public sealed class MapTable
{
    private MapTable(ImmutableArray<MapRow> rows) => Rows = rows;

    public ImmutableArray<MapRow> Rows { get; }

    /// <summary>
    /// Reads <paramref name="file"/>, whose header must be exactly <paramref name="columns"/>. What is wrong goes to
    /// <paramref name="faults"/>; rows with a wrong number of fields are left out.
    /// </summary>
    public static MapTable Read(MapFile file, IReadOnlyList<string> columns, MapFaults faults)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(faults);
        var rows = ImmutableArray.CreateBuilder<MapRow>();
        using var csv = CsvReader.FromText(file.Text.TrimStart('\ufeff'), new CsvReaderOptions
        {
            HasHeader = false,
            Separator = ',',
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            FormatProvider = CultureInfo.InvariantCulture,
            OnMalformedRecord = record => faults.Add(file.Name, (int)record.LineNumber, $"{record.Reason} in '{record.RawRecord}'"),
        });
        if (!csv.Read() || !csv.Current.ToArray().SequenceEqual(columns, StringComparer.Ordinal))
        {
            faults.Add(file.Name, 1, $"the header is '{file.Text.Split('\n')[0].TrimEnd('\r')}', expected '{string.Join(',', columns)}'");
            return new MapTable([]);
        }

        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            var fields = csv.Current.ToArray();
            if (fields is [""])
            {
                faults.Add(file.Name, line, "empty line; remove it");
            }
            else if (fields.Length != columns.Count)
            {
                faults.Add(file.Name, line, $"{fields.Length} fields, expected {columns.Count} ({string.Join(',', columns)})");
            }
            else
            {
                rows.Add(new MapRow(file.Name, line, columns, fields));
            }
        }

        return new MapTable(rows.ToImmutable());
    }
}

/// <summary>One row of a map, with its place for fault messages.</summary>
/// <param name="Line">Of its first character in the file, from 1.</param>
public sealed record MapRow(string File, int Line, IReadOnlyList<string> Columns, IReadOnlyList<string> Fields)
{
    /// <summary>The text under <paramref name="column"/>, empty where the map leaves it blank.</summary>
    public string this[string column]
    {
        get
        {
            for (var index = 0; index < Columns.Count; index++)
            {
                if (string.Equals(Columns[index], column, StringComparison.Ordinal))
                {
                    return Fields[index];
                }
            }

            throw new ArgumentException($"The map has no column '{column}'.", nameof(column));
        }
    }

    /// <summary>A year, or null where the field is blank; a fault where it is neither.</summary>
    public int? Year(string column, MapFaults faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var text = this[column];
        if (text.Length == 0)
        {
            return null;
        }

        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return year;
        }

        faults.Add(this, $"'{text}' under {column} is no year; write four digits or leave it blank");
        return null;
    }
}
