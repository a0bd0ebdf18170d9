using System.Globalization;
using Extractor.Model.Layout;
using Extractor.Model.Tables;
using Extractor.Tables.Ruled;

namespace Extractor.Extracting.Drawing;

/// <summary>
/// A page as the finders saw it, as SVG: glyph boxes, rulings as drawn, joined edges and their crossings, cells with
/// their header paths, and where cells go on over the page edge. Every layer is a group with an id and a legend entry.
/// </summary>
public static class PageDrawing
{
    private const double LegendHeight = 34;

    private static readonly (string Id, string Colour, string Meaning)[] Layers =
    [
        ("shading", "#d9d9d9", "shaded area"),
        ("glyphs", "#9db8d6", "glyph box"),
        ("hidden", "#d69d9d", "hidden or watermark"),
        ("rulings", "#000000", "ruling as drawn"),
        ("edges", "#f0a000", "joined edge"),
        ("crossings", "#d00000", "crossing"),
        ("cells", "#0080ff", "cell"),
        ("headers", "#8000c0", "header cell"),
        ("joins", "#00a040", "goes on over the page edge"),
    ];

    /// <summary>Draws <paramref name="page"/> and the parts of <paramref name="tables"/> that stand on it.</summary>
    /// <param name="tables">All tables of the document, or those of the page.</param>
    /// <param name="labels">For each table what to write at it (its key); null, or null entries, for its title.</param>
    public static string ToSvg(PageLayout page, IReadOnlyList<ExtractedTable> tables, IReadOnlyList<string?>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(tables);
        var svg = new SvgText();
        svg.Open(page.Width, page.Height + LegendHeight);
        svg.Rectangle(new Box(0, 0, page.Width, page.Height), "fill=\"#ffffff\" stroke=\"#808080\"");
        DrawShading(svg, page);
        DrawGlyphs(svg, page);
        DrawRulings(svg, page);
        DrawEdges(svg, page);
        for (var index = 0; index < tables.Count; index++)
        {
            DrawTable(svg, page, tables[index], labels is not null && index < labels.Count ? labels[index] : null);
        }

        DrawLegend(svg, page);
        return svg.Close();
    }

    private static void DrawShading(SvgText svg, PageLayout page)
    {
        svg.OpenGroup("shading");
        foreach (var fill in page.Fills)
        {
            svg.Rectangle(fill.Box, string.Create(CultureInfo.InvariantCulture,
                $"fill=\"#{fill.Rgb & 0xFFFFFF:x6}\" fill-opacity=\"0.35\""));
        }

        svg.CloseGroup();
    }

    private static void DrawGlyphs(SvgText svg, PageLayout page)
    {
        svg.OpenGroup("glyphs");
        foreach (var glyph in page.Glyphs)
        {
            if (glyph.IsVisible && !glyph.IsWatermark)
            {
                svg.Rectangle(glyph.Box, "fill=\"none\" stroke=\"#9db8d6\" stroke-width=\"0.25\"");
                svg.Text(glyph.Box.Left, glyph.Box.Bottom - (glyph.Box.Height * 0.2), glyph.FontSize, "#303030", glyph.Text, glyph.IsBold);
            }
        }

        svg.CloseGroup();
        svg.OpenGroup("hidden");
        foreach (var glyph in page.Glyphs)
        {
            if (!glyph.IsVisible || glyph.IsWatermark)
            {
                svg.Rectangle(glyph.Box, "fill=\"none\" stroke=\"#d69d9d\" stroke-width=\"0.25\"");
            }
        }

        svg.CloseGroup();
    }

    private static void DrawRulings(SvgText svg, PageLayout page)
    {
        svg.OpenGroup("rulings");
        foreach (var ruling in page.Rulings)
        {
            svg.Line(ruling.Box, "#000000", Math.Max(0.3, ruling.Thickness));
        }

        svg.CloseGroup();
    }

    private static void DrawEdges(SvgText svg, PageLayout page)
    {
        var edges = EdgeJoiner.Join(EdgeFinder.FromRulings(page));
        svg.OpenGroup("edges");
        foreach (var edge in edges.Horizontal)
        {
            svg.Line(new Box(edge.Start, edge.Position, edge.End, edge.Position), "#f0a000", 0.6);
        }

        foreach (var edge in edges.Vertical)
        {
            svg.Line(new Box(edge.Position, edge.Start, edge.Position, edge.End), "#f0a000", 0.6);
        }

        svg.CloseGroup();
        svg.OpenGroup("crossings");
        if (CrossingFinder.Find(edges) is { } skeletons)
        {
            foreach (var skeleton in skeletons)
            {
                DrawCrossings(svg, skeleton, RuledTolerances.CrossingDistance);
            }
        }

        svg.CloseGroup();
    }

    private static void DrawCrossings(SvgText svg, CrossedEdges edges, double reach)
    {
        foreach (var row in edges.Horizontal)
        {
            foreach (var column in edges.Vertical)
            {
                if (column.Position >= row.Start - reach && column.Position <= row.End + reach
                    && row.Position >= column.Start - reach && row.Position <= column.End + reach)
                {
                    svg.Circle(column.Position, row.Position, 1.2, "#d00000");
                }
            }
        }
    }

    private static void DrawTable(SvgText svg, PageLayout page, ExtractedTable table, string? label)
    {
        if (page.Number < table.PageFirst || page.Number > table.PageLast)
        {
            return;
        }

        Box? bounds = null;
        svg.OpenGroup(string.Create(CultureInfo.InvariantCulture, $"table-{table.Ordinal}"));
        foreach (var cell in table.Cells)
        {
            foreach (var part in cell.Parts)
            {
                if (part.PageNumber == page.Number)
                {
                    bounds = bounds is { } box ? box.Union(part.Box) : part.Box;
                    DrawCell(svg, table, cell, part);
                }
            }
        }

        if (bounds is { } outline)
        {
            var name = label ?? table.TitleAsPrinted ?? string.Empty;
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"#{table.Ordinal} {name} ({SchemaNameOf(table.Method)}, {table.RowCount} x {table.ColumnCount}, header " +
                $"{table.HeaderRowCount}, pages {table.PageFirst}-{table.PageLast})");
            svg.Rectangle(outline, "fill=\"none\" stroke=\"#0080ff\" stroke-width=\"1.5\"");
            svg.Text(outline.Left, Math.Max(8, outline.Top - 2), 7, "#0060c0", text, isBold: true);
        }

        svg.CloseGroup();
    }

    private static void DrawCell(SvgText svg, ExtractedTable table, TableCell cell, CellPart part)
    {
        var path = cell.Column < table.ColumnHeaderPaths.Length ? table.ColumnHeaderPaths[cell.Column] : string.Empty;
        var colour = cell.IsHeader ? "#8000c0" : "#0080ff";
        var note = string.Create(
            CultureInfo.InvariantCulture,
            $"row {cell.Row} column {cell.Column} span {cell.RowSpan} x {cell.ColumnSpan}\n{path}\n{cell.Text}");
        svg.Rectangle(part.Box,
            $"fill=\"{colour}\" fill-opacity=\"{(cell.IsHeader ? "0.10" : "0.04")}\" stroke=\"{colour}\" stroke-width=\"0.5\"", note);
        if (cell.Parts.Length > 1)
        {
            svg.Rectangle(part.Box, "fill=\"none\" stroke=\"#00a040\" stroke-width=\"1.2\" stroke-dasharray=\"3 2\"");
        }

        if (!cell.IsHeader && path.Length > 0 && cell.Row == table.HeaderRowCount)
        {
            svg.Text(part.Box.Left + 1, part.Box.Top + 4, 3.5, "#8000c0", path, isBold: false);
        }
    }

    private static void DrawLegend(SvgText svg, PageLayout page)
    {
        svg.OpenGroup("legend");
        var slot = page.Width / 5;
        for (var index = 0; index < Layers.Length; index++)
        {
            var left = 4 + (index % 5 * slot);
            var top = page.Height + 6 + (index / 5 * 14);
            svg.Rectangle(new Box(left, top, left + 10, top + 8), $"fill=\"{Layers[index].Colour}\" id=\"legend-{Layers[index].Id}\"");
            svg.Text(left + 14, top + 7, 7, "#303030", Layers[index].Meaning, isBold: false);
        }

        svg.CloseGroup();
    }

    private static string SchemaNameOf(TableMethod method) => Extractor.Model.SchemaName.Of(method);
}
