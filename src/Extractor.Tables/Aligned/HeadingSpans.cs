using Extractor.Model.Layout;
using Extractor.Tables.Ruled;

namespace Extractor.Tables.Aligned;

/// <summary>
/// Headings over one line that is drawn under all of them: the line does not tell which columns each one spans. They are centred over
/// their columns, so the columns are dealt out in order, each heading's as close under its middle as can be.
/// </summary>
internal static class HeadingSpans
{
    /// <summary>First and last column of each heading; null where not every heading comes near the middle of its columns.</summary>
    /// <param name="headings">From left to right, more than one.</param>
    public static List<(int First, int Last)>? Deal(List<Box> headings, double[] columnLines, int firstColumn, int lastColumn)
    {
        var columns = lastColumn - firstColumn + 1;
        if (columns <= headings.Count)
        {
            return null;
        }

        // best[i, j]: the first i headings over the first j columns.
        var best = new double[headings.Count + 1, columns + 1];
        var from = new int[headings.Count + 1, columns + 1];
        for (var count = 0; count <= headings.Count; count++)
        {
            for (var end = 0; end <= columns; end++)
            {
                best[count, end] = count == 0 && end == 0 ? 0 : double.PositiveInfinity;
                for (var start = count - 1; count > 0 && start < end; start++)
                {
                    var offset = Offset(start, end);
                    if (best[count - 1, start] + (offset * offset) is var sum && sum < best[count, end])
                    {
                        (best[count, end], from[count, end]) = (sum, start);
                    }
                }

                double Offset(int start, int stop) => headings[count - 1].CentreX
                    - ((columnLines[firstColumn + start] + columnLines[firstColumn + stop]) / 2);
            }
        }

        var spans = new List<(int First, int Last)>(headings.Count);
        var width = (columnLines[lastColumn + 1] - columnLines[firstColumn]) / columns;
        for (int count = headings.Count, end = columns; count > 0; end = from[count, end], count--)
        {
            var start = from[count, end];
            var middle = (columnLines[firstColumn + start] + columnLines[firstColumn + end]) / 2;
            if (Math.Abs(headings[count - 1].CentreX - middle) > AlignedTolerances.OffCentre * width)
            {
                return null;
            }

            spans.Insert(0, (firstColumn + start, firstColumn + end - 1));
        }

        return spans;
    }

    /// <summary>The headings of a row that stand over a line, each with all its lines of text.</summary>
    public static List<Box> Over(Edge ruling, IEnumerable<TextSegment> segments)
    {
        var headings = new List<Box>();
        foreach (var segment in segments.OrderBy(static segment => segment.Box.Left))
        {
            if (segment.Box.CentreX <= ruling.Start || segment.Box.CentreX >= ruling.End)
            {
                continue;
            }

            if (headings.Count > 0 && segment.Box.Left < headings[^1].Right)
            {
                headings[^1] = headings[^1].Union(segment.Box);
            }
            else
            {
                headings.Add(segment.Box);
            }
        }

        return headings;
    }
}
