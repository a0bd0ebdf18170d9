using System.Buffers.Binary;

namespace Extractor.Parquet.Encodings;

/// <summary>Reads along the bytes of a page; its end before the end of a value is damage.</summary>
internal ref struct EncodedBytes(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    public int Position { get; private set; }

    public ReadOnlySpan<byte> ReadBytes(int count)
    {
        if (count < 0 || count > bytes.Length - Position)
        {
            throw new ParquetException("A page ends within a value: the file is damaged or cut short.");
        }

        var result = bytes.Slice(Position, count);
        Position += count;
        return result;
    }

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(ReadBytes(4));

    public byte ReadByte() => ReadBytes(1)[0];

    /// <summary>An unsigned integer of up to eight bytes.</summary>
    public ulong ReadLittleEndian(int byteCount)
    {
        ulong value = 0;
        var part = ReadBytes(byteCount);
        for (var index = 0; index < part.Length; index++)
        {
            value |= (ulong)part[index] << (8 * index);
        }

        return value;
    }

    public ulong ReadUnsignedVarInt()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = ReadByte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new ParquetException("A variable-length integer is longer than 64 bits: the file is damaged.");
    }

    public long ReadZigZagVarInt()
    {
        var value = ReadUnsignedVarInt();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }
}
