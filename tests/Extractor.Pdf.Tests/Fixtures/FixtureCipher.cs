namespace Extractor.Pdf.Tests.Fixtures;

/// <summary>Enciphers a built file (7.6), apart from the code under test.</summary>
internal abstract class FixtureCipher
{
    /// <summary>First element of /ID.</summary>
    public byte[] FileId { get; } = [.. Enumerable.Range(1, 16).Select(value => (byte)value)];

    /// <summary>The encryption dictionary in PDF syntax.</summary>
    public abstract string Dictionary { get; }

    /// <summary>Strings of an object's text, enciphered and written as hexadecimal strings.</summary>
    public abstract string EncipherStrings(string body, int number);

    /// <param name="entries">Entries of the stream's dictionary.</param>
    public abstract byte[] EncipherStream(byte[] data, string entries, int number);
}
