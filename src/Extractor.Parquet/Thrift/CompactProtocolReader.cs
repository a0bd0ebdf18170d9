using System.Text;

namespace Extractor.Parquet.Thrift;

/// <summary>Reads structures in the Thrift compact protocol. Fields that a caller does not know are skipped.</summary>
internal ref struct CompactProtocolReader(ReadOnlySpan<byte> input)
{
    private const int MaximumDepth = 32;

    private readonly ReadOnlySpan<byte> input = input;
    private short lastField;
    private bool boolean;

    /// <summary>Bytes read so far.</summary>
    public int Position { get; private set; }

    /// <summary>Enters a structure; the result is handed to <see cref="EndStruct"/>.</summary>
    public short BeginStruct()
    {
        var enclosing = lastField;
        lastField = 0;
        return enclosing;
    }

    public void EndStruct(short enclosing) => lastField = enclosing;

    /// <summary>The next field of the structure, or false at its end.</summary>
    public bool NextField(out short field, out CompactType type)
    {
        var header = ReadByte();
        type = (CompactType)(header & 0x0F);
        if (type == CompactType.Stop)
        {
            field = 0;
            return false;
        }

        var distance = header >> 4;
        field = distance == 0 ? checked((short)ReadZigZag()) : (short)(lastField + distance);
        lastField = field;
        boolean = type == CompactType.BooleanTrue;
        return true;
    }

    /// <summary>The value of the boolean field whose header was just read.</summary>
    public readonly bool ReadBooleanField() => boolean;

    public int ReadInt32() => checked((int)ReadZigZag());

    public long ReadInt64() => ReadZigZag();

    public ReadOnlySpan<byte> ReadBinary()
    {
        var length = checked((int)ReadUnsigned());
        if (length > input.Length - Position)
        {
            throw new ParquetException("The metadata ends within a value: the file is damaged or cut short.");
        }

        var value = input.Slice(Position, length);
        Position += length;
        return value;
    }

    public string ReadString() => Encoding.UTF8.GetString(ReadBinary());

    public int BeginList(out CompactType elementType)
    {
        var header = ReadByte();
        elementType = (CompactType)(header & 0x0F);
        var count = header >> 4;
        if (count == 15)
        {
            count = checked((int)ReadUnsigned());
        }

        if (count > input.Length - Position)
        {
            throw new ParquetException("A list of the metadata is longer than the metadata: the file is damaged.");
        }

        return count;
    }

    public void Skip(CompactType type) => Skip(type, isElement: false, 0);

    private void Skip(CompactType type, bool isElement, int depth)
    {
        if (depth > MaximumDepth)
        {
            throw new ParquetException("The metadata is nested too deep: the file is damaged.");
        }

        switch (type)
        {
            case CompactType.BooleanTrue or CompactType.BooleanFalse:
                if (isElement)
                {
                    ReadByte();
                }

                break;
            case CompactType.Byte:
                ReadByte();
                break;
            case CompactType.Int16 or CompactType.Int32 or CompactType.Int64:
                ReadUnsigned();
                break;
            case CompactType.Double:
                Position += 8;
                break;
            case CompactType.Binary:
                ReadBinary();
                break;
            case CompactType.List or CompactType.Set:
                var count = BeginList(out var elementType);
                for (var index = 0; index < count; index++)
                {
                    Skip(elementType, isElement: true, depth + 1);
                }

                break;
            case CompactType.Struct:
                var enclosing = BeginStruct();
                while (NextField(out _, out var fieldType))
                {
                    Skip(fieldType, isElement: false, depth + 1);
                }

                EndStruct(enclosing);
                break;
            default:
                throw new ParquetException($"The metadata holds a value of type {type}, which Parquet does not use.");
        }
    }

    private long ReadZigZag()
    {
        var value = ReadUnsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    private ulong ReadUnsigned()
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

        throw new ParquetException("A number of the metadata is longer than 64 bits: the file is damaged.");
    }

    private byte ReadByte() => Position < input.Length
        ? input[Position++]
        : throw new ParquetException("The metadata ends within a value: the file is damaged or cut short.");
}
