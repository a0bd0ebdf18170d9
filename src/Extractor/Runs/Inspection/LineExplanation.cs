using System.Collections.Immutable;
using Extractor.Model.Layout;
using Extractor.Runs.Published;

namespace Extractor.Runs.Inspection;

/// <summary>A published line, in the words of the contract.</summary>
public sealed record ExplainedLine(
    string LineId,
    string TableId,
    string TableKey,
    int Row,
    int Column,
    string? UnitName,
    string? Phase,
    string? Direction,
    string? Period,
    string? Classification,
    string? SubjectCode,
    string? SubjectName,
    string? SubjectCodeAsPrinted,
    string? SubjectNameAsPrinted,
    string? CodeEvidence,
    string? CatalogueEdition,
    string? ItemKey,
    string? Component,
    string? Fund,
    string? RowRole,
    bool IsLeaf,
    decimal? AmountYuan,
    string? ValueAsPrinted,
    string? UnitAsPrinted,
    int Page,
    Box Box,
    string? Proof);

/// <summary>A check that the line takes part in.</summary>
/// <param name="Members">All its lines, the explained one among them.</param>
public sealed record ExplainedCheck(
    string CheckId,
    string Rule,
    string Outcome,
    decimal? ExpectedYuan,
    decimal? ActualYuan,
    decimal? ToleranceYuan,
    ImmutableArray<ExplainedLine> Members);

/// <summary>Where a figure was read, how its code was found, which checks it is in and what they say.</summary>
/// <param name="HeaderPath">The headers above its column.</param>
/// <param name="RowTexts">The cells before it in its row, as printed.</param>
public sealed record LineExplanation(
    ExplainedLine Line,
    string DocumentId,
    string? ArchiveLocation,
    string? DepartmentName,
    string? TableNumber,
    string? TableTitle,
    string? UnitEvidence,
    string? HeaderPath,
    ImmutableArray<string> RowTexts,
    ImmutableArray<ExplainedCheck> Checks)
{
    /// <returns>Null where the publication has no such line.</returns>
    /// <exception cref="OutputException">The folder holds no publication.</exception>
    public static LineExplanation? Read(string folder, string lineId)
    {
        var row = Rows("budget_lines", "line_id", lineId).Select(static row => (Line: LineOf(row), Document: row.Text("document_id")!))
            .FirstOrDefault();
        if (row.Line is not { } line)
        {
            return null;
        }

        var document = Rows("documents", "document_id", row.Document)
            .Select(static found => (Location: found.Text("archive_location"), Department: found.Text("department_name"))).FirstOrDefault();
        var table = Rows("tables", "document_id", row.Document)
            .Where(found => found.Text("table_id") == line.TableId)
            .Select(static found => (Number: found.Text("number_as_printed"), Title: found.Text("title_as_printed"),
                Evidence: found.Text("unit_evidence"))).FirstOrDefault();
        var cells = Rows("cells", "document_id", row.Document)
            .Where(found => found.Text("table_id") == line.TableId && found.Number("row") == line.Row &&
                found.Number("column") <= line.Column)
            .Select(static found => (Column: found.Number("column"), Text: found.Text("text"), Path: found.Text("header_path")))
            .OrderBy(static cell => cell.Column).ToList();
        return new LineExplanation(
            line,
            row.Document,
            document.Location,
            document.Department,
            table.Number,
            table.Title,
            table.Evidence,
            cells.Where(cell => cell.Column == line.Column).Select(static cell => cell.Path).FirstOrDefault(),
            [.. cells.Where(cell => cell.Column < line.Column && cell.Text is not null).Select(static cell => cell.Text!)],
            ChecksOf(row.Document));

        IEnumerable<PublishedRow> Rows(string dataset, string column, string key) =>
            PublishedDatasets.Rows(folder, dataset, column, new HashSet<string>([key], StringComparer.Ordinal));

        ImmutableArray<ExplainedCheck> ChecksOf(string documentId)
        {
            var members = Rows("check_members", "document_id", documentId)
                .Select(static found => (Check: found.Text("check_id")!, Line: found.Text("line_id")!)).ToList();
            var own = members.Where(member => member.Line == lineId).Select(static member => member.Check)
                .ToHashSet(StringComparer.Ordinal);
            var lines = Rows("budget_lines", "document_id", documentId).Select(LineOf).ToDictionary(static other =>
                other.LineId, StringComparer.Ordinal);
            var linesOfCheck = members.Where(member => own.Contains(member.Check) && lines.ContainsKey(member.Line))
                .ToLookup(static member => member.Check, member => lines[member.Line], StringComparer.Ordinal);
            return [.. Rows("checks", "document_id", documentId)
                .Where(found => own.Contains(found.Text("check_id")!))
                .Select(found => new ExplainedCheck(
                    found.Text("check_id")!,
                    found.Text("rule") ?? string.Empty,
                    found.Text("outcome") ?? string.Empty,
                    found.Money("expected_yuan"),
                    found.Money("actual_yuan"),
                    found.Money("tolerance_yuan"),
                    [.. linesOfCheck[found.Text("check_id")!]]))];
        }
    }

    private static ExplainedLine LineOf(PublishedRow row) => new(
        row.Text("line_id")!,
        row.Text("table_id")!,
        row.Text("table_key")!,
        row.Number("row"),
        row.Number("column"),
        row.Text("unit_name"),
        row.Text("phase"),
        row.Text("direction"),
        row.Text("period"),
        row.Text("classification"),
        row.Text("subject_code"),
        row.Text("subject_name"),
        row.Text("subject_code_as_printed"),
        row.Text("subject_name_as_printed"),
        row.Text("code_evidence"),
        row.Text("catalogue_edition"),
        row.Text("item_key"),
        row.Text("component"),
        row.Text("fund"),
        row.Text("row_role"),
        row.Flag("is_leaf"),
        row.Money("amount_yuan"),
        row.Text("value_as_printed"),
        row.Text("unit_as_printed"),
        row.Number("page_number"),
        new Box(row.MeasureOrNull("left") ?? 0, row.MeasureOrNull("top") ?? 0, row.MeasureOrNull("right") ?? 0,
            row.MeasureOrNull("bottom") ?? 0),
        row.Text("proof"));
}
