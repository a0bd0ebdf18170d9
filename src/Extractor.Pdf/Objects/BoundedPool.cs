using System.Buffers;
using System.Runtime.CompilerServices;

namespace Extractor.Pdf.Objects;

/// <summary>
/// Arrays that are used again. Large ones are left to the garbage collector: the shared pool would keep those that one hostile file
/// made it lend, one a size, thread and core, for as long as the process lives.
/// </summary>
internal static class BoundedPool<T>
{
    private const int LargestKeptBytes = 4 * 1024 * 1024;

    public static T[] Rent(int minimumLength) =>
        IsKept(minimumLength) ? ArrayPool<T>.Shared.Rent(minimumLength) : new T[minimumLength];

    public static void Return(T[] array) => Return(array, array.Length);

    /// <param name="used">Places from the first on that were written to: what they refer to is not to be kept alive.</param>
    public static void Return(T[] array, int used)
    {
        // What the pool lends is as long as asked for, or up to twice that.
        if (array.Length > 0 && IsKept(array.Length))
        {
            if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            {
                Array.Clear(array, 0, used);
            }

            ArrayPool<T>.Shared.Return(array);
        }
    }

    /// <summary>Up to a power of two, since the pool lends lengths that are.</summary>
    private static bool IsKept(int length) => (long)length * Unsafe.SizeOf<T>() <= LargestKeptBytes && length <= LargestLength;

    private static int LargestLength { get; } =
        (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(LargestKeptBytes / Unsafe.SizeOf<T>()) + 1) / 2;
}
