namespace Extractor.Parquet.Thrift;

/// <summary>The types of the Thrift compact protocol, as they stand in field and list headers.</summary>
internal enum CompactType : byte
{
    Stop = 0,

    /// <summary>A boolean field carries its value in its type; in a list it is one byte of the same values.</summary>
    BooleanTrue = 1,
    BooleanFalse = 2,
    Byte = 3,
    Int16 = 4,
    Int32 = 5,
    Int64 = 6,
    Double = 7,
    Binary = 8,
    List = 9,
    Set = 10,
    Map = 11,
    Struct = 12,
}
