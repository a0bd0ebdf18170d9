using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Filters;

/// <summary>The filters of a stream in the order in which they are undone (7.4, table 6).</summary>
internal readonly struct FilterChain
{
    /// <summary>More filters on one stream than any writer uses.</summary>
    private const int MostFilters = 8;

    private readonly PdfDictionary dictionary;
    private readonly bool isInline;
    private readonly int count;

    private FilterChain(PdfStream stream)
    {
        dictionary = stream.Dictionary;
        isInline = stream.IsInline;
        var filter = Entry("Filter", "F");
        var total = filter switch { PdfName => 1, PdfArray names => Math.Min(names.Count, MostFilters), _ => 0 };
        for (count = 0; count < total; count++)
        {
            var name = FilterName(count);
            if (name is "DCTDecode" or "JPXDecode" or "CCITTFaxDecode" or "JBIG2Decode")
            {
                ImageFilter = name;
                ImageParameters = Parameters(count);
                break;
            }

            if (name == "Crypt")
            {
                CryptFilter = Parameters(count)?.GetName("Name") ?? "Identity";
            }
        }
    }

    /// <summary>The filter of images at which undoing stops; null when all filters can be undone.</summary>
    public string? ImageFilter { get; }

    public PdfDictionary? ImageParameters { get; }

    /// <summary>The crypt filter that the stream names (7.4.10); null when it takes that of the document.</summary>
    public string? CryptFilter { get; }

    public static FilterChain Of(PdfStream stream) => new(stream);

    public ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> encoded, ObjectSource? file)
    {
        if (IsIdentity)
        {
            return encoded;
        }

        using var pooled = DecodePooled(encoded, file);
        return pooled.Span.ToArray();
    }

    public DecodedBytes DecodePooled(ReadOnlyMemory<byte> encoded, ObjectSource? file)
    {
        if (IsIdentity)
        {
            if (file is not null && encoded.Length > file.Budget.Decodable)
            {
                throw new PdfLimitException("The streams of the file are read over and over.");
            }

            file?.Budget.ChargeDecoded(encoded.Length);
            return new DecodedBytes(encoded);
        }

        var input = encoded;
        ByteSink? last = null;
        try
        {
            for (var index = 0; index < count; index++)
            {
                var name = FilterName(index);
                if (name == "Crypt")
                {
                    continue;
                }

                var maximum = (file?.Limits ?? PdfLimits.Default).MaximumStreamBytes;
                maximum = (int)Math.Min(maximum, file?.Budget.Decodable ?? maximum);
                var output = new ByteSink((int)Math.Min(input.Length * 4L, maximum), maximum);
                var consumed = last;
                last = output;
                try
                {
                    Undo(name, Parameters(index), input, output);
                }
                finally
                {
                    file?.Budget.ChargeDecoded(output.Length);
                    consumed?.Dispose();
                }

                input = output.WrittenMemory;
            }

            return last!.Detach();
        }
        finally
        {
            last?.Dispose();
        }
    }

    private bool IsIdentity
    {
        get
        {
            for (var index = 0; index < count; index++)
            {
                if (FilterName(index) != "Crypt")
                {
                    return false;
                }
            }

            return true;
        }
    }

    private static void Undo(string name, PdfDictionary? parameters, ReadOnlyMemory<byte> input, ByteSink output)
    {
        switch (name)
        {
            case "FlateDecode":
                FlateFilter.Decode(input, output);
                Predictor.Undo(parameters, output, 0);
                break;
            case "LZWDecode":
                LzwFilter.Decode(input.Span, output, parameters?.GetInteger("EarlyChange", 1) == 0 ? 0 : 1);
                Predictor.Undo(parameters, output, 0);
                break;
            case "ASCII85Decode":
                AsciiFilters.Decode85(input.Span, output);
                break;
            case "ASCIIHexDecode":
                AsciiFilters.DecodeHex(input.Span, output);
                break;
            case "RunLengthDecode":
                RunLengthFilter.Decode(input.Span, output);
                break;
            default:
                // An unknown filter: its data mean nothing.
                break;
        }
    }

    private string FilterName(int index)
    {
        var name = Entry("Filter", "F") switch
        {
            PdfName single => single.Value,
            PdfArray names => names.GetName(index) ?? string.Empty,
            _ => string.Empty,
        };

        // Abbreviations are for inline images (table 92), but some writers use them everywhere.
        return name switch
        {
            "AHx" => "ASCIIHexDecode",
            "A85" => "ASCII85Decode",
            "LZW" => "LZWDecode",
            "Fl" => "FlateDecode",
            "RL" => "RunLengthDecode",
            "CCF" => "CCITTFaxDecode",
            "DCT" => "DCTDecode",
            _ => name,
        };
    }

    private PdfDictionary? Parameters(int index) => Entry("DecodeParms", "DP") switch
    {
        PdfDictionary single when index == 0 => single,
        PdfArray list => list.GetDictionary(index),
        _ => null,
    };

    private PdfObject? Entry(string name, string abbreviation) =>
        dictionary.Get(name) ?? (isInline ? dictionary.Get(abbreviation) : null);
}
