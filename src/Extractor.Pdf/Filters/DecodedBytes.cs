using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Filters;

/// <summary>Decoded bytes, mostly in pooled memory: not to be used after they are disposed.</summary>
internal sealed class DecodedBytes : IDisposable
{
    private byte[]? rented;
    private ReadOnlyMemory<byte> memory;

    /// <summary>Bytes that need not be given back.</summary>
    public DecodedBytes(ReadOnlyMemory<byte> memory) => this.memory = memory;

    public DecodedBytes(byte[] rented, int length)
    {
        this.rented = rented;
        memory = rented.AsMemory(0, length);
    }

    public ReadOnlyMemory<byte> Memory => memory;

    public ReadOnlySpan<byte> Span => memory.Span;

    public void Dispose()
    {
        if (rented is { Length: > 0 } held)
        {
            BoundedPool<byte>.Return(held);
        }

        rented = null;
        memory = default;
    }
}
