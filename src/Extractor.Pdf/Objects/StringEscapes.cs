using System.Buffers;
using System.Text;

namespace Extractor.Pdf.Objects;

/// <summary>Undoes the escapes of strings (7.3.4) and names (7.3.5).</summary>
internal static class StringEscapes
{
    /// <summary>
    /// Pairs of hexadecimal digits to bytes; other characters are passed over, a last single digit counts as its high half.
    /// </summary>
    public static int DecodeHex(ReadOnlySpan<byte> raw, Span<byte> destination)
    {
        var count = 0;
        var high = -1;
        foreach (var character in raw)
        {
            var value = CharacterClass.HexValue(character);
            if (value == 255)
            {
                continue;
            }

            if (high < 0)
            {
                high = value;
            }
            else
            {
                destination[count++] = (byte)((high << 4) | value);
                high = -1;
            }
        }

        if (high >= 0)
        {
            destination[count++] = (byte)(high << 4);
        }

        return count;
    }

    /// <summary>The escapes of a literal string (7.3.4.2, table 3); every end of line becomes a line feed.</summary>
    public static int DecodeLiteral(ReadOnlySpan<byte> raw, Span<byte> destination)
    {
        var count = 0;
        var position = 0;
        while (position < raw.Length)
        {
            var character = raw[position++];
            if (character == '\r')
            {
                if (position < raw.Length && raw[position] == '\n')
                {
                    position++;
                }

                destination[count++] = (byte)'\n';
                continue;
            }

            if (character != '\\')
            {
                destination[count++] = character;
                continue;
            }

            if (position >= raw.Length)
            {
                break;
            }

            character = raw[position++];
            switch (character)
            {
                case (byte)'n':
                    destination[count++] = (byte)'\n';
                    break;
                case (byte)'r':
                    destination[count++] = (byte)'\r';
                    break;
                case (byte)'t':
                    destination[count++] = (byte)'\t';
                    break;
                case (byte)'b':
                    destination[count++] = (byte)'\b';
                    break;
                case (byte)'f':
                    destination[count++] = (byte)'\f';
                    break;
                case (byte)'\r':
                    if (position < raw.Length && raw[position] == '\n')
                    {
                        position++;
                    }

                    break;
                case (byte)'\n':
                    break;
                case >= (byte)'0' and <= (byte)'7':
                    var value = character - '0';
                    for (var digit = 0; digit < 2 && position < raw.Length && raw[position] is >= (byte)'0' and <= (byte)'7'; digit++)
                    {
                        value = (value << 3) | (raw[position++] - '0');
                    }

                    destination[count++] = (byte)value;
                    break;
                default:
                    destination[count++] = character;
                    break;
            }
        }

        return count;
    }

    /// <summary>
    /// A name with its <c>#xx</c> undone, one character for each byte; a number sign without two digits stands for itself.
    /// </summary>
    public static string DecodeName(ReadOnlySpan<byte> raw)
    {
        var rented = ArrayPool<byte>.Shared.Rent(raw.Length);
        var count = 0;
        for (var position = 0; position < raw.Length; position++)
        {
            var character = raw[position];
            if (character == '#' && position + 2 < raw.Length
                && CharacterClass.HexValue(raw[position + 1]) is var high && high != 255
                && CharacterClass.HexValue(raw[position + 2]) is var low && low != 255)
            {
                character = (byte)((high << 4) | low);
                position += 2;
            }

            rented[count++] = character;
        }

        var name = Encoding.Latin1.GetString(rented, 0, count);
        ArrayPool<byte>.Shared.Return(rented);
        return name;
    }
}
