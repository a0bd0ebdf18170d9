using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Tests.Fixtures;

/// <summary>Enciphers a built file (7.6), apart from the code under test.</summary>
internal abstract class FixtureCipher
{
    /// <summary>First element of /ID.</summary>
    public byte[] FileId { get; } = [.. Enumerable.Range(1, 16).Select(value => (byte)value)];

    /// <summary>The encryption dictionary in PDF syntax.</summary>
    public abstract string Dictionary { get; }

    public bool EncryptsMetadata { get; init; } = true;

    /// <summary>/StrF is Identity: only streams are enciphered.</summary>
    public bool LeavesStrings { get; init; }

    /// <summary>/StmF and /StrF are Identity: only embedded files are enciphered (/EFF), of which there are none.</summary>
    public bool LeavesPages { get; init; }

    /// <summary>Strings of an object's text, enciphered and written as hexadecimal strings.</summary>
    public string EncipherStrings(string body, int number)
    {
        if (LeavesStrings || LeavesPages)
        {
            return body;
        }

        var source = PdfBuilder.Latin1(body);
        var tokenizer = new PdfTokenizer(source);
        var output = new StringBuilder();
        var copied = 0;
        while (tokenizer.Read() != PdfTokenKind.EndOfData)
        {
            if (tokenizer.Kind is PdfTokenKind.String or PdfTokenKind.HexString)
            {
                var plain = new byte[tokenizer.Raw.Length];
                var length = tokenizer.DecodeString(plain);
                output.Append(body, copied, tokenizer.TokenStart - copied);
                output.Append(CultureInfo.InvariantCulture, $"<{Convert.ToHexString(Encipher(plain[..length], number))}>");
                copied = tokenizer.Position;
            }
        }

        return output.Append(body, copied, body.Length - copied).ToString();
    }

    /// <param name="entries">Entries of the stream's dictionary.</param>
    public byte[] EncipherStream(byte[] data, string entries, int number)
    {
        var isClear = LeavesPages || entries.Contains("/Crypt", StringComparison.Ordinal)
            || (!EncryptsMetadata && entries.Contains("/Metadata", StringComparison.Ordinal));
        return isClear ? data : Encipher(data, number);
    }

    protected abstract byte[] Encipher(byte[] data, int number);

    protected string CryptFilters(string method, int length) =>
        $"/CF << /StdCF << /CFM /{method} /AuthEvent /DocOpen /Length {length} >> >> "
        + (LeavesPages ? "/StmF /Identity /StrF /Identity /EFF /StdCF " : $"/StmF /StdCF /StrF /{(LeavesStrings ? "Identity" : "StdCF")} ")
        + $"/EncryptMetadata {(EncryptsMetadata ? "true" : "false")}";

    /// <summary>A vector that is the same in every run.</summary>
    protected static byte[] AesCbc(byte[] key, byte[] data)
    {
        var vector = SHA256.HashData(data)[..16];
        using var aes = Aes.Create();
        aes.Key = key;
        return [.. vector, .. aes.EncryptCbc(data, vector)];
    }
}
