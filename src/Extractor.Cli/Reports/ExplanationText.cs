using System.Globalization;
using System.Text;
using Extractor.Publications.Explanations;
using Extractor.Publications.Rows;

namespace Extractor.Cli.Reports;

/// <summary>The explanation of a figure for people.</summary>
internal static class ExplanationText
{
    public static string Of(LineExplanation explanation)
    {
        var line = explanation.Line;
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture,
            $"{line.ValueAsPrinted} {line.UnitAsPrinted} = {Yuan(line.AmountYuan)}: {Name(line)}");
        Row("read", $"{explanation.ArchiveLocation}, page {line.PageNumber}, box {Number(line.Box.Left)} {Number(line.Box.Top)} " +
            $"{Number(line.Box.Right)} {Number(line.Box.Bottom)} (points from the top left)");
        Row("document", $"{explanation.DocumentId} {explanation.DepartmentName}");
        Row("table", $"{explanation.TableNumber} {explanation.TableTitle} ({line.TableKey}, {line.TableId})");
        Row("cell", $"row {line.RowIndex}, column {line.ColumnIndex}; headers: {explanation.HeaderPath ?? "none"}; before it in its row: " +
            $"{string.Join(" | ", explanation.RowTexts)}");
        Row("unit", $"{line.UnitAsPrinted ?? "not known"} ({explanation.UnitEvidence ?? "none"})");
        Row("code", $"{line.SubjectCode ?? line.ItemKey ?? "none"} {line.SubjectName} by " +
            $"{line.CodeEvidence ?? "none"}{(line.CatalogueEdition is null ? string.Empty : $", catalogue {line.CatalogueEdition}")}; " +
            $"printed: {line.SubjectCodeAsPrinted} {line.SubjectNameAsPrinted}");
        Row("meaning", string.Join(", ",
            new[] { line.Phase, line.Direction, line.Period, line.Classification, $"component {line.Component}", $"fund {line.Fund}",
            line.RowRole, line.IsLeaf ? "leaf" : "no leaf", line.UnitName }.Where(static part => part is not null)));
        Row("proof", $"{line.Proof}: {explanation.Checks.Count(static check => check.Check.Outcome == "holds")} checks hold, " +
            $"{explanation.Checks.Count(static check => check.Check.Outcome == "fails")} fail");
        foreach (var (check, members) in explanation.Checks)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {check.Outcome,-9} {check.Rule}: expected {Yuan(check.ExpectedYuan)}, " +
                $"found {Yuan(check.ActualYuan)}, tolerance {Yuan(check.ToleranceYuan)}");
            foreach (var member in members)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"    {(member.LineId == line.LineId ? '>' : ' ')} p{member.PageNumber} " +
                    $"{member.TableKey} row {member.RowIndex} column {member.ColumnIndex}: {Name(member)}, {member.Component}, " +
                    $"{member.Fund}, {member.Period}: {member.ValueAsPrinted}");
            }
        }

        return text.ToString().TrimEnd();

        void Row(string name, string value) => text.AppendLine(CultureInfo.InvariantCulture, $"{name,-10}{value.Trim()}");
    }

    private static string Name(BudgetLineRow line) =>
        $"{line.SubjectCode} {line.SubjectNameAsPrinted ?? line.SubjectName ?? line.ItemKey}".Trim();

    private static string Yuan(decimal? amount) => amount is { } yuan ? yuan.ToString("N2", CultureInfo.InvariantCulture) + " yuan"
        : "unknown";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
