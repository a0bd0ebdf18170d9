using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Extractor.Model.Layout;

namespace Extractor.Site.Generating;

/// <summary>A data file of the site: JSON as UTF-8, Chinese as it is, money as numbers of yuan.</summary>
internal static class JsonFile
{
    /// <summary>The files are fetched as <c>application/json</c> and never stand within a page: no escapes for HTML.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string path, Action<Utf8JsonWriter> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 64 * 1024);
        using var json = new Utf8JsonWriter(stream, Options);
        write(json);
    }

    /// <summary>A value that waits for its file.</summary>
    public static byte[] Fragment(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the property only where there is a value.</summary>
    public static void WriteKnown(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    /// <inheritdoc cref="WriteKnown(Utf8JsonWriter, string, string?)"/>
    public static void WriteKnown(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
    }

    /// <inheritdoc cref="WriteKnown(Utf8JsonWriter, string, string?)"/>
    public static void WriteKnown(this Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
    }

    /// <summary>Left, top, right and bottom as four numbers of the array that is open.</summary>
    public static void WriteEdges(this Utf8JsonWriter json, Box box)
    {
        json.WriteNumberValue(box.Left);
        json.WriteNumberValue(box.Top);
        json.WriteNumberValue(box.Right);
        json.WriteNumberValue(box.Bottom);
    }

    /// <summary>Null stays null: for places in an array.</summary>
    public static void WriteValue(this Utf8JsonWriter json, decimal? value)
    {
        if (value is { } known)
        {
            json.WriteNumberValue(known);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
