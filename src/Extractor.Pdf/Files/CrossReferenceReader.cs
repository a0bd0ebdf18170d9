using Extractor.Pdf.Filters;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Files;

/// <summary>
/// Reads the chain of cross-reference sections from the newest back (7.5.4 to 7.5.8): tables, streams, and hybrids
/// of both. Any doubt makes it fail: the file is scanned then.
/// </summary>
internal sealed class CrossReferenceReader(PdfFile file)
{
    /// <summary>More updates than any writer makes.</summary>
    private const int MostSections = 4096;

    private readonly CrossReferenceTable table = new(file.Limits.MaximumObjects);
    private readonly HashSet<int> visited = [];
    private readonly List<(int Number, CrossReference Entry)> free = [];

    /// <summary>Null when the chain cannot be read wholly.</summary>
    public CrossReferenceTable? Read()
    {
        var bytes = file.Bytes.Span;
        var keyword = bytes.LastIndexOf("startxref"u8);
        if (keyword < 0)
        {
            return null;
        }

        var tokenizer = new PdfTokenizer(bytes, keyword + 9);
        if (tokenizer.Read() != PdfTokenKind.Integer)
        {
            return null;
        }

        var position = tokenizer.Integer;
        PdfDictionary? newest = null;
        for (var section = 0; section < MostSections; section++)
        {
            var start = FindSection(position);
            if (start < 0)
            {
                return null;
            }

            if (!visited.Add(start))
            {
                // A cycle of /Prev: everything in it is read.
                break;
            }

            var trailer = ReadSection(start);
            if (trailer is null)
            {
                return null;
            }

            newest ??= trailer;
            position = trailer.GetLong("Prev", -1);
            if (position <= 0)
            {
                break;
            }
        }

        table.Trailer = newest!;
        return newest!.Contains("Root") ? table : null;
    }

    /// <summary>Offsets count from the header, or from the start of the bytes where junk before the header was counted.</summary>
    private int FindSection(long offset)
    {
        if (offset < 0)
        {
            return -1;
        }

        var fromHeader = offset + file.HeaderOffset;
        if (LooksLikeSection(fromHeader))
        {
            return (int)fromHeader;
        }

        return file.HeaderOffset != 0 && LooksLikeSection(offset) ? (int)offset : -1;
    }

    private bool LooksLikeSection(long position)
    {
        if (position >= file.Bytes.Length)
        {
            return false;
        }

        var tokenizer = new PdfTokenizer(file.Bytes.Span, (int)position);
        return tokenizer.Read() switch
        {
            PdfTokenKind.Keyword => tokenizer.Raw.StartsWith("xref"u8),
            PdfTokenKind.Integer => tokenizer.Read() == PdfTokenKind.Integer && tokenizer.Read() == PdfTokenKind.Keyword
                && tokenizer.Raw.StartsWith("obj"u8),
            _ => false,
        };
    }

    private PdfDictionary? ReadSection(int start)
    {
        var tokenizer = new PdfTokenizer(file.Bytes.Span, start);
        if (tokenizer.Read() != PdfTokenKind.Keyword)
        {
            return file.ReadIndirectObject(start, out _) is PdfStream stream && ReadStream(stream) ? stream.Dictionary : null;
        }

        tokenizer.Position = tokenizer.TokenStart + 4;
        free.Clear();
        var trailer = ReadTable(ref tokenizer);
        if (trailer is null)
        {
            return null;
        }

        // 7.5.8.4: the stream of a hybrid file tells of objects that the table hides as free or leaves out.
        var hidden = FindSection(trailer.GetLong("XRefStm", -1));
        if (hidden >= 0 && visited.Add(hidden) && file.ReadIndirectObject(hidden, out _) is PdfStream hybrid)
        {
            ReadStream(hybrid);
        }

        foreach ((var number, var entry) in free)
        {
            table.AddOlder(number, entry);
        }

        return trailer;
    }

    private PdfDictionary? ReadTable(ref PdfTokenizer tokenizer)
    {
        var isFirst = true;
        while (true)
        {
            if (tokenizer.Read() == PdfTokenKind.Keyword && tokenizer.Raw.StartsWith("trailer"u8))
            {
                var parser = new ObjectParser(file.Bytes, tokenizer.TokenStart + 7, file);
                return parser.ReadObject() as PdfDictionary;
            }

            if (tokenizer.Kind != PdfTokenKind.Integer)
            {
                return null;
            }

            var first = tokenizer.Integer;
            if (tokenizer.Read() != PdfTokenKind.Integer || first < 0)
            {
                return null;
            }

            var count = tokenizer.Integer;
            for (long index = 0; index < count; index++)
            {
                var before = tokenizer.Position;
                if (tokenizer.Read() != PdfTokenKind.Integer)
                {
                    // Fewer entries than announced.
                    tokenizer.Position = before;
                    break;
                }

                var offset = tokenizer.Integer;
                if (tokenizer.Read() != PdfTokenKind.Integer)
                {
                    return null;
                }

                var generation = tokenizer.Integer;
                if (tokenizer.Read() != PdfTokenKind.Keyword)
                {
                    return null;
                }

                var isFree = tokenizer.IsKeyword("f"u8);
                if (!isFree && !tokenizer.IsKeyword("n"u8))
                {
                    return null;
                }

                if (isFirst && index == 0 && isFree && first == 1 && offset == 0 && generation == 65535)
                {
                    // Some writers number the head of the free list, which is object 0, as 1.
                    first = 0;
                }

                AddEntry(first + index, offset, generation, isFree);
            }

            isFirst = false;
        }
    }

    private void AddEntry(long number, long offset, long generation, bool isFree)
    {
        if (number is <= 0 or > int.MaxValue)
        {
            return;
        }

        var position = offset + file.HeaderOffset;
        if (isFree || offset <= 0)
        {
            if (free.Count < file.Limits.MaximumObjects)
            {
                free.Add(((int)number, default));
            }
        }
        else
        {
            // An offset beyond the end is kept: that the object is missing is found out when it is asked for.
            table.AddOlder((int)number, new CrossReference(
                CrossReferenceKind.InFile, (int)Math.Min(position, int.MaxValue), (int)Math.Clamp(generation, 0, 65535)));
        }
    }

    private bool ReadStream(PdfStream stream)
    {
        var dictionary = stream.Dictionary;
        var widths = dictionary.GetArray("W");
        if (widths is null || widths.Count < 3)
        {
            return false;
        }

        var typeWidth = widths.GetInteger(0);
        var secondWidth = widths.GetInteger(1);
        var thirdWidth = widths.GetInteger(2);
        if (typeWidth is < 0 or > 8 || secondWidth is < 0 or > 8 || thirdWidth is < 0 or > 8 || typeWidth + secondWidth + thirdWidth == 0)
        {
            return false;
        }

        using var decoded = stream.DecodePooled();
        var rows = decoded.Span;
        var index = dictionary.GetArray("Index");
        var subsections = index is null ? 1 : index.Count / 2;
        for (var subsection = 0; subsection < subsections; subsection++)
        {
            var first = index is null ? 0 : index.GetInteger(subsection * 2);
            var count = index is null ? int.MaxValue : index.GetInteger((subsection * 2) + 1);
            for (var row = 0; row < count && rows.Length >= typeWidth + secondWidth + thirdWidth; row++)
            {
                var type = typeWidth == 0 ? 1 : ReadField(ref rows, typeWidth);
                var second = ReadField(ref rows, secondWidth);
                var third = ReadField(ref rows, thirdWidth);
                AddStreamEntry(first + (long)row, type, second, third);
            }
        }

        return true;
    }

    private void AddStreamEntry(long number, long type, long second, long third)
    {
        if (number is <= 0 or > int.MaxValue)
        {
            return;
        }

        var position = type == 1 ? second + file.HeaderOffset : second;
        CrossReference? entry = type switch
        {
            0 => default(CrossReference),
            1 when second >= 0 => new CrossReference(CrossReferenceKind.InFile, (int)Math.Min(position, int.MaxValue),
                (int)Math.Clamp(third, 0, 65535)),
            2 when second is > 0 and <= int.MaxValue => new CrossReference(
                CrossReferenceKind.InObjectStream, (int)second, (int)Math.Clamp(third, 0, int.MaxValue)),
            _ => null,
        };
        if (entry is { } known)
        {
            table.AddOlder((int)number, known);
        }
    }

    private static long ReadField(ref ReadOnlySpan<byte> rows, int width)
    {
        long value = 0;
        for (var index = 0; index < width; index++)
        {
            value = (value << 8) | rows[index];
        }

        rows = rows[width..];
        return value;
    }
}
