using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using Extractor.Parquet.BloomFilters;

namespace Extractor.Parquet;

/// <summary>
/// The strings of a row group as UTF-8. Equal ones are kept once for as long as that pays: from when most strings
/// turn out to be new, each is kept as it comes, and no dictionary can be made.
/// </summary>
internal sealed class TextStore(bool keepsHashes)
{
    private const int KnownTexts = 256;

    private const int LeastBytes = 256;
    private const int LeastEntries = 16;
    private const int LeastValues = 32;
    private const int LeastSlots = 64;

    /// <summary>Columns of fewer values need no memory of the strings lately added.</summary>
    private const int KnownFromValues = 128;

    /// <summary>After so many values it is asked whether strings repeat.</summary>
    private const int TrialValues = 16_384;

    // Empty at the beginning: a publication has thousands of columns, most of them of small partitions, many of them without a value.
    private byte[] bytes = [];
    private int[] ends = [];
    private ulong[] hashes = [];
    private ulong[] prefixes = [];
    private int[] values = [];

    /// <summary>
    /// Open addressing, a power of two, at most half full: 0 for a free slot, else an entry + 1 in the lower half and
    /// the upper half of its hash in the upper.
    /// </summary>
    private ulong[] slots = [];

    /// <summary>Slots in use, less one; -1 for none.</summary>
    private int mask = -1;

    /// <summary>
    /// Strings lately added and their entries, found by their identity: those that are published over and over are one object.
    /// </summary>
    private (string? Text, int Entry)[] known = [];

    private int byteCount;
    private int valueCount;

    public int EntryCount { get; private set; }

    /// <summary>Every entry is different from every other.</summary>
    public bool IsDistinct { get; private set; } = true;

    /// <summary>Bytes of all values, also of those that share an entry.</summary>
    public long ValueBytes { get; private set; }

    /// <summary>Bytes of all entries.</summary>
    public int EntryBytes => byteCount;

    public long BufferedBytes => byteCount + (4L * valueCount) + (36L * EntryCount);

    public ReadOnlySpan<ulong> Hashes => hashes.AsSpan(0, EntryCount);

    /// <summary>
    /// The first eight bytes of each entry as one number, zeros after its end: where two differ, they order the
    /// entries as all bytes would.
    /// </summary>
    public ReadOnlySpan<ulong> Prefixes => prefixes.AsSpan(0, EntryCount);

    public ReadOnlySpan<int> Values => values.AsSpan(0, valueCount);

    public ReadOnlySpan<byte> Entry(int entry) => bytes.AsSpan(StartOf(entry)..ends[entry]);

    public Encodings.ByteArraySequence Sequence(int from, int to) =>
        new(bytes, ends, values.AsSpan(from, to - from));

    public void Add(string text)
    {
        if (known.Length == 0)
        {
            Add(text.AsSpan());
            known = valueCount < KnownFromValues ? known : new (string?, int)[KnownTexts];
            return;
        }

        ref var slot = ref known[RuntimeHelpers.GetHashCode(text) & (KnownTexts - 1)];
        if (ReferenceEquals(text, slot.Text))
        {
            AddValue(slot.Entry);
            return;
        }

        Add(text.AsSpan());
        slot = (text, values[valueCount - 1]);
    }

    /// <summary>The same string several times over.</summary>
    public void Add(string text, int count)
    {
        Add(text);
        var entry = values[valueCount - 1];
        if (count == 1)
        {
            return;
        }

        var more = count - 1;
        if (values.Length - valueCount < more)
        {
            GrownArray.Grow(ref values, valueCount, valueCount + more);
        }

        values.AsSpan(valueCount, more).Fill(entry);
        valueCount += more;
        ValueBytes += (long)more * (ends[entry] - StartOf(entry));
    }

    /// <summary>A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        ReserveBytes(Encoding.UTF8.GetMaxByteCount(text.Length));
        AddTail(Encoding.UTF8.GetBytes(text, bytes.AsSpan(byteCount)));
    }

    public void AddUtf8(ReadOnlySpan<byte> text)
    {
        ReserveBytes(text.Length);
        text.CopyTo(bytes.AsSpan(byteCount));
        AddTail(text.Length);
    }

    public void Clear()
    {
        byteCount = 0;
        valueCount = 0;
        EntryCount = 0;
        ValueBytes = 0;
        IsDistinct = true;
        known.AsSpan().Clear();
        slots.AsSpan(0, mask + 1).Clear();
    }

    /// <summary>Gives the memory back; only of a store without strings.</summary>
    public void Release()
    {
        GrownArray.Release(ref bytes);
        GrownArray.Release(ref ends);
        GrownArray.Release(ref hashes);
        GrownArray.Release(ref prefixes);
        GrownArray.Release(ref values);
        GrownArray.Release(ref slots);
        mask = -1;
        known = [];
    }

    private int StartOf(int entry) => entry == 0 ? 0 : ends[entry - 1];

    /// <summary>The new string stands after the last entry, not yet counted.</summary>
    private void AddTail(int length)
    {
        if (!IsDistinct)
        {
            AddValue(AddEntry(length, keepsHashes ? XxHash64.Hash(bytes.AsSpan(byteCount, length)) : 0));
            return;
        }

        // Half of the slots stay free, the new one's among them.
        if ((EntryCount + 1) * 2 > mask + 1)
        {
            GrowSlots();
        }

        var text = bytes.AsSpan(byteCount, length);
        var hash = XxHash64.Hash(text);
        for (var slot = SlotOf(hash); ; slot = (slot + 1) & mask)
        {
            var taken = slots[slot];
            if (taken == 0)
            {
                slots[slot] = Slot(EntryCount, hash);
                AddValue(AddEntry(length, hash));
                break;
            }

            if ((taken ^ hash) >> 32 == 0 && Entry((int)(uint)taken - 1).SequenceEqual(text))
            {
                AddValue((int)(uint)taken - 1);
                break;
            }
        }

        IsDistinct = valueCount < TrialValues || EntryCount <= valueCount / 4 * 3;
    }

    private int AddEntry(int length, ulong hash)
    {
        if (EntryCount == ends.Length)
        {
            GrownArray.Grow(ref ends, EntryCount, LeastEntries);
            GrownArray.Grow(ref hashes, EntryCount, LeastEntries);
            GrownArray.Grow(ref prefixes, EntryCount, LeastEntries);
        }

        prefixes[EntryCount] = PrefixOf(bytes.AsSpan(byteCount, length));
        byteCount += length;
        ends[EntryCount] = byteCount;
        hashes[EntryCount] = hash;
        return EntryCount++;
    }

    private static ulong PrefixOf(ReadOnlySpan<byte> text)
    {
        if (text.Length >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64BigEndian(text);
        }

        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        padded.Clear();
        text.CopyTo(padded);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }

    private void AddValue(int entry)
    {
        if (valueCount == values.Length)
        {
            GrownArray.Grow(ref values, valueCount, LeastValues);
        }

        values[valueCount++] = entry;
        ValueBytes += ends[entry] - StartOf(entry);
    }

    private static ulong Slot(int entry, ulong hash) => (hash & 0xFFFF_FFFF_0000_0000) | (uint)(entry + 1);

    private int SlotOf(ulong hash) => unchecked((int)hash) & mask;

    private void GrowSlots()
    {
        var count = Math.Max(LeastSlots, (mask + 1) * 2);
        if (slots.Length < count)
        {
            GrownArray.Grow(ref slots, 0, count);
        }

        slots.AsSpan(0, count).Clear();
        mask = count - 1;
        for (var entry = 0; entry < EntryCount; entry++)
        {
            var slot = SlotOf(hashes[entry]);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            slots[slot] = Slot(entry, hashes[entry]);
        }
    }

    private void ReserveBytes(int count)
    {
        if (bytes.Length - byteCount < count)
        {
            GrownArray.Grow(ref bytes, byteCount, Math.Max(checked(byteCount + count), LeastBytes));
        }
    }
}
