namespace Extractor.Tables.Aligned;

/// <summary>The lines of text that are one row of a table.</summary>
internal sealed class AlignedRow(bool isHeader)
{
    public List<VisualLine> Lines { get; } = [];

    /// <summary>Above the first row of figures: its texts may span several columns.</summary>
    public bool IsHeader { get; } = isHeader;

    public double Top => Lines.Min(static line => line.Box.Top);

    public double Bottom => Lines.Max(static line => line.Box.Bottom);

    public IEnumerable<TextSegment> Segments => Lines.SelectMany(static line => line.Segments);
}
