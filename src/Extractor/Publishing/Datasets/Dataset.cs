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

/// <summary>A dataset of rows of one kind.</summary>
internal sealed class Dataset<TRow>(
    DatasetSchema schema,
    IReadOnlyList<Func<ParquetFileWriter, Action<TRow>>> columns,
    Func<DocumentRows, IEnumerable<TRow>> rowsOf) : DocumentDataset(schema)
{
    public override Action<DocumentRows> Bind(ParquetFileWriter writer)
    {
        var append = BindRow(writer);
        return document =>
        {
            foreach (var row in rowsOf(document))
            {
                append(row);
            }
        };
    }

    /// <summary>What appends a row to <paramref name="writer"/>.</summary>
    public Action<TRow> BindRow(ParquetFileWriter writer)
    {
        var appends = columns.Select(bind => bind(writer)).ToArray();
        return row =>
        {
            foreach (var append in appends)
            {
                append(row);
            }

            writer.EndRow();
        };
    }
}
