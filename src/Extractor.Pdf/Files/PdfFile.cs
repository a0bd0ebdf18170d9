using Extractor.Pdf.Encryption;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Files;

/// <summary>
/// The objects of one file (7.5): finds, parses and keeps them. Structure that is damaged is rebuilt from a scan
/// of the file, at most once.
/// </summary>
internal sealed class PdfFile : ObjectSource
{
    private readonly Dictionary<int, PdfObject> objects = [];
    private readonly HashSet<int> resolving = [];
    private readonly Dictionary<int, ObjectStream?> objectStreams = [];
    private readonly IReadOnlyList<string> passwords;
    private CrossReferenceTable table;
    private FileScan? scan;
    private SecurityHandler? security;
    private bool hasMisplacedObjects;

    private PdfFile(ReadOnlyMemory<byte> bytes, int headerOffset, PdfLimits limits, IReadOnlyList<string> passwords)
        : base(limits, bytes.Length)
    {
        Bytes = bytes;
        HeaderOffset = headerOffset;
        this.passwords = passwords;
        table = new CrossReferenceTable(limits.MaximumObjects);
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Bytes of junk before <c>%PDF-</c>.</summary>
    public int HeaderOffset { get; }

    public PdfDictionary Trailer => table.Trailer;

    /// <summary>The cross-reference table was made from a scan.</summary>
    public bool IsRebuilt { get; private set; }

    public override bool EnciphersStrings => security?.EnciphersStrings ?? false;

    /// <summary>What of the structure had to be mended or is lost, one sentence each.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>A scan of the whole file, made when first wanted.</summary>
    public FileScan Scan => scan ??= FileScan.Of(this);

    /// <param name="passwords">Tried after the empty one, if the file is encrypted.</param>
    /// <exception cref="PdfException"/>
    public static PdfFile Open(ReadOnlyMemory<byte> bytes, PdfLimits limits, IReadOnlyList<string> passwords)
    {
        var header = bytes.Span[..Math.Min(bytes.Length, FileSignature.HeaderWindow)].IndexOf("%PDF-"u8);
        if (header < 0 && (FileSignature.Name(bytes.Span) is not null || bytes.Span.IndexOf("endobj"u8) < 0))
        {
            throw new PdfFormatException(FileSignature.Describe(bytes.Span));
        }

        var file = new PdfFile(bytes, Math.Max(header, 0), limits, passwords);
        if (header < 0)
        {
            file.Faults.Add("The header %PDF is missing.");
        }

        if (new CrossReferenceReader(file).Read() is { } table)
        {
            file.objects.Clear();
            file.table = table;
            file.SetUpSecurity();
        }

        // Also where the table can be read but leads to no pages: it is that of another version of the file.
        if (!HasPages(file.Trailer))
        {
            file.Rebuild();
        }

        return file;
    }

    /// <summary>Takes the cross-reference table from a scan of the file.</summary>
    /// <returns>False when that has been done before.</returns>
    public bool Rebuild()
    {
        if (IsRebuilt)
        {
            return false;
        }

        IsRebuilt = true;
        Faults.Add(Bytes.Span.LastIndexOf("startxref"u8) < 0
            ? "The file has no cross-reference table, as one that was cut off; the objects that are there were found by a scan."
            : "The cross-reference table is missing or wrong; the objects were found by a scan of the file.");
        Forget();
        table = new CrossReferenceTable(Limits.MaximumObjects);
        foreach ((var number, var position) in Scan.Positions)
        {
            table.Replace(number, new CrossReference(CrossReferenceKind.InFile, position, 0));
        }

        // Trailers of older versions follow each other; one that was cut may lack what another tells.
        var enciphered = Scan.Trailers.LastOrDefault(trailer => trailer.Contains("Encrypt"));
        if (enciphered is not null)
        {
            table.Trailer = enciphered;
            SetUpSecurity();
        }

        AddObjectsOfStreams();
        table.Trailer = Scan.Trailers.LastOrDefault(HasPages) ?? TrailerOfCatalog() ?? PdfDictionary.Empty;
        return true;
    }

    /// <summary>The numbers of all objects that the file tells of, in the order in which they stand in it.</summary>
    public IEnumerable<int> NumbersInFileOrder() => table.Numbers
        .Select(number => (Number: number, Place: PlaceOf(number)))
        .OrderBy(item => item.Place)
        .ThenBy(item => item.Number)
        .Select(item => item.Number);

    public override PdfObject Resolve(PdfReference reference) => GetObject(reference.Number);

    public PdfObject GetObject(int number)
    {
        if (objects.TryGetValue(number, out var known))
        {
            return known;
        }

        if (resolving.Count >= Limits.MaximumDepth || !resolving.Add(number))
        {
            return PdfNull.Instance;
        }

        try
        {
            var value = Load(number);
            if (value is PdfReference further)
            {
                value = GetObject(further.Number);
            }

            objects[number] = value;
            return value;
        }
        finally
        {
            resolving.Remove(number);
        }
    }

    /// <summary>Reads the indirect object whose header starts at <paramref name="position"/>; null when there is none.</summary>
    public PdfObject? ReadIndirectObject(int position, out int number)
    {
        number = 0;
        var tokenizer = new PdfTokenizer(Bytes.Span, position);
        if (tokenizer.Read() != PdfTokenKind.Integer || tokenizer.Integer is <= 0 or > int.MaxValue)
        {
            return null;
        }

        number = (int)tokenizer.Integer;
        if (tokenizer.Read() != PdfTokenKind.Integer)
        {
            return null;
        }

        var generation = (int)Math.Clamp(tokenizer.Integer, 0, 65535);
        if (tokenizer.Read() != PdfTokenKind.Keyword || !tokenizer.Raw.StartsWith("obj"u8))
        {
            return null;
        }

        var parser = new ObjectParser(Bytes, tokenizer.TokenStart + 3, this, number, generation);
        var value = parser.ReadObject() ?? PdfNull.Instance;
        Budget.ChargeParsed(parser.Position - position);
        return value is PdfDictionary dictionary && parser.TryReadStreamKeyword(out var dataStart)
            ? new PdfStream(dictionary, this, dataStart, number, generation)
            : value;
    }

    public override ReadOnlyMemory<byte> FindStreamBytes(PdfStream stream, int dataStart)
    {
        var length = stream.Dictionary.GetLong("Length", -1);
        if (IsStreamEnd(dataStart, length))
        {
            return Bytes.Slice(dataStart, (int)length);
        }

        var rest = Bytes.Span[dataStart..];
        var end = rest.IndexOf("endstream"u8);
        if (end < 0)
        {
            end = rest.IndexOf("endobj"u8);
        }

        Budget.ChargeParsed(end < 0 ? rest.Length : end);
        if (end < 0)
        {
            return Bytes[dataStart..];
        }

        // The end of line before the keyword is no data.
        if (end > 0 && rest[end - 1] == '\n')
        {
            end--;
        }

        if (end > 0 && rest[end - 1] == '\r')
        {
            end--;
        }

        return Bytes.Slice(dataStart, end);
    }

    /// <summary>Whether a stream of this length is followed by <c>endstream</c>.</summary>
    public bool IsStreamEnd(int dataStart, long length)
    {
        if (length < 0 || length > Bytes.Length - dataStart)
        {
            return false;
        }

        var rest = Bytes.Span[(dataStart + (int)length)..];
        var space = 0;
        while (space < rest.Length && space < 4 && CharacterClass.IsWhiteSpace(rest[space]))
        {
            space++;
        }

        return rest[space..].StartsWith("endstream"u8) || rest[space..].StartsWith("endobj"u8);
    }

    public override ReadOnlyMemory<byte> Decipher(PdfStream stream, ReadOnlyMemory<byte> bytes, string? cryptFilter) =>
        security?.DecipherStream(stream, bytes, cryptFilter) ?? bytes;

    public override ReadOnlyMemory<byte> DecipherString(ReadOnlyMemory<byte> bytes, int number, int generation) =>
        security?.DecipherString(bytes, number, generation) ?? bytes;

    private static bool HasPages(PdfDictionary trailer) => trailer.GetDictionary("Root")?.GetDictionary("Pages") is not null;

    private void SetUpSecurity()
    {
        if (Trailer.GetDictionary("Encrypt") is { } dictionary)
        {
            security = SecurityHandler.Open(dictionary, Trailer, passwords);
            Forget();
        }
    }

    private void Forget()
    {
        objects.Clear();
        objectStreams.Clear();
    }

    private long PlaceOf(int number)
    {
        if (!table.TryGet(number, out var entry) || entry.Kind == CrossReferenceKind.Free)
        {
            return long.MaxValue;
        }

        // Objects of an object stream stand where it does, one after the other; a stream holds less than 2^20.
        return entry.Kind == CrossReferenceKind.InFile || !table.TryGet(entry.Position, out var stream)
            ? (long)entry.Position << 20
            : ((long)stream.Position << 20) + Math.Min(entry.Index, (1 << 20) - 1);
    }

    /// <summary>Where no trailer is left: one that names the last catalog of the file.</summary>
    private PdfDictionary? TrailerOfCatalog()
    {
        var catalog = NumbersInFileOrder().LastOrDefault(number => GetObject(number) is PdfDictionary dictionary
            && dictionary.GetName("Type") == "Catalog" && dictionary.GetDictionary("Pages") is not null);
        return catalog == 0 ? null : new PdfDictionary(["Root"], [new PdfReference(catalog, 0)], this);
    }

    private PdfObject Load(int number)
    {
        if (!table.TryGet(number, out var entry))
        {
            return PdfNull.Instance;
        }

        switch (entry.Kind)
        {
            case CrossReferenceKind.InObjectStream:
                return GetObjectStream(entry.Position)?.Get(number, entry.Index) ?? FindByScan(number);
            case CrossReferenceKind.InFile:
                if (entry.Position < Bytes.Length && ReadIndirectObject(entry.Position, out var found) is { } value && found == number)
                {
                    return value;
                }

                return FindByScan(number);
            default:
                return PdfNull.Instance;
        }
    }

    /// <summary>An object that does not stand where the cross-reference table says.</summary>
    private PdfObject FindByScan(int number)
    {
        if (!hasMisplacedObjects)
        {
            hasMisplacedObjects = true;
            Faults.Add("Objects do not stand where the cross-reference table says; they were looked for by a scan of the file.");
        }

        return Scan.Positions.TryGetValue(number, out var position)
            ? ReadIndirectObject(position, out _) ?? PdfNull.Instance
            : PdfNull.Instance;
    }

    private ObjectStream? GetObjectStream(int number)
    {
        if (objectStreams.TryGetValue(number, out var known))
        {
            return known;
        }

        var loaded = GetObject(number) is PdfStream stream ? new ObjectStream(this, stream) : null;
        objectStreams[number] = loaded;
        return loaded;
    }

    /// <summary>After a scan: the objects in object streams, unless the file defines them again further on.</summary>
    private void AddObjectsOfStreams()
    {
        foreach (var streamNumber in Scan.ObjectStreams)
        {
            if (GetObjectStream(streamNumber) is not { } stream)
            {
                continue;
            }

            var streamPosition = Scan.Positions[streamNumber];
            for (var index = 0; index < stream.Numbers.Length; index++)
            {
                var number = stream.Numbers[index];
                if (number > 0 && stream.Holds(index) &&
                    (!Scan.Positions.TryGetValue(number, out var position) || position < streamPosition))
                {
                    table.Replace(number, new CrossReference(CrossReferenceKind.InObjectStream, streamNumber, index));
                }
            }
        }

        // What was null while the table was being made may be something now.
        objects.Clear();
    }
}
