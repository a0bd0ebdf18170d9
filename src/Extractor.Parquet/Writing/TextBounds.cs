using System.Text;

namespace Extractor.Parquet;

/// <summary>
/// Minima and maxima of long strings, cut so that statistics stay small. A minimum is cut to a prefix; a maximum to
/// a prefix whose last character is replaced by the next, so that it stays at or above every value. Both stay UTF-8.
/// </summary>
internal static class TextBounds
{
    /// <summary>Longer bounds are cut.</summary>
    private const int MaximumBytes = 64;

    public static (byte[] Bound, bool IsExact) OfMinimum(ReadOnlySpan<byte> value) =>
        value.Length <= MaximumBytes ? (value.ToArray(), true) : (Prefix(value).ToArray(), false);

    public static (byte[] Bound, bool IsExact) OfMaximum(ReadOnlySpan<byte> value)
    {
        if (value.Length <= MaximumBytes)
        {
            return (value.ToArray(), true);
        }

        for (var prefix = Prefix(value); !prefix.IsEmpty;)
        {
            Rune.DecodeLastFromUtf8(prefix, out var last, out var length);
            prefix = prefix[..^length];
            if (Next(last) is { } next)
            {
                Span<byte> replacement = stackalloc byte[4];
                return ([.. prefix, .. replacement[..next.EncodeToUtf8(replacement)]], false);
            }
        }

        // Nothing but the last code point there is: no shorter string lies above it.
        return (value.ToArray(), true);
    }

    /// <summary>The first bytes, ending with a whole character.</summary>
    private static ReadOnlySpan<byte> Prefix(ReadOnlySpan<byte> value)
    {
        var end = MaximumBytes;
        while ((value[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return value[..end];
    }

    private static Rune? Next(Rune rune) => rune.Value switch
    {
        0x10FFFF => null,
        0xD7FF => new Rune(0xE000),
        var value => new Rune(value + 1),
    };
}
