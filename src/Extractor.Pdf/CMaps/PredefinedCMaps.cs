using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;

namespace Extractor.Pdf.CMaps;

/// <summary>
/// The predefined CMaps (ISO 32000-2, table 116) and the Unicode values of Adobe's character collections, from Adobe's
/// CMap resources as packed into cmaps.bin (see Data/README.md and Data/NOTICE.md). Each is unpacked when first asked for.
/// </summary>
internal static class PredefinedCMaps
{
    private const string ResourceName = "Extractor.Pdf.CMaps.Data.cmaps.bin";

    private static readonly Lazy<Dictionary<string, (int Offset, int Length)>> Directory = new(ReadDirectory);

    private static readonly Lazy<byte[]> Resource = new(ReadResource);

    private static readonly ConcurrentDictionary<string, CMap> CMaps = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, CharacterCollection> Collections = new(StringComparer.Ordinal);

    public static IEnumerable<string> Names => Directory.Value.Keys;

    /// <summary>A CMap by its name, such as GBK-EUC-H; null if it is not one of the predefined.</summary>
    public static CMap? Find(string name) => name switch
    {
        "Identity-H" => CMap.IdentityHorizontal,
        "Identity-V" => CMap.IdentityVertical,
        _ => Directory.Value.ContainsKey(name) ? CMaps.GetOrAdd(name, ReadCMap) : null,
    };

    /// <summary>A character collection by its ordering: GB1, CNS1, Japan1, Korea1, KR; null for others, such as Identity.</summary>
    public static CharacterCollection? FindCollection(string ordering) =>
        Directory.Value.ContainsKey(NameOfCollection(ordering)) ? Collections.GetOrAdd(ordering, ReadCollection) : null;

    private static CMap ReadCMap(string name)
    {
        var reader = new PackedReader(Unpack(name));
        var isVertical = reader.ReadNumber() == 1;
        var ordering = reader.ReadText();
        var parentName = reader.ReadText();
        var spaces = ReadRanges(ref reader);
        var ranges = ReadRanges(ref reader);
        return new CMap(name, isVertical, ordering, spaces, ranges, parentName.Length == 0 ? null : Find(parentName));
    }

    private static CodeRange[] ReadRanges(ref PackedReader reader)
    {
        var ranges = new CodeRange[reader.ReadNumber()];
        for (var i = 0; i < ranges.Length; i++)
        {
            ranges[i] = new CodeRange(reader.ReadNumber(), 0, 0);
        }

        var low = 0;
        for (var i = 0; i < ranges.Length; i++)
        {
            low += reader.ReadSignedNumber();
            ranges[i] = ranges[i] with { Low = (uint)low };
        }

        for (var i = 0; i < ranges.Length; i++)
        {
            ranges[i] = ranges[i] with { High = ranges[i].Low + (uint)reader.ReadNumber() };
        }

        var cid = 0;
        for (var i = 0; i < ranges.Length; i++)
        {
            cid += reader.ReadSignedNumber();
            ranges[i] = ranges[i] with { Cid = cid };
            cid += (int)(ranges[i].High - ranges[i].Low) + 1;
        }

        return ranges;
    }

    private static string NameOfCollection(string ordering) => "Adobe-" + ordering + "-UCS2";

    private static CharacterCollection ReadCollection(string ordering)
    {
        var reader = new PackedReader(Unpack(NameOfCollection(ordering)));
        var scalars = new int[reader.ReadNumber()];
        var scalar = 0;
        for (var cid = 0; cid < scalars.Length; cid++)
        {
            scalar += reader.ReadSignedNumber();
            scalars[cid] = scalar;
            scalar++;
        }

        var longTexts = new Dictionary<int, string>();
        for (var count = reader.ReadNumber(); count > 0; count--)
        {
            var cid = reader.ReadNumber();
            longTexts[cid] = reader.ReadText();
        }

        return new CharacterCollection(scalars, longTexts);
    }

    private static byte[] Unpack(string name)
    {
        var (offset, length) = Directory.Value[name];
        using var packed = new MemoryStream(Resource.Value, offset, length);
        using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        brotli.CopyTo(plain);
        return plain.ToArray();
    }

    private static Dictionary<string, (int Offset, int Length)> ReadDirectory()
    {
        var reader = new PackedReader(Resource.Value);
        var entries = new (string Name, int Length)[reader.ReadNumber()];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = (reader.ReadText(), reader.ReadNumber());
        }

        var offset = reader.Position;
        var directory = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        foreach (var (name, length) in entries)
        {
            directory[name] = (offset, length);
            offset += length;
        }

        return directory;
    }

    private static byte[] ReadResource()
    {
        using var stream = typeof(PredefinedCMaps).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The assembly lacks the resource {ResourceName}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Numbers of seven bits a byte, low part first; signed ones zigzag; texts as UTF-8 after their length.</summary>
    private ref struct PackedReader(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> bytes = bytes;

        public int Position { get; private set; }

        public int ReadNumber()
        {
            var number = 0;
            var shift = 0;
            byte b;
            do
            {
                b = bytes[Position++];
                number |= (b & 0x7F) << shift;
                shift += 7;
            }
            while (b >= 0x80);

            return number;
        }

        public int ReadSignedNumber()
        {
            var number = ReadNumber();
            return (int)((uint)number >> 1) ^ -(number & 1);
        }

        public string ReadText()
        {
            var length = ReadNumber();
            var text = Encoding.UTF8.GetString(bytes.Slice(Position, length));
            Position += length;
            return text;
        }
    }
}
