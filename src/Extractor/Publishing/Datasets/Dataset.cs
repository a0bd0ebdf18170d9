using Extractor.Parquet;

namespace Extractor.Publishing.Datasets;

/// <summary>A dataset with the way from the model to its rows.</summary>
internal abstract class Dataset(DatasetSchema schema)
{
    public DatasetSchema Schema => schema;
}

/// <summary>A dataset whose rows come from documents, one after the other.</summary>
internal abstract class DocumentDataset(DatasetSchema schema) : Dataset(schema)
{
    /// <summary>What appends the rows of a document to <paramref name="writer"/>.</summary>
    public abstract Action<DocumentRows> Bind(ParquetFileWriter writer);
}

/// <summary>Appends the values of rows to a column.</summary>
internal delegate void AppendRows<TRow>(ReadOnlySpan<TRow> rows);

/// <summary>A dataset of rows of one kind.</summary>
internal sealed class Dataset<TRow>(
    DatasetSchema schema,
    IReadOnlyList<Func<ParquetFileWriter, AppendRows<TRow>>> columns,
    Func<DocumentRows, IEnumerable<TRow>> rowsOf) : DocumentDataset(schema)
{
    /// <summary>Rows that are appended together, a column after the other: few enough to stay in the processor's nearest memory.</summary>
    private const int RowsAtOnce = 256;

    public override Action<DocumentRows> Bind(ParquetFileWriter writer)
    {
        var append = BindRows(writer);
        return document => append(rowsOf(document));
    }

    /// <summary>What appends rows to <paramref name="writer"/>.</summary>
    public Action<IEnumerable<TRow>> BindRows(ParquetFileWriter writer)
    {
        var appends = columns.Select(bind => bind(writer)).ToArray();
        var together = new TRow[RowsAtOnce];
        return rows =>
        {
            var count = 0;
            foreach (var row in rows)
            {
                together[count++] = row;
                if (count == RowsAtOnce)
                {
                    Append(count);
                    count = 0;
                }
            }

            Append(count);
            together.AsSpan().Clear();
        };

        void Append(int count)
        {
            foreach (var append in appends)
            {
                append(together.AsSpan(0, count));
            }

            writer.EndRows(count);
        }
    }
}
