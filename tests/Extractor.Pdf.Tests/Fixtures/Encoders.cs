namespace Extractor.Pdf.Tests.Fixtures;

/// <summary>Writes what the filters read.</summary>
internal static class Encoders
{
    public static byte[] Hex(ReadOnlySpan<byte> data) => PdfBuilder.Latin1(Convert.ToHexString(data) + ">");

    public static byte[] Ascii85(ReadOnlySpan<byte> data)
    {
        var text = new System.Text.StringBuilder();
        for (var start = 0; start < data.Length; start += 4)
        {
            var part = data.Slice(start, Math.Min(4, data.Length - start));
            uint group = 0;
            for (var index = 0; index < 4; index++)
            {
                group = (group << 8) | (index < part.Length ? part[index] : 0u);
            }

            if (group == 0 && part.Length == 4)
            {
                text.Append('z');
                continue;
            }

            var digits = new char[5];
            for (var index = 4; index >= 0; index--)
            {
                digits[index] = (char)('!' + (group % 85));
                group /= 85;
            }

            text.Append(digits, 0, part.Length + 1);
            text.Append('\n', start % 80 == 76 ? 1 : 0);
        }

        return PdfBuilder.Latin1(text.Append("~>").ToString());
    }

    public static byte[] RunLength(ReadOnlySpan<byte> data)
    {
        var output = new List<byte>();
        var position = 0;
        while (position < data.Length)
        {
            var run = 1;
            while (run < 128 && position + run < data.Length && data[position + run] == data[position])
            {
                run++;
            }

            if (run > 1)
            {
                output.Add((byte)(257 - run));
                output.Add(data[position]);
            }
            else
            {
                output.Add(0);
                output.Add(data[position]);
            }

            position += run;
        }

        output.Add(128);
        return [.. output];
    }

    public static byte[] Lzw(ReadOnlySpan<byte> data, int earlyChange)
    {
        var output = new List<byte>();
        ulong bits = 0;
        var held = 0;
        var width = 9;
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        var next = 258;
        Put(256);
        var sequence = string.Empty;
        foreach (var value in data)
        {
            var longer = sequence + (char)value;
            if (longer.Length == 1 || table.ContainsKey(longer))
            {
                sequence = longer;
                continue;
            }

            Put(CodeOf(sequence));
            table.Add(longer, next++);
            Widen();
            if (next == 4094)
            {
                Put(256);
                table.Clear();
                next = 258;
                width = 9;
            }

            sequence = ((char)value).ToString();
        }

        if (sequence.Length > 0)
        {
            Put(CodeOf(sequence));
            next++;
            Widen();
        }

        Put(257);
        Put(0);
        return [.. output];

        int CodeOf(string text) => text.Length == 1 ? text[0] : table[text];

        // The decoder's table is one entry behind.
        void Widen() => width = (next - 1 + earlyChange) switch { < 512 => 9, < 1024 => 10, < 2048 => 11, _ => 12 };

        void Put(int code)
        {
            bits = (bits << width) | (uint)code;
            held += width;
            while (held >= 8)
            {
                held -= 8;
                output.Add((byte)(bits >> held));
            }
        }
    }

    /// <summary>PNG rows, the predictor of each row chosen by its number: 0 to 4 in turn.</summary>
    public static byte[] PngRows(ReadOnlySpan<byte> data, int rowBytes, int pixelBytes)
    {
        var output = new List<byte>();
        for (var start = 0; start < data.Length; start += rowBytes)
        {
            var predictor = start / rowBytes % 5;
            output.Add((byte)predictor);
            for (var index = 0; index < Math.Min(rowBytes, data.Length - start); index++)
            {
                var left = index >= pixelBytes ? data[start + index - pixelBytes] : 0;
                var up = start > 0 ? data[start + index - rowBytes] : 0;
                var corner = start > 0 && index >= pixelBytes ? data[start + index - rowBytes - pixelBytes] : 0;
                var guess = predictor switch
                {
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Nearest(left, up, corner),
                    _ => 0,
                };
                output.Add((byte)(data[start + index] - guess));
            }
        }

        return [.. output];
    }

    private static int Nearest(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        (int Distance, int Order, int Value)[] all = [(Math.Abs(estimate - left), 0, left), (Math.Abs(estimate - up), 1, up),
            (Math.Abs(estimate - corner), 2, corner)];
        return all.Min().Value;
    }
}
