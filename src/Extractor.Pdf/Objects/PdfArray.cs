namespace Extractor.Pdf.Objects;

/// <summary>An array (7.3.6). References are resolved when an item is asked for.</summary>
internal sealed class PdfArray(PdfObject[] items, ObjectSource? file = null) : PdfObject
{
    public int Count => items.Length;

    /// <summary>The item, its reference resolved; the null object where there is none, also beyond the end.</summary>
    public PdfObject this[int index] =>
        (uint)index >= (uint)items.Length ? PdfNull.Instance
        : items[index] is PdfReference reference ? file?.Resolve(reference) ?? PdfNull.Instance
        : items[index];

    /// <summary>The item as written: possibly a reference.</summary>
    public PdfObject RawGet(int index) => (uint)index < (uint)items.Length ? items[index] : PdfNull.Instance;

    public double GetNumber(int index, double missing = 0) => this[index] switch
    {
        PdfInteger integer => integer.Value,
        PdfReal real => real.Value,
        _ => missing,
    };

    public int GetInteger(int index, int missing = 0) => PdfDictionary.ToInteger(this[index], missing);

    public string? GetName(int index) => (this[index] as PdfName)?.Value;

    public PdfDictionary? GetDictionary(int index) => PdfDictionary.ToDictionary(this[index]);

    public PdfArray? GetArray(int index) => this[index] as PdfArray;

    public PdfStream? GetStream(int index) => this[index] as PdfStream;

    public override string ToString() => $"[{string.Join(' ', (object[])items)}]";
}
