using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Extractor.Model;

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
        var text = file.Text;
        var position = text.StartsWith('\ufeff') ? 1 : 0;
        var line = 1;
        var header = true;
        while (position < text.Length)
        {
            var firstLine = line;
            var fields = ReadRecord(file, text, columns.Count, faults, ref position, ref line);
            if (header)
            {
                header = false;
                if (!fields.SequenceEqual(columns, StringComparer.Ordinal))
                {
                    faults.Add(file.Name, firstLine, $"the header is '{string.Join(',', fields)}', expected '{string.Join(',', columns)}'");
                    break;
                }
            }
            else if (fields.Length == 1 && fields[0].Length == 0)
            {
                faults.Add(file.Name, firstLine, "empty line; remove it");
            }
            else if (fields.Length != columns.Count)
            {
                faults.Add(file.Name, firstLine, $"{fields.Length} fields, expected {columns.Count} ({string.Join(',', columns)})");
            }
            else
            {
                rows.Add(new MapRow(file.Name, firstLine, columns, fields));
            }
        }

        return new MapTable(rows.ToImmutable());
    }

    private static string[] ReadRecord(MapFile file, string text, int expected, MapFaults faults, ref int position, ref int line)
    {
        var fields = new List<string>(expected);
        while (true)
        {
            fields.Add(position < text.Length && text[position] == '"'
                ? ReadQuoted(file, text, faults, ref position, ref line)
                : ReadPlain(text, ref position));
            if (position < text.Length && text[position] == ',')
            {
                position++;
                continue;
            }

            if (position < text.Length && text[position] == '\r')
            {
                position++;
            }

            if (position < text.Length && text[position] == '\n')
            {
                position++;
                line++;
            }

            return [.. fields];
        }
    }

    private static string ReadPlain(string text, ref int position)
    {
        var length = text.AsSpan(position).IndexOfAny(',', '\n', '\r');
        var end = length < 0 ? text.Length : position + length;
        var field = text[position..end];
        position = end;
        return field;
    }

    private static string ReadQuoted(MapFile file, string text, MapFaults faults, ref int position, ref int line)
    {
        var firstLine = line;
        var field = new StringBuilder();
        position++;
        while (position < text.Length)
        {
            var character = text[position++];
            if (character != '"')
            {
                line += character == '\n' ? 1 : 0;
                field.Append(character);
            }
            else if (position < text.Length && text[position] == '"')
            {
                field.Append('"');
                position++;
            }
            else
            {
                if (position < text.Length && text[position] is not (',' or '\n' or '\r'))
                {
                    faults.Add(file.Name, line, "text after a closing quotation mark");
                    ReadPlain(text, ref position);
                }

                return field.ToString();
            }
        }

        faults.Add(file.Name, firstLine, "a quotation mark is not closed");
        return field.ToString();
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

    /// <summary>The member that <paramref name="column"/> names, or null where the field is blank; a fault where it names none.</summary>
    public TEnum? Member<TEnum>(string column, MapFaults faults)
        where TEnum : struct, Enum => this[column] is { Length: > 0 } text ? Member<TEnum>(column, text, faults) : null;

    /// <summary>The members that <paramref name="column"/> names between spaces; a fault for each that is none.</summary>
    public ImmutableArray<TEnum> Members<TEnum>(string column, MapFaults faults)
        where TEnum : struct, Enum =>
        [.. this[column].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text =>
            Member<TEnum>(column, text, faults)).OfType<TEnum>()];

    /// <summary>True for yes, false where the field is blank; a fault where it is neither.</summary>
    public bool Flag(string column, MapFaults faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (this[column] is { Length: > 0 } text and not "yes")
        {
            faults.Add(this, $"'{text}' under {column}: write yes or leave it blank");
        }

        return this[column] == "yes";
    }

    private TEnum? Member<TEnum>(string column, string text, MapFaults faults)
        where TEnum : struct, Enum
    {
        if (SchemaName.TryParse<TEnum>(text, out var value))
        {
            return value;
        }

        faults.Add(this, $"'{text}' under {column} is no {typeof(TEnum).Name}");
        return null;
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
