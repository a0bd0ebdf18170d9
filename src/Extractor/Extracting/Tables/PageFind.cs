using System.Collections.Immutable;
using System.Globalization;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Layout;
using Extractor.Model.Tables;
using Extractor.Tables;

namespace Extractor.Extracting.Tables;

/// <summary>A part of a line that a wide gap sets apart: <c>部门：…</c> at the left of <c>单位：万元</c> at the right.</summary>
internal readonly record struct LineSegment(string Text, Box Box);

/// <summary>A line outside the grids of its page, with what it was found to be.</summary>
internal sealed class LooseLine(string text, Box box, float fontSize, bool isBold, ImmutableArray<LineSegment> segments)
{
    public string Text { get; } = text;

    public Box Box { get; } = box;

    public float FontSize { get; } = fontSize;

    public bool IsBold { get; } = isBold;

    public ImmutableArray<LineSegment> Segments { get; } = segments;

    public LineRole Role { get; set; }

    /// <summary>The grid that a caption or a note belongs to.</summary>
    public PageGrid? Grid { get; set; }
}

/// <summary>What was found on one page: its grids with their text, and the lines outside them.</summary>
/// <param name="Grids">From top to bottom.</param>
/// <param name="Lines">In reading order.</param>
internal sealed record PageFind(
    int Number,
    double Width,
    double Height,
    int Rotation,
    int GlyphCount,
    int VisibleGlyphCount,
    int UnmappedGlyphCount,
    double ImageCoverage,
    List<PageGrid> Grids,
    List<LooseLine> Lines,
    ImmutableArray<string> Faults,
    string? Failure,
    List<Finding> Findings)
{
    /// <summary>All that is printed on the page, in grids or not.</summary>
    public PrintedPage Printed { get; init; } = PrintedPage.Nothing;

    /// <summary>A page that could not be read.</summary>
    public static PageFind Failed(int number, double width, double height, int rotation, string reason)
    {
        var finding = new Finding(
            FindingRule.PageUnreadable,
            Severity.Error,
            $"第 {number} 页无法读取：{reason} 该页内容未收录，请核对原文件。",
            $"Page {number} cannot be read: {reason} Nothing of it is published; compare the original file.",
            number,
            null,
            null,
            null)
        {
            Cause = reason.Replace(number.ToString(CultureInfo.InvariantCulture), string.Empty, StringComparison.Ordinal),
        };
        return new PageFind(number, width, height, rotation, 0, 0, 0, 0, [], [], [], reason, [finding]);
    }

    /// <summary>The text of a grid that is no table becomes lines of the page again.</summary>
    public void Dissolve(PageGrid grid)
    {
        Grids.Remove(grid);
        foreach (var line in grid.Cells.SelectMany(static cell => cell.Lines))
        {
            if (line.Text.Length > 0)
            {
                Lines.Add(new LooseLine(line.Text, line.Box, line.FontSize, line.IsBold, [new LineSegment(line.Text, line.Box)]));
            }
        }
    }

    /// <summary>What the page hands on to the narrative.</summary>
    /// <param name="ordinals">The logical table that each grid belongs to.</param>
    public PageText ToText(IReadOnlyDictionary<PageGrid, int> ordinals, IReadOnlyList<ExtractedTable> tables)
    {
        var lines = ImmutableArray.CreateBuilder<PageLine>(Lines.Count);
        foreach (var line in Lines.OrderBy(static line => line.Box.Top))
        {
            lines.Add(new PageLine(
                new ExtractedLine(line.Text, line.Box.Rounded(), line.FontSize, line.IsBold),
                line.Role,
                line.Grid is not null && ordinals.TryGetValue(line.Grid, out var owner) ? owner : 0));
        }

        var parts = ImmutableArray.CreateBuilder<PageTable>(Grids.Count);
        foreach (var grid in Grids)
        {
            var table = tables[ordinals[grid] - 1];
            parts.Add(new PageTable(table.Ordinal, grid.Box.Rounded(), table.DeclaredEmpty, table.PageFirst == Number));
        }

        return new PageText(
            Number, Width, Height, Rotation, GlyphCount, VisibleGlyphCount, UnmappedGlyphCount, ImageCoverage,
            lines.MoveToImmutable(), parts.MoveToImmutable(), Faults, Failure);
    }
}
