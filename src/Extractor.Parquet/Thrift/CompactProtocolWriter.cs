using System.Text;

namespace Extractor.Parquet.Thrift;

/// <summary>
/// Writes Parquet's metadata structures in the Thrift compact protocol: field headers hold the distance to the field
/// before, integers are zigzag variable-length, lists hold type and count in one byte where they fit.
/// </summary>
internal sealed class CompactProtocolWriter(PageBuffer output)
{
    private readonly Stack<short> enclosing = new();
    private short lastField;

    /// <summary>Starts a structure that stands alone or as the element of a list.</summary>
    public void BeginStruct()
    {
        enclosing.Push(lastField);
        lastField = 0;
    }

    public void BeginStruct(short field)
    {
        FieldHeader(field, CompactType.Struct);
        BeginStruct();
    }

    public void EndStruct()
    {
        output.WriteByte((byte)CompactType.Stop);
        lastField = enclosing.Pop();
    }

    /// <summary>A structure without fields: the chosen member of a union.</summary>
    public void EmptyStruct(short field)
    {
        BeginStruct(field);
        EndStruct();
    }

    public void Boolean(short field, bool value) =>
        FieldHeader(field, value ? CompactType.BooleanTrue : CompactType.BooleanFalse);

    public void Byte(short field, sbyte value)
    {
        FieldHeader(field, CompactType.Byte);
        output.WriteByte((byte)value);
    }

    public void Int16(short field, short value)
    {
        FieldHeader(field, CompactType.Int16);
        output.WriteZigZagVarInt(value);
    }

    public void Int32(short field, int value)
    {
        FieldHeader(field, CompactType.Int32);
        output.WriteZigZagVarInt(value);
    }

    public void Int64(short field, long value)
    {
        FieldHeader(field, CompactType.Int64);
        output.WriteZigZagVarInt(value);
    }

    public void Binary(short field, ReadOnlySpan<byte> value)
    {
        FieldHeader(field, CompactType.Binary);
        BinaryElement(value);
    }

    public void String(short field, string value) => Binary(field, Encoding.UTF8.GetBytes(value));

    public void BeginList(short field, CompactType elementType, int count)
    {
        FieldHeader(field, CompactType.List);
        if (count < 15)
        {
            output.WriteByte((byte)((count << 4) | (byte)elementType));
        }
        else
        {
            output.WriteByte((byte)(0xF0 | (byte)elementType));
            output.WriteUnsignedVarInt((ulong)count);
        }
    }

    public void BooleanElement(bool value) =>
        output.WriteByte((byte)(value ? CompactType.BooleanTrue : CompactType.BooleanFalse));

    public void Int32Element(int value) => output.WriteZigZagVarInt(value);

    public void Int64Element(long value) => output.WriteZigZagVarInt(value);

    public void BinaryElement(ReadOnlySpan<byte> value)
    {
        output.WriteUnsignedVarInt((ulong)value.Length);
        output.Write(value);
    }

    public void StringElement(string value) => BinaryElement(Encoding.UTF8.GetBytes(value));

    private void FieldHeader(short field, CompactType type)
    {
        var distance = field - lastField;
        if (distance is > 0 and <= 15)
        {
            output.WriteByte((byte)((distance << 4) | (byte)type));
        }
        else
        {
            output.WriteByte((byte)type);
            output.WriteZigZagVarInt(field);
        }

        lastField = field;
    }
}
