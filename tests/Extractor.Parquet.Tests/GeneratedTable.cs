using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Extractor.Parquet.Tests;

/// <summary>How the values of a generated column lie.</summary>
public enum ValueShape
{
    Constant,
    FewDistinct,
    Rising,
    Random,
    Extreme,
}

/// <summary>Where a generated column has nulls.</summary>
public enum NullShape
{
    Required,
    None,
    All,
    Some,
    Alternating,
    Most,
    LongStretches,
}

/// <summary>A column of a generated table; a value is its canonical text, as <c>readers/compare.mjs</c> gives it.</summary>
public sealed record GeneratedColumn(ParquetColumn Column, string?[] Values, Action<ColumnWriter, int> Append);

/// <summary>A table of seeded random values with what every reader has to read from it.</summary>
public sealed class GeneratedTable(ImmutableArray<GeneratedColumn> columns, int rowCount)
{
    private static readonly string[] Words =
    [
        "", "a", "一般公共预算", "其他支出", "2011308", "招商引资", "\u0000", "\uD83D\uDE00", "é", "\u200B", "￥",
        "\"quoted\"\n\ttext", "\u007F", "\uFFFD", "𠀀𠮷", "-0.00",
    ];

    public ImmutableArray<GeneratedColumn> Columns => columns;

    public int RowCount => rowCount;

    /// <summary>One column for each of the types, of one shape.</summary>
    public static GeneratedTable OfAllTypes(int seed, int rowCount, ValueShape shape, NullShape nulls)
    {
        var random = new Random(seed);
        return new GeneratedTable(
            [.. Enum.GetValues<ParquetColumnType>().Select(type => Generate(random, $"{type}列", type, rowCount, shape, nulls))],
            rowCount);
    }

    /// <summary>Columns of random types and shapes.</summary>
    public static GeneratedTable Mixed(int seed, int rowCount)
    {
        var random = new Random(seed);
        var types = Enum.GetValues<ParquetColumnType>();
        var shapes = Enum.GetValues<ValueShape>();
        var nulls = Enum.GetValues<NullShape>();
        return new GeneratedTable(
            [.. Enumerable.Range(0, random.Next(1, 20)).Select(index => Generate(
                random,
                $"column_{index}",
                types[random.Next(types.Length)],
                rowCount,
                shapes[random.Next(shapes.Length)],
                nulls[random.Next(nulls.Length)]))],
            rowCount);
    }

    public static GeneratedTable OfText(IReadOnlyList<string?> values) => new(
        [new GeneratedColumn(
            new ParquetColumn("text", ParquetColumnType.String, true) { HasBloomFilter = true },
            [.. values],
            (writer, row) => ((StringColumnWriter)writer).Append(values[row]))],
        values.Count);

    public byte[] Write(ParquetWriterOptions options)
    {
        using var stream = new MemoryStream();
        using var writer = new ParquetFileWriter(stream, new ParquetSchema(columns.Select(static column => column.Column)), options);
        var writers = columns.Select(column => WriterOf(writer, column.Column)).ToArray();
        for (var row = 0; row < rowCount; row++)
        {
            for (var index = 0; index < writers.Length; index++)
            {
                if (columns[index].Values[row] is null)
                {
                    writers[index].AppendNull();
                }
                else
                {
                    columns[index].Append(writers[index], row);
                }
            }

            writer.EndRow();
        }

        writer.Close();
        return stream.ToArray();
    }

    /// <summary>What <c>compare.mjs</c> expects.</summary>
    public string ExpectedJson() => CanonicalValues.ToJson(
        columns.Select(static column => column.Column), columns.Select(static column => column.Values));

    private static ColumnWriter WriterOf(ParquetFileWriter writer, ParquetColumn column) => column.Type switch
    {
        ParquetColumnType.String => writer.String(column.Name),
        ParquetColumnType.Decimal => writer.Decimal(column.Name),
        ParquetColumnType.Date => writer.Date(column.Name),
        ParquetColumnType.Timestamp => writer.Timestamp(column.Name),
        ParquetColumnType.Int32 => writer.Int32(column.Name),
        ParquetColumnType.Int64 => writer.Int64(column.Name),
        ParquetColumnType.Double => writer.Double(column.Name),
        _ => writer.Boolean(column.Name),
    };

    private static GeneratedColumn Generate(Random random, string name, ParquetColumnType type, int rowCount, ValueShape shape,
        NullShape nulls)
    {
        var scale = random.Next(0, 19);
        var column = new ParquetColumn(name, type, nulls != NullShape.Required, 18, shape == ValueShape.Extreme ? scale : 2)
        {
            HasBloomFilter = random.Next(2) == 0 && type != ParquetColumnType.Boolean,
        };
        var isNull = Enumerable.Range(0, rowCount).Select(row => nulls switch
        {
            NullShape.All => true,
            NullShape.Some => random.Next(5) == 0,
            NullShape.Alternating => row % 2 == 0,
            NullShape.Most => random.Next(100) > 0,
            NullShape.LongStretches => row / 100 % 2 == 0,
            _ => false,
        }).ToArray();
        return type switch
        {
            ParquetColumnType.String => Of(Texts(random, rowCount, shape), static value =>
                value, (StringColumnWriter writer, string value) => writer.Append(value)),
            ParquetColumnType.Decimal => Of(
                Integers(random, rowCount, shape, 999_999_999_999_999_999),
                value => UnitsAsDecimal(value, column.Scale),
                (DecimalColumnWriter writer, long value) =>
                    writer.Append(new decimal((int)Math.Abs(value), (int)(Math.Abs(value) >> 32), 0, value < 0, (byte)column.Scale))),
            ParquetColumnType.Date => Of(
                Integers(random, rowCount, shape, 1_000_000).Select(value => shape == ValueShape.Extreme
                    ? value < 0 ? DateOnly.MinValue : DateOnly.MaxValue
                    : DateOnly.FromDayNumber(719_162).AddDays((int)(value % 100_000))),
                static value => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                (DateColumnWriter writer, DateOnly value) => writer.Append(value)),
            ParquetColumnType.Timestamp => Of(
                Integers(random, rowCount, shape, 1L << 52).Select(value => shape == ValueShape.Extreme
                    ? value < 0 ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue.AddTicks(-9)
                    : DateTimeOffset.UnixEpoch.AddMicroseconds(value % (1L << 52)).ToOffset(TimeSpan.FromHours(8))),
                CanonicalValues.Microseconds,
                (TimestampColumnWriter writer, DateTimeOffset value) => writer.Append(value)),
            ParquetColumnType.Int32 => Of(
                Integers(random, rowCount, shape, int.MaxValue).Select(static value => value == -int.MaxValue ? int.MinValue : (int)value),
                static value => value.ToString(CultureInfo.InvariantCulture),
                (Int32ColumnWriter writer, int value) => writer.Append(value)),
            ParquetColumnType.Int64 => Of(
                Integers(random, rowCount, shape, long.MaxValue).Select(static value => value == -long.MaxValue ? long.MinValue : value),
                static value => value.ToString(CultureInfo.InvariantCulture),
                (Int64ColumnWriter writer, long value) => writer.Append(value)),
            ParquetColumnType.Double => Of(Doubles(random, rowCount, shape), CanonicalValues.Bits,
                (DoubleColumnWriter writer, double value) => writer.Append(value)),
            _ => Of(
                Integers(random, rowCount, shape, long.MaxValue).Select(static value => value % 2 == 0),
                static value => value ? "true" : "false",
                (BooleanColumnWriter writer, bool value) => writer.Append(value)),
        };

        GeneratedColumn Of<TWriter, TValue>(IEnumerable<TValue> values, Func<TValue, string> canonical, Action<TWriter, TValue> append)
            where TWriter : ColumnWriter
        {
            var all = values.ToArray();
            return new GeneratedColumn(
                column,
                [.. all.Select((value, row) => isNull[row] ? null : canonical(value))],
                (writer, row) => append((TWriter)writer, all[row]));
        }
    }

    private static IEnumerable<long> Integers(Random random, int count, ValueShape shape, long limit)
    {
        var rising = random.NextInt64(Math.Min(limit, 1000));
        for (var row = 0; row < count; row++)
        {
            yield return shape switch
            {
                ValueShape.Constant => limit / 7,
                ValueShape.FewDistinct => limit / 11 * random.Next(-5, 5),
                ValueShape.Rising => (rising += random.Next(3)) % limit,
                ValueShape.Random => random.NextInt64(-limit, limit),
                _ => random.Next(5) switch { 0 => limit, 1 => -limit, 2 => 0, 3 => 1, _ => -1 },
            };
        }
    }

    private static IEnumerable<double> Doubles(Random random, int count, ValueShape shape)
    {
        double[] extremes =
        [
            double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0.0, -0.0, double.MaxValue, double.MinValue, double.Epsilon,
        ];
        return Integers(random, count, shape, 1L << 50)
            .Select(value => shape == ValueShape.Extreme ? extremes[random.Next(extremes.Length)] : value / 100.0);
    }

    private static IEnumerable<string> Texts(Random random, int count, ValueShape shape)
    {
        for (var row = 0; row < count; row++)
        {
            yield return shape switch
            {
                ValueShape.Constant => "expenditure_summary",
                ValueShape.FewDistinct => Words[random.Next(Words.Length)],
                ValueShape.Rising => $"a_common_prefix_of_all_{row:D9}",
                ValueShape.Random => Sentence(random, random.Next(12)),
                _ => random.Next(6) switch
                {
                    0 => new string('啊', random.Next(300)),
                    1 => new string('\uFFFF', random.Next(70)),
                    2 => string.Concat(Enumerable.Repeat("\U0010FFFF", random.Next(40))),
                    3 => string.Empty,
                    4 => new string('x', 63) + "é尾",
                    _ => Sentence(random, 400),
                },
            };
        }
    }

    private static string Sentence(Random random, int words)
    {
        var builder = new StringBuilder();
        for (var word = 0; word < words; word++)
        {
            builder.Append(Words[random.Next(Words.Length)]).Append((char)random.Next(0x20, 0x7F));
        }

        return builder.ToString();
    }

    private static string UnitsAsDecimal(long units, int scale) =>
        new decimal((int)Math.Abs(units), (int)(Math.Abs(units) >> 32), 0, units < 0, (byte)scale).ToString(CultureInfo.InvariantCulture);
}
