namespace Extractor.Pdf.Tests.Fixtures;

/// <summary>What a page of a built file was read as, copied out of the pooled buffers.</summary>
internal sealed record ReadPage(
    Glyph[] Glyphs,
    Word[] Words,
    string[] WordTexts,
    string[] Lines,
    Ruling[] Rulings,
    FilledArea[] Fills,
    IReadOnlyList<PdfImage> Images,
    IReadOnlyList<string> Faults)
{
    /// <summary>Helvetica as /F0: not embedded, WinAnsi.</summary>
    public const string Helvetica = "/Font << /F0 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >>";

    /// <summary>Glyphs that can be seen and are no watermark.</summary>
    public IEnumerable<Glyph> Visible => Glyphs.Where(g => (g.Flags & (GlyphFlags.Hidden | GlyphFlags.Watermark)) == 0);

    public string VisibleText => string.Concat(Visible.Select(g => g.Text));

    /// <summary>A page of 200 by 100 points, with Helvetica as /F0 unless other resources are given.</summary>
    public static ReadPage Of(string content, string resources = Helvetica, string pageEntries = "/MediaBox [0 0 200 100]") =>
        Of(PdfBuilder.SinglePage(content, resources, pageEntries));

    public static ReadPage Of(byte[] file, int number = 1, PdfLimits? limits = null)
    {
        using var content = PdfDocument.Open(file, limits).GetPage(number).Read();
        var words = content.Words.ToArray();
        var lines = content.Lines.ToArray();
        return new ReadPage(
            content.Glyphs.ToArray(),
            words,
            [.. words.Select(w => content.GetText(w))],
            [.. lines.Select(l => content.GetText(l))],
            content.Rulings.ToArray(),
            content.Fills.ToArray(),
            content.Images,
            content.Faults);
    }

    public static void AssertBox(PdfRectangle box, double left, double top, double right, double bottom)
    {
        Assert.Equal(left, box.Left, 0.02);
        Assert.Equal(top, box.Top, 0.02);
        Assert.Equal(right, box.Right, 0.02);
        Assert.Equal(bottom, box.Bottom, 0.02);
    }
}
