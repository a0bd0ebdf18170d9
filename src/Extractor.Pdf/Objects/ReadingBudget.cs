namespace Extractor.Pdf.Objects;

/// <summary>
/// What reading one file may still cost. A sound file needs each of its bytes a few times; one that is made of
/// objects which overlap, or of thousands of references to one bomb, would need them without end.
/// </summary>
internal sealed class ReadingBudget(PdfLimits limits, int fileBytes)
{
    /// <summary>Bytes that a filter may produce for each byte of the file, beyond <see cref="PdfLimits.MaximumDecodedBytes"/>.</summary>
    private const long DecodedPerFileByte = 32;

    /// <summary>What undoing a filter costs at least, in decoded bytes: an inflater is made for it.</summary>
    private const long LeastDecoded = 16 * 1024;

    /// <summary>How often a byte may be parsed: as the table says, after a scan, and again in another role.</summary>
    private const long ParsedPerByte = 4;

    private const long ParsedAnyway = 16 * 1024 * 1024;

    private long decoded;
    private long parsed;
    private int items;

    /// <summary>How many more bytes filters may produce.</summary>
    public long Decodable => Math.Max(0, limits.MaximumDecodedBytes + (DecodedPerFileByte * fileBytes) - decoded);

    /// <summary>Counts what a filter has produced, or what is read as it stands.</summary>
    public void ChargeDecoded(long bytes) => decoded += Math.Max(bytes, LeastDecoded);

    /// <exception cref="PdfLimitException">Objects overlap so that the file would be parsed over and over.</exception>
    public void ChargeParsed(long bytes)
    {
        parsed += bytes;
        if (parsed > ParsedAnyway + (ParsedPerByte * (fileBytes + decoded)))
        {
            throw new PdfLimitException("The objects of the file overlap: its bytes would be parsed over and over.");
        }
    }

    /// <exception cref="PdfLimitException">More items than <see cref="PdfLimits.MaximumItems"/>.</exception>
    public void ChargeItem()
    {
        if (++items > limits.MaximumItems)
        {
            throw new PdfLimitException($"The arrays and dictionaries of the file have more than {limits.MaximumItems} items.");
        }
    }
}
