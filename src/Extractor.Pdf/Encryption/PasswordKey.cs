using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Extractor.Pdf.Encryption;

/// <summary>The file key of revisions 2 to 4 from a password (7.6.4.3 and 7.6.4.4 of ISO 32000-2).</summary>
[SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms",
    Justification = "The standard makes keys by MD5; nothing is protected by it here.")]
internal static class PasswordKey
{
    private static ReadOnlySpan<byte> Padding =>
    [
        0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
        0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
    ];

    /// <summary>The file key if the password is that of the user or of the owner, else null.</summary>
    public static byte[]? Find(EncryptionDictionary dictionary, ReadOnlySpan<byte> password)
    {
        var padded = Pad(password);
        foreach (var length in dictionary.KeyLengths)
        {
            var key = FindForUser(dictionary, padded, length) ??
                FindForUser(dictionary, UserPasswordOf(dictionary, padded, length), length);
            if (key is not null)
            {
                return key;
            }
        }

        return null;
    }

    /// <summary>Algorithm 2, and 6 to check the result.</summary>
    private static byte[]? FindForUser(EncryptionDictionary dictionary, ReadOnlySpan<byte> padded, int length)
    {
        var key = MakeKey(dictionary, padded, length);
        Span<byte> expected = stackalloc byte[32];
        if (dictionary.Revision == 2)
        {
            Rc4.Apply(key, Padding, expected);
            return expected.SequenceEqual(dictionary.User) ? key : null;
        }

        // Algorithm 5: only the first 16 bytes of /U mean something.
        var hashed = MD5.HashData([.. Padding, .. dictionary.FileId]);
        var check = expected[..16];
        Rc4.Apply(key, hashed, check);
        ApplyVaried(key, check, from: 1, to: 19);
        return check.SequenceEqual(dictionary.User.AsSpan(0, 16)) ? key : null;
    }

    private static byte[] MakeKey(EncryptionDictionary dictionary, ReadOnlySpan<byte> padded, int length)
    {
        var permissions = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(permissions, dictionary.Permissions);
        byte[] marker = dictionary.Revision >= 4 && !dictionary.EncryptsMetadata ? [0xFF, 0xFF, 0xFF, 0xFF] : [];
        var hash = MD5.HashData([.. padded, .. dictionary.Owner, .. permissions, .. dictionary.FileId, .. marker]);
        for (var round = 0; round < 50 && dictionary.Revision >= 3; round++)
        {
            hash = MD5.HashData(hash.AsSpan(0, length));
        }

        return hash[..length];
    }

    /// <summary>Algorithm 7: what the owner's password makes of /O is the user's.</summary>
    private static byte[] UserPasswordOf(EncryptionDictionary dictionary, ReadOnlySpan<byte> paddedOwner, int length)
    {
        var hash = MD5.HashData(paddedOwner);
        for (var round = 0; round < 50 && dictionary.Revision >= 3; round++)
        {
            hash = MD5.HashData(hash);
        }

        ReadOnlySpan<byte> key = hash.AsSpan(0, length);
        var password = new byte[32];
        if (dictionary.Revision == 2)
        {
            Rc4.Apply(key, dictionary.Owner, password);
        }
        else
        {
            dictionary.Owner.CopyTo(password, 0);
            ApplyVaried(key, password, from: 19, to: 0);
        }

        return password;
    }

    /// <summary>RC4 again and again, each byte of the key xored with the number of the round.</summary>
    private static void ApplyVaried(ReadOnlySpan<byte> key, Span<byte> data, int from, int to)
    {
        Span<byte> varied = stackalloc byte[16];
        varied = varied[..key.Length];
        var step = from <= to ? 1 : -1;
        for (var round = from; round != to + step; round += step)
        {
            for (var index = 0; index < key.Length; index++)
            {
                varied[index] = (byte)(key[index] ^ round);
            }

            Rc4.Apply(varied, data, data);
        }
    }

    private static byte[] Pad(ReadOnlySpan<byte> password)
    {
        var padded = new byte[32];
        var given = Math.Min(password.Length, 32);
        password[..given].CopyTo(padded);
        Padding[..(32 - given)].CopyTo(padded.AsSpan(given));
        return padded;
    }
}
