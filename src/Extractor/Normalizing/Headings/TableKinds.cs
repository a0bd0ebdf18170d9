using System.Collections.Immutable;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Model.Tables;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Headings;

/// <summary>The kinds of tables: one row of <c>pipelines/headings/kinds.csv</c> for every <see cref="TableKey"/>.</summary>
public sealed class TableKinds
{
    internal const string FileName = "kinds.csv";

    internal static readonly ImmutableArray<string> Columns =
    [
        "table_key", "name_zh", "name_en", "lines", "direction", "fund", "title_tells", "whole", "rows_by", "order", "is_list",
        "names_units", "income_columns", "projects", "demands", "confirmed_by",
        "part", "balances", "unmarked_sums",
    ];

    private readonly Dictionary<TableKey, TableKind> kinds = [];

    internal TableKinds(ImmutableArray<MapRow> rows, string file, MapFaults faults)
    {
        foreach (var row in rows)
        {
            if (Read(row, faults) is { } kind && !kinds.TryAdd(kind.Key, kind))
            {
                faults.Add(row, $"'{row["table_key"]}' has a row above");
            }
        }

        foreach (var key in Enum.GetValues<TableKey>().Where(key => !kinds.ContainsKey(key)))
        {
            faults.Add(file, 1, $"the kind '{SchemaName.Of(key)}' has no row");
        }

        CodeList = new CodeList("table_key", [.. kinds.Values.OrderBy(static kind => kind.Key).Select(static kind =>
            new CodeTerm(SchemaName.Of(kind.Key), kind.NameZh, kind.NameEn))]);
    }

    /// <summary>The published names of the kinds.</summary>
    public CodeList CodeList { get; }

    public TableKind this[TableKey key] => kinds[key];

    private static TableKind? Read(MapRow row, MapFaults faults)
    {
        if (!SchemaName.TryParse<TableKey>(row["table_key"], out var key))
        {
            faults.Add(row, $"'{row["table_key"]}' is no table_key");
            return null;
        }

        if (row["name_zh"].Length == 0 || row["name_en"].Length == 0)
        {
            faults.Add(row, "a kind has a name in Chinese and one in English");
        }

        var told = row["title_tells"].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (told.Except(["fund", "component", "sides"], StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            faults.Add(row, $"'{unknown}' under title_tells is none of fund, component, sides");
        }

        return new TableKind(
            key,
            row["name_zh"],
            row["name_en"],
            Needed<LineLayout>(row, "lines", faults),
            row["direction"] == "both" ? null : Needed<Direction>(row, "direction", faults),
            Needed<Fund>(row, "fund", faults),
            told.Contains("fund", StringComparer.Ordinal),
            told.Contains("component", StringComparer.Ordinal),
            told.Contains("sides", StringComparer.Ordinal),
            Needed<Component>(row, "whole", faults),
            row.Member<Classification>("rows_by", faults),
            row.Members<Classification>("order", faults),
            row.Flag("is_list", faults),
            row.Flag("names_units", faults),
            row.Flag("income_columns", faults),
            row.Member<ProjectSource>("projects", faults),
            row.Member<TableEvidence>("demands", faults),
            row.Member<TableEvidence>("confirmed_by", faults),
            row.Flag("part", faults),
            row.Flag("balances", faults),
            row.Flag("unmarked_sums", faults));
    }

    private static TEnum Needed<TEnum>(MapRow row, string column, MapFaults faults)
        where TEnum : struct, Enum
    {
        if (row.Member<TEnum>(column, faults) is { } value)
        {
            return value;
        }

        if (row[column].Length == 0)
        {
            faults.Add(row, $"'{column}' is blank");
        }

        return default;
    }
}
