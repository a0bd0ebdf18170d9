namespace Extractor.Fetching.Pages;

/// <summary>What bytes are, whatever their name and headers say.</summary>
public enum SniffedType
{
    Other,
    Pdf,
    Zip,
    Html,
}

/// <summary>Tells <see cref="SniffedType"/> from the first bytes.</summary>
public static class Sniffing
{
    /// <summary>Readers of PDF look for the header within this many bytes (ISO 32000-1, annex H.3, note 13).</summary>
    public const int Within = 1024;

    public static SniffedType Of(ReadOnlySpan<byte> start)
    {
        var head = start[..Math.Min(start.Length, Within)];
        if (head.IndexOf("%PDF-"u8) >= 0)
        {
            return SniffedType.Pdf;
        }

        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
        {
            return SniffedType.Zip;
        }

        var text = System.Text.Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return text.StartsWith('<')
            && (text.Contains("<html", StringComparison.OrdinalIgnoreCase) || text.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
                || text.Contains("<head", StringComparison.OrdinalIgnoreCase) || text.Contains("<body", StringComparison.OrdinalIgnoreCase)
                || text.Contains("<script", StringComparison.OrdinalIgnoreCase) || text.Contains("<meta", StringComparison.OrdinalIgnoreCase) || text.Contains("<title", StringComparison.OrdinalIgnoreCase))
            ? SniffedType.Html
            : SniffedType.Other;
    }
}
