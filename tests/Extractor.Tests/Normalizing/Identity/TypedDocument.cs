using System.Collections.Immutable;
using Extractor.Model.Documents;
using Extractor.Model.Layout;
using Extractor.Model.Tables;

namespace Extractor.Tests.Normalizing.Identity;

/// <summary>A document typed by hand: pages of lines, large ones marked with <c># </c>, and tables.</summary>
internal sealed class TypedDocument
{
    private readonly List<ExtractedPage> pages = [];
    private readonly List<ExtractedTable> tables = [];
    private string fileName = "x.pdf";
    private DocumentRequest request = DocumentRequest.Unknown;

    public TypedDocument Named(string name)
    {
        fileName = name;
        return this;
    }

    public TypedDocument Requested(string? divisionCode, string? departmentName = null, int? fiscalYear = null)
    {
        request = new DocumentRequest(divisionCode, departmentName, fiscalYear);
        return this;
    }

    public TypedDocument Page(params string[] lines)
    {
        var typed = lines.Select(static (line, index) => line.StartsWith("# ", StringComparison.Ordinal)
            ? new ExtractedLine(line[2..], new Box(100, 100 + (20 * index), 400, 115 + (20 * index)), 22, false)
            : new ExtractedLine(line, new Box(100, 100 + (20 * index), 400, 115 + (20 * index)), 12, false));
        pages.Add(new ExtractedPage(pages.Count + 1, 595, 842, 0, PageState.Narrative, null, lines.Sum(static line => line.Length), 0,
            [.. typed]));
        return this;
    }

    public TypedDocument Table(string? title, string? departmentLine, params string[][] rows)
    {
        var cells = rows.SelectMany(static (row, rowIndex) => row.Select((text, column) =>
            new TableCell(rowIndex, column, 1, 1, rowIndex == 0, text, 0, null, [])));
        tables.Add(new ExtractedTable(
            tables.Count + 1, null, title, "万元", departmentLine, [], TableMethod.Ruled, false, Math.Max(1, pages.Count),
                Math.Max(1, pages.Count),
            rows.Length, rows.Length == 0 ? 0 : rows[0].Length, 1, [], [.. cells], []));
        return this;
    }

    public ExtractedDocument Build() => new(
        new FetchedFile(new DocumentId(new string('0', 64)), fileName, fileName, fileName, 1, null, null, null, request),
        "application/pdf", null, TextLayer.Digital, DocumentStatus.Complete, null, [.. pages], [.. tables],
            ImmutableArray<ExtractedSection>.Empty, []);
}
