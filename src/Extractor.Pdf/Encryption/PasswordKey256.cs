using System.Security.Cryptography;

namespace Extractor.Pdf.Encryption;

/// <summary>The file key of revisions 5 (Adobe's extension level 3) and 6 from a password (7.6.4.3.3).</summary>
internal static class PasswordKey256
{
    private const int HashBytes = 32;
    private const int SaltBytes = 8;

    /// <summary>The file key if the password is that of the user or of the owner, else null.</summary>
    public static byte[]? Find(EncryptionDictionary dictionary, ReadOnlySpan<byte> password)
    {
        // Algorithm 2.A: the owner's hash covers /U as well.
        ReadOnlySpan<byte> user = dictionary.User;
        ReadOnlySpan<byte> owner = dictionary.Owner;
        return FindIn(dictionary.Revision, password, user, [], dictionary.UserKey)
            ?? FindIn(dictionary.Revision, password, owner, user, dictionary.OwnerKey);
    }

    /// <param name="entry">/U or /O: hash, validation salt, key salt.</param>
    private static byte[]? FindIn(int revision, ReadOnlySpan<byte> password, ReadOnlySpan<byte> entry, ReadOnlySpan<byte> covered,
        byte[] enciphered)
    {
        var validationSalt = entry.Slice(HashBytes, SaltBytes);
        var keySalt = entry.Slice(HashBytes + SaltBytes, SaltBytes);
        if (!Hash(revision, password, validationSalt, covered).AsSpan().SequenceEqual(entry[..HashBytes]))
        {
            return null;
        }

        using var aes = Aes.Create();
        aes.Key = Hash(revision, password, keySalt, covered);
        return aes.DecryptCbc(enciphered, new byte[16], PaddingMode.None);
    }

    /// <summary>SHA-256 of revision 5; algorithm 2.B of revision 6.</summary>
    private static byte[] Hash(int revision, ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> covered)
    {
        var hash = SHA256.HashData([.. password, .. salt, .. covered]);
        if (revision < 6)
        {
            return hash;
        }

        using var aes = Aes.Create();
        for (var round = 0; ; round++)
        {
            byte[] once = [.. password, .. hash, .. covered];
            var repeated = new byte[once.Length * 64];
            for (var copy = 0; copy < 64; copy++)
            {
                once.CopyTo(repeated, copy * once.Length);
            }

            aes.Key = hash[..16];
            var enciphered = aes.EncryptCbc(repeated, hash.AsSpan(16, 16), PaddingMode.None);

            // The first 16 bytes as a number modulo 3: as 256 is 1 modulo 3, the sum of the bytes will do.
            var sum = 0;
            foreach (var value in enciphered.AsSpan(0, 16))
            {
                sum += value;
            }

            hash = (sum % 3) switch
            {
                0 => SHA256.HashData(enciphered),
                1 => SHA384.HashData(enciphered),
                _ => SHA512.HashData(enciphered),
            };
            if (round >= 63 && enciphered[^1] <= round + 1 - 32)
            {
                return hash[..HashBytes];
            }
        }
    }
}
