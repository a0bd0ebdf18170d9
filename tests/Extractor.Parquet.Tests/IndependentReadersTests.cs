using System.Globalization;
using System.Text.Json;

namespace Extractor.Parquet.Tests;

/// <summary>Generated tables, read back by DuckDB, hyparquet, Arrow's Rust reader and our own reader.</summary>
public sealed class IndependentReadersTests
{
    private static readonly ParquetCodec[] Codecs = Enum.GetValues<ParquetCodec>();

    public static IEnumerable<(string Name, GeneratedTable Table, ParquetWriterOptions Options)> Cases()
    {
        foreach (var shape in Enum.GetValues<ValueShape>())
        {
            foreach (var nulls in Enum.GetValues<NullShape>())
            {
                foreach (var codec in Codecs)
                {
                    var seed = ((int)shape * 100) + ((int)nulls * 10) + (int)codec;
                    yield return ($"{shape}-{nulls}-{codec}", GeneratedTable.OfAllTypes(seed, 700, shape, nulls),
                        new ParquetWriterOptions { Codec = codec, PageRows = 250 });
                }
            }
        }

        for (var seed = 0; seed < 30; seed++)
        {
            // Every size around the edges of groups, pages and bit-packed eights.
            var rows = new[] { 0, 1, 2, 7, 8, 9, 127, 128, 129, 1000, 3000 }[seed % 11];
            yield return ($"mixed-{seed}-{rows}", GeneratedTable.Mixed(1000 + seed, rows), new ParquetWriterOptions
            {
                Codec = Codecs[seed % 3],
                RowGroupRows = 1 + (seed * 37 % 500),
                PageRows = 1 + (seed * 13 % 100),
                PageBytes = 64 << (seed % 8),
                DictionaryBytes = 1 << (4 + (seed % 12)),
            });
        }

        yield return ("many-row-groups", GeneratedTable.OfAllTypes(7, 3000, ValueShape.Random, NullShape.Some),
            new ParquetWriterOptions { RowGroupRows = 10 });
        yield return ("large", GeneratedTable.OfAllTypes(8, 60_000, ValueShape.Rising, NullShape.Some),
            new ParquetWriterOptions { RowGroupRows = 40_000 });
        yield return ("large-random", GeneratedTable.OfAllTypes(9, 40_000, ValueShape.Random, NullShape.LongStretches),
            ParquetWriterOptions.Default);
        yield return ("long-strings", GeneratedTable.OfText([.. Enumerable.Range(1, 12).Select(static size =>
            new string((char)('甲' + size), size * 100_000)), null, ""]),
            new ParquetWriterOptions { PageBytes = 1 << 20, RowGroupBytes = 1 << 21 });
        yield return ("lone-surrogates-replaced", GeneratedTable.OfText(["\uFFFD", "a\uFFFDb"]), ParquetWriterOptions.Default);
    }

    [Fact]
    public void Write_GeneratedTables_ReadEqualByDuckDbHyparquetAndArrow()
    {
        IndependentReaders.SkipUnlessInstalled();
        var folder = Directory.CreateTempSubdirectory("parquet-readers");
        try
        {
            var files = new List<object>();
            foreach (var (name, table, options) in Cases())
            {
                var file = Path.Combine(folder.FullName, name + ".parquet");
                File.WriteAllBytes(file, table.Write(options));
                File.WriteAllText(file + ".json", table.ExpectedJson());
                files.Add(new { file, expected = file + ".json" });
            }

            // One file is expected to hold what it does not: the comparison must say so, or it proves nothing.
            var wrong = Path.Combine(folder.FullName, "wrong.parquet");
            File.WriteAllBytes(wrong, GeneratedTable.OfText(["a", "b"]).Write(ParquetWriterOptions.Default));
            File.WriteAllText(wrong + ".json", GeneratedTable.OfText(["a", "c"]).ExpectedJson());
            files.Add(new { file = wrong, expected = wrong + ".json" });

            var list = Path.Combine(folder.FullName, "list.json");
            File.WriteAllText(list, JsonSerializer.Serialize(files));
            var result = IndependentReaders.Run("compare.mjs", null, list);
            var differences = result.GetProperty("differences").EnumerateArray()
                .Select(static difference => $"{Path.GetFileName(difference.GetProperty("file").GetString())} by " +
                    $"{difference.GetProperty("reader")}: {difference.GetProperty("difference")}");
            Assert.Equal(
                ["wrong.parquet by duckdb", "wrong.parquet by hyparquet", "wrong.parquet by parquet-wasm"],
                differences.Select(static difference => difference.Split(": column text, row 1: ")[0]));
            foreach (var reader in (string[])["duckdb", "hyparquet", "parquet-wasm"])
            {
                Assert.Equal(files.Count.ToString(CultureInfo.InvariantCulture), result.GetProperty("readers").GetProperty(reader)
                    .ToString());
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Write_GeneratedTables_ReadEqualByOwnReader()
    {
        foreach (var (name, table, options) in Cases())
        {
            using var reader = new ParquetFileReader(new MemoryStream(table.Write(options)));
            Assert.Equal(table.RowCount, reader.RowCount);
            foreach (var column in table.Columns)
            {
                var read = CanonicalValues.Read(reader, column.Column);
                Assert.True(column.Values.SequenceEqual(read, StringComparer.Ordinal), $"{name}: column {column.Column.Name} differs");
            }
        }
    }

    [Fact]
    public void Write_SameRows_SameBytes()
    {
        foreach (var (name, table, options) in Cases().Where(static item => item.Name.StartsWith("mixed", StringComparison.Ordinal)))
        {
            Assert.True(table.Write(options).AsSpan().SequenceEqual(table.Write(options)), name);
        }
    }
}
