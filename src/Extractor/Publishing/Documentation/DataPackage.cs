using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Extractor.Model;
using Extractor.Parquet;
using Extractor.Publishing.Datasets;
using Extractor.Publishing.Storage;

namespace Extractor.Publishing.Documentation;

/// <summary>
/// <c>datapackage.json</c>: the publication as a Data Package (version 2), its columns with the types of the budget
/// taxonomy of Fiscal Data Package 1.0.
/// </summary>
internal static class DataPackage
{
    public const string FileName = "datapackage.json";

    private static readonly string[] Sources =
    [
        "部门预决算公开文件，每个文件的地址和散列值见 documents / The published documents: address and hash of each in 'documents'",
        "财政部政府收支分类科目，各版见 pipelines/subjects/sources.csv / Classification of revenue and expenditure, by edition",
        "GB/T 2260 行政区划代码，见 pipelines/divisions/sources.csv / Codes of administrative divisions",
    ];

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    public static byte[] ToJson(PublicationManifest manifest, ImmutableArray<CodeList> codeLists)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
            writer.WriteString("name", "published-department-budgets");
            writer.WriteString("title", "部门预决算公开数据 / Published budgets of departments");
            writer.WriteString("version", $"{DatasetSchemas.Version}.0.0");
            WriteOrigin(writer);
            writer.WriteStartArray("resources");
            foreach (var dataset in DatasetSchemas.All)
            {
                WriteResource(writer, dataset, manifest.Datasets.Single(published => published.Name == dataset.Name), codeLists);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        stream.Write("\n"u8);
        return stream.ToArray();
    }

    /// <summary>
    /// Whose words the data are, and under what they may be used. Figures are taken from documents of state organs; names of codes,
    /// descriptions and maps are this project's.
    /// </summary>
    private static void WriteOrigin(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("licenses");
        writer.WriteStartObject();
        writer.WriteString("name", "Apache-2.0");
        writer.WriteString("path", "https://www.apache.org/licenses/LICENSE-2.0");
        writer.WriteString("title", "Structure, names and descriptions. Figures and texts are those of documents that state organs " +
            "published (中华人民共和国著作权法第五条: such documents are not under copyright)");
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartArray("sources");
        foreach (var source in Sources)
        {
            writer.WriteStartObject();
            writer.WriteString("title", source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteResource(Utf8JsonWriter writer, DatasetSchema dataset, ManifestDataset published,
        ImmutableArray<CodeList> codeLists)
    {
        writer.WriteStartObject();
        writer.WriteString("name", dataset.Name);
        writer.WriteString("type", "table");
        writer.WriteString("title", dataset.DescriptionZh);
        writer.WriteString("description", dataset.DescriptionEn);
        writer.WriteString("format", "parquet");
        writer.WriteString("mediatype", "application/vnd.apache.parquet");
        writer.WriteStartArray("path");
        foreach (var file in published.Files)
        {
            writer.WriteStringValue(file.Path);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("schema");
        writer.WriteStartArray("fields");
        foreach (var column in dataset.Columns)
        {
            WriteField(writer, column, column.Name == dataset.Key, codeLists.Of(column));
        }

        writer.WriteEndArray();
        WriteCurrency(writer, dataset);
        if (dataset.Key is { } key)
        {
            writer.WriteStartArray("primaryKey");
            writer.WriteStringValue(key);
            writer.WriteEndArray();
        }

        WriteForeignKeys(writer, dataset);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter writer, DatasetColumn column, bool isKey, CodeList? codes)
    {
        writer.WriteStartObject();
        writer.WriteString("name", column.Name);
        writer.WriteString("type", column.Type switch
        {
            ParquetColumnType.String => "string",
            ParquetColumnType.Int32 or ParquetColumnType.Int64 => "integer",
            ParquetColumnType.Boolean => "boolean",
            ParquetColumnType.Timestamp => "datetime",
            ParquetColumnType.Date => "date",
            _ => "number",
        });
        writer.WriteString("title", column.DescriptionZh);
        writer.WriteString("description", column.DescriptionEn);
        if (column.FiscalType is { } fiscalType)
        {
            writer.WriteString("columnType", fiscalType);
        }

        if (codes is not null)
        {
            writer.WriteStartArray("categories");
            foreach (var term in codes.Terms)
            {
                writer.WriteStartObject();
                writer.WriteString("value", term.Value);
                writer.WriteString("label", $"{term.NameZh} / {term.NameEn}");
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        WriteConstraints(writer, column, isKey, column.VocabularyGrows ? null : codes);
        writer.WriteEndObject();
    }

    /// <param name="codes">The values that the column may hold, where the list does not grow.</param>
    private static void WriteConstraints(Utf8JsonWriter writer, DatasetColumn column, bool isKey, CodeList? codes)
    {
        if (!column.IsNullable || codes is not null)
        {
            writer.WriteStartObject("constraints");
            if (!column.IsNullable)
            {
                writer.WriteBoolean("required", true);
            }

            if (isKey)
            {
                writer.WriteBoolean("unique", true);
            }

            if (codes is not null)
            {
                writer.WriteStartArray("enum");
                foreach (var term in codes.Terms)
                {
                    writer.WriteStringValue(term.Value);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }
    }

    /// <summary>All money is in yuan: a constant that stands in no column.</summary>
    private static void WriteCurrency(Utf8JsonWriter writer, DatasetSchema dataset)
    {
        if (dataset.Columns.All(static column => column.FiscalType != "value"))
        {
            return;
        }

        writer.WriteStartArray("extraFields");
        writer.WriteStartObject();
        writer.WriteString("name", "currency");
        writer.WriteString("type", "string");
        writer.WriteString("columnType", "value-currency:code");
        writer.WriteString("constant", "CNY");
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteForeignKeys(Utf8JsonWriter writer, DatasetSchema dataset)
    {
        if (dataset.References.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("foreignKeys");
        foreach (var reference in dataset.References)
        {
            writer.WriteStartObject();
            writer.WriteStartArray("fields");
            writer.WriteStringValue(reference.Column);
            writer.WriteEndArray();
            writer.WriteStartObject("reference");
            // An empty name stands for the resource itself.
            writer.WriteString("resource", reference.Dataset == dataset.Name ? string.Empty : reference.Dataset);
            writer.WriteStartArray("fields");
            writer.WriteStringValue(DatasetSchemas.All.Single(target => target.Name == reference.Dataset).Key);
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
