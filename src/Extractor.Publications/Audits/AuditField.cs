using System.Collections.Immutable;
using System.Globalization;
using Extractor.Publications.Rows;

namespace Extractor.Publications.Audits;

/// <summary>One thing that a line claims and that a person can judge beside the page.</summary>
/// <param name="Name">In marks and reports.</param>
/// <param name="Claim">What the line says, in the words of the data; null where it makes no such claim: there is nothing to judge.</param>
public sealed record AuditField(string Name, string Chinese, Func<AuditedLine, string?> Claim)
{
    /// <summary>Every field that is judged, in the order of the sheet.</summary>
    public static ImmutableArray<AuditField> All { get; } =
    [
        new("amount", "金额", static line => line.Line.ValueAsPrinted),
        new("money_unit", "金额单位", static line => string.Create(CultureInfo.InvariantCulture,
            $"{line.Line.UnitAsPrinted ?? "-"} = {line.Line.AmountYuan:0.00} 元")),
        new("table", "表种类", static line => line.Line.TableKey),
        new("direction", "收支", static line => line.Line.Direction),
        new("fiscal_year", "年度", static line => Words(line.Line.FiscalYear?.ToString(CultureInfo.InvariantCulture), line.Line.Phase)),
        new("amount_year", "金额年度", static line => line.Line.AmountYear?.ToString(CultureInfo.InvariantCulture)),
        new("period", "本年上年", static line => line.Line.Period),
        new("component", "支出性质", static line => line.Line.Component),
        new("fund", "资金来源", static line => line.Line.Fund),
        new("classification", "科目", static line => Words(line.Line.Classification, line.Line.SubjectCode, line.Line.SubjectName,
            Other("functional", line.Line.FunctionalCode, line.Line.SubjectCode),
            Other("department_economic", line.Line.DepartmentEconomicCode, line.Line.SubjectCode),
            Other("government_economic", line.Line.GovernmentEconomicCode, line.Line.SubjectCode))),
        new("name", "名称", static line => Words(line.Line.SubjectCodeAsPrinted, line.Line.SubjectNameAsPrinted)),
        new("unit", "单位", static line => Words(line.Line.UnitCodeAsPrinted, line.Line.UnitName)),
        new("government_level", "政府级次", static line => line.Line.GovernmentLevel),
        new("place_name", "地区", static line => line.Line.PlaceName),
        new("parent", "上级", static line => line.Parent is { } parent
            ? Words(parent.SubjectCodeAsPrinted, parent.SubjectNameAsPrinted ?? parent.UnitName ?? parent.RowRole, parent.ValueAsPrinted)
            : "-"),
        new("role", "合计、明细", static line => Words(line.Line.RowRole, line.Line.IsLeaf ? "leaf" : null, line.Line.ItemKey,
            line.Line.Qualifier)),
    ];

    private static string? Other(string name, string? code, string? subject) => code is null || code == subject ? null : $"{name} {code}";

    private static string Words(params ReadOnlySpan<string?> words)
    {
        var there = new List<string>();
        foreach (var word in words)
        {
            if (!string.IsNullOrEmpty(word))
            {
                there.Add(word);
            }
        }

        return there.Count == 0 ? "-" : string.Join(" · ", there);
    }
}

/// <summary>A line of the sample with what a person needs to judge it.</summary>
/// <param name="HeaderPath">The headers above its column.</param>
/// <param name="RowTexts">The cells before it in its row, as printed.</param>
/// <param name="Parent">The line that it is a part of.</param>
public sealed record AuditedLine(
    BudgetLineRow Line,
    DocumentRow Document,
    TableRow? Table,
    PageRow? Page,
    string? HeaderPath,
    ImmutableArray<string> RowTexts,
    BudgetLineRow? Parent);
