using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Extractor.Model.Layout;

namespace Extractor.Runs.Artifacts;

/// <summary>
/// Writes the values of an artifact one after the other, without names or types. A text is written where it comes first, and by its
/// number afterwards: most texts of a document are there several times.
/// </summary>
internal sealed class ArtifactWriter(Stream target)
{
    private const int BufferBytes = 32 * 1024;

    /// <summary>A number takes ten bytes at most, and a length one more.</summary>
    private const int MostBytesOfValue = 16;

    private readonly Dictionary<string, int> numberOfText = new(StringComparer.Ordinal);
    private readonly byte[] buffer = new byte[BufferBytes];
    private int length;

    /// <summary>Seven bits a byte; the sign is the lowest bit, so that small numbers of either sign are short.</summary>
    public void Number(long value) => Unsigned(Folded(value));

    public void NumberOrNull(int? value) => Unsigned(value is { } number ? Folded(number) + 1 : 0);

    public void Flag(bool value) => Unsigned(value ? 1u : 0u);

    public void Text(string? text)
    {
        if (text is null)
        {
            Unsigned(0);
            return;
        }

        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numberOfText, text, out var isKnown);
        if (isKnown)
        {
            Unsigned((uint)number);
            return;
        }

        // The next number says that the text follows.
        number = numberOfText.Count;
        Unsigned((uint)number);
        var bytes = Encoding.UTF8.GetByteCount(text);
        Unsigned((uint)bytes);
        if (bytes <= BufferBytes)
        {
            MakeRoom(bytes);
            length += Encoding.UTF8.GetBytes(text, buffer.AsSpan(length));
        }
        else
        {
            Flush();
            target.Write(Encoding.UTF8.GetBytes(text));
        }
    }

    public void Amount(decimal amount)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(amount, bits);

        // Scale and sign as they are, so that 1.10 stays 1.10.
        Unsigned((uint)bits[3]);
        Unsigned((uint)bits[0] | ((ulong)(uint)bits[1] << 32));
        Unsigned((uint)bits[2]);
    }

    public void AmountOrNull(decimal? amount)
    {
        Flag(amount is not null);
        if (amount is { } value)
        {
            Amount(value);
        }
    }

    /// <summary>A length that is rounded to hundredths of a point is so many of them; every other one is written in full.</summary>
    public void Length(double value)
    {
        var hundredths = (long)Math.Round(value * 100);
        if (BitConverter.DoubleToInt64Bits(hundredths / 100.0) == BitConverter.DoubleToInt64Bits(value) && Math.Abs(hundredths) < 1L << 60)
        {
            Unsigned(Folded(hundredths) << 1);
            return;
        }

        Unsigned(1);
        MakeRoom(sizeof(double));
        BinaryPrimitives.WriteDoubleLittleEndian(buffer.AsSpan(length), value);
        length += sizeof(double);
    }

    public void Box(Box box)
    {
        Length(box.Left);
        Length(box.Top);
        Length(box.Right);
        Length(box.Bottom);
    }

    public void BoxOrNull(Box? box)
    {
        Flag(box is not null);
        if (box is { } value)
        {
            Box(value);
        }
    }

    public void Single(float value)
    {
        MakeRoom(sizeof(float));
        BinaryPrimitives.WriteSingleLittleEndian(buffer.AsSpan(length), value);
        length += sizeof(float);
    }

    public void List<T>(ImmutableArray<T> items, Action<ArtifactWriter, T> write)
    {
        Unsigned((uint)items.Length);
        foreach (var item in items)
        {
            write(this, item);
        }
    }

    public void Texts(ImmutableArray<string> texts) => List(texts, static (writer, text) => writer.Text(text));

    /// <summary>Writes what is still held back.</summary>
    public void Flush()
    {
        target.Write(buffer, 0, length);
        length = 0;
    }

    private static ulong Folded(long value) => ((ulong)value << 1) ^ (ulong)(value >> 63);

    private void Unsigned(ulong value)
    {
        MakeRoom(MostBytesOfValue);
        while (value > 0x7F)
        {
            buffer[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        buffer[length++] = (byte)value;
    }

    private void MakeRoom(int bytes)
    {
        if (length + bytes > buffer.Length)
        {
            Flush();
        }
    }
}
