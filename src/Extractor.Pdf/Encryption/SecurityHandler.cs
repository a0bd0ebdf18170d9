using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Encryption;

/// <summary>How the data of a crypt filter are enciphered (7.6.6, table 25, /CFM).</summary>
internal enum CryptMethod : byte
{
    Identity,
    Rc4,

    /// <summary>AES with a key of 128 bits made for each object.</summary>
    AesV2,

    /// <summary>AES with the file key of 256 bits.</summary>
    AesV3,
}

/// <summary>The standard security handler (7.6.4): deciphers strings and streams.</summary>
internal sealed class SecurityHandler
{
    private const int AesBlock = 16;

    private readonly byte[] key;
    private readonly PdfDictionary dictionary;
    private readonly int version;
    private readonly bool encryptsMetadata;
    private readonly CryptMethod streams;
    private readonly CryptMethod strings;

    private SecurityHandler(EncryptionDictionary entries, PdfDictionary dictionary, byte[] key)
    {
        this.key = key;
        this.dictionary = dictionary;
        version = entries.Version;
        encryptsMetadata = entries.EncryptsMetadata;
        streams = version >= 4 ? MethodOf(dictionary.GetName("StmF") ?? "Identity") : CryptMethod.Rc4;
        strings = version >= 4 ? MethodOf(dictionary.GetName("StrF") ?? "Identity") : CryptMethod.Rc4;
    }

    public bool EnciphersStrings => strings != CryptMethod.Identity;

    /// <param name="passwords">Tried after the empty one.</param>
    /// <exception cref="PdfEncryptedException">No password opens the file, neither as the user's nor as the owner's.</exception>
    public static SecurityHandler Open(PdfDictionary dictionary, PdfDictionary trailer, IReadOnlyList<string> passwords)
    {
        var entries = EncryptionDictionary.Of(dictionary, trailer);
        foreach (var password in passwords.Prepend(string.Empty))
        {
            foreach (var bytes in FormsOf(password, entries.Revision))
            {
                if ((entries.Revision >= 5 ? PasswordKey256.Find(entries, bytes) : PasswordKey.Find(entries, bytes)) is { } key)
                {
                    return new SecurityHandler(entries, dictionary, key);
                }
            }
        }

        // 7.6.6: only embedded files are enciphered, the pages lie open.
        var locked = new SecurityHandler(entries, dictionary, []);
        return locked is { version: >= 4, streams: CryptMethod.Identity, strings: CryptMethod.Identity } && dictionary.Contains("EFF")
            ? locked
            : throw new PdfEncryptedException(passwords.Count == 0
                ? "The file is encrypted with a password that is not known; the empty password does not open it."
                : $"The file is encrypted with a password that is not known; neither the empty one nor any of {passwords.Count} opens it.");
    }

    /// <summary>
    /// UTF-8 from revision 5 on, of which 127 bytes count (7.6.4.3.2); before, a byte a character, or UTF-8 all the same.
    /// </summary>
    private static IEnumerable<byte[]> FormsOf(string password, int revision)
    {
        const int LongestPassword = 127;
        if (revision < 5)
        {
            yield return Encoding.Latin1.GetBytes(password);
        }

        if (revision >= 5 || password.Any(static character => character > '\u007F'))
        {
            var bytes = Encoding.UTF8.GetBytes(password);
            yield return bytes[..Math.Min(bytes.Length, LongestPassword)];
        }
    }

    public ReadOnlyMemory<byte> DecipherString(ReadOnlyMemory<byte> bytes, int number, int generation) =>
        Decipher(strings, bytes, number, generation);

    /// <param name="cryptFilter">The filter that the stream itself names, or null.</param>
    public ReadOnlyMemory<byte> DecipherStream(PdfStream stream, ReadOnlyMemory<byte> bytes, string? cryptFilter)
    {
        // 7.5.8.2: a cross-reference stream is never enciphered. 7.6.4.2: metadata are not where the dictionary says so.
        var type = (stream.Dictionary.RawGet("Type") as PdfName)?.Value;
        if (type == "XRef" || (type == "Metadata" && version >= 4 && !encryptsMetadata))
        {
            return bytes;
        }

        return Decipher(cryptFilter is null || version < 4 ? streams : MethodOf(cryptFilter), bytes, stream.Number, stream.Generation);
    }

    private CryptMethod MethodOf(string cryptFilter)
    {
        if (cryptFilter == "Identity")
        {
            return CryptMethod.Identity;
        }

        return dictionary.GetDictionary("CF")?.GetDictionary(cryptFilter)?.GetName("CFM") switch
        {
            "V2" => CryptMethod.Rc4,
            "AESV2" => CryptMethod.AesV2,
            "AESV3" => CryptMethod.AesV3,
            _ => CryptMethod.Identity,
        };
    }

    private ReadOnlyMemory<byte> Decipher(CryptMethod method, ReadOnlyMemory<byte> bytes, int number, int generation)
    {
        switch (method)
        {
            case CryptMethod.Rc4:
                var plain = new byte[bytes.Length];
                Rc4.Apply(ObjectKey(number, generation, isAes: false), bytes.Span, plain);
                return plain;
            case CryptMethod.AesV2:
                return DecipherAes(ObjectKey(number, generation, isAes: true), bytes.Span);
            case CryptMethod.AesV3 when key.Length == 32:
                return DecipherAes(key, bytes.Span);
            default:
                return bytes;
        }
    }

    /// <summary>Algorithm 1: the file key, the numbers of the object, and for AES four bytes more.</summary>
    [SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "The standard makes keys by MD5; nothing is protected by it here.")]
    private byte[] ObjectKey(int number, int generation, bool isAes)
    {
        Span<byte> material = stackalloc byte[key.Length + 9];
        key.CopyTo(material);
        var rest = material[key.Length..];
        Span<byte> little = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(little, number);
        little[..3].CopyTo(rest);
        BinaryPrimitives.WriteInt32LittleEndian(little, generation);
        little[..2].CopyTo(rest[3..]);
        "sAlT"u8.CopyTo(rest[5..]);
        return MD5.HashData(material[..(key.Length + (isAes ? 9 : 5))])[..Math.Min(key.Length + 5, 16)];
    }

    /// <summary>CBC with the initialization vector in front and padding behind (7.6.3.1); damaged padding is left in place.</summary>
    private static ReadOnlyMemory<byte> DecipherAes(byte[] key, ReadOnlySpan<byte> bytes)
    {
        var length = (bytes.Length - AesBlock) / AesBlock * AesBlock;
        if (length <= 0)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        using var aes = Aes.Create();
        aes.Key = key;
        var plain = aes.DecryptCbc(bytes.Slice(AesBlock, length), bytes[..AesBlock], PaddingMode.None);
        var padding = plain[^1];
        return padding is > 0 and <= AesBlock ? plain.AsMemory(0, plain.Length - padding) : plain;
    }
}
