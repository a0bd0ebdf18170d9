using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Encryption;

/// <summary>The entries of an encryption dictionary that a password is checked with (7.6.2, table 20; 7.6.4.2, table 21).</summary>
internal sealed record EncryptionDictionary
{
    private EncryptionDictionary()
    {
    }

    /// <summary>/V: 1 and 2 RC4, 4 crypt filters, 5 crypt filters with keys of 256 bits.</summary>
    public required int Version { get; init; }

    /// <summary>/R: 2 to 4 with MD5 and RC4, 5 and 6 with SHA-2 and AES.</summary>
    public required int Revision { get; init; }

    /// <summary>/O, 32 bytes, or 48 of revision 5 and later.</summary>
    public required byte[] Owner { get; init; }

    /// <summary>/U, 32 bytes, or 48 of revision 5 and later.</summary>
    public required byte[] User { get; init; }

    /// <summary>/OE, revision 5 and later.</summary>
    public required byte[] OwnerKey { get; init; }

    /// <summary>/UE, revision 5 and later.</summary>
    public required byte[] UserKey { get; init; }

    /// <summary>/P, as the 32 bits that are hashed.</summary>
    public required uint Permissions { get; init; }

    public required bool EncryptsMetadata { get; init; }

    /// <summary>First element of /ID of the trailer.</summary>
    public required byte[] FileId { get; init; }

    /// <summary>Lengths that the file key may have, in bytes, the likeliest first: writers disagree about /Length.</summary>
    public required IReadOnlyList<int> KeyLengths { get; init; }

    /// <exception cref="PdfEncryptedException">Another security handler, or one that is not published.</exception>
    public static EncryptionDictionary Of(PdfDictionary dictionary, PdfDictionary trailer)
    {
        var filter = dictionary.GetName("Filter") ?? "Standard";
        var version = dictionary.GetInteger("V");
        var revision = dictionary.GetInteger("R");
        if (filter != "Standard" || version is not (1 or 2 or 4 or 5) || revision is < 2 or > 6)
        {
            throw new PdfEncryptedException(
                $"The file is encrypted by the security handler {filter} (V {version}, R {revision}), which cannot be read with a " +
                $"password.");
        }

        var entryBytes = revision >= 5 ? 48 : 32;
        return new EncryptionDictionary
        {
            Version = version,
            Revision = revision,
            Owner = Bytes(dictionary.GetString("O"), entryBytes),
            User = Bytes(dictionary.GetString("U"), entryBytes),
            OwnerKey = Bytes(dictionary.GetString("OE"), 32),
            UserKey = Bytes(dictionary.GetString("UE"), 32),
            Permissions = unchecked((uint)dictionary.GetLong("P")),
            EncryptsMetadata = dictionary.GetBoolean("EncryptMetadata", true),
            FileId = trailer.GetArray("ID")?[0] is PdfString id ? id.Bytes.ToArray() : [],
            KeyLengths = [.. CandidateLengths(dictionary, version).Where(length => length is >= 5 and <= 16).Distinct()],
        };
    }

    private static IEnumerable<int> CandidateLengths(PdfDictionary dictionary, int version)
    {
        var stated = dictionary.GetInteger("Length", 40) / 8;
        if (version == 1)
        {
            yield return 5;
        }
        else if (version == 4)
        {
            yield return 16;
        }

        yield return stated;
        yield return 16;
        yield return 5;
    }

    private static byte[] Bytes(PdfString? value, int length)
    {
        var bytes = new byte[length];
        var given = value is null ? default : value.Bytes.Span;
        given[..Math.Min(given.Length, length)].CopyTo(bytes);
        return bytes;
    }
}
