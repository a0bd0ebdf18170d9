using System.Globalization;

namespace Extractor.Parquet.Tests;

/// <summary>Tests whose measure others would disturb.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;

[Collection(nameof(AloneCollection))]
public sealed class BoundedMemoryTests
{
    [Fact]
    public void Write_MillionsOfRows_MemoryStaysBounded()
    {
        using var writer = new ParquetFileWriter(Stream.Null, new ParquetSchema(
        [
            new ParquetColumn("text", ParquetColumnType.String, false),
            new ParquetColumn("number", ParquetColumnType.Int64, true),
        ]));
        var (text, number) = (writer.String("text"), writer.Int64("number"));
        long after1 = 0;
        Span<byte> digits = stackalloc byte[20];
        for (var row = 1; row <= 3_000_000; row++)
        {
            row.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
            text.AppendUtf8(digits[..length]);
            number.Append(row * 7L);
            writer.EndRow();
            if (row == 1_000_000)
            {
                after1 = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        writer.Close();
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, after1 + (4 << 20));
    }
}
