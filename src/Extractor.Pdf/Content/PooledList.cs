using System.Runtime.CompilerServices;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Content;

/// <summary>A growing list in pooled memory.</summary>
internal sealed class PooledList<T> : IDisposable
{
    private T[] items = [];

    /// <summary>Places behind <see cref="Count"/> that were used before, and still hold what they held.</summary>
    private int used;

    public int Count { get; private set; }

    public Span<T> Span => items.AsSpan(0, Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Add()
    {
        if (Count == items.Length)
        {
            Grow();
        }

        return ref items[Count++];
    }

    public void Add(in T item) => Add() = item;

    public void Clear() => CutTo(0);

    /// <summary>Drops what is beyond a count.</summary>
    public void CutTo(int count)
    {
        used = Math.Max(used, Count);
        Count = Math.Min(Count, count);
    }

    public void Dispose()
    {
        Clear();
        Release();
        items = [];
    }

    private void Grow()
    {
        var larger = BoundedPool<T>.Rent(Math.Max(256, items.Length * 2));
        items.AsSpan(0, Count).CopyTo(larger);
        used = Count;
        Release();
        items = larger;
    }

    private void Release()
    {
        BoundedPool<T>.Return(items, used);
        used = 0;
    }
}
