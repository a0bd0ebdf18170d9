using System.Runtime.CompilerServices;
using Extractor.Pdf.Objects;
using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Content;

public sealed class MemoryTests
{
    [Theory]
    [InlineData("/Resources << >>")]
    [InlineData("/Resources << >> /Annots [ << /Subtype /Stamp /Rect [0 0 9 9] >> ]")]
    [InlineData("")]
    public void Read_PageWithoutResources_DocumentLeavesMemory(string entries)
    {
        var document = ReadAndForget(entries);

        // The table of what was read goes first, what it held with the next collection.
        for (var turn = 0; turn < 3; turn++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(document.TryGetTarget(out _));
    }

    [Fact]
    public void Rent_MoreThanIsKept_IsNotLentAgain()
    {
        var small = BoundedPool<byte>.Rent(1024);
        BoundedPool<byte>.Return(small);
        Assert.Same(small, BoundedPool<byte>.Rent(1024));

        var most = BoundedPool<byte>.Rent(4 * 1024 * 1024);
        BoundedPool<byte>.Return(most);
        Assert.Same(most, BoundedPool<byte>.Rent(4 * 1024 * 1024));

        var large = BoundedPool<byte>.Rent((4 * 1024 * 1024) + 1);
        BoundedPool<byte>.Return(large);
        Assert.NotSame(large, BoundedPool<byte>.Rent((4 * 1024 * 1024) + 1));
    }

    [Fact]
    public void Rent_ItemsOfOddSize_AreGivenBackToThePool()
    {
        for (var length = 1; length < 400_000; length = (length * 3 / 2) + 1)
        {
            // The pool refuses arrays that it has not lent.
            var items = BoundedPool<(long, long, int)>.Rent(length);
            Assert.True(items.Length >= length);
            BoundedPool<(long, long, int)>.Return(items);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference<object> ReadAndForget(string entries)
    {
        var builder = new PdfBuilder();
        var contents = builder.AddStream(string.Empty, "0 0 m 5 5 l S"u8.ToArray());
        builder.AddPageWith($"/Contents {contents} 0 R {entries} /MediaBox [0 0 200 100]");
        var document = PdfDocument.Open(builder.Build());
        _ = document.GetPage(1).Read();
        return new WeakReference<object>(document.Resources);
    }
}
