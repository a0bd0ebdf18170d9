using System.Collections.Immutable;
using Extractor.Publications.Reading;
using Extractor.Publications.Rows;
using Extractor.Runs;

namespace Extractor.Publications.Explanations;

/// <summary>A check that the line takes part in.</summary>
/// <param name="Members">All its lines, the explained one among them.</param>
public sealed record ExplainedCheck(CheckRow Check, ImmutableArray<BudgetLineRow> Members);

/// <summary>Where a figure was read, how its code was found, which checks it is in and what they say.</summary>
/// <param name="HeaderPath">The headers above its column.</param>
/// <param name="RowTexts">The cells before it in its row, as printed.</param>
public sealed record LineExplanation(
    BudgetLineRow Line,
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
        var line = Rows<BudgetLineRow>("line_id", lineId).FirstOrDefault();
        if (line is null)
        {
            return null;
        }

        var document = Rows<DocumentRow>("document_id", line.DocumentId).FirstOrDefault();
        var table = Rows<TableRow>("document_id", line.DocumentId).FirstOrDefault(found => found.TableId == line.TableId);
        var cells = Rows<CellRow>("document_id", line.DocumentId)
            .Where(found => found.TableId == line.TableId && found.RowIndex == line.RowIndex && found.ColumnIndex <= line.ColumnIndex)
            .OrderBy(static cell => cell.ColumnIndex).ToList();
        return new LineExplanation(
            line,
            line.DocumentId,
            document?.ArchiveLocation,
            document?.DepartmentName,
            table?.NumberAsPrinted,
            table?.TitleAsPrinted,
            table?.UnitEvidence,
            cells.Where(cell => cell.ColumnIndex == line.ColumnIndex).Select(static cell => cell.HeaderPath).FirstOrDefault(),
            [.. cells.Where(cell => cell.ColumnIndex < line.ColumnIndex && cell.Text is not null).Select(static cell => cell.Text!)],
            ChecksOf(line.DocumentId));

        IEnumerable<TRow> Rows<TRow>(string column, string key)
            where TRow : IDatasetRow =>
            PublishedDatasets.Rows<TRow>(folder, column, new HashSet<string>([key], StringComparer.Ordinal));

        ImmutableArray<ExplainedCheck> ChecksOf(string documentId)
        {
            var members = Rows<CheckMemberRow>("document_id", documentId).ToList();
            var own = members.Where(member => member.LineId == lineId).Select(static member => member.CheckId)
                .ToHashSet(StringComparer.Ordinal);
            var lines = Rows<BudgetLineRow>("document_id", documentId).ToDictionary(static other => other.LineId, StringComparer.Ordinal);
            var linesOfCheck = members.Where(member => own.Contains(member.CheckId) && lines.ContainsKey(member.LineId))
                .ToLookup(static member => member.CheckId, member => lines[member.LineId], StringComparer.Ordinal);
            return [.. Rows<CheckRow>("document_id", documentId).Where(found => own.Contains(found.CheckId))
                .Select(found => new ExplainedCheck(found, [.. linesOfCheck[found.CheckId]]))];
        }
    }
}
