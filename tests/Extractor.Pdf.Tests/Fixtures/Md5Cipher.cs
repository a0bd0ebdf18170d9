using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Extractor.Pdf.Tests.Fixtures;

/// <summary>Revisions 2 to 4: RC4 of 40 or 128 bits, or AES of 128 (7.6.4.4, algorithms 2 to 5).</summary>
[SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "The standard makes keys by MD5.")]
internal sealed class Md5Cipher : FixtureCipher
{
    private static readonly byte[] Padding =
        Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");

    private readonly int revision;
    private readonly int keyBytes;
    private readonly bool isAes;
    private readonly byte[] userPassword;
    private readonly byte[] owner;
    private byte[]? fileKey;

    public Md5Cipher(int revision, int keyBytes, bool isAes = false, string user = "", string owner = "owner")
    {
        this.revision = revision;
        this.keyBytes = keyBytes;
        this.isAes = isAes;
        userPassword = Padded(user);
        var hash = MD5.HashData(Padded(owner));
        for (var round = 0; round < 50 && revision >= 3; round++)
        {
            hash = MD5.HashData(hash);
        }

        this.owner = Rounds(hash[..keyBytes], userPassword);
    }

    public override string Dictionary
    {
        get
        {
            var user = revision == 2
                ? Rc4(Key, Padding)
                : [.. Rounds(Key, MD5.HashData([.. Padding, .. FileId])), .. new byte[16]];
            var version = revision switch { 2 => 1, 3 => 2, _ => 4 };
            var filters = revision == 4 ? CryptFilters(isAes ? "AESV2" : "V2", 16) : string.Empty;
            return $"<< /Filter /Standard /V {version} /R {revision} /Length {keyBytes * 8} /P -44 /O <{Convert.ToHexString(owner)}> /U " +
                $"<{Convert.ToHexString(user)}> {filters} >>";
        }
    }

    private byte[] Key => fileKey ??= MakeKey();

    protected override byte[] Encipher(byte[] data, int number)
    {
        byte[] salt = isAes ? [0x73, 0x41, 0x6C, 0x54] : [];
        var key = MD5.HashData([.. Key, (byte)number, (byte)(number >> 8), (byte)(number >> 16), 0, 0, .. salt])[..Math.Min(keyBytes + 5,
            16)];
        return isAes ? AesCbc(key, data) : Rc4(key, data);
    }

    private byte[] MakeKey()
    {
        byte[] marker = revision >= 4 && !EncryptsMetadata ? [255, 255, 255, 255] : [];
        var hash = MD5.HashData([.. userPassword, .. owner, 0xD4, 0xFF, 0xFF, 0xFF, .. FileId, .. marker]);
        for (var round = 0; round < 50 && revision >= 3; round++)
        {
            hash = MD5.HashData(hash[..keyBytes]);
        }

        return hash[..keyBytes];
    }

    private static byte[] Padded(string password) => [.. Encoding.Latin1.GetBytes(password), .. Padding[..(32 - password.Length)]];

    private byte[] Rounds(byte[] key, byte[] data)
    {
        for (var round = 0; round < (revision == 2 ? 1 : 20); round++)
        {
            data = Rc4([.. key.Select(value => (byte)(value ^ round))], data);
        }

        return data;
    }

    private static byte[] Rc4(byte[] key, byte[] data)
    {
        int[] box = [.. Enumerable.Range(0, 256)];
        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + box[i] + key[i % key.Length]) & 255;
            (box[i], box[j]) = (box[j], box[i]);
        }

        var output = new byte[data.Length];
        for (int index = 0, i = 0, j = 0; index < data.Length; index++)
        {
            i = (i + 1) & 255;
            j = (j + box[i]) & 255;
            (box[i], box[j]) = (box[j], box[i]);
            output[index] = (byte)(data[index] ^ box[(box[i] + box[j]) & 255]);
        }

        return output;
    }
}
