using Extractor.Parquet.Thrift;

namespace Extractor.Parquet.Metadata;

/// <summary>
/// What is known of the values of a page or a column chunk (Statistics). The deprecated <c>min</c> and <c>max</c>
/// are not written: their order was never defined for strings.
/// </summary>
/// <param name="Minimum">PLAIN without length; null where no value can be ordered (only nulls or NaN).</param>
/// <param name="IsMinimumExact">False where a long string was cut: no value is smaller, but none need be equal.</param>
/// <param name="DistinctCount">Known only where every value stands in the dictionary.</param>
internal sealed record ColumnStatistics(
    byte[]? Minimum,
    byte[]? Maximum,
    bool IsMinimumExact,
    bool IsMaximumExact,
    long NullCount,
    long? DistinctCount)
{
    public void Write(CompactProtocolWriter writer)
    {
        writer.Int64(3, NullCount);
        if (DistinctCount is { } distinct)
        {
            writer.Int64(4, distinct);
        }

        if (Minimum is null || Maximum is null)
        {
            return;
        }

        writer.Binary(5, Maximum);
        writer.Binary(6, Minimum);
        writer.Boolean(7, IsMaximumExact);
        writer.Boolean(8, IsMinimumExact);
    }

    public static ColumnStatistics Read(ref CompactProtocolReader reader)
    {
        byte[]? minimum = null, maximum = null;
        bool isMinimumExact = false, isMaximumExact = false;
        long nullCount = 0;
        long? distinctCount = null;
        var enclosing = reader.BeginStruct();
        while (reader.NextField(out var field, out var type))
        {
            switch (field)
            {
                case 3:
                    nullCount = reader.ReadInt64();
                    break;
                case 4:
                    distinctCount = reader.ReadInt64();
                    break;
                case 5:
                    maximum = reader.ReadBinary().ToArray();
                    break;
                case 6:
                    minimum = reader.ReadBinary().ToArray();
                    break;
                case 7:
                    isMaximumExact = reader.ReadBooleanField();
                    break;
                case 8:
                    isMinimumExact = reader.ReadBooleanField();
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        reader.EndStruct(enclosing);
        return new ColumnStatistics(minimum, maximum, isMinimumExact, isMaximumExact, nullCount, distinctCount);
    }
}
