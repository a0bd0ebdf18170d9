using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Extractor.Normalizing.Ledger;

/// <summary>Identifiers are hashes of what they name, so that the same document gives the same ones on every machine.</summary>
internal static class StableId
{
    /// <summary>Hex digits kept of the SHA-256.</summary>
    private const int Length = 24;

    /// <summary>One a thread: to make one takes longer than to hash a few words.</summary>
    [ThreadStatic]
    private static IncrementalHash? hasher;

    public static string Of(params ReadOnlySpan<string> parts)
    {
        var size = parts.Length;
        foreach (var part in parts)
        {
            size += Encoding.UTF8.GetMaxByteCount(part.Length);
        }

        var rented = ArrayPool<byte>.Shared.Rent(size);
        var written = 0;
        for (var index = 0; index < parts.Length; index++)
        {
            if (index > 0)
            {
                rented[written++] = (byte)'\n';
            }

            written += Encoding.UTF8.GetBytes(parts[index], rented.AsSpan(written));
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var sha256 = hasher ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha256.AppendData(rented.AsSpan(0, written));
        sha256.GetHashAndReset(hash);
        ArrayPool<byte>.Shared.Return(rented);
        return Convert.ToHexStringLower(hash[..(Length / 2)]);
    }
}
