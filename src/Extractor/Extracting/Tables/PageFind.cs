using System.Collections.Immutable;
using Extractor.Model.Evidence;
using Extractor.Model.Layout;

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
    List<Finding> Findings);
