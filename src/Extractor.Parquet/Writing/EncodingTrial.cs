using Extractor.Parquet.Metadata;

namespace Extractor.Parquet;

/// <summary>
/// Chooses the encoding of a column chunk by what it costs: a stretch from the middle of its values is encoded and
/// compressed in each way, and the shortest wins. The plainer encoding stays unless another is clearly shorter.
/// </summary>
internal sealed class EncodingTrial(ColumnChunkTarget target, int valueCount, int sampleLimit = int.MaxValue)
{
    private const int SampleValues = 256;

    /// <summary>Of a dictionary, which is compressed much the same from its beginning to its end.</summary>
    private const int SampleBytesOfDictionary = 32 * 1024;

    /// <summary>Where a value stands so often, no way to write it again and again is much shorter than an index.</summary>
    private const int OftenRepeated = 3;

    /// <summary>What another encoding has to save to be worth the reader's trouble.</summary>
    private const double WorthwhileShare = 0.97;

    private readonly PageBuffer sample = target.Sample;

    public delegate void EncodePart(int from, int to, Encoding encoding, PageBuffer output);

    public Encoding Choose(
        Encoding plain,
        Encoding? dictionary,
        Encoding? delta,
        EncodePart encode,
        Func<PageBuffer, int> encodeDictionary,
        Encoding? secondDelta = null)
    {
        if (valueCount == 0)
        {
            return plain;
        }

        var best = plain;
        var bestLength = EstimatedLength(plain, encode);
        if (dictionary is { } withDictionary)
        {
            sample.Clear();
            encodeDictionary(sample);
            Take(withDictionary, target.CompressedLengthOf(sample, SampleBytesOfDictionary) + EstimatedLength(withDictionary, encode));
        }

        foreach (var candidate in (ReadOnlySpan<Encoding?>)[delta, secondDelta])
        {
            if (candidate is { } encoding)
            {
                Take(encoding, EstimatedLength(encoding, encode));
            }
        }

        return best;

        void Take(Encoding encoding, double length)
        {
            if (length < bestLength * WorthwhileShare)
            {
                best = encoding;
                bestLength = length;
            }
        }
    }

    /// <summary>Whether a dictionary is the shortest without a trial: of values that do not follow from those before them.</summary>
    public static bool IsOftenRepeated(int valueCount, int entryCount) => entryCount <= valueCount / OftenRepeated;

    private double EstimatedLength(Encoding encoding, EncodePart encode)
    {
        var count = Math.Min(valueCount, Math.Min(SampleValues, sampleLimit));
        var from = (valueCount - count) / 2;
        sample.Clear();
        encode(from, from + count, encoding, sample);
        return target.CompressedLengthOf(sample, int.MaxValue) * valueCount / count;
    }
}
