using System.Buffers.Binary;

namespace Extractor.Pdf.Fonts;

/// <summary>Big-endian numbers of a font program; beyond its end everything is 0.</summary>
internal readonly struct FontBytes(ReadOnlyMemory<byte> memory)
{
    public int Length => memory.Length;

    public ReadOnlySpan<byte> Span => memory.Span;

    public byte Byte(int at) => (uint)at < (uint)memory.Length ? memory.Span[at] : (byte)0;

    public ushort UInt16(int at) =>
        at >= 0 && at <= memory.Length - 2 ? BinaryPrimitives.ReadUInt16BigEndian(memory.Span[at..]) : (ushort)0;

    public short Int16(int at) => (short)UInt16(at);

    public uint UInt32(int at) =>
        at >= 0 && at <= memory.Length - 4 ? BinaryPrimitives.ReadUInt32BigEndian(memory.Span[at..]) : 0;

    /// <summary>A part, cut to what there is.</summary>
    public FontBytes Slice(long start, long length)
    {
        if (start < 0 || start >= memory.Length || length <= 0)
        {
            return default;
        }

        return new FontBytes(memory.Slice((int)start, (int)Math.Min(length, memory.Length - start)));
    }

    public FontBytes Slice(long start) => Slice(start, int.MaxValue);

    public ReadOnlyMemory<byte> Memory => memory;
}
