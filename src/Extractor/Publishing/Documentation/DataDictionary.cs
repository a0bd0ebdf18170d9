using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Extractor.Model;
using Extractor.Publishing.Datasets;

namespace Extractor.Publishing.Documentation;

/// <summary>The data dictionary in Chinese and English, from the schema in code.</summary>
public static class DataDictionary
{
    public const string FileName = "DATA_DICTIONARY.md";

    private static readonly string Merged = string.Join(", ", DatasetSchemas.All.Where(static schema =>
        schema.Layout == DatasetLayout.Merged).Select(static schema => $"`{schema.Name}`"));

    /// <summary>Markdown, with line feeds.</summary>
    /// <param name="codeLists">The values of coded columns and their names.</param>
    public static string ToMarkdown(ImmutableArray<CodeList> codeLists)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            # 数据字典 / Data dictionary

            数据结构第 {{DatasetSchemas.Version}} 版。本文件由程序中的数据结构定义生成，请勿手工修改。
            Schema version {{DatasetSchemas.Version}}. Generated from the schema in code; not to be edited by hand.

            - 未知的值为 NULL，绝不为 0 或空字符串。 / A value that is not known is NULL, never 0, never an empty string.
            - 金额为 `DECIMAL(18,2)`，单位为元；所印的数字和单位另列保存。 / Money is `DECIMAL(18,2)` in yuan; what is printed stays beside it.
            - 坐标以读者所见正立页面的左上角为原点，单位为点（1/72 英寸）；页码自 1 起。 / Boxes are in points on the upright page as a reader sees it, origin at the top left; pages count from 1.
            - 时间为 UTC。 / Times are UTC.

            文件位于 `数据集/fiscal_year=2024/province_code=44/part-0000.parquet`；年度或地区未知的在 `__HIVE_DEFAULT_PARTITION__`。
            Files lie in `DATASET/fiscal_year=2024/province_code=44/part-0000.parquet`; a document without a year or place in `__HIVE_DEFAULT_PARTITION__`.
            事实数据（{{Merged}}）位于 `数据集/part-0000.parquet`，每个年度和地区各为一个行组。
            The facts ({{Merged}}) lie in `DATASET/part-0000.parquet`, each year and province in row groups of its own.

            ```sql
            -- DuckDB; views.sql has this and more, ready to run
            SELECT * FROM read_parquet('budget_lines/**/*.parquet', hive_partitioning = true, hive_types = {'fiscal_year': INTEGER, 'province_code': VARCHAR});
            ```

            ```python
            # The partition columns are in the files too where the tables below list them; pandas and pyarrow want to be told so.
            pandas.read_parquet("budget_lines", partitioning=None)
            polars.scan_parquet("budget_lines/**/*.parquet", hive_partitioning=False)
            ```

            """);
        foreach (var dataset in DatasetSchemas.All)
        {
            text.Append('\n').Append(CultureInfo.InvariantCulture, $"- [{dataset.Name}](#{dataset.Name}) {dataset.DescriptionZh}");
        }

        text.Append('\n');
        foreach (var dataset in DatasetSchemas.All)
        {
            Append(text, dataset, codeLists);
        }

        text.Append("\n# 代码 / Codes\n\n编码列的全部取值。标有“可增加”的随识别词表增加，其余的改变须有新版数据结构。\n")
            .Append("Every value of the coded columns. Lists that grow do so with the reading maps; the others only with a new schema.\n");
        foreach (var list in codeLists)
        {
            Append(text, list);
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Append(StringBuilder text, CodeList list)
    {
        var columns = DatasetSchemas.All.SelectMany(static schema => schema.Columns.Select(column => (schema, column)))
            .Where(pair => pair.column.Vocabulary == list.Vocabulary).ToList();
        var grows = columns.Exists(static pair => pair.column.VocabularyGrows) ? "（可增加 / grows）" : string.Empty;
        text.Append(CultureInfo.InvariantCulture, $"\n## codes {list.Vocabulary}\n\n")
            .AppendJoin("、", columns.Select(static pair => $"`{pair.schema.Name}.{pair.column.Name}`"))
            .Append(CultureInfo.InvariantCulture, $"{grows}\n\n| 值 / Value | 名称 | Name |\n|---|---|---|\n");
        foreach (var term in list.Terms)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{term.Value}` | {term.NameZh} | {term.NameEn} |\n");
        }
    }

    private static void Append(StringBuilder text, DatasetSchema dataset, ImmutableArray<CodeList> codeLists)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {dataset.Name}\n\n{dataset.DescriptionZh}。\n{dataset.DescriptionEn}.\n\n");
        if (dataset.Key is { } key)
        {
            text.Append(CultureInfo.InvariantCulture, $"键 / Key: `{key}`\n\n");
        }

        text.Append("| 列 / Column | 类型 / Type | NULL | 说明 | Description |\n|---|---|---|---|---|\n");
        foreach (var column in dataset.Columns)
        {
            var reference = dataset.References.FirstOrDefault(reference => reference.Column == column.Name);
            var target = reference is not null ? $" → [{reference.Dataset}](#{reference.Dataset})"
                : codeLists.Of(column) is { } codes ? $" → [{codes.Vocabulary}](#codes-{codes.Vocabulary})"
                : string.Empty;
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{column.Name}` | {column.TypeName} | {(column.IsNullable ? "✓" : string.Empty)} | {column.DescriptionZh}{target} | " +
                $"{column.DescriptionEn} |\n");
        }
    }
}
