using System.Runtime.InteropServices;

namespace Extractor.Pdf.Objects;

/// <summary>Items of the arrays and dictionaries that are being parsed, the innermost last, until their number is known.</summary>
internal sealed class ParserStack
{
    private readonly List<PdfObject> _values = [];
    private readonly List<string> _keys = [];

    public int ValueCount => _values.Count;

    public int KeyCount => _keys.Count;

    public void Push(PdfObject value) => _values.Add(value);

    public void Push(string key) => _keys.Add(key);

    public PdfObject[] PopValues(int first)
    {
        PdfObject[] values = CollectionsMarshal.AsSpan(_values)[first..].ToArray();
        CollectionsMarshal.SetCount(_values, first);
        return values;
    }

    public string[] PopKeys(int first)
    {
        string[] keys = CollectionsMarshal.AsSpan(_keys)[first..].ToArray();
        CollectionsMarshal.SetCount(_keys, first);
        return keys;
    }

    /// <summary>Drops what a parser has left that ended in an exception.</summary>
    public void Clear()
    {
        _values.Clear();
        _keys.Clear();
    }
}
