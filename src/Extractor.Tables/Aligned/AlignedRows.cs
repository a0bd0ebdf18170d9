namespace Extractor.Tables.Aligned;

/// <summary>Which lines of text are one row: drawn lines tell where there are any, figures tell elsewhere.</summary>
internal sealed class AlignedRows(AlignedRegion region, List<double> channels)
{
    private readonly List<AlignedRow> taken = [];

    /// <summary>The middle one of the white distances between rows of figures that follow each other; 0 where none is told.</summary>
    private readonly double rowGap = RowGapOf(region.Lines);

    /// <summary>From top to bottom.</summary>
    public static List<AlignedRow> Of(AlignedRegion region, List<double> channels)
    {
        var rows = new AlignedRows(region, channels);
        rows.Read();
        return rows.taken;
    }

    private void Read()
    {
        var isBody = false;
        var bands = Bands();
        for (var index = 0; index < bands.Count; index++)
        {
            // A band of the table's own lines with no more than one figure a column is one row, however its text is wrapped; the first
            // row of figures too where it stands under a header and over another such row.
            var band = bands[index];
            var mostFigures = MostFigures(band);
            var isFirstRow = taken.Count > 0 && index + 1 < bands.Count && MostFigures(bands[index + 1]) == 1;
            var isBand = region.Rulings.Count > 2 && mostFigures <= 1 && (isBody || mostFigures == 0 || isFirstRow);
            if (isBand && !isBody && mostFigures == 0)
            {
                AddHeaderBand(band);
                continue;
            }

            if (isBand)
            {
                isBody = true;
                AddRow(band, isHeader: false);
                continue;
            }

            isBody |= mostFigures > 0;
            AddLines(band);
        }
    }

    /// <summary>The lines between each two drawn lines, or all.</summary>
    private List<List<VisualLine>> Bands()
    {
        if (region.Rulings.Count == 0)
        {
            return [region.Lines];
        }

        var bands = new List<List<VisualLine>>();
        for (var index = 0; index + 1 < region.Rulings.Count; index++)
        {
            var band = region.Lines.FindAll(line =>
                line.Box.CentreY >= region.Rulings[index] && line.Box.CentreY < region.Rulings[index + 1]);
            if (band.Count > 0)
            {
                bands.Add(band);
            }
        }

        return bands;
    }

    private int MostFigures(List<VisualLine> band)
    {
        var counts = new int[channels.Count + 1];
        foreach (var line in band)
        {
            foreach (var segment in line.Segments)
            {
                var column = ColumnOf(segment.Box.CentreX);
                counts[column] += segment.IsFigure && column > 0 ? 1 : 0;
            }
        }

        return counts.Max();
    }

    /// <summary>A header is one row, but for lines that are drawn under headings of several columns.</summary>
    private void AddHeaderBand(List<VisualLine> band)
    {
        var rest = band;
        foreach (var partial in region.PartialRulings)
        {
            var above = rest.FindAll(IsAbove);
            if (above.Count > 0 && above.Count < rest.Count)
            {
                AddRow(above, isHeader: true);
                rest = rest.FindAll(line => !IsAbove(line));
            }

            // 科目编码 beside the line stands at half the height of both rows: it belongs to the lower one.
            bool IsAbove(VisualLine line) => line.Box.Bottom < partial.Position + Ruled.RuledTolerances.SnapDistance;
        }

        AddRow(rest, isHeader: true);
    }

    /// <summary>Every line with figures or several texts is a row; other lines go with the row whose text they carry on.</summary>
    private void AddLines(List<VisualLine> band)
    {
        var isBody = taken.Exists(static row => !row.IsHeader);
        VisualLine? pending = null;
        for (var index = 0; index < band.Count; index++)
        {
            var line = band[index];
            isBody |= line.FigureCount > 0 && line.Segments.Count > 1;
            var last = taken.Count > 0 ? taken[^1] : null;
            if (last is not null && pending is null && !isBody && last.IsHeader && IsWrapped(last.Bottom, line.Box.Top)
                && !IsDivided(last.Bottom, line.Box.Top))
            {
                last.Lines.Add(line);
            }
            else if (line.Segments.Count > 1 && !(last is not null && OverlapsMuch(last, line)))
            {
                var row = AddRow([line], isHeader: !isBody);
                if (pending is not null)
                {
                    row.Lines.Insert(0, pending);
                    pending = null;
                }
            }
            else if (last is not null && CarriesOn(last, line))
            {
                last.Lines.Add(line);
            }
            else if (IsFull(line) || (line.Segments.Count == 1 && index + 1 < band.Count && ColumnOf(line.Segments[0].Box.Left) == 0
                && IsWrapped(line.Box.Bottom, band[index + 1].Box.Top)))
            {
                if (pending is not null)
                {
                    AddRow([pending], isHeader: !isBody);
                }

                pending = line;
            }
            else
            {
                AddRow(pending is null ? [line] : [pending, line], isHeader: !isBody);
                pending = null;
            }
        }

        if (pending is not null)
        {
            AddRow([pending], isHeader: !isBody);
        }
    }

    private AlignedRow AddRow(List<VisualLine> lines, bool isHeader)
    {
        var row = new AlignedRow(isHeader);
        row.Lines.AddRange(lines);
        taken.Add(row);
        return row;
    }

    /// <summary>Lines of uneven height in one row overlap; lines of two rows do not.</summary>
    private static bool OverlapsMuch(AlignedRow row, VisualLine line) =>
        row.Bottom - line.Box.Top > AlignedTolerances.UnevenRow * line.Box.Height;

    /// <summary>A single text below a row carries on one of its cells: not a label of its own, or the rest of a full label.</summary>
    private bool CarriesOn(AlignedRow row, VisualLine line)
    {
        if (OverlapsMuch(row, line))
        {
            return true;
        }

        var isClose = line.Box.Top - row.Bottom < AlignedTolerances.CloseLine * line.FontSize;
        if (!isClose || line.Segments.Count > 1)
        {
            return false;
        }

        return ColumnOf(line.Segments[0].Box.Left) > 0 || IsFull(row.Lines[^1]) || IsWrapped(row.Bottom, line.Box.Top);
    }

    /// <summary>Lines stand so much closer than rows do that they are one text.</summary>
    private bool IsWrapped(double bottom, double top) =>
        rowGap > 0 && top - bottom < AlignedTolerances.WrappedShare * rowGap;

    /// <summary>A line is drawn between them.</summary>
    private bool IsDivided(double bottom, double top) =>
        region.PartialRulings.Exists(ruling => ruling.Position > bottom - 2 && ruling.Position < top + 2);

    private static double RowGapOf(List<VisualLine> lines)
    {
        var gaps = new List<double>();
        for (var index = 1; index < lines.Count; index++)
        {
            if (IsRow(lines[index - 1]) && IsRow(lines[index]))
            {
                gaps.Add(lines[index].Box.Top - lines[index - 1].Box.Bottom);
            }
        }

        gaps.Sort();
        var middle = gaps.Count > 0 ? gaps[gaps.Count / 2] : 0;
        return middle > AlignedTolerances.TightRows * lines[0].FontSize ? middle : 0;

        static bool IsRow(VisualLine line) => line.FigureCount > 0 && line.Segments.Count > 1;
    }

    /// <summary>The label fills its column: what stands below goes on with it.</summary>
    private bool IsFull(VisualLine line)
    {
        var label = line.Segments[0].Box;
        return channels.Count > 0 && ColumnOf(label.Left) == 0 && channels[0] - label.Right < AlignedTolerances.FullLabel * line.FontSize
            && label.Width > AlignedTolerances.FullLabel * line.FontSize;
    }

    private int ColumnOf(double x)
    {
        var column = 0;
        while (column < channels.Count && x > channels[column])
        {
            column++;
        }

        return column;
    }
}
