using System.Xml.Linq;
using Extractor.Extracting.Drawing;

namespace Extractor.Tests.Extracting.Drawing;

public sealed class PageDrawingTests
{
    [Fact]
    public void ToSvg_HostileText_IsWellFormedAndEscaped()
    {
        var page = new PageSketch().Table([50, 150, 250], 100, ["<b>&\"", "\u0001甲"], ["\uD800乙", "1.00"]);
        var svg = XDocument.Parse(PageDrawing.ToSvg(page.ToLayout(), Tables.Tables.Document(page).Tables, ["<key>"]));

        Assert.Contains(svg.Descendants(), element =>
            element.Name.LocalName == "text" && element.Value.Contains("<key>", StringComparison.Ordinal));
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "b" or "key");
    }

    [Fact]
    public void ToSvg_Layers_AreGroupsWithALegend()
    {
        var page = new PageSketch().Table([50, 150, 250], 100, ["项目", "本年"], ["合计", "1.00"]);
        var svg = XDocument.Parse(PageDrawing.ToSvg(page.ToLayout(), Tables.Tables.Document(page).Tables));
        var groups = svg.Descendants().Where(element => element.Name.LocalName == "g").Select(element => (string?)element.Attribute("id"))
            .ToList();

        Assert.Superset(new HashSet<string?> { "glyphs", "rulings", "edges", "crossings", "table-1", "legend" }, groups.ToHashSet());
        Assert.Equal(9, svg.Descendants().Count(element => element.Name.LocalName == "circle"));
    }
}
