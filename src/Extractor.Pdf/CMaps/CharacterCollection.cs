using Extractor.Pdf.Unicode;

namespace Extractor.Pdf.CMaps;

/// <summary>CIDs of one of Adobe's character collections to Unicode.</summary>
internal sealed class CharacterCollection
{
    private readonly int[] firstScalar;
    private readonly Dictionary<int, string> longTexts;

    /// <param name="firstScalar">By CID: the code point, 0 where there is none.</param>
    /// <param name="longTexts">By CID: texts of more than one code point.</param>
    public CharacterCollection(int[] firstScalar, Dictionary<int, string> longTexts)
    {
        this.firstScalar = firstScalar;
        this.longTexts = longTexts;
    }

    /// <summary>The text of a CID; null for notdef and for CIDs without one.</summary>
    public string? Find(int cid)
    {
        if ((uint)cid >= (uint)firstScalar.Length)
        {
            return null;
        }

        if (longTexts.TryGetValue(cid, out var text))
        {
            return text;
        }

        // Adobe's tables tell spaces by their widths (the half-width space of GB1 is U+2002); a reader sees a space.
        var scalar = (uint)firstScalar[cid];
        return GlyphText.OfScalar(scalar is 0xA0 or (>= 0x2000 and <= 0x200A) ? ' ' : scalar);
    }
}
