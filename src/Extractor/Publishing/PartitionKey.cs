using System.Globalization;

namespace Extractor.Publishing;

/// <summary>What a partition folder stands for.</summary>
/// <param name="FiscalYear">Null for documents whose year is not known.</param>
/// <param name="ProvinceCode">Null for documents whose place is not known.</param>
internal readonly record struct PartitionKey(int? FiscalYear, string? ProvinceCode)
{
    /// <summary>The name that Hive gave to partitions without a value; DuckDB, Spark and pandas read it as NULL.</summary>
    private const string Unknown = "__HIVE_DEFAULT_PARTITION__";

    public static PartitionKey Of(PublishableDocument document) =>
        new(document.FiscalYear, document.DivisionCode?[..2]);

    /// <summary>The folders below that of a dataset, with a slash.</summary>
    public string Folder => string.Create(CultureInfo.InvariantCulture,
        $"fiscal_year={FiscalYear?.ToString(CultureInfo.InvariantCulture) ?? Unknown}/province_code={ProvinceCode ?? Unknown}");

    /// <summary>The folder of a dataset's files, relative, with slashes.</summary>
    public string FolderOf(string dataset) => $"{dataset}/{Folder}";

    public override string ToString() => FolderOf("…");
}
