using System.Security.Cryptography;
using System.Text;

namespace Extractor.Normalizing.Lines;

/// <summary>Identifiers are hashes of what they name, so that the same document gives the same ones on every machine.</summary>
internal static class StableId
{
    /// <summary>Hex digits kept of the SHA-256.</summary>
    private const int Length = 24;

    public static string Of(params ReadOnlySpan<string> parts)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts!)));
        return Convert.ToHexStringLower(bytes.AsSpan(0, Length / 2));
    }
}
