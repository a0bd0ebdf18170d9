using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Extractor.Publications.Audits;

namespace Extractor.Cli.Reports;

/// <summary>How well the structure of tables is known, for people as a table by kind, and for machines as one JSON object.</summary>
internal static class StructureReport
{
    public static string ToText(StructureAudit audit)
    {
        var (text, sums) = (new StringBuilder(), audit.LeafSums);
        text.AppendLine("leaves of a table, component and fund against the printed total");
        text.AppendLine(CultureInfo.InvariantCulture,
            $"  {string.Empty,-42} {"groups",7} {"hold",7} {"doubted",8} {"contradicted",13} {"unexplained",12} {"rate",9}");
        foreach (var kind in sums.GroupBy(static sum => sum.TableKey, StringComparer.Ordinal)
            .OrderBy(static kind => kind.Key, StringComparer.Ordinal))
        {
            Row(text, kind.Key, [.. kind]);
        }

        Row(text, "all", sums);
        foreach (var sum in sums.Where(static sum => sum.State != LeafSumState.Holds)
            .OrderByDescending(static sum => sum.State).ThenBy(static sum => sum.DocumentId, StringComparer.Ordinal)
            .ThenBy(static sum => sum.PageNumber))
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{Name(sum)}  {sum.DocumentId[..12]} page {sum.PageNumber}, {sum.TableKey} {sum.Direction} {sum.Component} {sum.Fund} " +
                $"{sum.Period}: {sum.LeavesYuan} of {sum.PrintedYuan} yuan");
        }

        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture,
            $"readings of a table held against its sums: mean {audit.MeanReadings ?? 0:0.00}, most {audit.Worst?.ReadingsTried ?? 0}" +
            $"{(audit.Worst is { } worst ? $" ({worst.DocumentId[..12]} page {worst.PageFirst})" : string.Empty)}, " +
            $"{audit.TablesRead} tables");
        text.AppendLine(CultureInfo.InvariantCulture,
            $"proven lines of rows that print nothing but zeros: {audit.ProvenWithoutMoney} of {audit.ProvenLines}");
        return text.ToString().TrimEnd();
    }

    public static JsonObject ToJson(StructureAudit audit) => new()
    {
        ["leaf_sums"] = Json(audit.LeafSums),
        ["readings"] = new JsonObject
        {
            ["tables"] = audit.TablesRead,
            ["mean"] = audit.MeanReadings,
            ["most"] = audit.Worst?.ReadingsTried,
            ["most_table_id"] = audit.Worst?.TableId,
        },
        ["proven_lines"] = audit.ProvenLines,
        ["proven_without_money"] = audit.ProvenWithoutMoney,
    };

    private static JsonObject Json(ImmutableArray<LeafSum> sums) => new()
    {
        ["groups"] = sums.Length,
        ["hold"] = Count(sums, LeafSumState.Holds),
        ["doubted"] = Count(sums, LeafSumState.Doubted),
        ["contradicted"] = Count(sums, LeafSumState.Contradicted),
        ["unexplained"] = Count(sums, LeafSumState.Unexplained),
        ["differ"] = new JsonArray([.. sums.Where(static sum => sum.State != LeafSumState.Holds).Select(static sum => new JsonObject
        {
            ["document_id"] = sum.DocumentId,
            ["table_id"] = sum.TableId,
            ["page_number"] = sum.PageNumber,
            ["direction"] = sum.Direction,
            ["component"] = sum.Component,
            ["fund"] = sum.Fund,
            ["phase"] = sum.Phase,
            ["period"] = sum.Period,
            ["printed_yuan"] = sum.PrintedYuan,
            ["leaves_yuan"] = sum.LeavesYuan,
            ["state"] = Name(sum),
        })]),
    };

    private static void Row(StringBuilder text, string name, ImmutableArray<LeafSum> sums) => text.AppendLine(
        CultureInfo.InvariantCulture,
        $"  {name,-42} {sums.Length,7} {Count(sums, LeafSumState.Holds),7} {Count(sums, LeafSumState.Doubted),8} " +
        $"{Count(sums, LeafSumState.Contradicted),13} {Count(sums, LeafSumState.Unexplained),12} " +
        $"{Rate(sums),9}");

    private static string Rate(ImmutableArray<LeafSum> sums) => sums.IsEmpty ? "-"
        : ((double)Count(sums, LeafSumState.Holds) / sums.Length).ToString("0.00 %", CultureInfo.InvariantCulture);

    private static string Name(LeafSum sum) => sum.State switch
    {
        LeafSumState.Doubted => sum.Doubt!,
        LeafSumState.Contradicted => "contradicted",
        LeafSumState.Unexplained => "unexplained",
        _ => "holds",
    };

    private static int Count(ImmutableArray<LeafSum> sums, LeafSumState state) => sums.Count(sum => sum.State == state);
}
