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
/// readers at large do:
/// <list type="bullet">
/// <item>Several signs before a number count as one, and any minus makes it negative: <c>--5</c> is -5.</item>
/// <item>A second point starts another number: <c>1.2.3</c> is 1.2 and 0.3.</item>
/// <item>A minus within a number ends its value, and the rest of the number is dropped: <c>0-1</c> is 0, <c>1.5-7</c> is 1.5.</item>
/// <item>A sign or a point alone is 0; one before another regular character starts a keyword.</item>
/// <item>An exponent is understood although PDF has none: <c>1e-3</c>.</item>
/// <item>An integer beyond 64 bits is a real number.</item>
/// <item>A string or hexadecimal string without its end runs to the end of the data.</item>
/// <item>A lone <c>)</c> or <c>&gt;</c> is passed over.</item>
/// </list>
/// </summary>
internal ref struct PdfTokenizer
{
    private const long MantissaLimit = (long.MaxValue - 9) / 10;

    private static readonly double[] s_powersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    private readonly ReadOnlySpan<byte> _data;
    private int _position;
    private int _rawStart;
    private int _rawLength;

    public PdfTokenizer(ReadOnlySpan<byte> data, int position = 0)
    {
        _data = data;
        Position = position;
    }

    /// <summary>Where the next token is looked for. Settable: past the data of an inline image, or back again.</summary>
    public int Position
    {
        readonly get => _position;
        set => _position = Math.Clamp(value, 0, _data.Length);
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
    public readonly ReadOnlySpan<byte> Raw => _data.Slice(_rawStart, _rawLength);

    /// <summary>Where <see cref="Raw"/> starts.</summary>
    public readonly int RawStart => _rawStart;

    public readonly ReadOnlySpan<byte> Data => _data;

    public readonly bool IsKeyword(ReadOnlySpan<byte> keyword) => Kind == PdfTokenKind.Keyword && Raw.SequenceEqual(keyword);

    public PdfTokenKind Read()
    {
        ReadOnlySpan<byte> data = _data;
        int position = _position;
        while ((uint)position < (uint)data.Length)
        {
            byte first = data[position];
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
                            int end = data[position..].IndexOfAny((byte)'\r', (byte)'\n');
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
            return _rawLength;
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
        ReadOnlySpan<byte> data = _data;
        int position = _position;
        generation = 0;
        int start = position;
        while (position < data.Length && CharacterClass.IsWhiteSpace(data[position]))
        {
            position++;
        }

        int digits = position;
        while (position < data.Length && position - digits < 6 && CharacterClass.IsDigit(data[position]))
        {
            generation = (generation * 10) + (data[position] - '0');
            position++;
        }

        if (digits == start || position == digits)
        {
            return false;
        }

        int afterDigits = position;
        while (position < data.Length && CharacterClass.IsWhiteSpace(data[position]))
        {
            position++;
        }

        if (position == afterDigits || position >= data.Length || data[position] != 'R'
            || (position + 1 < data.Length && CharacterClass.IsRegular(data[position + 1])))
        {
            return false;
        }

        _position = position + 1;
        return true;
    }

    private PdfTokenKind Mark(int start, int length, PdfTokenKind kind)
    {
        _rawStart = start;
        _rawLength = length;
        _position = start + length;
        return kind;
    }

    private PdfTokenKind ReadKeyword(int start)
    {
        ReadOnlySpan<byte> data = _data;
        int position = start + 1;
        while ((uint)position < (uint)data.Length && CharacterClass.IsRegular(data[position]))
        {
            position++;
        }

        return Mark(start, position - start, PdfTokenKind.Keyword);
    }

    private PdfTokenKind ReadName(int start)
    {
        ReadOnlySpan<byte> data = _data;
        int position = start;
        bool escaped = false;
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
        ReadOnlySpan<byte> data = _data;
        int position = start;
        int depth = 1;
        bool escaped = false;
        while (true)
        {
            int next = position >= data.Length ? -1 : data[position..].IndexOfAny("()\\\r"u8);
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
                        _position = position;
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
        int length = _data[start..].IndexOf((byte)'>');
        if (length < 0)
        {
            return Mark(start, _data.Length - start, PdfTokenKind.HexString);
        }

        Mark(start, length, PdfTokenKind.HexString);
        _position = start + length + 1;
        return PdfTokenKind.HexString;
    }

    private PdfTokenKind ReadNumber(int start)
    {
        ReadOnlySpan<byte> data = _data;
        int position = start;
        bool negative = false;
        while (position < data.Length && data[position] is (byte)'-' or (byte)'+')
        {
            negative |= data[position] == '-';
            position++;
        }

        long mantissa = 0;
        int droppedDigits = 0;
        int digitsStart = position;
        while (position < data.Length && CharacterClass.IsDigit(data[position]))
        {
            if (mantissa <= MantissaLimit)
            {
                mantissa = (mantissa * 10) + (data[position] - '0');
            }
            else
            {
                droppedDigits++;
            }

            position++;
        }

        int digits = position - digitsStart;
        int fractionDigits = 0;
        bool isReal = droppedDigits > 0;
        if (position < data.Length && data[position] == '.')
        {
            isReal = true;
            position++;
            while (position < data.Length && CharacterClass.IsDigit(data[position]))
            {
                if (mantissa <= MantissaLimit)
                {
                    mantissa = (mantissa * 10) + (data[position] - '0');
                    fractionDigits++;
                }

                digits++;
                position++;
            }
        }

        if (digits == 0)
        {
            if (position < data.Length && CharacterClass.Of(data[position]) == CharacterClass.Regular)
            {
                return ReadKeyword(start);
            }

            isReal = false;
        }
        else if (position < data.Length && data[position] is (byte)'-' or (byte)'e' or (byte)'E')
        {
            position = ReadOddTail(position, ref isReal, ref fractionDigits);
        }

        Mark(start, position - start, PdfTokenKind.Integer);
        if (!isReal)
        {
            Integer = negative ? -mantissa : mantissa;
            Number = Integer;
            return PdfTokenKind.Integer;
        }

        double value = Scale(mantissa, droppedDigits - fractionDigits);
        Number = negative ? -value : value;
        Integer = 0;
        return PdfTokenKind.Real;
    }

    /// <summary>Reads what may follow the digits of a number against the rules: a minus with digits, or an exponent.</summary>
    private readonly int ReadOddTail(int position, ref bool isReal, ref int fractionDigits)
    {
        ReadOnlySpan<byte> data = _data;
        if (data[position] == '-')
        {
            while (position < data.Length && (data[position] == '-' || data[position] == '.' || CharacterClass.IsDigit(data[position])))
            {
                position++;
            }

            return position;
        }

        int exponentStart = position + 1;
        bool negative = false;
        if (exponentStart < data.Length && data[exponentStart] is (byte)'-' or (byte)'+')
        {
            negative = data[exponentStart] == '-';
            exponentStart++;
        }

        int end = exponentStart;
        int exponent = 0;
        while (end < data.Length && CharacterClass.IsDigit(data[end]))
        {
            exponent = Math.Min((exponent * 10) + (data[end] - '0'), 400);
            end++;
        }

        if (end == exponentStart)
        {
            return position;
        }

        isReal = true;
        fractionDigits -= negative ? -exponent : exponent;
        return end;
    }

    private static double Scale(long mantissa, int exponent)
    {
        if (exponent == 0 || mantissa == 0)
        {
            return mantissa;
        }

        if (exponent < 0 && exponent >= -22)
        {
            return mantissa / s_powersOfTen[-exponent];
        }

        return exponent is > 0 and <= 22
            ? mantissa * s_powersOfTen[exponent]
            : Math.Clamp(mantissa * Math.Pow(10, Math.Clamp(exponent, -300, 300)), -1e300, 1e300);
    }
}
