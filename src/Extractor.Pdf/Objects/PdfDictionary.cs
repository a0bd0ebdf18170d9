namespace Extractor.Pdf.Objects;

/// <summary>
/// A dictionary (7.3.7). References are resolved when an entry is asked for. An entry whose value is null, or is
/// a reference to nothing, is as good as absent. Of two entries with one key the later counts.
/// </summary>
internal sealed class PdfDictionary : PdfObject
{
    /// <summary>Below this many entries a linear search is the fastest.</summary>
    private const int IndexedFrom = 16;

    public static readonly PdfDictionary Empty = new([], []);

    private readonly string[] keys;
    private readonly PdfObject[] values;
    private readonly ObjectSource? file;
    private Dictionary<string, PdfObject>? index;

    public PdfDictionary(string[] keys, PdfObject[] values, ObjectSource? file = null)
    {
        this.keys = keys;
        this.values = values;
        this.file = file;
    }

    public IReadOnlyList<string> Keys => keys;

    public int Count => keys.Length;

    public PdfObject? Get(string key)
    {
        var value = RawGet(key);
        if (value is PdfReference reference)
        {
            value = file?.Resolve(reference);
        }

        return value is PdfNull ? null : value;
    }

    /// <summary>The value as written, possibly a reference: a cache can be keyed by its object number.</summary>
    public PdfObject? RawGet(string key)
    {
        if (keys.Length >= IndexedFrom)
        {
            return (index ??= BuildIndex()).GetValueOrDefault(key);
        }

        for (var entry = keys.Length - 1; entry >= 0; entry--)
        {
            if (string.Equals(keys[entry], key, StringComparison.Ordinal))
            {
                return values[entry];
            }
        }

        return null;
    }

    public bool Contains(string key) => RawGet(key) is not null;

    /// <summary>A number as an integer: the fraction of a real is cut off, and a value beyond an int is moved to its end.</summary>
    public int GetInteger(string key, int missing = 0) => ToInteger(Get(key), missing);

    /// <summary>As <see cref="GetInteger"/>, for offsets and lengths.</summary>
    public long GetLong(string key, long missing = 0) => Get(key) switch
    {
        PdfInteger integer => integer.Value,
        PdfReal real => (long)Math.Clamp(real.Value, -9e18, 9e18),
        _ => missing,
    };

    public double GetNumber(string key, double missing = 0) => Get(key) switch
    {
        PdfInteger integer => integer.Value,
        PdfReal real => real.Value,
        _ => missing,
    };

    public bool GetBoolean(string key, bool missing = false) => Get(key) is PdfBoolean boolean ? boolean.Value : missing;

    public string? GetName(string key) => (Get(key) as PdfName)?.Value;

    public PdfArray? GetArray(string key) => Get(key) as PdfArray;

    /// <summary>A dictionary; of a stream its dictionary.</summary>
    public PdfDictionary? GetDictionary(string key) => ToDictionary(Get(key));

    public PdfStream? GetStream(string key) => Get(key) as PdfStream;

    public PdfString? GetString(string key) => Get(key) as PdfString;

    public override string ToString() => $"<<{string.Join(' ', keys.Zip(values, (key, value) => $"/{key} {value}"))}>>";

    internal static int ToInteger(PdfObject? value, int missing) => value switch
    {
        PdfInteger integer => integer.Saturated,
        PdfReal real => (int)Math.Clamp(real.Value, int.MinValue, int.MaxValue),
        _ => missing,
    };

    internal static PdfDictionary? ToDictionary(PdfObject? value) => value switch
    {
        PdfDictionary dictionary => dictionary,
        PdfStream stream => stream.Dictionary,
        _ => null,
    };

    private Dictionary<string, PdfObject> BuildIndex()
    {
        var index = new Dictionary<string, PdfObject>(keys.Length, StringComparer.Ordinal);
        for (var entry = 0; entry < keys.Length; entry++)
        {
            index[keys[entry]] = values[entry];
        }

        return index;
    }
}
