namespace Extractor.Pdf.Filters;

/// <summary>LZWDecode (7.4.4): codes of 9 to 12 bits, the highest bit first. A code that cannot be ends the data.</summary>
internal static class LzwFilter
{
    private const int ClearTable = 256;
    private const int EndOfData = 257;
    private const int FirstCode = 258;
    private const int MostCodes = 4096;

    /// <param name="earlyChange">1 where codes grow one code early, as is the rule; 0 where not (table 8).</param>
    public static void Decode(ReadOnlySpan<byte> encoded, ByteSink output, int earlyChange)
    {
        // A sequence is the one of another code and one byte more: it lies somewhere in the output.
        Span<int> starts = stackalloc int[MostCodes];
        Span<int> lengths = stackalloc int[MostCodes];
        var next = FirstCode;
        var width = 9;
        var previousStart = -1;
        var previousLength = 0;
        uint bits = 0;
        var held = 0;
        var position = 0;
        while (true)
        {
            while (held < width && position < encoded.Length)
            {
                bits = (bits << 8) | encoded[position++];
                held += 8;
            }

            if (held < width)
            {
                return;
            }

            held -= width;
            var code = (int)(bits >> held) & ((1 << width) - 1);
            if (code == EndOfData)
            {
                return;
            }

            if (code == ClearTable)
            {
                next = FirstCode;
                width = 9;
                previousStart = -1;
                continue;
            }

            var start = output.Length;
            if (code < ClearTable)
            {
                output.Write((byte)code);
            }
            else if (code < next)
            {
                Copy(output, starts[code], lengths[code]);
            }
            else if (code == next && previousStart >= 0)
            {
                // The sequence that is just being added: the one before with its own first byte.
                Copy(output, previousStart, previousLength + 1);
            }
            else
            {
                return;
            }

            if (previousStart >= 0 && next < MostCodes)
            {
                starts[next] = previousStart;
                lengths[next] = previousLength + 1;
                next++;
            }

            previousStart = start;
            previousLength = output.Length - start;
            width = Width(next + earlyChange);
        }
    }

    private static int Width(int codes) => codes switch
    {
        < 512 => 9,
        < 1024 => 10,
        < 2048 => 11,
        _ => 12,
    };

    /// <summary>Repeats what was written; the last byte may be one that the copy itself writes.</summary>
    private static void Copy(ByteSink output, int start, int length)
    {
        var room = output.GetSpan(length);
        var written = output.WrittenBytes;
        var available = Math.Min(length, written.Length - start);
        written.Slice(start, available).CopyTo(room);
        for (var index = available; index < length; index++)
        {
            room[index] = room[index - available];
        }

        output.Advance(length);
    }
}
