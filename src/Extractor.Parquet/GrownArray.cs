using System.Buffers;
using System.Runtime.CompilerServices;

namespace Extractor.Parquet;

/// <summary>
/// Arrays that take values one after the other. What is not yet taken is not cleared: it is written before it is read. Their memory passes
/// from column to column: a publication has thousands.
/// </summary>
internal static class GrownArray
{
    /// <summary>A pool keeps what it is given: longer arrays are few, and the collector's.</summary>
    private const int MostPooledBytes = 1 << 16;

    /// <summary>At least twice the length, so that a value is moved once or twice on the whole.</summary>
    /// <param name="used">Values to keep.</param>
    /// <param name="least">Values that must have room.</param>
    public static void Grow<T>(ref T[] array, int used, int least)
        where T : unmanaged
    {
        var length = (int)Math.Min(Math.Max(least, array.Length * 2L), Array.MaxLength);
        var grown = IsPooled<T>(length) ? ArrayPool<T>.Shared.Rent(length) : GC.AllocateUninitializedArray<T>(length);
        array.AsSpan(0, used).CopyTo(grown);
        Release(ref array);
        array = grown;
    }

    /// <summary>Gives the memory back.</summary>
    public static void Release<T>(ref T[] array)
        where T : unmanaged
    {
        if (array.Length > 0 && IsPooled<T>(array.Length))
        {
            ArrayPool<T>.Shared.Return(array);
        }

        array = [];
    }

    private static bool IsPooled<T>(int length)
        where T : unmanaged => length <= MostPooledBytes / Unsafe.SizeOf<T>();
}
