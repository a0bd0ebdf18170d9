using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Extractor.Parquet.BloomFilters;
using Extractor.Parquet.Encodings;
using Extractor.Parquet.Metadata;

namespace Extractor.Parquet;

/// <summary>A column of INT32, INT64 or DOUBLE.</summary>
public abstract class FixedWidthColumnWriter<T> : ColumnWriter
    where T : unmanaged, INumber<T>
{
    private const int LeastValues = 64;

    private readonly ValueDictionary<T> dictionary = new();
    private T[] values = [];
    private bool hasDictionary;
    private Bounds chunkBounds;

    private protected FixedWidthColumnWriter(ParquetColumn column)
        : base(column)
    {
    }

    internal sealed override long BufferedBytes => (long)ValueCount * Unsafe.SizeOf<T>();

    internal sealed override int CompareBounds(byte[] left, byte[] right) =>
        MemoryMarshal.Read<T>(left).CompareTo(MemoryMarshal.Read<T>(right));

    internal sealed override long VisitHashes(Action<ulong>? visit)
    {
        var distinct = hasDictionary ? dictionary.Entries : values.AsSpan(0, ValueCount);
        if (visit is not null)
        {
            foreach (ref readonly var value in distinct)
            {
                visit(XxHash64.Hash(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value))));
            }
        }

        return distinct.Length;
    }

    private protected void AppendPhysical(T value)
    {
        if (ValueCount == values.Length)
        {
            GrownArray.Grow(ref values, ValueCount, LeastValues);
        }

        values[ValueCount] = value;
        CountValues(1);
    }

    private protected void AppendPhysical(ReadOnlySpan<T> many)
    {
        if (values.Length - ValueCount < many.Length)
        {
            GrownArray.Grow(ref values, ValueCount, ValueCount + many.Length);
        }

        many.CopyTo(values.AsSpan(ValueCount));
        CountValues(many.Length);
    }

    private protected virtual void EncodeDelta(ReadOnlySpan<T> part, PageBuffer output) =>
        throw new InvalidOperationException("Only integers have differences.");

    private protected virtual bool HasDelta => false;

    private protected sealed override void ClearValues() => hasDictionary = false;

    private protected sealed override void ReleaseValues()
    {
        GrownArray.Release(ref values);
        dictionary.Release();
    }

    private protected sealed override Encoding ChooseEncoding(ColumnChunkTarget target)
    {
        chunkBounds = default;
        var all = values.AsSpan(0, ValueCount);

        // A dictionary pays where at most three values in four are new.
        var limit = Math.Min(target.Options.DictionaryBytes / Unsafe.SizeOf<T>(), Math.Max(1, ValueCount * 3L / 4));
        hasDictionary = dictionary.TryBuild(all, (int)limit);
        if (hasDictionary && !HasDelta && ValueCount > 0 && EncodingTrial.IsOftenRepeated(ValueCount, dictionary.Entries.Length))
        {
            return Encoding.RleDictionary;
        }

        return new EncodingTrial(target, ValueCount).Choose(
            Encoding.Plain,
            hasDictionary ? Encoding.RleDictionary : null,
            HasDelta ? Encoding.DeltaBinaryPacked : null,
            EncodeValues,
            EncodeDictionary);
    }

    private protected sealed override int EncodeDictionary(PageBuffer output)
    {
        output.Write(MemoryMarshal.AsBytes(dictionary.Entries));
        return dictionary.Entries.Length;
    }

    private protected sealed override void EncodeValues(int from, int to, Encoding encoding, PageBuffer output)
    {
        var part = values.AsSpan(from, to - from);
        switch (encoding)
        {
            case Encoding.RleDictionary:
                var width = BitPacking.WidthOf((ulong)Math.Max(0, dictionary.Entries.Length - 1));
                output.WriteByte((byte)width);
                RleBitPackedHybrid.Encode(dictionary.Indexes.Slice(from, to - from), width, output);
                break;
            case Encoding.DeltaBinaryPacked:
                EncodeDelta(part, output);
                break;
            default:
                output.Write(MemoryMarshal.AsBytes(part));
                break;
        }
    }

    private protected sealed override int CountFitting(int from, int to, Encoding encoding, int pageBytes) =>
        encoding == Encoding.RleDictionary ? to - from : Math.Min(to - from, pageBytes / Unsafe.SizeOf<T>());

    private protected sealed override ColumnStatistics PageStatistics(int from, int to, long nullCount)
    {
        var bounds = Bounds.Of(values.AsSpan(from, to - from));
        chunkBounds = chunkBounds.Union(bounds);
        return bounds.ToStatistics(nullCount, null);
    }

    private protected sealed override ColumnStatistics ChunkStatistics(long nullCount) =>
        chunkBounds.ToStatistics(nullCount, hasDictionary ? dictionary.Entries.Length : null);

    /// <summary>Minimum and maximum of values that can be ordered; NaN cannot.</summary>
    private readonly record struct Bounds(bool Exist, T Minimum, T Maximum)
    {
        public static Bounds Of(ReadOnlySpan<T> values)
        {
            var index = 0;
            while (index < values.Length && T.IsNaN(values[index]))
            {
                index++;
            }

            if (index == values.Length)
            {
                return default;
            }

            var minimum = values[index];
            var maximum = minimum;
            foreach (var value in values[index..])
            {
                if (value < minimum)
                {
                    minimum = value;
                }

                if (value > maximum)
                {
                    maximum = value;
                }
            }

            return new Bounds(true, minimum, maximum);
        }

        public Bounds Union(Bounds other)
        {
            if (!Exist || !other.Exist)
            {
                return Exist ? this : other;
            }

            return new Bounds(
                true,
                other.Minimum < Minimum ? other.Minimum : Minimum,
                other.Maximum > Maximum ? other.Maximum : Maximum);
        }

        public ColumnStatistics ToStatistics(long nullCount, long? distinctCount)
        {
            if (!Exist)
            {
                return new ColumnStatistics(null, null, false, false, nullCount, distinctCount);
            }

            // The two zeros of DOUBLE are equal but written apart: the bounds must hold both.
            var minimum = typeof(T) == typeof(double) && T.IsZero(Minimum) ? -T.Zero : Minimum;
            var maximum = typeof(T) == typeof(double) && T.IsZero(Maximum) ? T.Zero : Maximum;
            return new ColumnStatistics(BytesOf(minimum), BytesOf(maximum), true, true, nullCount, distinctCount);
        }

        private static byte[] BytesOf(T value) => MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)).ToArray();
    }
}
