using System.Runtime.InteropServices;

namespace Extractor.Pdf.Objects;

/// <summary>Items of the arrays and dictionaries that are being parsed, the innermost last, until their number is known.</summary>
internal sealed class ParserStack
{
    private readonly List<PdfObject> pendingValues = [];
    private readonly List<string> pendingKeys = [];

    public int ValueCount => pendingValues.Count;

    public int KeyCount => pendingKeys.Count;

    public void Push(PdfObject value) => pendingValues.Add(value);

    public void Push(string key) => pendingKeys.Add(key);

    public PdfObject[] PopValues(int first)
    {
        var values = CollectionsMarshal.AsSpan(pendingValues)[first..].ToArray();
        CollectionsMarshal.SetCount(pendingValues, first);
        return values;
    }

    public string[] PopKeys(int first)
    {
        var keys = CollectionsMarshal.AsSpan(pendingKeys)[first..].ToArray();
        CollectionsMarshal.SetCount(pendingKeys, first);
        return keys;
    }

    /// <summary>Drops what a parser has left that ended in an exception.</summary>
    public void Clear()
    {
        pendingValues.Clear();
        pendingKeys.Clear();
    }
}
