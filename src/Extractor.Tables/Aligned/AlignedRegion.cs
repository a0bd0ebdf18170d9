using Extractor.Model.Layout;

namespace Extractor.Tables.Aligned;

/// <summary>Where a table without vertical lines stands, and what bounds its rows.</summary>
/// <param name="Lines">Its lines of text, from top to bottom.</param>
/// <param name="Rulings">y of the horizontal lines over its whole width, ascending; empty where it has none.</param>
/// <param name="PartialRulings">Horizontal lines under headings that span some of its columns.</param>
internal sealed record AlignedRegion(Box Box, List<VisualLine> Lines, List<double> Rulings, List<Ruled.Edge> PartialRulings)
{
    /// <summary>This region and the one below it as one.</summary>
    public AlignedRegion With(AlignedRegion below)
    {
        var lines = new List<VisualLine>(Lines);
        foreach (var line in below.Lines)
        {
            if (!Lines.Exists(own => own.Box == line.Box))
            {
                lines.Add(line);
            }
        }

        lines.Sort(static (first, second) => first.Box.CentreY.CompareTo(second.Box.CentreY));
        return new AlignedRegion(
            Box.Union(below.Box),
            lines,
            [.. Rulings.Concat(below.Rulings).Distinct().Order()],
            [.. PartialRulings, .. below.PartialRulings]);
    }
}
