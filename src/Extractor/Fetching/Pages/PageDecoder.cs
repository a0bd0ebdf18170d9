using System.Text;
using System.Text.RegularExpressions;

namespace Extractor.Fetching.Pages;

/// <summary>
/// The text of a page from its bytes. Order of evidence: byte order mark, then what the bytes themselves prove
/// (UTF-8 beyond ASCII is hardly ever an accident), then the header, then the page's own declaration.
/// GB2312 and GBK are read as GB18030, of which both are parts.
/// </summary>
public static partial class PageDecoder
{
    /// <summary>HTML: a declaration stands in the first 1024 bytes; real pages put comments before it.</summary>
    private const int DeclarationWithin = 8192;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <param name="declared">The charset of the Content-Type header; null where it names none.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared) => EncodingOf(bytes, declared).GetString(WithoutMark(bytes));

    /// <summary>The encoding that <see cref="Decode"/> reads with.</summary>
    public static Encoding EncodingOf(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode;
        }

        if (IsUtf8(bytes))
        {
            return Encoding.UTF8;
        }

        // Not UTF-8, whatever is declared: a page cut by a byte or two is still better read as what it says it is.
        var named = Named(declared) ?? Named(DeclaredInPage(bytes));
        return named is null or UTF8Encoding ? CountFaults(bytes, Encoding.UTF8) <= CountFaults(bytes, Gb18030) ? Encoding.UTF8 : Gb18030
            : named;
    }

    private static Encoding? Named(string? name)
    {
        switch (name?.Trim().Trim('"', '\'').ToUpperInvariant())
        {
            case null or "":
                return null;
            case "GB2312" or "GBK" or "GB18030" or "GB_2312-80" or "X-GBK" or "CP936" or "HZ-GB-2312":
                return Gb18030;
            case "UTF-8" or "UTF8":
                return Encoding.UTF8;
            case var other:
                try
                {
                    return CodePagesEncodingProvider.Instance.GetEncoding(other) ?? Encoding.GetEncoding(other);
                }
                catch (ArgumentException)
                {
                    return null;
                }
        }
    }

    private static string? DeclaredInPage(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationWithin)]);
        return Declaration().Match(head) is { Success: true } match ? match.Groups[1].Value : null;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            StrictUtf8.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static int CountFaults(ReadOnlySpan<byte> bytes, Encoding encoding) => encoding.GetString(bytes).AsSpan().Count('\uFFFD');

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => rest,
        [0xFF, 0xFE, .. var rest] => rest,
        [0xFE, 0xFF, .. var rest] => rest,
        _ => bytes,
    };

    [GeneratedRegex("""charset\s*=\s*["']?\s*([A-Za-z0-9_\-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();
}
