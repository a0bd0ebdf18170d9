using System.Text;

namespace Extractor.Pdf.Objects;

/// <summary>What <see cref="PdfTokenizer.Read"/> found.</summary>
internal enum PdfTokenKind : byte
{
    /// <summary>The data is at its end; also returned by every later call.</summary>
    EndOfData,
    Integer,
    Real,

    /// <summary>A name; <see cref="PdfTokenizer.Raw"/> is without the solidus.</summary>
    Name,

    /// <summary>A literal string; <see cref="PdfTokenizer.Raw"/> is without the outer parentheses.</summary>
    String,

    /// <summary>A hexadecimal string; <see cref="PdfTokenizer.Raw"/> is without the angle brackets.</summary>
    HexString,
    ArrayStart,
    ArrayEnd,
    DictionaryStart,
    DictionaryEnd,

    /// <summary>An operator, <c>obj</c>, <c>true</c>, <c>null</c>, or one brace.</summary>
    Keyword,
}

/// <summary>
/// Cuts bytes into the tokens of PDF syntax (7.2, 7.3) without allocating. What is not PDF syntax is read as
/// readers at large do (numbers: <see cref="NumberSyntax"/>): a string or hexadecimal string without its end runs
/// to the end of the data; a lone <c>)</c> or <c>&gt;</c> is passed over.
/// </summary>
internal ref struct PdfTokenizer
{
    private readonly ReadOnlySpan<byte> source;
    private int cursor;
    private int rawStart;
    private int rawLength;

    public PdfTokenizer(ReadOnlySpan<byte> data, int position = 0)
    {
        source = data;
        Position = position;
    }

    /// <summary>Where the next token is looked for. Settable: past the data of an inline image, or back again.</summary>
    public int Position
    {
        readonly get => cursor;
        set => cursor = Math.Clamp(value, 0, source.Length);
    }

    /// <summary>Where the last token starts, its delimiter included.</summary>
    public int TokenStart { get; private set; }

    public PdfTokenKind Kind { get; private set; }

    /// <summary>Value of the last integer.</summary>
    public long Integer { get; private set; }

    /// <summary>Value of the last integer or real number.</summary>
    public double Number { get; private set; }

    /// <summary>The last name, string or hexadecimal string is not what it stands for: escapes have to be undone.</summary>
    public bool HasEscapes { get; private set; }

    /// <summary>The bytes of the last token, without delimiters, escapes not undone.</summary>
    public readonly ReadOnlySpan<byte> Raw => source.Slice(rawStart, rawLength);

    /// <summary>Where <see cref="Raw"/> starts.</summary>
    public readonly int RawStart => rawStart;

    public readonly int RawLength => rawLength;

    public readonly ReadOnlySpan<byte> Data => source;

    public readonly bool IsKeyword(ReadOnlySpan<byte> keyword) => Kind == PdfTokenKind.Keyword && Raw.SequenceEqual(keyword);

    public PdfTokenKind Read()
    {
        var data = source;
        var position = cursor;
        while ((uint)position < (uint)data.Length)
        {
            var first = data[position];
            switch (CharacterClass.Of(first))
            {
                case CharacterClass.WhiteSpace:
                    position++;
                    continue;
                case CharacterClass.NumberStart:
                    TokenStart = position;
                    return Kind = ReadNumber(position);
                case CharacterClass.Regular:
                    TokenStart = position;
                    return Kind = ReadKeyword(position);
                default:
                    TokenStart = position;
                    switch (first)
                    {
                        case (byte)'/':
                            return Kind = ReadName(position + 1);
                        case (byte)'(':
                            return Kind = ReadString(position + 1);
                        case (byte)'[':
                            return Kind = Mark(position, 1, PdfTokenKind.ArrayStart);
                        case (byte)']':
                            return Kind = Mark(position, 1, PdfTokenKind.ArrayEnd);
                        case (byte)'<':
                            return Kind = position + 1 < data.Length && data[position + 1] == '<'
                                ? Mark(position, 2, PdfTokenKind.DictionaryStart)
                                : ReadHexString(position + 1);
                        case (byte)'>':
                            if (position + 1 < data.Length && data[position + 1] == '>')
                            {
                                return Kind = Mark(position, 2, PdfTokenKind.DictionaryEnd);
                            }

                            position++;
                            continue;
                        case (byte)'{' or (byte)'}':
                            return Kind = Mark(position, 1, PdfTokenKind.Keyword);
                        case (byte)'%':
                            var end = data[position..].IndexOfAny((byte)'\r', (byte)'\n');
                            position = end < 0 ? data.Length : position + end;
                            continue;
                        default:
                            position++;
                            continue;
                    }
            }
        }

        TokenStart = data.Length;
        return Kind = Mark(data.Length, 0, PdfTokenKind.EndOfData);
    }

    /// <summary>Undoes the escapes of the last string or hexadecimal string.</summary>
    /// <param name="destination">At least as long as <see cref="Raw"/>.</param>
    /// <returns>Number of bytes written.</returns>
    public readonly int DecodeString(Span<byte> destination)
    {
        if (Kind == PdfTokenKind.HexString)
        {
            return StringEscapes.DecodeHex(Raw, destination);
        }

        if (!HasEscapes)
        {
            Raw.CopyTo(destination);
            return rawLength;
        }

        return StringEscapes.DecodeLiteral(Raw, destination);
    }

    /// <summary>The last name as a string, <c>#xx</c> undone; one character for each byte (Latin-1), so that no byte is lost.</summary>
    public readonly string DecodeName() =>
        HasEscapes ? StringEscapes.DecodeName(Raw) : Encoding.Latin1.GetString(Raw);

    /// <summary>
    /// After an integer: reads the rest of an indirect reference (<c>12 0 R</c>, 7.3.10). Leaves the position where
    /// it is when there is none.
    /// </summary>
    public bool TryReadReferenceTail(out int generation)
    {
        var data = source;
        var position = cursor;
        generation = 0;
        var start = position;
        while (position < data.Length && CharacterClass.IsWhiteSpace(data[position]))
        {
            position++;
        }

        var digits = position;
        while (position < data.Length && position - digits < 6 && CharacterClass.IsDigit(data[position]))
        {
            generation = (generation * 10) + (data[position] - '0');
            position++;
        }

        if (digits == start || position == digits)
        {
            return false;
        }

        var afterDigits = position;
        while (position < data.Length && CharacterClass.IsWhiteSpace(data[position]))
        {
            position++;
        }

        if (position == afterDigits || position >= data.Length || data[position] != 'R'
            || (position + 1 < data.Length && CharacterClass.IsRegular(data[position + 1])))
        {
            return false;
        }

        cursor = position + 1;
        return true;
    }

    private PdfTokenKind Mark(int start, int length, PdfTokenKind kind)
    {
        rawStart = start;
        rawLength = length;
        cursor = start + length;
        return kind;
    }

    private PdfTokenKind ReadKeyword(int start)
    {
        var data = source;
        var position = start + 1;
        while ((uint)position < (uint)data.Length && CharacterClass.IsRegular(data[position]))
        {
            position++;
        }

        return Mark(start, position - start, PdfTokenKind.Keyword);
    }

    private PdfTokenKind ReadName(int start)
    {
        var data = source;
        var position = start;
        var escaped = false;
        while ((uint)position < (uint)data.Length && CharacterClass.IsRegular(data[position]))
        {
            escaped |= data[position] == '#';
            position++;
        }

        HasEscapes = escaped;
        return Mark(start, position - start, PdfTokenKind.Name);
    }

    private PdfTokenKind ReadString(int start)
    {
        var data = source;
        var position = start;
        var depth = 1;
        var escaped = false;
        while (true)
        {
            var next = position >= data.Length ? -1 : data[position..].IndexOfAny("()\\\r"u8);
            if (next < 0)
            {
                HasEscapes = escaped;
                return Mark(Math.Min(start, data.Length), data.Length - Math.Min(start, data.Length), PdfTokenKind.String);
            }

            position += next;
            switch (data[position++])
            {
                case (byte)'(':
                    depth++;
                    break;
                case (byte)')':
                    if (--depth == 0)
                    {
                        HasEscapes = escaped;
                        Mark(start, position - 1 - start, PdfTokenKind.String);
                        cursor = position;
                        return PdfTokenKind.String;
                    }

                    break;
                case (byte)'\\':
                    escaped = true;
                    position++;
                    break;
                default:
                    escaped = true;
                    break;
            }
        }
    }

    private PdfTokenKind ReadHexString(int start)
    {
        HasEscapes = true;
        var length = source[start..].IndexOf((byte)'>');
        if (length < 0)
        {
            return Mark(start, source.Length - start, PdfTokenKind.HexString);
        }

        Mark(start, length, PdfTokenKind.HexString);
        cursor = start + length + 1;
        return PdfTokenKind.HexString;
    }

    private PdfTokenKind ReadNumber(int start)
    {
        var end = NumberSyntax.Read(source, start, out var integer, out var number, out var isReal);
        if (end == start)
        {
            return ReadKeyword(start);
        }

        Integer = integer;
        Number = number;
        return Mark(start, end - start, isReal ? PdfTokenKind.Real : PdfTokenKind.Integer);
    }
}
