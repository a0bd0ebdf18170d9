using System.Text.Unicode;
using Extractor.Parquet.Encodings;
using Extractor.Parquet.Metadata;

namespace Extractor.Parquet;

/// <summary>A column of text.</summary>
public sealed class StringColumnWriter : ColumnWriter
{
    /// <summary>Text of the sample by which the encoding is chosen.</summary>
    private const int SampleBytes = 256 * 1024;

    private readonly TextStore texts;
    private bool hasDictionary;

    /// <summary>Entries of the smallest and the largest string of the column chunk so far; -1 where there is none.</summary>
    private int smallest = -1;
    private int largest = -1;

    internal StringColumnWriter(ParquetColumn column)
        : base(column) => texts = new TextStore(column.HasBloomFilter);

    internal override PhysicalType PhysicalType => PhysicalType.ByteArray;

    internal override long BufferedBytes => texts.BufferedBytes;

    private protected override long? UnencodedByteArrayBytes => texts.ValueBytes;

    /// <summary>Appends a string, or a null. A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD.</summary>
    public void Append(string? value)
    {
        if (value is null)
        {
            AppendNull();
        }
        else
        {
            texts.Add(value);
            CountValues(1);
        }
    }

    /// <summary>Appends one string, or null, so many times over.</summary>
    public void Append(string? value, int count)
    {
        if (value is null)
        {
            AppendNulls(count);
        }
        else
        {
            texts.Add(value, count);
            CountValues(count);
        }
    }

    /// <inheritdoc cref="Append(string?)"/>
    public void Append(ReadOnlySpan<char> value)
    {
        texts.Add(value);
        CountValues(1);
    }

    /// <exception cref="ArgumentException">The bytes are no UTF-8.</exception>
    public void AppendUtf8(ReadOnlySpan<byte> value)
    {
        if (!Utf8.IsValid(value))
        {
            throw new ArgumentException($"Column '{Column.Name}' was given bytes that are no UTF-8.", nameof(value));
        }

        texts.AddUtf8(value);
        CountValues(1);
    }

    internal override int CompareBounds(byte[] left, byte[] right) => left.AsSpan().SequenceCompareTo(right);

    internal override long VisitHashes(Action<ulong>? visit)
    {
        if (visit is not null)
        {
            foreach (var hash in texts.Hashes)
            {
                visit(hash);
            }
        }

        return texts.EntryCount;
    }

    private protected override void ClearValues() => texts.Clear();

    private protected override void ReleaseValues() => texts.Release();

    private protected override Encoding ChooseEncoding(ColumnChunkTarget target)
    {
        smallest = -1;
        largest = -1;
        hasDictionary = texts.IsDistinct && texts.EntryBytes + (4L * texts.EntryCount) <= target.Options.DictionaryBytes;
        if (hasDictionary && ValueCount > 0 && EncodingTrial.IsOftenRepeated(ValueCount, texts.EntryCount))
        {
            return Encoding.RleDictionary;
        }

        var perValue = Math.Max(1, texts.ValueBytes / Math.Max(1, ValueCount));
        return new EncodingTrial(target, ValueCount, (int)Math.Max(1, SampleBytes / perValue)).Choose(
            Encoding.Plain,
            hasDictionary ? Encoding.RleDictionary : null,
            Encoding.DeltaLengthByteArray,
            EncodeValues,
            EncodeDictionary,
            Encoding.DeltaByteArray);
    }

    private protected override int EncodeDictionary(PageBuffer output)
    {
        for (var entry = 0; entry < texts.EntryCount; entry++)
        {
            var text = texts.Entry(entry);
            output.WriteInt32(text.Length);
            output.Write(text);
        }

        return texts.EntryCount;
    }

    private protected override void EncodeValues(int from, int to, Encoding encoding, PageBuffer output)
    {
        switch (encoding)
        {
            case Encoding.RleDictionary:
                var width = BitPacking.WidthOf((ulong)Math.Max(0, texts.EntryCount - 1));
                output.WriteByte((byte)width);
                RleBitPackedHybrid.Encode(texts.Values[from..to], width, output);
                break;
            case Encoding.DeltaLengthByteArray:
                ByteArrays.EncodeDeltaLength(texts.Sequence(from, to), output);
                break;
            case Encoding.DeltaByteArray:
                ByteArrays.EncodeDelta(texts.Sequence(from, to), output);
                break;
            default:
                ByteArrays.EncodePlain(texts.Sequence(from, to), output);
                break;
        }
    }

    private protected override int CountFitting(int from, int to, Encoding encoding, int pageBytes)
    {
        if (encoding == Encoding.RleDictionary)
        {
            return to - from;
        }

        var sequence = texts.Sequence(from, to);
        long used = 0;
        for (var index = 0; index < sequence.Count; index++)
        {
            used += sequence[index].Length + 4;
            if (used > pageBytes)
            {
                return index;
            }
        }

        return to - from;
    }

    private protected override ColumnStatistics PageStatistics(int from, int to, long nullCount)
    {
        var pageSmallest = -1;
        var pageLargest = -1;
        var before = -1;
        foreach (var entry in texts.Values[from..to])
        {
            if (entry != before)
            {
                before = entry;
                Widen(ref pageSmallest, ref pageLargest, entry);
            }
        }

        if (pageSmallest >= 0)
        {
            Widen(ref smallest, ref largest, pageSmallest);
            Widen(ref smallest, ref largest, pageLargest);
        }

        return StatisticsOf(pageSmallest, pageLargest, nullCount, null);
    }

    private protected override ColumnStatistics ChunkStatistics(long nullCount) =>
        StatisticsOf(smallest, largest, nullCount, texts.IsDistinct ? texts.EntryCount : null);

    private void Widen(ref int low, ref int high, int entry)
    {
        if (low < 0)
        {
            low = high = entry;
        }
        else if (Compare(entry, low) < 0)
        {
            low = entry;
        }
        else if (Compare(entry, high) > 0)
        {
            high = entry;
        }
    }

    private int Compare(int left, int right)
    {
        var prefixes = texts.Prefixes;
        return prefixes[left] != prefixes[right]
            ? prefixes[left].CompareTo(prefixes[right])
            : left == right ? 0 : texts.Entry(left).SequenceCompareTo(texts.Entry(right));
    }

    private ColumnStatistics StatisticsOf(int low, int high, long nullCount, long? distinctCount)
    {
        if (low < 0)
        {
            return new ColumnStatistics(null, null, false, false, nullCount, distinctCount);
        }

        var (minimum, isMinimumExact) = TextBounds.OfMinimum(texts.Entry(low));
        var (maximum, isMaximumExact) = TextBounds.OfMaximum(texts.Entry(high));
        return new ColumnStatistics(minimum, maximum, isMinimumExact, isMaximumExact, nullCount, distinctCount);
    }
}
