using System.Buffers;

namespace Extractor.Parquet;

/// <summary>
/// Arrays that take values one after the other. What is not yet taken is not cleared: it is written before it is read. Their memory passes
/// from column to column: a publication has thousands.
/// </summary>
internal static class GrownArray
{
    /// <summary>At least twice the length, so that a value is moved once or twice on the whole.</summary>
    /// <param name="used">Values to keep.</param>
    /// <param name="least">Values that must have room.</param>
    public static void Grow<T>(ref T[] array, int used, int least)
        where T : unmanaged
    {
        var grown = ArrayPool<T>.Shared.Rent((int)Math.Min(Math.Max(least, array.Length * 2L), Array.MaxLength));
        array.AsSpan(0, used).CopyTo(grown);
        Release(ref array);
        array = grown;
    }

    /// <summary>Gives the memory back.</summary>
    public static void Release<T>(ref T[] array)
        where T : unmanaged
    {
        if (array.Length > 0)
        {
            ArrayPool<T>.Shared.Return(array);
            array = [];
        }
    }
}
