using System.Buffers;
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
    /// <summary>What appends the rows of a document.</summary>
    /// <param name="open">Where to; called with the first row.</param>
    public abstract Action<DocumentRows> Bind(Func<ParquetFileWriter> open);
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

    public override Action<DocumentRows> Bind(Func<ParquetFileWriter> open)
    {
        var append = BindRows(open);
        return document => append(rowsOf(document));
    }

    /// <summary>What appends rows.</summary>
    /// <inheritdoc cref="Bind"/>
    public Action<IEnumerable<TRow>> BindRows(Func<ParquetFileWriter> open)
    {
        ParquetFileWriter? writer = null;
        AppendRows<TRow>[] appends = [];
        return rows =>
        {
            using var each = rows.GetEnumerator();
            if (!each.MoveNext())
            {
                return;
            }

            if (writer is null)
            {
                writer = open();
                appends = [.. columns.Select(bind => bind(writer))];
            }

            var together = ArrayPool<TRow>.Shared.Rent(RowsAtOnce);
            var count = 0;
            do
            {
                together[count++] = each.Current;
                if (count == RowsAtOnce)
                {
                    Append(writer, appends, together.AsSpan(0, count));
                    count = 0;
                }
            }
            while (each.MoveNext());

            Append(writer, appends, together.AsSpan(0, count));
            ArrayPool<TRow>.Shared.Return(together, clearArray: true);
        };
    }

    private static void Append(ParquetFileWriter writer, AppendRows<TRow>[] appends, ReadOnlySpan<TRow> rows)
    {
        foreach (var append in appends)
        {
            append(rows);
        }

        writer.EndRows(rows.Length);
    }
}
