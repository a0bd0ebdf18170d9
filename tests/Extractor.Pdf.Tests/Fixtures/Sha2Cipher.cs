using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Extractor.Pdf.Tests.Fixtures;

/// <summary>Revisions 5 and 6: AES of 256 bits (7.6.4.4.7 and following, algorithms 8 to 10).</summary>
internal sealed class Sha2Cipher(int revision, string user = "", string owner = "owner") : FixtureCipher
{
    private readonly byte[] fileKey = [.. Enumerable.Range(100, 32).Select(value => (byte)value)];

    public override string Dictionary
    {
        get
        {
            byte[] userSalts = [.. "validsltkey-salt"u8];
            byte[] ownerSalts = [.. "VALIDSLTKEY-SALT"u8];
            var userBytes = Encoding.UTF8.GetBytes(user);
            var ownerBytes = Encoding.UTF8.GetBytes(owner);
            byte[] userEntry = [.. Hash(userBytes, userSalts[..8], []), .. userSalts];
            byte[] ownerEntry = [.. Hash(ownerBytes, ownerSalts[..8], userEntry), .. ownerSalts];
            var userKey = Wrap(Hash(userBytes, userSalts[8..], []));
            var ownerKey = Wrap(Hash(ownerBytes, ownerSalts[8..], userEntry));
            byte[] permissions = [0xD4, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, (byte)(EncryptsMetadata ? 'T' : 'F'), .. "adbwxyz"u8];
            using var aes = Aes.Create();
            aes.Key = fileKey;
            return $"<< /Filter /Standard /V 5 /R {revision} /Length 256 /P -44 /O <{Convert.ToHexString(ownerEntry)}> /U " +
                $"<{Convert.ToHexString(userEntry)}> "
                + $"/OE <{Convert.ToHexString(ownerKey)}> /UE <{Convert.ToHexString(userKey)}> "
                + $"/Perms <{Convert.ToHexString(aes.EncryptEcb(permissions, PaddingMode.None))}> {CryptFilters("AESV3", 32)} >>";
        }
    }

    protected override byte[] Encipher(byte[] data, int number) => AesCbc(fileKey, data);

    private byte[] Wrap(byte[] key)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptCbc(fileKey, new byte[16], PaddingMode.None);
    }

    private byte[] Hash(byte[] password, byte[] salt, byte[] covered)
    {
        var hash = SHA256.HashData([.. password, .. salt, .. covered]);
        if (revision == 5)
        {
            return hash;
        }

        var round = 0;
        byte last = 0;
        while (round < 64 || last > round - 32)
        {
            byte[] repeated = [.. Enumerable.Repeat<byte[]>([.. password, .. hash, .. covered], 64).SelectMany(copy => copy)];
            using var aes = Aes.Create();
            aes.Key = hash[..16];
            var enciphered = aes.EncryptCbc(repeated, hash[16..32], PaddingMode.None);
            var number = new BigInteger(enciphered.AsSpan(0, 16), isUnsigned: true, isBigEndian: true);
            hash = (int)(number % 3) switch
            {
                0 => SHA256.HashData(enciphered),
                1 => SHA384.HashData(enciphered),
                _ =>
                SHA512.HashData(enciphered)
            };
            last = enciphered[^1];
            round++;
        }

        return hash[..32];
    }
}
