using System.Buffers;

namespace Extractor.Pdf.Filters;

/// <summary>Decoded bytes, mostly in pooled memory: not to be used after they are disposed.</summary>
internal sealed class DecodedBytes : IDisposable
{
    private byte[]? _rented;
    private ReadOnlyMemory<byte> _memory;

    /// <summary>Bytes that need not be given back.</summary>
    public DecodedBytes(ReadOnlyMemory<byte> memory) => _memory = memory;

    public DecodedBytes(byte[] rented, int length)
    {
        _rented = rented;
        _memory = rented.AsMemory(0, length);
    }

    public ReadOnlyMemory<byte> Memory => _memory;

    public ReadOnlySpan<byte> Span => _memory.Span;

    public void Dispose()
    {
        if (_rented is { Length: > 0 } rented)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        _rented = null;
        _memory = default;
    }
}
