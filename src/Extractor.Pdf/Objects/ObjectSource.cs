namespace Extractor.Pdf.Objects;

/// <summary>
/// The file as its objects see it: follows references, finds and deciphers what belongs to an object, bounds what reading costs.
/// </summary>
internal abstract class ObjectSource(PdfLimits limits, int fileBytes)
{
    public PdfLimits Limits { get; } = limits;

    public NameTable Names { get; } = new();

    public ParserStack ParserStack { get; } = new();

    public ReadingBudget Budget { get; } = new(limits, fileBytes);

    /// <summary>Strings of objects that do not stand in object streams are enciphered.</summary>
    public abstract bool EnciphersStrings { get; }

    /// <summary>What the reference refers to; the null object when there is nothing, or when the way leads back to it.</summary>
    public abstract PdfObject Resolve(PdfReference reference);

    /// <summary>The bytes of a stream: /Length of them if <c>endstream</c> follows, else up to the next <c>endstream</c>.</summary>
    public abstract ReadOnlyMemory<byte> FindStreamBytes(PdfStream stream, int dataStart);

    /// <param name="cryptFilter">The filter that the stream itself names (7.4.10), or null.</param>
    public abstract ReadOnlyMemory<byte> Decipher(PdfStream stream, ReadOnlyMemory<byte> bytes, string? cryptFilter);

    /// <param name="number">Of the indirect object that the string stands in.</param>
    public abstract ReadOnlyMemory<byte> DecipherString(ReadOnlyMemory<byte> bytes, int number, int generation);
}
