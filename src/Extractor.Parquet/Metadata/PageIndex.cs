using Extractor.Parquet.Thrift;

namespace Extractor.Parquet.Metadata;

/// <summary>One data page, for the indexes that let a reader go to it alone.</summary>
/// <param name="Size">In the file, header included.</param>
/// <param name="FirstRow">In the row group.</param>
internal readonly record struct PageEntry(long Offset, int Size, long FirstRow, int RowCount, ColumnStatistics Statistics)
{
    public bool IsAllNull => Statistics.NullCount == RowCount;
}

/// <summary>The column index and the offset index of a column chunk, which stand together before the footer.</summary>
internal static class PageIndex
{
    /// <summary>
    /// A page with values of which none can be ordered (all NaN) has no minimum; the format then wants no column
    /// index at all for the column chunk.
    /// </summary>
    public static bool CanIndex(IReadOnlyList<PageEntry> pages)
    {
        foreach (var page in pages)
        {
            if (!page.IsAllNull && page.Statistics.Minimum is null)
            {
                return false;
            }
        }

        return true;
    }

    public static void WriteColumnIndex(CompactProtocolWriter writer, IReadOnlyList<PageEntry> pages, BoundaryOrder order)
    {
        writer.BeginStruct();
        writer.BeginList(1, CompactType.BooleanTrue, pages.Count);
        foreach (var page in pages)
        {
            writer.BooleanElement(page.IsAllNull);
        }

        writer.BeginList(2, CompactType.Binary, pages.Count);
        foreach (var page in pages)
        {
            writer.BinaryElement(page.Statistics.Minimum);
        }

        writer.BeginList(3, CompactType.Binary, pages.Count);
        foreach (var page in pages)
        {
            writer.BinaryElement(page.Statistics.Maximum);
        }

        writer.Int32(4, (int)order);
        writer.BeginList(5, CompactType.Int64, pages.Count);
        foreach (var page in pages)
        {
            writer.Int64Element(page.Statistics.NullCount);
        }

        writer.EndStruct();
    }

    public static void WriteOffsetIndex(CompactProtocolWriter writer, IReadOnlyList<PageEntry> pages)
    {
        writer.BeginStruct();
        writer.BeginList(1, CompactType.Struct, pages.Count);
        foreach (var page in pages)
        {
            writer.BeginStruct();
            writer.Int64(1, page.Offset);
            writer.Int32(2, page.Size);
            writer.Int64(3, page.FirstRow);
            writer.EndStruct();
        }

        writer.EndStruct();
    }

    /// <summary>An offset index of a column chunk that stands <paramref name="distance"/> bytes further on in another file.</summary>
    public static void MoveOffsetIndex(ReadOnlySpan<byte> index, long distance, CompactProtocolWriter writer)
    {
        var reader = new CompactProtocolReader(index);
        writer.BeginStruct();
        reader.BeginStruct();
        reader.NextField(out _, out _);
        var count = reader.BeginList(out _);
        writer.BeginList(1, CompactType.Struct, count);
        for (var page = 0; page < count; page++)
        {
            var enclosing = reader.BeginStruct();
            writer.BeginStruct();
            reader.NextField(out _, out _);
            writer.Int64(1, reader.ReadInt64() + distance);
            reader.NextField(out _, out _);
            writer.Int32(2, reader.ReadInt32());
            reader.NextField(out _, out _);
            writer.Int64(3, reader.ReadInt64());
            writer.EndStruct();
            reader.NextField(out _, out _);
            reader.EndStruct(enclosing);
        }

        writer.EndStruct();
    }

    /// <summary>Whether minima and maxima both rise or both fall over the pages that have values.</summary>
    public static BoundaryOrder OrderOf(IReadOnlyList<PageEntry> pages, Func<byte[], byte[], int> compare)
    {
        var ascending = true;
        var descending = true;
        ColumnStatistics? before = null;
        foreach (var page in pages)
        {
            if (page.Statistics is not { Minimum: { } minimum, Maximum: { } maximum } statistics)
            {
                continue;
            }

            if (before is { Minimum: { } minimumBefore, Maximum: { } maximumBefore })
            {
                var minimumOrder = compare(minimumBefore, minimum);
                var maximumOrder = compare(maximumBefore, maximum);
                ascending &= minimumOrder <= 0 && maximumOrder <= 0;
                descending &= minimumOrder >= 0 && maximumOrder >= 0;
            }

            before = statistics;
        }

        return ascending ? BoundaryOrder.Ascending : descending ? BoundaryOrder.Descending : BoundaryOrder.Unordered;
    }
}
