using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Extractor.Parquet;

/// <summary>The bytes of a page or of a metadata structure while it is put together. Reused from page to page.</summary>
internal sealed class PageBuffer
{
    private byte[] bytes = [];

    public PageBuffer(int capacity = 4096) => Grow(capacity);

    public int Capacity => bytes.Length;

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Room for at least <paramref name="size"/> bytes after what is written; taken with <see cref="Advance"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Reserve(int size)
    {
        if (bytes.Length - Length < size)
        {
            Grow(size);
        }

        return bytes.AsSpan(Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(int size) => Length += size;

    public void WriteByte(byte value)
    {
        Reserve(1)[0] = value;
        Length++;
    }

    public void WriteInt32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Reserve(4), value);
        Length += 4;
    }

    public void WriteInt32At(int position, int value) =>
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(position, 4), value);

    public void Write(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Reserve(value.Length));
        Length += value.Length;
    }

    /// <summary>Unsigned LEB128, the variable-length integer of Thrift and of the Parquet encodings.</summary>
    public void WriteUnsignedVarInt(ulong value)
    {
        var target = Reserve(10);
        var count = 0;
        while (value >= 0x80)
        {
            target[count++] = (byte)(value | 0x80);
            value >>= 7;
        }

        target[count++] = (byte)value;
        Length += count;
    }

    /// <summary>A signed integer, small magnitudes first (0, -1, 1, -2, …), as a variable-length integer.</summary>
    public void WriteZigZagVarInt(long value) => WriteUnsignedVarInt((ulong)((value << 1) ^ (value >> 63)));

    private void Grow(int size) => GrownArray.Grow(ref bytes, Length, checked(Length + size));
}
