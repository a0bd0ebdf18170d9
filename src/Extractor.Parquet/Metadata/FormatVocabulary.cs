namespace Extractor.Parquet.Metadata;

/// <summary>How values lie in the pages. Numbers of the format.</summary>
internal enum PhysicalType
{
    Boolean = 0,
    Int32 = 1,
    Int64 = 2,
    Double = 5,
    ByteArray = 6,
}

/// <summary>The older annotation that stands beside the logical type, for readers that know only it.</summary>
internal enum ConvertedType
{
    Utf8 = 0,
    Decimal = 5,
    Date = 6,
    TimestampMicros = 10,
    Int32 = 17,
    Int64 = 18,
}

internal enum FieldRepetition
{
    Required = 0,
    Optional = 1,
}

internal enum Encoding
{
    Plain = 0,
    Rle = 3,
    DeltaBinaryPacked = 5,
    DeltaLengthByteArray = 6,
    DeltaByteArray = 7,
    RleDictionary = 8,
}

internal enum PageType
{
    Data = 0,
    Dictionary = 2,
}

/// <summary>Whether the minima and maxima of a column's pages rise, fall or do neither, in page order.</summary>
internal enum BoundaryOrder
{
    Unordered = 0,
    Ascending = 1,
    Descending = 2,
}
