using System.Collections.Concurrent;
using Extractor.Parquet.Compression;

namespace Extractor.Parquet;

/// <summary>
/// The memory in which the pages of a column chunk are put together. It passes from file to file: a publication writes hundreds of small
/// ones, and each would have its own. There are as many as threads that have written at once.
/// </summary>
internal sealed class ChunkBuffers
{
    /// <summary>Larger pages than usual are not kept.</summary>
    private const int MostBytes = 4 * 1024 * 1024;

    private static readonly ConcurrentBag<ChunkBuffers> Idle = [];

    public PageBuffer Page { get; } = new(64 * 1024);

    public PageBuffer Sample { get; } = new(16 * 1024);

    public PageCompressor Compressor { get; } = new();

    public static ChunkBuffers Rent() => Idle.TryTake(out var buffers) ? buffers : new ChunkBuffers();

    public static void Return(ChunkBuffers buffers)
    {
        if (buffers.Page.Capacity <= MostBytes && buffers.Sample.Capacity <= MostBytes)
        {
            Idle.Add(buffers);
        }
    }
}
