namespace Extractor.Pdf.Encryption;

/// <summary>The RC4 stream cipher, which ISO 32000-1 (7.6.2) demands of readers; enciphering and deciphering are one.</summary>
internal static class Rc4
{
    public static void Apply(ReadOnlySpan<byte> key, ReadOnlySpan<byte> input, Span<byte> output)
    {
        Span<byte> state = stackalloc byte[256];
        for (var index = 0; index < 256; index++)
        {
            state[index] = (byte)index;
        }

        byte second = 0;
        for (var index = 0; index < 256; index++)
        {
            second += (byte)(state[index] + key[index % key.Length]);
            (state[index], state[second]) = (state[second], state[index]);
        }

        byte first = 0;
        second = 0;
        for (var index = 0; index < input.Length; index++)
        {
            first++;
            second += state[first];
            (state[first], state[second]) = (state[second], state[first]);
            output[index] = (byte)(input[index] ^ state[(byte)(state[first] + state[second])]);
        }
    }
}
