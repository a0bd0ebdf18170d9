using System.Runtime.CompilerServices;
using Extractor.Publications.Documents;
using Extractor.Publications.Rows;

namespace Extractor.Site.Tests;

/// <summary>Rows of a publication that tests put together.</summary>
internal static class PublishedRows
{
    public static PublishedDocument Document(string id, IEnumerable<BudgetLineRow> lines, string department = "广州市教育局", int year = 2024,
        string kind = "department_budget", string? supersedes = null)
    {
        var rows = lines.ToList();
        var tables = rows.Select(static line => line.TableId).Distinct().Order(StringComparer.Ordinal)
            .Select((table, index) =>
                new TableRow(id, table, index + 1, "other", null, null, "元", "printed_on_table", null, null, null, 1, 1, 1, 1, 1,
                    "ruled", 1, DeclaredEmpty: false))
                .ToList();
        return new PublishedDocument(
            new DocumentRow(
                id, null, null, "corpus/a.pdf", null, "application/pdf", 1, 1, null, "digital", kind, "department", year, null, department,
                "440100", "广州市", "44", null, null, null, "cover", "cover", "unknown", "complete", null, 0, 0, 0, 0, 0, supersedes,
                "1"),
            [], [], tables, [], rows, [], [], [], [], [], [], []);
    }

    /// <summary>A row of which a test sets what it needs; the rest is NULL.</summary>
    public static TRow Blank<TRow>()
        where TRow : class, IDatasetRow => (TRow)RuntimeHelpers.GetUninitializedObject(typeof(TRow));

    public static FactExpenditureRow Fact(string code, decimal yuan, string fund, string proof, params string[] lines) =>
        Blank<FactExpenditureRow>() with
        {
            SubjectCode = code,
            TotalYuan = yuan,
            Fund = fund,
            Proof = proof,
            LineIds = string.Join(' ', lines),
        };

    /// <summary>An amount of 支出 in the year at hand.</summary>
    public static BudgetLineRow Line(
        string table, string id, decimal yuan, string? code = null, bool isLeaf = true, string component = "total",
            string fund = "general_public", string? unit = null, string? item = null,
        string classification = "functional", string role = "detail", string proof = "proven", string period = "current",
            string tableId = "t1") => new(
            id, "d", tableId, table, 1, 1, "440100", "广州市", "44", "广州市教育局", unit, null, 2024,
            null, null, null, null, null, "budget", "expenditure", period,
            classification, code, null, code is null ? null : "名称" + code, null, null, "printed", null, null, null, null, null, null, null,
            null, item, null, component, fund, role,
            isLeaf, yuan, "1", "元", 7, 0, 0, 0, 0, proof, null);
}
