using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Files;

/// <summary>
/// Finds the objects of a file without its cross-reference table: by their headers <c>12 0 obj</c>. Of an object
/// that is defined twice the later definition counts, as in an incremental update.
/// </summary>
internal sealed class FileScan
{
    private readonly PdfFile file;
    private readonly Dictionary<int, int> positions = [];

    private FileScan(PdfFile file) => this.file = file;

    /// <summary>Object number to the offset of its header.</summary>
    public IReadOnlyDictionary<int, int> Positions => positions;

    /// <summary>Trailers and dictionaries of cross-reference streams, oldest first.</summary>
    public List<PdfDictionary> Trailers { get; } = [];

    /// <summary>Numbers of object streams, in the order of the file.</summary>
    public List<int> ObjectStreams { get; } = [];

    public static FileScan Of(PdfFile file)
    {
        var scan = new FileScan(file);
        scan.FindObjects();
        scan.FindTrailers();
        return scan;
    }

    private void FindObjects()
    {
        var bytes = file.Bytes.Span;
        var keyword = NextObjectKeyword(bytes, 0);
        while (keyword >= 0)
        {
            var next = NextObjectKeyword(bytes, keyword + 3);
            if (TryReadHeaderBefore(bytes, keyword, out var number, out var start))
            {
                if (positions.Count >= file.Limits.MaximumObjects && !positions.ContainsKey(number))
                {
                    throw new PdfLimitException($"The file has more than {file.Limits.MaximumObjects} objects.");
                }

                positions[number] = start;
                var end = Classify(number, start, keyword + 3, next < 0 ? bytes.Length : next);
                if (next >= 0 && end > next)
                {
                    next = NextObjectKeyword(bytes, end);
                }
            }

            keyword = next;
        }
    }

    private static int NextObjectKeyword(ReadOnlySpan<byte> bytes, int from)
    {
        var found = from >= bytes.Length ? -1 : bytes[from..].IndexOf("obj"u8);
        return found < 0 ? -1 : from + found;
    }

    /// <summary>Reads <c>12 0</c> backwards from <c>obj</c>.</summary>
    private static bool TryReadHeaderBefore(ReadOnlySpan<byte> bytes, int keyword, out int number, out int start)
    {
        number = 0;
        start = SkipSpaceBefore(bytes, keyword);
        var generationStart = SkipDigitsBefore(bytes, start);
        if (generationStart == start || start - generationStart > 5)
        {
            return false;
        }

        var numberEnd = SkipSpaceBefore(bytes, generationStart);
        start = SkipDigitsBefore(bytes, numberEnd);
        if (numberEnd == generationStart || start == numberEnd || numberEnd - start > 10)
        {
            return false;
        }

        long value = 0;
        foreach (var digit in bytes[start..numberEnd])
        {
            value = (value * 10) + (digit - '0');
        }

        number = (int)Math.Min(value, int.MaxValue);
        return value is > 0 and < int.MaxValue;
    }

    private static int SkipSpaceBefore(ReadOnlySpan<byte> bytes, int position)
    {
        var limit = Math.Max(0, position - 32);
        while (position > limit && CharacterClass.IsWhiteSpace(bytes[position - 1]))
        {
            position--;
        }

        return position;
    }

    private static int SkipDigitsBefore(ReadOnlySpan<byte> bytes, int position)
    {
        var limit = Math.Max(0, position - 12);
        while (position > limit && CharacterClass.IsDigit(bytes[position - 1]))
        {
            position--;
        }

        return position;
    }

    /// <summary>Notes what kind of object it is.</summary>
    /// <returns>Where the search goes on: after the data of a stream whose length is right.</returns>
    private int Classify(int number, int start, int contentStart, int contentEnd)
    {
        PdfObject? value;
        int dataStart;
        try
        {
            // Not further than the next `obj`, so that the whole scan stays linear.
            var parser = new ObjectParser(file.Bytes[..contentEnd], contentStart, file);
            value = parser.ReadObject();
            if (!parser.TryReadStreamKeyword(out dataStart))
            {
                dataStart = -1;
            }
        }
        catch (PdfLimitException)
        {
            return contentStart;
        }

        if (value is not PdfDictionary dictionary)
        {
            return contentStart;
        }

        switch ((dictionary.RawGet("Type") as PdfName)?.Value)
        {
            case "ObjStm" when dataStart >= 0:
                ObjectStreams.Add(number);
                break;
            case "XRef" when dataStart >= 0:
                Trailers.Add(dictionary);
                break;
            default:
                break;
        }

        return dataStart >= 0 && dictionary.RawGet("Length") is PdfInteger length && file.IsStreamEnd(dataStart, length.Value)
            && IsOneStream(file.Bytes.Span.Slice(dataStart, (int)length.Value))
            ? dataStart + (int)length.Value
            : contentStart;
    }

    /// <summary>
    /// Data in which objects seem to end belong to several streams, the length being wrong, unless they are an
    /// attached PDF file.
    /// </summary>
    private static bool IsOneStream(ReadOnlySpan<byte> data) =>
        data[..Math.Min(data.Length, FileSignature.HeaderWindow)].IndexOf("%PDF-"u8) >= 0 || data.IndexOf("endobj"u8) < 0;

    private void FindTrailers()
    {
        var bytes = file.Bytes.Span;
        var position = 0;
        while (true)
        {
            var found = bytes[position..].IndexOf("trailer"u8);
            if (found < 0)
            {
                return;
            }

            position += found + 7;
            var window = bytes[position..].IndexOf("trailer"u8);
            window = window < 0 ? bytes.Length : position + window;
            try
            {
                var parser = new ObjectParser(file.Bytes[..window], position, file);
                if (parser.ReadObject() is PdfDictionary dictionary)
                {
                    Trailers.Add(dictionary);
                }
            }
            catch (PdfLimitException)
            {
                // No trailer nests that deep.
            }
        }
    }
}
