namespace Extractor.Pdf.Content;

/// <summary>Glyphs by horizontal bands of the page, each band in the order of drawing.</summary>
internal readonly ref struct GlyphBands
{
    private readonly int[] starts;
    private readonly int[] indices;
    private readonly float height;

    public GlyphBands(ReadOnlySpan<PlacedGlyph> glyphs, in PdfRectangle page, float height)
    {
        var count = Math.Clamp((int)(page.Height / height) + 1, 1, 4096);
        this.height = Math.Max(page.Height / count, 0.01f);
        starts = new int[count + 1];
        foreach (ref readonly var glyph in glyphs)
        {
            starts[BandOf(Middle(glyph)) + 1]++;
        }

        for (var i = 0; i < count; i++)
        {
            starts[i + 1] += starts[i];
        }

        indices = new int[glyphs.Length];
        var next = starts.AsSpan(0, count).ToArray();
        for (var i = 0; i < glyphs.Length; i++)
        {
            indices[next[BandOf(Middle(glyphs[i]))]++] = i;
        }
    }

    public int First(in PdfRectangle area) => BandOf(area.Top);

    public int Last(in PdfRectangle area) => BandOf(area.Bottom);

    public ReadOnlySpan<int> Glyphs(int band) => indices.AsSpan(starts[band]..starts[band + 1]);

    private static float Middle(in PlacedGlyph glyph) => (glyph.Box.Top + glyph.Box.Bottom) / 2;

    private int BandOf(float y) => Math.Clamp((int)(y / height), 0, starts.Length - 2);
}
