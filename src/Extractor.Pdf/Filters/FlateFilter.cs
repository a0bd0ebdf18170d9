using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Extractor.Pdf.Filters;

/// <summary>
/// FlateDecode (7.4.4). Damaged or cut data give what could be inflated; a missing or wrong zlib header (RFC 1950)
/// is passed over.
/// </summary>
internal static class FlateFilter
{
    private const int ChunkBytes = 16 * 1024;
    private const int ZlibHeaderBytes = 2;

    public static void Decode(ReadOnlyMemory<byte> encoded, ByteSink output)
    {
        // Line ends that belong to the keyword `stream` but were written twice.
        var skip = 0;
        while (skip < encoded.Length && skip < 2 && encoded.Span[skip] is (byte)'\r' or (byte)'\n')
        {
            skip++;
        }

        encoded = encoded[skip..];
        if (encoded.Length == 0)
        {
            return;
        }

        var start = output.Length;
        var header = HasZlibHeader(encoded.Span) ? ZlibHeaderBytes : 0;
        if (TryInflate(encoded[header..], output) || (header > 0 && output.Length > start))
        {
            return;
        }

        // The header is damaged, or the data only look as if they had one: what gives more is taken.
        var other = Math.Min(ZlibHeaderBytes - header, encoded.Length);
        var first = output.Length - start;
        output.Truncate(start);
        if (!TryInflate(encoded[other..], output) && output.Length - start < first)
        {
            output.Truncate(start);
            TryInflate(encoded[header..], output);
        }
    }

    private static bool HasZlibHeader(ReadOnlySpan<byte> data) =>
        data.Length >= ZlibHeaderBytes && (data[0] & 0x0F) == 8 && ((data[0] << 8) | data[1]) % 31 == 0;

    /// <summary>Inflates raw data, the checksum behind them left alone; on damage keeps all that came before it.</summary>
    private static bool TryInflate(ReadOnlyMemory<byte> encoded, ByteSink output)
    {
        var start = output.Length;
        try
        {
            using var source = OpenRead(encoded);
            using var inflater = new DeflateStream(source, CompressionMode.Decompress);
            Copy(inflater, output, ChunkBytes);
            return true;
        }
        catch (InvalidDataException)
        {
            SalvageTail(encoded, output, output.Length - start);
            return false;
        }
    }

    /// <summary>
    /// The inflater does not tell how much of the chunk it was filling is good: it is run again as far as it came,
    /// and from there byte by byte.
    /// </summary>
    private static void SalvageTail(ReadOnlyMemory<byte> encoded, ByteSink output, int good)
    {
        try
        {
            using var source = OpenRead(encoded);
            using var inflater = new DeflateStream(source, CompressionMode.Decompress);
            Span<byte> skipped = stackalloc byte[4096];
            while (good > 0)
            {
                var read = inflater.Read(skipped[..Math.Min(good, skipped.Length)]);
                if (read == 0)
                {
                    return;
                }

                good -= read;
            }

            Copy(inflater, output, 1);
        }
        catch (InvalidDataException)
        {
            // All that came before the damage is written.
        }
    }

    private static void Copy(Stream inflater, ByteSink output, int chunkBytes)
    {
        while (true)
        {
            var room = output.GetSpan(chunkBytes);
            var read = inflater.Read(chunkBytes == 1 ? room[..1] : room);
            if (read == 0)
            {
                return;
            }

            output.Advance(read);
        }
    }

    private static MemoryStream OpenRead(ReadOnlyMemory<byte> memory) =>
        MemoryMarshal.TryGetArray(memory, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(memory.ToArray(), writable: false);
}
