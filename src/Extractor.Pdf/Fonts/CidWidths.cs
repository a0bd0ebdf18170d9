using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Fonts;

/// <summary>Widths by CID: /W and /DW (9.7.4.3), or the triples of /W2.</summary>
internal sealed class CidWidths
{
    private const int MaximumEntries = 200_000;

    private readonly int valuesPerEntry;
    private readonly List<Run> runs = [];
    private readonly List<float> values = [];

    /// <param name="valuesPerEntry">1 for /W, 3 for /W2.</param>
    public CidWidths(PdfArray? array, int valuesPerEntry)
    {
        this.valuesPerEntry = valuesPerEntry;
        if (array is not null)
        {
            Read(array);
        }

        runs.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Start.CompareTo(b.Start));
    }

    /// <summary>CIDs with one width each, or, if constant, all with that of the first.</summary>
    private readonly record struct Run(int First, int Last, int Start, bool IsConstant);

    /// <summary>The values of a CID, in thousandths of the em; empty where none are told.</summary>
    public ReadOnlySpan<float> Find(int cid)
    {
        int low = 0, high = runs.Count - 1, best = -1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (runs[middle].First <= cid)
            {
                best = middle;
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        // Runs that overlap are rare; the one that starts last is asked first.
        for (var i = best; i >= 0 && i > best - 4; i--)
        {
            var run = runs[i];
            if (cid <= run.Last)
            {
                var at = run.Start + (run.IsConstant ? 0 : (cid - run.First) * valuesPerEntry);
                return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values).Slice(at, valuesPerEntry);
            }
        }

        return default;
    }

    private void Read(PdfArray array)
    {
        for (var i = 0; i < array.Count && values.Count < MaximumEntries;)
        {
            var first = array.GetInteger(i);
            if (array[i + 1] is PdfArray list)
            {
                var start = values.Count;
                var count = Math.Min(list.Count, MaximumEntries) / valuesPerEntry;
                for (var k = 0; k < count * valuesPerEntry; k++)
                {
                    values.Add((float)list.GetNumber(k));
                }

                if (count > 0 && first >= 0)
                {
                    runs.Add(new Run(first, (int)Math.Min((long)first + count - 1, int.MaxValue), start, false));
                }

                i += 2;
            }
            else
            {
                var start = values.Count;
                for (var k = 0; k < valuesPerEntry; k++)
                {
                    values.Add((float)array.GetNumber(i + 2 + k));
                }

                var last = array.GetInteger(i + 1);
                if (first >= 0 && last >= first)
                {
                    runs.Add(new Run(first, last, start, true));
                }

                i += 2 + valuesPerEntry;
            }
        }
    }
}
