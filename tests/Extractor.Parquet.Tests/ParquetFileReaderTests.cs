namespace Extractor.Parquet.Tests;

/// <summary>Files that are not as they should be end in one named exception.</summary>
public sealed class ParquetFileReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("PAR1")]
    [InlineData("this is a text and no Parquet file")]
    [InlineData("PAR1....PAR1")]
    public void Open_NoParquetFile_Throws(string content) =>
        Assert.Throws<ParquetException>(() => new ParquetFileReader(new MemoryStream(System.Text.Encoding.ASCII.GetBytes(content))));

    [Fact]
    public void Read_DamagedFile_ThrowsOneKindOfException()
    {
        var table = GeneratedTable.OfAllTypes(3, 500, ValueShape.Random, NullShape.Some);
        var random = new Random(5);
        var failures = 0;
        foreach (var codec in Enum.GetValues<ParquetCodec>())
        {
            var file = table.Write(new ParquetWriterOptions { Codec = codec });
            for (var attempt = 0; attempt < 300; attempt++)
            {
                var damaged = (byte[])file.Clone();
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
                if (attempt % 3 == 0)
                {
                    damaged = damaged[..random.Next(damaged.Length)];
                }

                try
                {
                    using var reader = new ParquetFileReader(new MemoryStream(damaged));
                    foreach (var column in reader.Schema.Columns)
                    {
                        CanonicalValues.Read(reader, column);
                    }
                }
                catch (ParquetException)
                {
                    failures++;
                }
            }
        }

        Assert.InRange(failures, 200, 900);
    }

    [Fact]
    public void Read_KeyValuesAndCreator_AsWritten()
    {
        using var stream = new MemoryStream();
        using var writer = new ParquetFileWriter(stream, new ParquetSchema([new ParquetColumn("a", ParquetColumnType.Int32, false)]),
            new ParquetWriterOptions
            {
                KeyValues = [KeyValuePair.Create("列.说明", "金额"), KeyValuePair.Create("empty", string.Empty)],
                CreatedBy = "Somebody version 3",
            });
        writer.Close();
        using var reader = new ParquetFileReader(stream);
        Assert.Equal([KeyValuePair.Create("列.说明", "金额"), KeyValuePair.Create("empty", string.Empty)], reader.KeyValues);
        Assert.Equal("Somebody version 3", reader.CreatedBy);
        Assert.Equal((0L, 0), (reader.RowCount, reader.RowGroupCount));
    }
}
