namespace Extractor.Pdf.Filters;

/// <summary>RunLengthDecode (7.4.5).</summary>
internal static class RunLengthFilter
{
    private const byte EndOfData = 128;

    public static void Decode(ReadOnlySpan<byte> encoded, ByteSink output)
    {
        var position = 0;
        while (position < encoded.Length)
        {
            var length = encoded[position++];
            if (length == EndOfData)
            {
                return;
            }

            if (length < EndOfData)
            {
                var count = Math.Min(length + 1, encoded.Length - position);
                output.Write(encoded.Slice(position, count));
                position += count;
            }
            else if (position < encoded.Length)
            {
                output.Fill(encoded[position++], 257 - length);
            }
        }
    }
}
