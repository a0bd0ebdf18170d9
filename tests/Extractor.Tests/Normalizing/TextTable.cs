using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Layout;
using Extractor.Model.Tables;
using Extractor.Normalizing;
using Extractor.Normalizing.Identity;

namespace Extractor.Tests.Normalizing;

/// <summary>
/// Tables typed as text: a line a row, <c>|</c> between cells, header rows above a line of dashes. A cell that is <c>&lt;</c>
/// belongs to the cell on its left, <c>^</c> to the one above. Leading spaces of a cell are its indentation (3 points each).
/// </summary>
internal static class TextTable
{
    private const double CellWidth = 120, CellHeight = 15, PointsASpace = 3;

    public static ExtractedTable Parse(string text, string? title, string? unit = "万元", int ordinal = 1, int page = 1)
    {
        var lines = text.Split('\n').Select(static line => line.TrimEnd('\r')).Where(static line => line.Trim().Length > 0).ToList();
        var divider = lines.FindIndex(static line => line.Trim().TrimStart('-').Length == 0);
        if (divider >= 0)
        {
            lines.RemoveAt(divider);
        }

        var grid = lines.Select(static line => line.Split('|')).ToArray();
        var columns = grid.Max(static row => row.Length);
        var headers = Math.Max(divider, 0);
        var cells = ImmutableArray.CreateBuilder<TableCell>();
        for (var row = 0; row < grid.Length; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var raw = At(grid, row, column);
                if (raw.Trim() is "<" or "^")
                {
                    continue;
                }

                var columnSpan = 1;
                while (At(grid, row, column + columnSpan).Trim() == "<")
                {
                    columnSpan++;
                }

                var rowSpan = 1;
                while (At(grid, row + rowSpan, column).Trim() == "^")
                {
                    rowSpan++;
                }

                var indent = (raw.Length - raw.TrimStart().Length) * PointsASpace;
                var box = new Box(column * CellWidth, row * CellHeight, (column + columnSpan) * CellWidth, (row + rowSpan) * CellHeight);
                var cellText = raw.Trim();
                cells.Add(new TableCell(
                    row, column, rowSpan, columnSpan, row < headers, cellText,
                    cellText.Length == 0 ? 0 : indent,
                    cellText.Length == 0 ? null : new Box(box.Left + indent, box.Top, box.Left + indent + (5 * cellText.Length),
                        box.Bottom),
                    [new CellPart(page, box)]));
            }
        }

        return new ExtractedTable(
            ordinal, null, title, unit, null, [], TableMethod.Ruled, false, page, page, grid.Length, columns, headers,
            [.. Enumerable.Range(0, columns).Select(column => PathOf(grid, headers, column))], cells.ToImmutable(), []);
    }

    public static NormalizedDocument Normalize(params ExtractedTable[] tables) => Normalize(2026, DocumentKind.DepartmentBudget, tables);

    /// <summary>The tables behind one section of narrative.</summary>
    public static NormalizedDocument Normalize(ExtractedSection section, params ExtractedTable[] tables) =>
        Normalize(2026, DocumentKind.DepartmentBudget, [section], tables);

    public static NormalizedDocument Normalize(int? year, DocumentKind kind, params ExtractedTable[] tables) =>
        Normalize(year, kind, [], tables);

    /// <summary>The document's title says whose money it is.</summary>
    public static NormalizedDocument Normalize(int? year, DocumentKind kind, GovernmentLevel level, params ExtractedTable[] tables) =>
        Normalize(year, kind, [], tables, level);

    /// <summary>Tables that the extracting stage has doubts about.</summary>
    public static NormalizedDocument Normalize(Finding doubt, params ExtractedTable[] tables) =>
        Normalize(2026, DocumentKind.DepartmentBudget, [], tables, null, doubt);

    private static NormalizedDocument Normalize(int? year, DocumentKind kind, ImmutableArray<ExtractedSection> sections,
        ExtractedTable[] tables, GovernmentLevel? level = null, params ImmutableArray<Finding> doubts)
    {
        var id = DocumentId.Of(Encoding.UTF8.GetBytes("typed tables"));
        var document = new ExtractedDocument(
            new FetchedFile(id, "typed", "typed", "typed.pdf", 1, null, null, null, DocumentRequest.Unknown),
            "application/pdf", null, TextLayer.Digital, DocumentStatus.Complete, null, [],
            [.. tables.Select(static (table, index) => table with { Ordinal = index + 1 })], sections, doubts);
        var identity = new DocumentIdentity(kind, DocumentScope.Department, year, null, null, null, null, IdentityEvidence.None,
            IdentityEvidence.None, IdentityOutcome.Unknown)
        {
            Level = level,
        };
        return new DocumentNormalizer(ReferenceData.Load()).Normalize(document, new IdentityReading(identity, []));
    }

    /// <summary>One line as text: code or name, component, fund, period, yuan.</summary>
    public static string Show(BudgetLine line)
    {
        var name = line.SubjectCode ?? line.ItemKey ?? line.SubjectNameAsPrinted;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name} {line.Component} {line.Fund} {line.Period} {line.AmountYuan:0.##}");
    }

    private static string At(string[][] grid, int row, int column) =>
        row < grid.Length && column < grid[row].Length ? grid[row][column] : string.Empty;

    private static string PathOf(string[][] grid, int headers, int column)
    {
        var parts = new List<string>();
        for (var row = 0; row < headers; row++)
        {
            var at = column;
            while (at > 0 && At(grid, row, at).Trim() == "<")
            {
                at--;
            }

            var text = At(grid, row, at).Trim();
            if (text.Length > 0 && text != "^" && (parts.Count == 0 || parts[^1] != text))
            {
                parts.Add(text);
            }
        }

        return string.Join(" / ", parts);
    }
}
