using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Extractor.Model.Documents;
using Extractor.Model.Layout;
using Extractor.Model.Tables;

namespace Extractor.Runs.Artifacts;

/// <summary><c>[left, top, right, bottom]</c>.</summary>
internal sealed class BoxConverter : JsonConverter<Box>
{
    public override Box Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.ExpectArray();
        var box = reader.ReadBox();
        reader.ExpectEnd();
        return box;
    }

    public override void Write(Utf8JsonWriter writer, Box value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteBox(value);
        writer.WriteEndArray();
    }
}

internal sealed class DocumentIdConverter : JsonConverter<DocumentId>
{
    public override DocumentId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return new DocumentId(reader.GetString() ?? string.Empty);
        }
        catch (ArgumentException error)
        {
            throw new JsonException(error.Message, error);
        }
    }

    public override void Write(Utf8JsonWriter writer, DocumentId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}

/// <summary>
/// <c>[row, column, rowSpan, columnSpan, isHeader, text, indent, left, top, right, bottom of the text or four nulls,
/// then page, left, top, right, bottom for each part]</c>: cells are nine tenths of an extraction.
/// </summary>
internal sealed class TableCellConverter : JsonConverter<TableCell>
{
    public override TableCell Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.ExpectArray();
        var row = reader.ReadInt32();
        var column = reader.ReadInt32();
        var rowSpan = reader.ReadInt32();
        var columnSpan = reader.ReadInt32();
        var isHeader = reader.ReadInt32() != 0;
        var text = reader.ReadText();
        var indent = reader.ReadDouble();
        Box? textBox = reader.ReadInt32() != 0 ? reader.ReadBox() : null;
        var parts = ImmutableArray.CreateBuilder<CellPart>(1);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            parts.Add(new CellPart(reader.GetInt32(), reader.ReadBox()));
        }

        return new TableCell(row, column, rowSpan, columnSpan, isHeader, text, indent, textBox, parts.DrainToImmutable());
    }

    public override void Write(Utf8JsonWriter writer, TableCell value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Row);
        writer.WriteNumberValue(value.Column);
        writer.WriteNumberValue(value.RowSpan);
        writer.WriteNumberValue(value.ColumnSpan);
        writer.WriteNumberValue(value.IsHeader ? 1 : 0);
        writer.WriteStringValue(value.Text);
        writer.WriteNumberValue(value.TextIndent);
        writer.WriteNumberValue(value.TextBox is null ? 0 : 1);
        if (value.TextBox is { } textBox)
        {
            writer.WriteBox(textBox);
        }

        foreach (var part in value.Parts)
        {
            writer.WriteNumberValue(part.PageNumber);
            writer.WriteBox(part.Box);
        }

        writer.WriteEndArray();
    }
}

/// <summary><c>[text, left, top, right, bottom, fontSize, isBold]</c>.</summary>
internal sealed class ExtractedLineConverter : JsonConverter<ExtractedLine>
{
    public override ExtractedLine Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.ExpectArray();
        var line = new ExtractedLine(reader.ReadText(), reader.ReadBox(), reader.ReadSingle(), reader.ReadInt32() != 0);
        reader.ExpectEnd();
        return line;
    }

    public override void Write(Utf8JsonWriter writer, ExtractedLine value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(value.Text);
        writer.WriteBox(value.Box);
        writer.WriteNumberValue(value.FontSize);
        writer.WriteNumberValue(value.IsBold ? 1 : 0);
        writer.WriteEndArray();
    }
}

/// <summary><c>[offset, page, left, top, right, bottom]</c>.</summary>
internal sealed class ParagraphLineConverter : JsonConverter<ParagraphLine>
{
    public override ParagraphLine Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.ExpectArray();
        var line = new ParagraphLine(reader.ReadInt32(), reader.ReadInt32(), reader.ReadBox());
        reader.ExpectEnd();
        return line;
    }

    public override void Write(Utf8JsonWriter writer, ParagraphLine value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Offset);
        writer.WriteNumberValue(value.PageNumber);
        writer.WriteBox(value.Box);
        writer.WriteEndArray();
    }
}

/// <summary>Reading arrays whose places are known. Doubles and floats come back exactly as they were written.</summary>
internal static class ArrayReading
{
    public static void ExpectArray(this in Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("An array is expected here.");
        }
    }

    public static void ExpectEnd(this ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.EndArray)
        {
            throw new JsonException("The array should end here.");
        }
    }

    public static int ReadInt32(this ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetInt32();
    }

    public static int? ReadInt32OrNull(this ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : reader.GetInt32();
    }

    public static decimal ReadDecimal(this ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetDecimal();
    }

    public static double ReadDouble(this ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetDouble();
    }

    public static float ReadSingle(this ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetSingle();
    }

    public static string ReadText(this ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString() ?? throw new JsonException("A text is expected here.");
    }

    public static string? ReadTextOrNull(this ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }

    public static void WriteNumberOrNull(this Utf8JsonWriter writer, int? number)
    {
        if (number is { } value)
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    public static Box ReadBox(this ref Utf8JsonReader reader) =>
        new(reader.ReadLength(), reader.ReadLength(), reader.ReadLength(), reader.ReadLength());

    public static void WriteBox(this Utf8JsonWriter writer, Box box)
    {
        writer.WriteLength(box.Left);
        writer.WriteLength(box.Top);
        writer.WriteLength(box.Right);
        writer.WriteLength(box.Bottom);
    }

    /// <summary>
    /// A length that is rounded to hundredths of a point is written as so many, a whole number; every other one is a text.
    /// </summary>
    private static void WriteLength(this Utf8JsonWriter writer, double length)
    {
        var hundredths = (long)Math.Round(length * 100);
        if (BitConverter.DoubleToInt64Bits(hundredths / 100.0) == BitConverter.DoubleToInt64Bits(length))
        {
            writer.WriteNumberValue(hundredths);
        }
        else
        {
            writer.WriteStringValue(length.ToString("R", CultureInfo.InvariantCulture));
        }
    }

    private static double ReadLength(this ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String
            ? double.Parse(reader.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture)
            : reader.GetInt64() / 100.0;
    }
}
