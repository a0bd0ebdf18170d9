using System.Text;
using Extractor.Parquet.BloomFilters;

namespace Extractor.Parquet;

/// <summary>
/// The texts of a column in a row group as bytes of UTF-8: no row has a string of its own before somebody asks for it. Rows that share a
/// text share its entry where the file keeps a dictionary.
/// </summary>
public sealed class TextColumn
{
    private const int LeastBytes = 256;

    private readonly int[] rows;
    private byte[] bytes = [];
    private int[] ends = [];

    internal TextColumn(int rowCount) => rows = GC.AllocateUninitializedArray<int>(rowCount);

    public int EntryCount { get; private set; }

    /// <summary>Of each row its entry; -1 where it has no value.</summary>
    public ReadOnlySpan<int> Rows => rows;

    /// <summary>The bytes of an entry.</summary>
    public ReadOnlySpan<byte> this[int entry] => bytes.AsSpan(StartOf(entry)..ends[entry]);

    internal Span<int> WritableRows => rows;

    /// <summary>Equal for equal texts, whatever the column.</summary>
    public ulong HashOf(int entry) => XxHash64.Hash(this[entry]);

    /// <summary>One object for all rows of an entry; null where there is no value.</summary>
    public string?[] ToStrings()
    {
        var texts = new string[EntryCount];
        for (var entry = 0; entry < texts.Length; entry++)
        {
            texts[entry] = Encoding.UTF8.GetString(this[entry]);
        }

        return Array.ConvertAll(rows, entry => entry < 0 ? null : texts[entry]);
    }

    /// <summary>Room for so many entries more.</summary>
    internal void Reserve(int entries)
    {
        if (ends.Length - EntryCount < entries)
        {
            GrownArray.Grow(ref ends, EntryCount, EntryCount + entries);
        }
    }

    internal void Add(ReadOnlySpan<byte> text) => Add(0, text);

    /// <param name="shared">Bytes at its beginning that it shares with the entry before it.</param>
    /// <param name="rest">What follows them.</param>
    /// <exception cref="ParquetException">The entry before it is shorter.</exception>
    internal void Add(int shared, ReadOnlySpan<byte> rest)
    {
        var end = EntryCount == 0 ? 0 : ends[EntryCount - 1];
        var before = EntryCount == 0 ? 0 : StartOf(EntryCount - 1);
        if (shared < 0 || shared > end - before)
        {
            throw new ParquetException("A string shares more bytes with the one before it than that one has: the file is damaged.");
        }

        var length = shared + rest.Length;
        if (bytes.Length - end < length)
        {
            GrownArray.Grow(ref bytes, end, Math.Max(checked(end + length), LeastBytes));
        }

        bytes.AsSpan(before, shared).CopyTo(bytes.AsSpan(end));
        rest.CopyTo(bytes.AsSpan(end + shared));
        Reserve(1);
        ends[EntryCount++] = end + length;
    }

    private int StartOf(int entry) => entry == 0 ? 0 : ends[entry - 1];
}
