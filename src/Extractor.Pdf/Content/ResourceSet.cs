using System.Text;
using Extractor.Pdf.Fonts;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Content;

/// <summary>What an ExtGState dictionary (8.4.5) changes; null where it leaves things as they are.</summary>
internal sealed record StateChange(
    double? LineWidth, float? FillAlpha, float? StrokeAlpha, bool? IsPlain, bool? IsDashed, PdfFont? Font, double FontSize);

/// <summary>An XObject to be painted.</summary>
/// <param name="IsForm">Else it is an image.</param>
internal sealed record PaintableObject(PdfStream Stream, bool IsForm, bool IsVisible, bool IsWatermark);

/// <summary>A resource dictionary (7.8.3) whose entries are read once, found by the bytes of their names.</summary>
internal sealed class ResourceSet(PdfDictionary dictionary, DocumentResources document)
{
    private readonly NamedEntries<PdfFont> fonts = new();
    private readonly NamedEntries<PaintableObject> objects = new();
    private readonly NamedEntries<StateChange> states = new();
    private readonly NamedEntries<ColorFamilyEntry> colors = new();
    private readonly NamedEntries<PdfDictionary> properties = new();
    private readonly NamedEntries<PdfStream> patterns = new();

    public PdfDictionary Dictionary => dictionary;

    public PdfFont? Font(ReadOnlySpan<byte> name) => fonts.Find(name, this, static (set, key) =>
        set.Dictionary.GetDictionary("Font")?.GetDictionary(key) is { } font ? set.Document.Font(font) : null);

    public PaintableObject? Object(ReadOnlySpan<byte> name) => objects.Find(name, this, static (set, key) =>
        set.Dictionary.GetDictionary("XObject")?.GetStream(key) is { } stream ? set.ReadObject(stream) : null);

    public StateChange? State(ReadOnlySpan<byte> name) => states.Find(name, this, static (set, key) =>
        set.Dictionary.GetDictionary("ExtGState")?.GetDictionary(key) is { } state ? set.ReadState(state) : null);

    /// <summary>The entry of /Properties that a marked-content operator names.</summary>
    public PdfDictionary? Properties(ReadOnlySpan<byte> name) => properties.Find(name, this, static (set, key) =>
        set.Dictionary.GetDictionary("Properties")?.GetDictionary(key));

    /// <summary>The content of a tiling pattern (8.7.3); null for other patterns.</summary>
    public PdfStream? TilingPattern(ReadOnlySpan<byte> name) => name.IsEmpty ? null : patterns.Find(name, this, static (set, key) =>
        set.Dictionary.GetDictionary("Pattern")?.GetStream(key) is { } stream && stream.Dictionary.GetInteger("PatternType", 1) == 1
            ? stream
            : null);

    public ColorFamily Color(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("DeviceGray"u8) || name.SequenceEqual("DeviceRGB"u8) || name.SequenceEqual("DeviceCMYK"u8))
        {
            return ColorFamily.Device;
        }

        return colors.Find(name, this, static (set, key) => new ColorFamilyEntry(
            FamilyOf(set.Dictionary.GetDictionary("ColorSpace")?.Get(key) ?? new PdfName(key))))!.Family;
    }

    private DocumentResources Document => document;

    private static ColorFamily FamilyOf(PdfObject? space)
    {
        var name = space is PdfArray array ? array.GetName(0) : (space as PdfName)?.Value;
        return name switch
        {
            "DeviceGray" or "DeviceRGB" or "DeviceCMYK" or "CalGray" or "CalRGB" or "ICCBased" or "G" or "RGB" or "CMYK" =>
                ColorFamily.Device,
            "Separation" or "DeviceN" => ColorFamily.Tint,
            "Pattern" => ColorFamily.Pattern,
            _ => ColorFamily.Unknown,
        };
    }

    private PaintableObject? ReadObject(PdfStream stream)
    {
        var subtype = stream.Dictionary.GetName("Subtype");
        var isForm = subtype == "Form" || (subtype is null && stream.Dictionary.Contains("BBox"));
        if (!isForm && subtype != "Image")
        {
            return null;
        }

        // Acrobat marks what it adds as a watermark (private data of Adobe's Compound type).
        var isWatermark = isForm && stream.Dictionary.GetDictionary("PieceInfo")?.GetDictionary("ADBE_CompoundType")
            ?.GetName("Private") == "Watermark";
        return new PaintableObject(stream, isForm, document.Layers.IsVisible(stream.Dictionary.GetDictionary("OC")), isWatermark);
    }

    private StateChange ReadState(PdfDictionary state)
    {
        bool? isPlain = null;
        if (state.Contains("BM") || state.Contains("SMask"))
        {
            var mode = state.GetName("BM") ?? state.GetArray("BM")?.GetName(0) ?? "Normal";
            isPlain = mode is "Normal" or "Compatible" && state.Get("SMask") is not PdfDictionary;
        }

        PdfFont? font = null;
        double size = 0;
        if (state.GetArray("Font") is { Count: >= 2 } pair && pair.GetDictionary(0) is { } dictionary)
        {
            font = document.Font(dictionary);
            size = pair.GetNumber(1);
        }

        return new StateChange(
            state.Contains("LW") ? state.GetNumber("LW") : null,
            state.Contains("ca") ? (float)state.GetNumber("ca", 1) : null,
            state.Contains("CA") ? (float)state.GetNumber("CA", 1) : null,
            isPlain,
            state.GetArray("D") is { } dash ? dash.GetArray(0) is { Count: > 0 } : null,
            font,
            size);
    }

    private sealed record ColorFamilyEntry(ColorFamily Family);

    /// <summary>Entries by name, looked up by bytes without making a string when the name is known.</summary>
    private sealed class NamedEntries<T>
        where T : class
    {
        private const int LongestKept = 128;

        private Dictionary<string, T?>? entries;
        private byte[]? lastName;
        private T? lastValue;

        public T? Find(ReadOnlySpan<byte> name, ResourceSet set, Func<ResourceSet, string, T?> read)
        {
            // Content names the same thing many times in a row.
            if (lastName is not null && name.SequenceEqual(lastName))
            {
                return lastValue;
            }

            if (name.Length > LongestKept)
            {
                return read(set, StringEscapes.DecodeName(name));
            }

            entries ??= new(StringComparer.Ordinal);
            Span<char> key = stackalloc char[LongestKept];
            key = key[..Encoding.Latin1.GetChars(name, key)];
            if (!entries.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var value))
            {
                value = read(set, StringEscapes.DecodeName(name));
                entries.Add(key.ToString(), value);
            }

            if (lastName?.Length != name.Length)
            {
                lastName = new byte[name.Length];
            }

            name.CopyTo(lastName);
            lastValue = value;
            return value;
        }
    }
}
