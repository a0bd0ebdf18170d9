using Extractor.Parquet.Metadata;

namespace Extractor.Parquet.Tests;

public sealed class ParquetFileWriterTests
{
    [Theory]
    [InlineData(ValueShape.Constant, "RleDictionary")]
    [InlineData(ValueShape.Rising, "DeltaByteArray")]
    public void Write_TextOfAShape_GetsTheEncodingThatIsShortest(ValueShape shape, string expected)
    {
        var metadata = Metadata(GeneratedTable.OfAllTypes(1, 5000, shape, NullShape.Required), ParquetWriterOptions.Default);
        Assert.Equal(expected, DataEncodingOf(metadata, "String列"));
    }

    [Theory]
    [InlineData(ValueShape.Constant, "RleDictionary")]
    [InlineData(ValueShape.Rising, "DeltaBinaryPacked")]
    [InlineData(ValueShape.Random, "Plain")]
    public void Write_IntegersOfAShape_GetTheEncodingThatIsShortest(ValueShape shape, string expected)
    {
        var metadata = Metadata(GeneratedTable.OfAllTypes(1, 5000, shape, NullShape.Required), ParquetWriterOptions.Default);
        Assert.Equal(expected, DataEncodingOf(metadata, "Int64列"));
    }

    [Theory]
    [InlineData(300, 100, true)]
    [InlineData(299, 100, false)]
    public void IsOftenRepeated_ThreeTimesOnAverage_NeedsNoTrial(int valueCount, int entryCount, bool expected) =>
        Assert.Equal(expected, EncodingTrial.IsOftenRepeated(valueCount, entryCount));

    [Fact]
    public void Write_LongText_CutsMinimumAndMaximumAndSaysSo()
    {
        var statistics = Metadata(GeneratedTable.OfText([new string('m', 100), new string('p', 100)]), ParquetWriterOptions.Default)
            .RowGroups[0].Columns[0].Statistics!;
        Assert.Equal(new string('m', 64), System.Text.Encoding.UTF8.GetString(statistics.Minimum!));
        Assert.Equal(new string('p', 63) + "q", System.Text.Encoding.UTF8.GetString(statistics.Maximum!));
        Assert.False(statistics.IsMinimumExact);
        Assert.False(statistics.IsMaximumExact);
    }

    [Fact]
    public void Write_ShortText_HasExactBoundsNullAndDistinctCount()
    {
        var statistics = Metadata(GeneratedTable.OfText(["b", null, "a", "b"]),
            ParquetWriterOptions.Default).RowGroups[0].Columns[0].Statistics!;
        Assert.Equal("a"u8.ToArray(), statistics.Minimum);
        Assert.Equal("b"u8.ToArray(), statistics.Maximum);
        Assert.True(statistics.IsMinimumExact && statistics.IsMaximumExact);
        Assert.Equal((1L, 2L), (statistics.NullCount, statistics.DistinctCount));
    }

    [Fact]
    public void Write_NumbersWithNaNAndZeros_BoundsHoldBothZerosAndNoNaN()
    {
        var statistics = WriteDoubles(double.NaN, 0.0, double.NaN);
        Assert.Equal(BitConverter.GetBytes(-0.0), statistics.Minimum);
        Assert.Equal(BitConverter.GetBytes(0.0), statistics.Maximum);
        Assert.Null(WriteDoubles(double.NaN).Minimum);
    }

    [Fact]
    public void Write_MoreRowsThanARowGroup_SplitsAtTheCount()
    {
        var metadata = Metadata(GeneratedTable.OfAllTypes(2, 1050, ValueShape.Random, NullShape.Some),
            new ParquetWriterOptions { RowGroupRows = 500 });
        Assert.Equal([500L, 500L, 50L], metadata.RowGroups.Select(static group => group.RowCount));
    }

    [Fact]
    public void CopyRowGroup_OfFilesWithOneEach_GivesTheBytesOfTheRowsWrittenTogether()
    {
        var options = new ParquetWriterOptions { RowGroupRows = 500, PageRows = 120 };
        var table = GeneratedTable.OfAllTypes(3, 1000, ValueShape.FewDistinct, NullShape.Some);
        var together = table.Write(options);
        using var reader = new ParquetFileReader(new MemoryStream(together));

        // Twice over: what was copied once is copied again from another place in a file.
        var last = Copied(reader, [1]);
        using var lastReader = new ParquetFileReader(new MemoryStream(last));
        var first = Copied(reader, [0]);
        using var firstReader = new ParquetFileReader(new MemoryStream(first));
        Assert.NotEqual(together, first);
        using var stream = new MemoryStream();
        using var writer = new ParquetFileWriter(stream, new ParquetSchema(table.Columns.Select(static column => column.Column)), options);
        writer.CopyRowGroup(firstReader, 0);
        writer.CopyRowGroup(lastReader, 0);
        writer.Close();

        Assert.Equal((1000L, 2), (writer.RowCount, writer.RowGroupCount));
        Assert.Equal(reader.ByteLengthOf(0) + reader.ByteLengthOf(1), writer.PageByteLength);
        Assert.Equal(together, stream.ToArray());

        byte[] Copied(ParquetFileReader source, int[] groups)
        {
            using var target = new MemoryStream();
            using var copy = new ParquetFileWriter(target, source.Schema, options);
            foreach (var group in groups)
            {
                copy.CopyRowGroup(source, group);
            }

            copy.Close();
            return target.ToArray();
        }
    }

    [Fact]
    public void CopyRowGroup_OfAnotherSchema_Throws()
    {
        using var source = new ParquetFileReader(new MemoryStream(GeneratedTable.OfText(["a"]).Write(ParquetWriterOptions.Default)));
        using var writer = Writer(new ParquetColumn("a", ParquetColumnType.Int32, false));
        Assert.Throws<ArgumentException>(() => writer.CopyRowGroup(source, 0));
    }

    [Fact]
    public void Write_LargeTexts_RowGroupsAreBoundedInBytes()
    {
        var texts = Enumerable.Range(0, 2000).Select(static index => $"{index}" + new string('x', 10_000)).ToArray();
        var metadata = Metadata(GeneratedTable.OfText(texts), new ParquetWriterOptions { RowGroupBytes = 1 << 20 });
        Assert.InRange(metadata.RowGroups.Count, 10, 30);
        Assert.All(metadata.RowGroups, static group => Assert.InRange(group.RowCount, 1, 200));
    }

    [Fact]
    public void EndRow_ColumnWithoutValue_Throws()
    {
        using var writer = Writer(new ParquetColumn("a", ParquetColumnType.Int32, false),
            new ParquetColumn("b", ParquetColumnType.Int32, false));
        writer.Int32("a").Append(1);
        Assert.Contains("'b'", Assert.Throws<InvalidOperationException>(writer.EndRow).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AppendNull_RequiredColumn_Throws()
    {
        using var writer = Writer(new ParquetColumn("a", ParquetColumnType.Int32, false));
        Assert.Throws<InvalidOperationException>(writer.Int32("a").AppendNull);
    }

    [Theory]
    [InlineData("0.001")]
    [InlineData("10000000000000000")]
    [InlineData("-10000000000000000")]
    [InlineData("1.9999999999999999999999999999")]
    [InlineData("79228162514264337593543950335")]
    public void Append_DecimalThatDoesNotFit_Throws(string value)
    {
        using var writer = Writer(new ParquetColumn("a", ParquetColumnType.Decimal, false));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            writer.Decimal("a").Append(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Column_OfAnotherType_Throws()
    {
        using var writer = Writer(new ParquetColumn("a", ParquetColumnType.Decimal, false));
        Assert.Throws<ArgumentException>(() => writer.Int64("a"));
        Assert.Throws<ArgumentException>(() => writer.Decimal("b"));
    }

    [Fact]
    public void AppendUtf8_NoUtf8_Throws()
    {
        using var writer = Writer(new ParquetColumn("a", ParquetColumnType.String, false));
        Assert.Throws<ArgumentException>(() => writer.String("a").AppendUtf8([0xC3, 0x28]));
    }

    [Fact]
    public void Append_LoneSurrogate_IsReplaced()
    {
        using var stream = new MemoryStream();
        using var writer = new ParquetFileWriter(stream, new ParquetSchema([new ParquetColumn("a", ParquetColumnType.String, false)]));
        writer.String("a").Append("x\uD800y");
        writer.EndRow();
        writer.Close();
        using var reader = new ParquetFileReader(stream);
        Assert.Equal("x\uFFFDy", Assert.Single(reader.ReadStrings(0, "a")));
    }

    [Fact]
    public void Append_SpansOfManyRows_ReadEqual()
    {
        using var stream = new MemoryStream();
        using var writer = new ParquetFileWriter(stream, new ParquetSchema(
            [new ParquetColumn("i", ParquetColumnType.Int32, true), new ParquetColumn("b", ParquetColumnType.Boolean, false)]));
        int[] numbers = [.. Enumerable.Range(0, 1000)];
        writer.Int32("i").Append(numbers);
        writer.Int32("i").AppendNulls(24);
        writer.Boolean("b").Append([.. Enumerable.Range(0, 1024).Select(static index => index % 3 == 0)]);
        writer.EndRows(1024);
        writer.Close();
        using var reader = new ParquetFileReader(stream);
        Assert.Equal(numbers.Select(static number => (int?)number).Concat(Enumerable.Repeat<int?>(null, 24)), reader.ReadInt32s(0, "i"));
        Assert.Equal(342, reader.ReadBooleans(0, "b").Count(static value => value == true));
    }

    private static ParquetFileWriter Writer(params ParquetColumn[] columns) => new(Stream.Null, new ParquetSchema(columns));

    private static FileMetadata Metadata(GeneratedTable table, ParquetWriterOptions options)
    {
        using var reader = new ParquetFileReader(new MemoryStream(table.Write(options)));
        return reader.Metadata;
    }

    private static ColumnStatistics WriteDoubles(params double[] values)
    {
        using var stream = new MemoryStream();
        using var writer = new ParquetFileWriter(stream, new ParquetSchema([new ParquetColumn("d", ParquetColumnType.Double, false)]));
        writer.Double("d").Append(values);
        writer.EndRows(values.Length);
        writer.Close();
        using var reader = new ParquetFileReader(stream);
        return reader.Metadata.RowGroups[0].Columns[0].Statistics!;
    }

    private static string DataEncodingOf(FileMetadata metadata, string column) =>
        metadata.RowGroups[0].Columns.Single(chunk => chunk.Name == column).Encodings.Single(static count =>
            count.PageType == PageType.Data).Encoding.ToString();
}
