using System.Globalization;
using System.Text.Json;

namespace Extractor.Parquet.Tests;

/// <summary>Statistics, page indexes and bloom filters as readers use them: what cannot hold a value is not read.</summary>
public sealed class RowSkippingTests : IDisposable
{
    private const int RowGroups = 40;
    private const int RowsPerGroup = 5000;

    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Read_OneValue_TouchesOneRowGroup()
    {
        IndependentReaders.SkipUnlessInstalled();
        Write();
        var results = Query(("sorted", null), ("sorted", Sorted(123_456)), ("scattered", Scattered(77_777)),
            ("scattered", "code-5-not-there"), ("sorted", "zzz"));
        var (all, bySort, byBloom, absent, beyond) = (results[0], results[1], results[2], results[3], results[4]);
        foreach (var reader in (string[])["duckdb", "hyparquet"])
        {
            Assert.Equal(RowGroups * RowsPerGroup, Rows(all, reader));
            Assert.Equal(1, Rows(bySort, reader));
            Assert.Equal(1, Rows(byBloom, reader));
            Assert.Equal(0, Rows(absent, reader));
            Assert.Equal(0, Rows(beyond, reader));

            // Beyond what is read whatever is asked for (footer and indexes), one row group of forty.
            var group = (Bytes(all, reader) - Bytes(beyond, reader)) / RowGroups;
            Assert.InRange(Bytes(bySort, reader) - Bytes(beyond, reader), 1, group * 3 / 2);

            // Bloom filters are read for both; each of forty may wrongly admit its row group once in a hundred.
            Assert.InRange(Bytes(byBloom, reader) - Bytes(absent, reader), -2 * group, 3 * group);
        }
    }

    [Fact]
    public void Write_BloomFilter_DuckDbFindsEveryValueAndExcludesMostOthers()
    {
        IndependentReaders.SkipUnlessInstalled();
        Write();
        var present = Enumerable.Range(0, 20).Select(static index => index * 9_999).ToArray();
        var results = IndependentReaders.Query(
            [.. present.Select(row => $"SELECT count(*) n FROM parquet_bloom_probe('{path}', 'scattered', '{Scattered(row)}') WHERE NOT " +
                $"bloom_filter_excludes AND row_group_id = {row / RowsPerGroup}"),
            .. Enumerable.Range(0, 50).Select(index =>
                $"SELECT count(*) n FROM parquet_bloom_probe('{path}', 'scattered', 'absent-{index}') WHERE NOT bloom_filter_excludes")]);
        Assert.All(results[..present.Length], static result => Assert.Equal("1", result[0].GetProperty("n").GetString()));

        // 2,000 questions at one wrong yes in a hundred: 20 are expected.
        var wrong = results[present.Length..].Sum(static result =>
            int.Parse(result[0].GetProperty("n").GetString()!, CultureInfo.InvariantCulture));
        Assert.InRange(wrong, 1, 60);
    }

    private static string Sorted(int row) => row.ToString("D9", CultureInfo.InvariantCulture);

    private static string Scattered(int row) => "code-" + (row * 7919L % 1_000_003).ToString(CultureInfo.InvariantCulture);

    private static int Rows(JsonElement result, string reader) => result.GetProperty(reader).GetProperty("rows").GetInt32();

    private static long Bytes(JsonElement result, string reader) => result.GetProperty(reader).GetProperty("bytes").GetInt64();

    private JsonElement[] Query(params (string Column, string? Value)[] queries) =>
        [.. IndependentReaders.Run("skipping.mjs",
            JsonSerializer.Serialize(queries.Select(static query => new { column = query.Column, value = query.Value })), path)
            .EnumerateArray()];

    private void Write()
    {
        var schema = new ParquetSchema(
        [
            new ParquetColumn("sorted", ParquetColumnType.String, false),
            new ParquetColumn("scattered", ParquetColumnType.String, false) { HasBloomFilter = true },
            new ParquetColumn("amount", ParquetColumnType.Decimal, true),
        ]);
        using var stream = File.Create(path);
        using var writer = new ParquetFileWriter(stream, schema, new ParquetWriterOptions
        {
            RowGroupRows = RowsPerGroup,
            PageRows = 1000,
            SortingColumns = [new SortingColumn("sorted")],
        });
        var (sorted, scattered, amount) = (writer.String("sorted"), writer.String("scattered"), writer.Decimal("amount"));
        for (var row = 0; row < RowGroups * RowsPerGroup; row++)
        {
            sorted.Append(Sorted(row));
            scattered.Append(Scattered(row));
            amount.AppendUnits(row * 31L % 10_007);
            writer.EndRow();
        }

        writer.Close();
    }
}
