using Extractor.Parquet.BloomFilters;
using Extractor.Parquet.Metadata;
using Extractor.Parquet.Thrift;

namespace Extractor.Parquet;

/// <summary>Where column chunks go: compresses pages, writes them with their headers, and keeps count of the file.</summary>
internal sealed class ColumnChunkTarget(Stream stream, ParquetWriterOptions options)
{
    private readonly PageBuffer header = new();
    private ChunkBuffers? buffers;

    public ParquetWriterOptions Options => options;

    /// <summary>Bytes of the file so far.</summary>
    public long Position { get; private set; }

    /// <summary>The page that is being put together.</summary>
    public PageBuffer Page => buffers!.Page;

    /// <summary>What an encoding is tried on.</summary>
    public PageBuffer Sample => buffers!.Sample;

    /// <summary>Of the current column chunk.</summary>
    public List<PageEntry> DataPages { get; private set; } = [];

    public long UncompressedSize { get; private set; }

    public long CompressedSize { get; private set; }

    /// <summary>What the current column chunk's bloom filter is made of, once the chunk is written; null without one.</summary>
    public SplitBlockBloomFilter? BloomFilter { get; private set; }

    /// <summary>Before the column chunks of a row group.</summary>
    public void BeginRowGroup() => buffers = ChunkBuffers.Rent();

    public void EndRowGroup()
    {
        ChunkBuffers.Return(buffers!);
        buffers = null;
    }

    public void Begin()
    {
        DataPages = [];
        UncompressedSize = 0;
        CompressedSize = 0;
        BloomFilter = null;
    }

    public void End(ColumnWriter column)
    {
        if (!column.Column.HasBloomFilter)
        {
            return;
        }

        BloomFilter = new SplitBlockBloomFilter(column.VisitHashes(null), options.BloomFilterFalsePositiveRate);
        column.VisitHashes(BloomFilter.Add);
    }

    /// <summary>How long <paramref name="sample"/> would be in the file.</summary>
    /// <param name="most">Bytes that are compressed; what follows them is taken to be like them.</param>
    public double CompressedLengthOf(PageBuffer sample, int most)
    {
        var part = Math.Min(sample.Length, most);
        return part == 0 ? 0
            : (double)buffers!.Compressor.Compress(sample.Written[..part], options.Codec).Length * sample.Length / part;
    }

    public void WriteDataPage(int firstRow, int rowCount, Encoding encoding, ColumnStatistics statistics)
    {
        var offset = Position;
        WritePage(PageType.Data, rowCount, encoding, statistics);
        DataPages.Add(new PageEntry(offset, (int)(Position - offset), firstRow, rowCount, statistics));
    }

    public void WritePage(PageType type, int valueCount, Encoding encoding, ColumnStatistics? statistics)
    {
        var compressed = buffers!.Compressor.Compress(Page.Written, options.Codec);
        header.Clear();
        new PageHeader(type, Page.Length, compressed.Length, valueCount, encoding, statistics)
            .Write(new CompactProtocolWriter(header));
        UncompressedSize += header.Length + Page.Length;
        CompressedSize += header.Length + compressed.Length;
        Write(header.Written);
        Write(compressed);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        stream.Write(bytes);
        Position += bytes.Length;
    }

    /// <summary>Writes a structure of its own, and tells where it stands.</summary>
    public FileSection WriteSection(Action<PageBuffer> write)
    {
        header.Clear();
        write(header);
        var section = new FileSection(Position, header.Length);
        Write(header.Written);
        return section;
    }
}
