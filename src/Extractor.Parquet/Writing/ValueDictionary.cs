using System.Numerics;
using System.Runtime.CompilerServices;

namespace Extractor.Parquet;

/// <summary>The distinct values of a column chunk in the order in which they first stand there, and each value's index.</summary>
internal sealed class ValueDictionary<T>
    where T : unmanaged
{
    private const int LeastSlots = 128;

    private T[] entries = [];
    private int[] indexes = [];

    /// <summary>Open addressing: 0 for a free slot, else an index + 1. A power of two, at most half full.</summary>
    private int[] slots = [];

    /// <summary>Slots in use, less one: what memory passes from column to column is cleared no further.</summary>
    private int mask;


    private int entryCount;
    private int valueCount;

    /// <summary>Gives the memory back.</summary>
    public void Release()
    {
        GrownArray.Release(ref entries);
        GrownArray.Release(ref indexes);
        GrownArray.Release(ref slots);
    }

    public ReadOnlySpan<T> Entries => entries.AsSpan(0, entryCount);

    public ReadOnlySpan<int> Indexes => indexes.AsSpan(0, valueCount);

    /// <summary>False, and of no use, where there are more distinct values than <paramref name="limit"/>.</summary>
    public bool TryBuild(ReadOnlySpan<T> values, int limit)
    {
        entryCount = 0;
        valueCount = values.Length;
        if (indexes.Length < values.Length)
        {
            GrownArray.Grow(ref indexes, 0, values.Length);
        }

        TakeSlots(LeastSlots);
        for (var index = 0; index < values.Length; index++)
        {
            var value = values[index];
            if (index > 0 && Bits(value) == Bits(values[index - 1]))
            {
                indexes[index] = indexes[index - 1];
                continue;
            }

            var entry = Find(value);
            if (entry < 0)
            {
                if (entryCount == limit)
                {
                    return false;
                }

                entry = Add(value);
            }

            indexes[index] = entry;
        }

        return true;
    }

    /// <summary>Values are equal where their bits are: NaN equals itself, and the two zeros differ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(T value) => Unsafe.SizeOf<T>() == 4
        ? Unsafe.BitCast<T, uint>(value)
        : Unsafe.BitCast<T, ulong>(value);

    private int SlotOf(ulong bits) =>
        (int)(unchecked(bits * 0x9E3779B97F4A7C15) >> (64 - BitOperations.PopCount((uint)mask)));

    /// <summary>So many free ones, a power of two.</summary>
    private void TakeSlots(int count)
    {
        if (slots.Length < count)
        {
            GrownArray.Grow(ref slots, 0, count);
        }

        slots.AsSpan(0, count).Clear();
        mask = count - 1;
    }

    private int Find(T value)
    {
        var bits = Bits(value);
        for (var slot = SlotOf(bits); slots[slot] != 0; slot = (slot + 1) & mask)
        {
            if (Bits(entries[slots[slot] - 1]) == bits)
            {
                return slots[slot] - 1;
            }
        }

        return -1;
    }

    private int Add(T value)
    {
        if (entryCount == entries.Length)
        {
            GrownArray.Grow(ref entries, entryCount, 64);
        }

        if ((entryCount + 1) * 2 > mask + 1)
        {
            TakeSlots((mask + 1) * 2);
            for (var index = 0; index < entryCount; index++)
            {
                Take(Bits(entries[index]), index);
            }
        }

        entries[entryCount] = value;
        Take(Bits(value), entryCount);
        return entryCount++;
    }

    private void Take(ulong bits, int entry)
    {
        var slot = SlotOf(bits);
        while (slots[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        slots[slot] = entry + 1;
    }
}
