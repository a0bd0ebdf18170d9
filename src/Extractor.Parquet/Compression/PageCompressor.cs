using System.IO.Compression;

namespace Extractor.Parquet.Compression;

/// <summary>Compresses one page after the other.</summary>
internal sealed class PageCompressor
{
    private readonly PageBuffer compressed = new();
    private readonly SnappyEncoder snappy = new();

    /// <summary>The compressed page; valid until the next call.</summary>
    public ReadOnlySpan<byte> Compress(ReadOnlySpan<byte> page, ParquetCodec codec)
    {
        if (codec == ParquetCodec.Uncompressed)
        {
            return page;
        }

        compressed.Clear();
        if (codec == ParquetCodec.Snappy)
        {
            snappy.Compress(page, compressed);
        }
        else
        {
            using var target = new PageBufferStream(compressed);
            using var gzip = new GZipStream(target, CompressionLevel.Optimal);
            gzip.Write(page);
        }

        return compressed.Written;
    }

    /// <param name="uncompressedSize">As the page header states it.</param>
    public static ReadOnlySpan<byte> Decompress(ParquetCodec codec, ReadOnlySpan<byte> page, int uncompressedSize)
    {
        switch (codec)
        {
            case ParquetCodec.Uncompressed:
                return page;
            case ParquetCodec.Snappy:
                var output = GC.AllocateUninitializedArray<byte>(uncompressedSize);
                SnappyDecoder.Decompress(page, output);
                return output;
            case ParquetCodec.Gzip:
                return Gunzip(page.ToArray(), uncompressedSize);
            default:
                throw new ParquetException($"The file is compressed with codec {(int)codec}, which this library does not read.");
        }
    }

    private static byte[] Gunzip(byte[] page, int uncompressedSize)
    {
        var output = new byte[uncompressedSize];
        try
        {
            using var gzip = new GZipStream(new MemoryStream(page), CompressionMode.Decompress);
            gzip.ReadExactly(output);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw new ParquetException("A gzip page cannot be decompressed: the file is damaged.", exception);
        }

        return output;
    }

    private sealed class PageBufferStream(PageBuffer buffer) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => buffer.Length;

        public override long Position
        {
            get => buffer.Length;
            set => throw new NotSupportedException();
        }

        public override void Write(ReadOnlySpan<byte> source) => buffer.Write(source);

        public override void Write(byte[] source, int offset, int count) => buffer.Write(source.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override int Read(byte[] target, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
