using Extractor.Model.Layout;

namespace Extractor.Extracting.Tables.Aligned;

/// <summary>Where a table without vertical lines stands, and what bounds its rows.</summary>
/// <param name="Lines">Its lines of text, from top to bottom.</param>
/// <param name="Rulings">y of the horizontal lines over its whole width, ascending; empty where it has none.</param>
/// <param name="PartialRulings">Horizontal lines under headings that span some of its columns.</param>
internal sealed record AlignedRegion(Box Box, List<VisualLine> Lines, List<double> Rulings, List<Ruled.Edge> PartialRulings);
