using System.Buffers;
using System.Collections.Immutable;
using Extractor.Model;
using Extractor.Model.Layout;
using Extractor.Parquet;

namespace Extractor.Publishing.Datasets;

/// <summary>
/// Puts a dataset together, column by column: name, meaning in Chinese and English, and where the value comes from.
/// A text that is empty is published as NULL.
/// </summary>
internal sealed class DatasetBuilder<TRow>(string name, string descriptionZh, string descriptionEn)
{
    /// <summary>DECIMAL(18,2) holds 16 digits before the point.</summary>
    private const decimal MoneyLimit = 10_000_000_000_000_000m;

    private readonly ImmutableArray<DatasetColumn>.Builder columns = ImmutableArray.CreateBuilder<DatasetColumn>();
    private readonly List<Func<ParquetFileWriter, AppendRows<TRow>>> binds = [];
    private readonly ImmutableArray<DatasetReference>.Builder references = ImmutableArray.CreateBuilder<DatasetReference>();
    private string? key;

    /// <summary>A text that every row has.</summary>
    public DatasetBuilder<TRow> Text(string column, string zh, string en, Func<TRow, string> value, bool bloom = false)
    {
        Add(column, ParquetColumnType.String, false, zh, en, bloom);
        return BindText(column, value, false);
    }

    public DatasetBuilder<TRow> OptionalText(string column, string zh, string en, Func<TRow, string?> value, bool bloom = false)
    {
        Add(column, ParquetColumnType.String, true, zh, en, bloom);
        return BindText(column, value, true);
    }

    /// <summary>A value of the contract that every row has, by its published name.</summary>
    public DatasetBuilder<TRow> Coded<TEnum>(string column, string zh, string en, Func<TRow, TEnum> value)
        where TEnum : struct, Enum =>
        Text(column, zh, en, row => SchemaName.Of(value(row))).Listed(SchemaName.OfType<TEnum>());

    /// <inheritdoc cref="Coded"/>
    public DatasetBuilder<TRow> OptionalCoded<TEnum>(string column, string zh, string en, Func<TRow, TEnum?> value)
        where TEnum : struct, Enum =>
        OptionalText(column, zh, en, row => value(row) is { } known ? SchemaName.Of(known) : null).Listed(SchemaName.OfType<TEnum>());

    public DatasetBuilder<TRow> Integer(string column, string zh, string en, Func<TRow, int> value)
    {
        Add(column, ParquetColumnType.Int32, false, zh, en);
        return BindMany(writer => writer.Int32(column), value, static (Int32ColumnWriter target, Span<int> values) =>
            target.Append(values));
    }

    public DatasetBuilder<TRow> OptionalInteger(string column, string zh, string en, Func<TRow, int?> value)
    {
        Add(column, ParquetColumnType.Int32, true, zh, en);
        return Bind(writer => writer.Int32(column), (Int32ColumnWriter target, TRow row) => target.Append(value(row)));
    }

    public DatasetBuilder<TRow> LongInteger(string column, string zh, string en, Func<TRow, long> value)
    {
        Add(column, ParquetColumnType.Int64, false, zh, en);
        return Bind(writer => writer.Int64(column), (Int64ColumnWriter target, TRow row) => target.Append(value(row)));
    }

    public DatasetBuilder<TRow> OptionalLongInteger(string column, string zh, string en, Func<TRow, long?> value)
    {
        Add(column, ParquetColumnType.Int64, true, zh, en);
        return Bind(writer => writer.Int64(column), (Int64ColumnWriter target, TRow row) => target.Append(value(row)));
    }

    public DatasetBuilder<TRow> Number(string column, string zh, string en, Func<TRow, double> value)
    {
        Add(column, ParquetColumnType.Double, false, zh, en);
        return BindMany(writer => writer.Double(column), value, static (DoubleColumnWriter target, Span<double> values) =>
            target.Append(values));
    }

    public DatasetBuilder<TRow> OptionalNumber(string column, string zh, string en, Func<TRow, double?> value)
    {
        Add(column, ParquetColumnType.Double, true, zh, en);
        return Bind(writer => writer.Double(column), (DoubleColumnWriter target, TRow row) => target.Append(value(row)));
    }

    public DatasetBuilder<TRow> Flag(string column, string zh, string en, Func<TRow, bool> value)
    {
        Add(column, ParquetColumnType.Boolean, false, zh, en);
        return Bind(writer => writer.Boolean(column), (BooleanColumnWriter target, TRow row) => target.Append(value(row)));
    }

    public DatasetBuilder<TRow> OptionalDate(string column, string zh, string en, Func<TRow, DateOnly?> value)
    {
        Add(column, ParquetColumnType.Date, true, zh, en);
        return Bind(writer => writer.Date(column), (DateColumnWriter target, TRow row) => target.Append(value(row)));
    }

    public DatasetBuilder<TRow> Time(string column, string zh, string en, Func<TRow, DateTimeOffset> value)
    {
        Add(column, ParquetColumnType.Timestamp, false, zh, en);
        return Bind(writer => writer.Timestamp(column), (TimestampColumnWriter target, TRow row) => target.Append(value(row)));
    }

    public DatasetBuilder<TRow> OptionalTime(string column, string zh, string en, Func<TRow, DateTimeOffset?> value)
    {
        Add(column, ParquetColumnType.Timestamp, true, zh, en);
        return Bind(writer => writer.Timestamp(column), (TimestampColumnWriter target, TRow row) => target.Append(value(row)));
    }

    /// <summary>An amount in yuan, DECIMAL(18,2); what is finer than a cent is rounded, halves away from zero.</summary>
    public DatasetBuilder<TRow> Money(string column, string zh, string en, Func<TRow, decimal> value)
    {
        Add(column, ParquetColumnType.Decimal, false, zh, en);
        return Bind(writer => writer.Decimal(column), (DecimalColumnWriter target, TRow row) => target.Append(ToCents(column, value(row))));
    }

    /// <inheritdoc cref="Money"/>
    public DatasetBuilder<TRow> OptionalMoney(string column, string zh, string en, Func<TRow, decimal?> value)
    {
        Add(column, ParquetColumnType.Decimal, true, zh, en);
        return Bind(writer => writer.Decimal(column), (DecimalColumnWriter target, TRow row) =>
            target.Append(value(row) is { } amount ? ToCents(column, amount) : null));
    }

    /// <summary>The columns box_left, box_top, box_right, box_bottom, to a hundredth of a point.</summary>
    public DatasetBuilder<TRow> Place(Func<TRow, Box> value) => this
        .Number("box_left", PlaceDescription.LeftZh, PlaceDescription.LeftEn, row => Round(value(row).Left))
        .Number("box_top", PlaceDescription.TopZh, PlaceDescription.TopEn, row => Round(value(row).Top))
        .Number("box_right", PlaceDescription.RightZh, PlaceDescription.RightEn, row => Round(value(row).Right))
        .Number("box_bottom", PlaceDescription.BottomZh, PlaceDescription.BottomEn, row => Round(value(row).Bottom));

    /// <inheritdoc cref="Place"/>
    public DatasetBuilder<TRow> OptionalPlace(Func<TRow, Box?> value) => this
        .OptionalNumber("box_left", PlaceDescription.LeftZh, PlaceDescription.LeftEn, row => value(row) is { } box ? Round(box.Left) : null)
        .OptionalNumber("box_top", PlaceDescription.TopZh, PlaceDescription.TopEn, row => value(row) is { } box ? Round(box.Top) : null)
        .OptionalNumber("box_right", PlaceDescription.RightZh, PlaceDescription.RightEn, row =>
            value(row) is { } box ? Round(box.Right) : null)
        .OptionalNumber("box_bottom", PlaceDescription.BottomZh, PlaceDescription.BottomEn, row =>
            value(row) is { } box ? Round(box.Bottom) : null);

    /// <summary>Gives the last column added its name in the fiscal taxonomy.</summary>
    public DatasetBuilder<TRow> Fiscal(string columnType)
    {
        columns[^1] = columns[^1] with { FiscalType = columnType };
        return this;
    }

    /// <summary>The values of the last column added are those of a list of <c>codes.csv</c>.</summary>
    /// <param name="grows">The list grows with the reading maps: values may come without a new version of the schema.</param>
    public DatasetBuilder<TRow> Listed(string vocabulary, bool grows = false)
    {
        columns[^1] = columns[^1] with { Vocabulary = vocabulary, VocabularyGrows = grows };
        return this;
    }

    /// <summary>The last column added is unique.</summary>
    public DatasetBuilder<TRow> AsKey()
    {
        key = columns[^1].Name;
        return this;
    }

    /// <summary>The values of the last column added are keys of <paramref name="dataset"/>.</summary>
    public DatasetBuilder<TRow> References(string dataset)
    {
        references.Add(new DatasetReference(columns[^1].Name, dataset));
        return this;
    }

    /// <param name="rowsOf">The rows of a document, in their own order; none for a dataset that is not of documents.</param>
    public Dataset<TRow> Build(Func<DocumentRows, IEnumerable<TRow>>? rowsOf) =>
        Build(rowsOf is null ? DatasetLayout.OneFile : DatasetLayout.ByPartition, rowsOf);

    /// <summary>A dataset whose rows come from all documents of a partition together.</summary>
    public Dataset<TRow> BuildMerged() => Build(DatasetLayout.Merged, null);

    private Dataset<TRow> Build(DatasetLayout layout, Func<DocumentRows, IEnumerable<TRow>>? rowsOf)
    {
        // Rows are sorted by division and document; a dataset without the division is sorted only within each.
        ImmutableArray<string> sortedBy = layout != DatasetLayout.OneFile && columns.Any(static column => column.Name == "division_code")
            ? ["division_code", "document_id"]
            : [];
        var schema = new DatasetSchema(
            name, descriptionZh, descriptionEn, columns.ToImmutable(), key, references.ToImmutable(), sortedBy, layout);
        return new Dataset<TRow>(schema, binds, rowsOf ?? (static _ => []));
    }

    private void Add(string column, ParquetColumnType type, bool isNullable, string zh, string en, bool bloom = false) =>
        columns.Add(new DatasetColumn(column, type, isNullable, zh, en, bloom));

    private DatasetBuilder<TRow> Bind<TWriter>(Func<ParquetFileWriter, TWriter> columnOf, Action<TWriter, TRow> append)
    {
        binds.Add(writer =>
        {
            var target = columnOf(writer);
            return rows =>
            {
                foreach (ref readonly var row in rows)
                {
                    append(target, row);
                }
            };
        });
        return this;
    }

    /// <summary>Neighbours whose text is one object are handed over together.</summary>
    private DatasetBuilder<TRow> BindText(string column, Func<TRow, string?> value, bool isEmptyNull)
    {
        binds.Add(writer =>
        {
            var target = writer.String(column);
            return rows =>
            {
                string? text = null;
                var count = 0;
                foreach (ref readonly var row in rows)
                {
                    var next = value(row);
                    if (isEmptyNull && next is { Length: 0 })
                    {
                        next = null;
                    }

                    if (count > 0 && !ReferenceEquals(next, text))
                    {
                        target.Append(text, count);
                        count = 0;
                    }

                    text = next;
                    count++;
                }

                if (count > 0)
                {
                    target.Append(text, count);
                }
            };
        });
        return this;
    }

    /// <summary>Columns whose values are handed over many at once.</summary>
    private DatasetBuilder<TRow> BindMany<TWriter, TValue>(Func<ParquetFileWriter, TWriter> columnOf, Func<TRow, TValue> value,
        Action<TWriter, Span<TValue>> append)
    {
        binds.Add(writer =>
        {
            var target = columnOf(writer);
            return rows =>
            {
                var values = ArrayPool<TValue>.Shared.Rent(rows.Length);
                for (var index = 0; index < rows.Length; index++)
                {
                    values[index] = value(rows[index]);
                }

                append(target, values.AsSpan(0, rows.Length));
                ArrayPool<TValue>.Shared.Return(values);
            };
        });
        return this;
    }

    private static double Round(double coordinate) => Math.Round(coordinate, 2);

    private decimal ToCents(string column, decimal amount)
    {
        var cents = Math.Round(amount, 2, MidpointRounding.AwayFromZero);
        return Math.Abs(cents) < MoneyLimit
            ? cents
            : throw new PublishingException($"{name}.{column}: {amount} yuan has more than 16 digits before the point and cannot be " +
                $"published; a misread figure or unit is likely.");
    }
}

internal static class PlaceDescription
{
    public const string LeftZh = "左边界，单位为点（1/72 英寸），以读者所见正立页面的左上角为原点";
    public const string LeftEn = "Left edge in points (1/72 inch) on the upright page as a reader sees it, origin at the top left";
    public const string TopZh = "上边界，单位为点，由页面上沿向下计";
    public const string TopEn = "Top edge in points, counted downwards from the top of the page";
    public const string RightZh = "右边界，单位为点";
    public const string RightEn = "Right edge in points";
    public const string BottomZh = "下边界，单位为点";
    public const string BottomEn = "Bottom edge in points";
}
