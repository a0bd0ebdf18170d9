using System.Buffers;
using System.Security.Cryptography;

namespace Extractor.Model.Documents;

/// <summary>The key of a document: SHA-256 of its bytes, 64 lower-case hex digits.</summary>
public readonly record struct DocumentId : IComparable<DocumentId>
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <exception cref="ArgumentException">Not 64 lower-case hex digits.</exception>
    public DocumentId(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length != 64 || value.AsSpan().ContainsAnyExcept(HexDigits))
        {
            throw new ArgumentException($"'{value}' is not a SHA-256 in lower-case hex.", nameof(value));
        }

        Value = value;
    }

    public string Value { get; }

    public static DocumentId Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    public int CompareTo(DocumentId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;

    public static bool operator <(DocumentId left, DocumentId right) => left.CompareTo(right) < 0;

    public static bool operator >(DocumentId left, DocumentId right) => left.CompareTo(right) > 0;

    public static bool operator <=(DocumentId left, DocumentId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(DocumentId left, DocumentId right) => left.CompareTo(right) >= 0;
}
