using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Filters;

/// <summary>Undoes the predictors of Flate and LZW data in place (7.4.4.4): TIFF 6.0 (2) and PNG (10 to 15).</summary>
internal static class Predictor
{
    public static void Undo(PdfDictionary? parameters, ByteSink data, int start)
    {
        var predictor = parameters?.GetInteger("Predictor", 1) ?? 1;
        if (predictor <= 1)
        {
            return;
        }

        var colors = Math.Clamp(parameters!.GetInteger("Colors", 1), 1, 64);
        var bits = parameters.GetInteger("BitsPerComponent", 8);
        bits = bits is 1 or 2 or 4 or 8 or 16 ? bits : 8;
        var columns = Math.Clamp(parameters.GetInteger("Columns", 1), 1, 1 << 20);
        var rowBytes = ((colors * bits * columns) + 7) / 8;
        var pixelBytes = Math.Max(1, colors * bits / 8);
        var bytes = data.WrittenBytes[start..];
        if (predictor == 2)
        {
            UndoTiff(bytes, rowBytes, colors, bits);
        }
        else
        {
            data.Truncate(start + UndoPng(bytes, rowBytes, pixelBytes));
        }
    }

    /// <summary>Rows of one tag byte and the row, moved together as they are undone.</summary>
    /// <returns>Number of bytes of the result.</returns>
    private static int UndoPng(Span<byte> bytes, int rowBytes, int pixelBytes)
    {
        Span<byte> above = default;
        var read = 0;
        var written = 0;
        while (read + 1 < bytes.Length)
        {
            var tag = bytes[read++];
            var length = Math.Min(rowBytes, bytes.Length - read);
            bytes.Slice(read, length).CopyTo(bytes[written..]);
            var row = bytes.Slice(written, length);
            UndoPngRow(tag, row, above, pixelBytes);
            above = row;
            read += length;
            written += length;
        }

        return written;
    }

    private static void UndoPngRow(byte tag, Span<byte> row, ReadOnlySpan<byte> above, int pixelBytes)
    {
        switch (tag)
        {
            case 1:
                for (var index = pixelBytes; index < row.Length; index++)
                {
                    row[index] += row[index - pixelBytes];
                }

                break;
            case 2:
                for (var index = 0; index < Math.Min(row.Length, above.Length); index++)
                {
                    row[index] += above[index];
                }

                break;
            case 3:
                for (var index = 0; index < row.Length; index++)
                {
                    var left = index >= pixelBytes ? row[index - pixelBytes] : 0;
                    var up = index < above.Length ? above[index] : 0;
                    row[index] += (byte)((left + up) / 2);
                }

                break;
            case 4:
                for (var index = 0; index < row.Length; index++)
                {
                    var left = index >= pixelBytes ? row[index - pixelBytes] : 0;
                    var up = index < above.Length ? above[index] : 0;
                    var corner = index >= pixelBytes && index - pixelBytes < above.Length ? above[index - pixelBytes] : 0;
                    row[index] += Paeth(left, up, corner);
                }

                break;
            default:
                break;
        }
    }

    private static byte Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var toLeft = Math.Abs(estimate - left);
        var toUp = Math.Abs(estimate - up);
        var toCorner = Math.Abs(estimate - corner);
        return (byte)(toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner);
    }

    private static void UndoTiff(Span<byte> bytes, int rowBytes, int colors, int bits)
    {
        for (var start = 0; start < bytes.Length; start += rowBytes)
        {
            var row = bytes.Slice(start, Math.Min(rowBytes, bytes.Length - start));
            switch (bits)
            {
                case 8:
                    for (var index = colors; index < row.Length; index++)
                    {
                        row[index] += row[index - colors];
                    }

                    break;
                case 16:
                    for (var index = colors * 2; index + 1 < row.Length; index += 2)
                    {
                        var before = (row[index - (colors * 2)] << 8) | row[index - (colors * 2) + 1];
                        var sum = before + ((row[index] << 8) | row[index + 1]);
                        row[index] = (byte)(sum >> 8);
                        row[index + 1] = (byte)sum;
                    }

                    break;
                default:
                    UndoTiffBits(row, colors, bits);
                    break;
            }
        }
    }

    private static void UndoTiffBits(Span<byte> row, int colors, int bits)
    {
        var mask = (1 << bits) - 1;
        Span<int> before = stackalloc int[64];
        var samples = row.Length * 8 / bits;
        for (var sample = 0; sample < samples; sample++)
        {
            var bit = sample * bits;
            var shift = 8 - bits - (bit & 7);
            ref var holder = ref row[bit >> 3];
            var value = (((holder >> shift) & mask) + before[sample % colors]) & mask;
            before[sample % colors] = value;
            holder = (byte)((holder & ~(mask << shift)) | (value << shift));
        }
    }
}
