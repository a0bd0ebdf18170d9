using System.Globalization;
using System.Text;

namespace Extractor.Pdf.CMaps;

internal enum CMapTokenKind
{
    End,
    Number,
    HexString,
    Name,
    ArrayStart,
    ArrayEnd,
    Operator,
}

/// <summary>Splits the PostScript of a CMap (Adobe Technical Note 5014) into the few kinds of token that matter.</summary>
/// <param name="source">The CMap file.</param>
/// <param name="scratch">Receives the bytes of hexadecimal strings; longer strings are cut.</param>
internal ref struct CMapLexer(ReadOnlySpan<byte> source, Span<byte> scratch)
{
    private readonly ReadOnlySpan<byte> source = source;
    private readonly Span<byte> scratch = scratch;
    private int position;
    private int scratchLength;
    private ReadOnlySpan<byte> raw;

    public int Number { get; private set; }

    /// <summary>The bytes of the last hexadecimal string.</summary>
    public readonly ReadOnlySpan<byte> String => scratch[..scratchLength];

    /// <summary>The last name (without its slash) or operator.</summary>
    public readonly ReadOnlySpan<byte> Word => raw;

    public readonly string WordText => Encoding.Latin1.GetString(raw);

    /// <summary>The last hexadecimal string as a big-endian number of at most four bytes.</summary>
    public readonly uint Code
    {
        get
        {
            uint code = 0;
            foreach (var b in String.Length > 4 ? String[^4..] : String)
            {
                code = (code << 8) | b;
            }

            return code;
        }
    }

    public CMapTokenKind Next()
    {
        while (position < source.Length)
        {
            var c = source[position];
            switch (c)
            {
                case 0 or 9 or 10 or 12 or 13 or 32 or (byte)'{' or (byte)'}' or (byte)')':
                    position++;
                    break;
                case (byte)'%':
                    SkipComment();
                    break;
                case (byte)'[':
                    position++;
                    return CMapTokenKind.ArrayStart;
                case (byte)']':
                    position++;
                    return CMapTokenKind.ArrayEnd;
                case (byte)'(':
                    SkipLiteralString();
                    break;
                case (byte)'<':
                    if (position + 1 < source.Length && source[position + 1] == '<')
                    {
                        position += 2;
                        break;
                    }

                    ReadHexString();
                    return CMapTokenKind.HexString;
                case (byte)'>':
                    position++;
                    break;
                case (byte)'/':
                    position++;
                    ReadWord();
                    return CMapTokenKind.Name;
                default:
                    ReadWord();
                    if (raw.Length == 0)
                    {
                        position++;
                        break;
                    }

                    if (int.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                    {
                        Number = number;
                        return CMapTokenKind.Number;
                    }

                    return CMapTokenKind.Operator;
            }
        }

        return CMapTokenKind.End;
    }

    private void SkipComment()
    {
        var rest = source[position..].IndexOfAny((byte)'\n', (byte)'\r');
        position = rest < 0 ? source.Length : position + rest;
    }

    private void SkipLiteralString()
    {
        var depth = 0;
        while (position < source.Length)
        {
            var c = source[position++];
            if (c == '\\')
            {
                position++;
            }
            else if (c == '(')
            {
                depth++;
            }
            else if (c == ')' && --depth == 0)
            {
                return;
            }
        }
    }

    private void ReadHexString()
    {
        position++;
        scratchLength = 0;
        var high = -1;
        while (position < source.Length)
        {
            var c = source[position++];
            if (c == '>')
            {
                break;
            }

            var digit = HexDigit(c);
            if (digit < 0)
            {
                continue;
            }

            if (high < 0)
            {
                high = digit;
            }
            else
            {
                Append((byte)((high << 4) | digit));
                high = -1;
            }
        }

        if (high >= 0)
        {
            Append((byte)(high << 4));
        }
    }

    private void Append(byte value)
    {
        if (scratchLength < scratch.Length)
        {
            scratch[scratchLength++] = value;
        }
    }

    private static int HexDigit(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
        _ => -1,
    };

    private void ReadWord()
    {
        var start = position;
        while (position < source.Length && !IsDelimiter(source[position]))
        {
            position++;
        }

        raw = source[start..position];
    }

    private static bool IsDelimiter(byte c) => c is 0 or 9 or 10 or 12 or 13 or 32
        or (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}'
        or (byte)'/' or (byte)'%';
}
