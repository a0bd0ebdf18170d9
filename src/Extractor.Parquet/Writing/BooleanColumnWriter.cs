using Extractor.Parquet.BloomFilters;
using Extractor.Parquet.Encodings;
using Extractor.Parquet.Metadata;

namespace Extractor.Parquet;

/// <summary>A column of truth values, eight a byte.</summary>
public sealed class BooleanColumnWriter : ColumnWriter
{
    private const int LeastValues = 64;

    private int[] values = [];
    private bool hasFalse;
    private bool hasTrue;

    internal BooleanColumnWriter(ParquetColumn column)
        : base(column)
    {
    }

    internal override PhysicalType PhysicalType => PhysicalType.Boolean;

    internal override long BufferedBytes => sizeof(int) * (long)ValueCount;

    public void Append(bool value)
    {
        if (ValueCount == values.Length)
        {
            GrownArray.Grow(ref values, ValueCount, LeastValues);
        }

        values[ValueCount] = value ? 1 : 0;
        CountValues(1);
    }

    public void Append(bool? value)
    {
        if (value is { } defined)
        {
            Append(defined);
        }
        else
        {
            AppendNull();
        }
    }

    public void Append(ReadOnlySpan<bool> many)
    {
        foreach (var value in many)
        {
            Append(value);
        }
    }

    internal override int CompareBounds(byte[] left, byte[] right) => left[0].CompareTo(right[0]);

    internal override long VisitHashes(Action<ulong>? visit)
    {
        if (visit is not null)
        {
            foreach (var value in values.AsSpan(0, ValueCount))
            {
                visit(XxHash64.Hash([(byte)value]));
            }
        }

        return 2;
    }

    private protected override void ClearValues()
    {
    }

    private protected override void ReleaseValues() => GrownArray.Release(ref values);

    private protected override Encoding ChooseEncoding(ColumnChunkTarget target)
    {
        hasFalse = false;
        hasTrue = false;
        return Encoding.Plain;
    }

    private protected override int EncodeDictionary(PageBuffer output) =>
        throw new InvalidOperationException("Truth values have no dictionary.");

    private protected override void EncodeValues(int from, int to, Encoding encoding, PageBuffer output)
    {
        var whole = (to - from) / 8 * 8;
        BitPacking.Pack(values.AsSpan(from, whole), 1, output);
        if (from + whole < to)
        {
            Span<int> last = stackalloc int[8];
            last.Clear();
            values.AsSpan(from + whole, to - from - whole).CopyTo(last);
            BitPacking.Pack(last, 1, output);
        }
    }

    private protected override int CountFitting(int from, int to, Encoding encoding, int pageBytes) => to - from;

    private protected override ColumnStatistics PageStatistics(int from, int to, long nullCount)
    {
        var page = values.AsSpan(from, to - from);
        var (pageHasFalse, pageHasTrue) = (page.Contains(0), page.Contains(1));
        hasFalse |= pageHasFalse;
        hasTrue |= pageHasTrue;
        return StatisticsOf(pageHasFalse, pageHasTrue, nullCount);
    }

    private protected override ColumnStatistics ChunkStatistics(long nullCount) => StatisticsOf(hasFalse, hasTrue, nullCount);

    private static ColumnStatistics StatisticsOf(bool anyFalse, bool anyTrue, long nullCount) => anyFalse || anyTrue
        ? new ColumnStatistics([(byte)(anyFalse ? 0 : 1)], [(byte)(anyTrue ? 1 : 0)], true, true, nullCount, null)
        : new ColumnStatistics(null, null, false, false, nullCount, null);
}
