using System.Globalization;

namespace Extractor.Pdf.Objects;

/// <summary>One of the basic types of objects (7.3). Immutable; shared by everything that refers to it.</summary>
internal abstract class PdfObject;

/// <summary>The null object (7.3.9), and what an unresolvable reference stands for.</summary>
internal sealed class PdfNull : PdfObject
{
    public static readonly PdfNull Instance = new();

    private PdfNull()
    {
    }

    public override string ToString() => "null";
}

internal sealed class PdfBoolean : PdfObject
{
    public static readonly PdfBoolean True = new(true);
    public static readonly PdfBoolean False = new(false);

    private PdfBoolean(bool value) => Value = value;

    public bool Value { get; }

    public override string ToString() => Value ? "true" : "false";
}

internal sealed class PdfInteger(long value) : PdfObject
{
    private static readonly PdfInteger[] Small = [.. Enumerable.Range(-1, 1026).Select(small => new PdfInteger(small))];

    public long Value { get; } = value;

    /// <summary>The value, moved to the nearest end of the range of an int when it is outside.</summary>
    public int Saturated => (int)Math.Clamp(Value, int.MinValue, int.MaxValue);

    public static PdfInteger Of(long value) => value is >= -1 and <= 1024 ? Small[value + 1] : new PdfInteger(value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

internal sealed class PdfReal(double value) : PdfObject
{
    /// <summary>Always finite.</summary>
    public double Value { get; } = value;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A string: bytes, escapes undone and deciphered.</summary>
internal sealed class PdfString(ReadOnlyMemory<byte> bytes) : PdfObject
{
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <summary>The bytes read as a text string (7.9.2.2).</summary>
    public string ToText() => TextStrings.Decode(Bytes.Span);

    public override string ToString() => $"({ToText()})";
}

/// <summary>A name without its solidus, <c>#xx</c> undone; each character is one byte (Latin-1).</summary>
internal sealed class PdfName(string value) : PdfObject
{
    public string Value { get; } = value;

    public override string ToString() => "/" + Value;
}

/// <summary>An indirect reference (7.3.10).</summary>
internal sealed class PdfReference(int number, int generation) : PdfObject
{
    public int Number { get; } = number;

    public int Generation { get; } = generation;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number} {Generation} R");
}
