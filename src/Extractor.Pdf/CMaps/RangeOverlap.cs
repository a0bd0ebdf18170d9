namespace Extractor.Pdf.CMaps;

/// <summary>Makes ranges of codes that may overlap into sorted ones that do not.</summary>
internal static class RangeOverlap
{
    /// <summary>Where ranges overlap, the one that was given last holds.</summary>
    /// <param name="ranges">In the order of the file.</param>
    /// <param name="bounds">First and last code.</param>
    /// <param name="cut">The part of a range between two codes.</param>
    public static T[] Resolve<T>(T[] ranges, Func<T, (uint Low, uint High)> bounds, Func<T, uint, uint, T> cut)
    {
        // A sweep over all bounds; a heap keeps the open ranges, the latest on top.
        var byLow = Enumerable.Range(0, ranges.Length).ToArray();
        Array.Sort(byLow, (a, b) => bounds(ranges[a]).Low.CompareTo(bounds(ranges[b]).Low) is var c and not 0
            ? c
            : a.CompareTo(b));
        var open = new PriorityQueue<int, int>();
        var result = new List<T>(ranges.Length);
        long position = 0;
        var next = 0;
        while (next < byLow.Length || open.Count > 0)
        {
            while (open.Count > 0 && bounds(ranges[open.Peek()]).High < position)
            {
                open.Dequeue();
            }

            if (open.Count == 0)
            {
                if (next == byLow.Length)
                {
                    break;
                }

                position = Math.Max(position, bounds(ranges[byLow[next]]).Low);
            }

            while (next < byLow.Length && bounds(ranges[byLow[next]]).Low <= position)
            {
                open.Enqueue(byLow[next], -byLow[next]);
                next++;
            }

            while (open.Count > 0 && bounds(ranges[open.Peek()]).High < position)
            {
                open.Dequeue();
            }

            if (open.Count == 0)
            {
                continue;
            }

            var top = ranges[open.Peek()];
            long end = bounds(top).High;
            if (next < byLow.Length)
            {
                end = Math.Min(end, (long)bounds(ranges[byLow[next]]).Low - 1);
            }

            result.Add(cut(top, (uint)position, (uint)end));
            position = end + 1;
        }

        return [.. result];
    }
}
