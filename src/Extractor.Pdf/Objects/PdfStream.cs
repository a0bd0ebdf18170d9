namespace Extractor.Pdf.Objects;

/// <summary>A stream (7.3.8): a dictionary and bytes, which are looked for only when asked for.</summary>
internal sealed class PdfStream : PdfObject
{
    private readonly int dataStart;
    private ReadOnlyMemory<byte>? rawBytes;

    /// <summary>A stream that is no object of a file: an inline image, whose keys may be abbreviated (8.9.7).</summary>
    public PdfStream(PdfDictionary dictionary, ReadOnlyMemory<byte> rawBytes, ObjectSource? file = null)
    {
        Dictionary = dictionary;
        this.rawBytes = rawBytes;
        Source = file;
        IsInline = true;
    }

    public PdfStream(PdfDictionary dictionary, ObjectSource file, int dataStart, int number, int generation)
    {
        Dictionary = dictionary;
        Source = file;
        this.dataStart = dataStart;
        Number = number;
        Generation = generation;
    }

    public PdfDictionary Dictionary { get; }

    /// <summary>Null for bytes that belong to no file.</summary>
    public ObjectSource? Source { get; }

    /// <summary>Not of the file but made from the operands of BI.</summary>
    public bool IsInline { get; }

    /// <summary>
    /// The bytes between <c>stream</c> and <c>endstream</c> as they stand in the file: encoded, and enciphered if the file is.
    /// </summary>
    public ReadOnlyMemory<byte> RawBytes => rawBytes ??= Source!.FindStreamBytes(this, dataStart);

    public int Number { get; }

    public int Generation { get; }

    public override string ToString() => $"{Dictionary} stream";

    /// <summary>As <see cref="RawBytes"/>, deciphered.</summary>
    /// <param name="cryptFilter">The filter that the stream itself names (7.4.10), or null.</param>
    public ReadOnlyMemory<byte> DecipheredBytes(string? cryptFilter) =>
        Source is null || IsInline ? RawBytes : Source.Decipher(this, RawBytes, cryptFilter);
}
