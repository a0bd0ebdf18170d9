using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Filters;

/// <summary>ASCIIHexDecode (7.4.2) and ASCII85Decode (7.4.3). Characters that do not belong are passed over.</summary>
internal static class AsciiFilters
{
    public static void DecodeHex(ReadOnlySpan<byte> encoded, ByteSink output)
    {
        var end = encoded.IndexOf((byte)'>');
        if (end >= 0)
        {
            encoded = encoded[..end];
        }

        var room = output.GetSpan((encoded.Length + 1) / 2);
        output.Advance(StringEscapes.DecodeHex(encoded, room));
    }

    public static void Decode85(ReadOnlySpan<byte> encoded, ByteSink output)
    {
        var position = 0;
        while (position < encoded.Length && CharacterClass.IsWhiteSpace(encoded[position]))
        {
            position++;
        }

        if (encoded[position..].StartsWith("<~"u8))
        {
            position += 2;
        }

        uint group = 0;
        var count = 0;
        for (; position < encoded.Length && encoded[position] != '~'; position++)
        {
            var character = encoded[position];
            if (character == 'z' && count == 0)
            {
                output.Fill(0, 4);
                continue;
            }

            if (character is < (byte)'!' or > (byte)'u')
            {
                continue;
            }

            group = unchecked((group * 85) + (uint)(character - '!'));
            if (++count == 5)
            {
                WriteGroup(group, 4, output);
                group = 0;
                count = 0;
            }
        }

        if (count > 1)
        {
            // A last group of n characters stands for n - 1 bytes, as if it were filled up with the highest digit.
            for (var missing = count; missing < 5; missing++)
            {
                group = unchecked((group * 85) + 84);
            }

            WriteGroup(group, count - 1, output);
        }
    }

    private static void WriteGroup(uint group, int bytes, ByteSink output)
    {
        var room = output.GetSpan(4);
        for (var index = 0; index < bytes; index++)
        {
            room[index] = (byte)(group >> (24 - (8 * index)));
        }

        output.Advance(bytes);
    }
}
