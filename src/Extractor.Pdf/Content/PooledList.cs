using System.Runtime.CompilerServices;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Content;

/// <summary>A growing list in pooled memory.</summary>
internal sealed class PooledList<T> : IDisposable
{
    private T[] items = [];

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

    public void Clear() => Count = 0;

    /// <summary>Drops what is beyond a count.</summary>
    public void CutTo(int count) => Count = Math.Min(Count, count);

    public void Dispose()
    {
        if (items.Length > 0)
        {
            BoundedPool<T>.Return(items);
        }

        items = [];
        Count = 0;
    }

    private void Grow()
    {
        var larger = BoundedPool<T>.Rent(Math.Max(256, items.Length * 2));
        items.AsSpan(0, Count).CopyTo(larger);
        if (items.Length > 0)
        {
            BoundedPool<T>.Return(items);
        }

        items = larger;
    }
}
