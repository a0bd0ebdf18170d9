using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Extractor.Model.Layout;

namespace Extractor.Runs.Artifacts;

/// <summary>Reads what <see cref="ArtifactWriter"/> wrote, in the same order. Equal texts are one object.</summary>
/// <remarks>What cannot have been written is an <see cref="InvalidDataException"/>.</remarks>
internal sealed class ArtifactReader(Stream source)
{
    private const int BufferBytes = 32 * 1024;

    /// <summary>Seven bits a byte.</summary>
    private const int MostBytesOfNumber = 10;

    /// <summary>Of a decimal number.</summary>
    private const int MostScale = 28;

    /// <summary>Room is made at once for so many items; what damaged bytes announce beyond has to come first.</summary>
    private const int MostExpectedItems = 1 << 16;

    private readonly List<string> texts = [];
    private byte[] buffer = new byte[BufferBytes];
    private int position;
    private int end;

    public long Number() => Unfolded(Unsigned());

    public int Int32() => ToInt32(Number());

    public int? Int32OrNull() => Unsigned() is var folded and not 0 ? ToInt32(Unfolded(folded - 1)) : null;

    public bool Flag() => Unsigned() != 0;

    public string Text() => TextOrNull() ?? throw new InvalidDataException("A text is missing.");

    public string? TextOrNull()
    {
        var number = Unsigned();
        if (number == 0)
        {
            return null;
        }

        if (number <= (ulong)texts.Count)
        {
            return texts[(int)number - 1];
        }

        if (number != (ulong)texts.Count + 1)
        {
            throw new InvalidDataException("A text is named that did not come before.");
        }

        var text = Encoding.UTF8.GetString(Bytes(ToInt32((long)Math.Min(Unsigned(), long.MaxValue))));
        texts.Add(text);
        return text;
    }

    public decimal Amount()
    {
        var flags = (uint)Unsigned();
        var low = Unsigned();
        var high = (uint)Unsigned();
        var scale = (flags >> 16) & 0xFF;
        return scale <= MostScale
            ? new decimal((int)low, (int)(low >> 32), (int)high, flags >> 31 != 0, (byte)scale)
            : throw new InvalidDataException("An amount has more decimals than there are.");
    }

    public decimal? AmountOrNull() => Flag() ? Amount() : null;

    public double Length()
    {
        var value = Unsigned();
        return (value & 1) == 0 ? Unfolded(value >> 1) / 100.0 : BinaryPrimitives.ReadDoubleLittleEndian(Bytes(sizeof(double)));
    }

    public Box Box() => new(Length(), Length(), Length(), Length());

    public Box? BoxOrNull() => Flag() ? Box() : null;

    public float Single() => BinaryPrimitives.ReadSingleLittleEndian(Bytes(sizeof(float)));

    public ImmutableArray<T> List<T>(Func<ArtifactReader, T> read)
    {
        var count = Unsigned();
        var items = ImmutableArray.CreateBuilder<T>((int)Math.Min(count, MostExpectedItems));
        for (ulong index = 0; index < count; index++)
        {
            items.Add(read(this));
        }

        return items.DrainToImmutable();
    }

    public ImmutableArray<string> Texts() => List(static reader => reader.Text());

    /// <summary>Nothing may follow; the check sum stands at the end.</summary>
    public void End()
    {
        if (position < end || source.ReadByte() >= 0)
        {
            throw new InvalidDataException("The artifact is longer than what it holds.");
        }
    }

    private static long Unfolded(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);

    private static int ToInt32(long value) => value is >= int.MinValue and <= int.MaxValue
        ? (int)value
        : throw new InvalidDataException($"{value} is too large a number.");

    private ulong Unsigned()
    {
        if (end - position < MostBytesOfNumber)
        {
            Fill(MostBytesOfNumber);
        }

        var value = 0UL;
        for (var shift = 0; shift < 7 * MostBytesOfNumber; shift += 7)
        {
            if (position == end)
            {
                break;
            }

            var part = buffer[position++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part <= 0x7F)
            {
                return value;
            }
        }

        throw new InvalidDataException("A number does not end.");
    }

    private ReadOnlySpan<byte> Bytes(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (end - position < count && !Fill(count))
        {
            throw new InvalidDataException("The artifact ends before its values do.");
        }

        position += count;
        return buffer.AsSpan(position - count, count);
    }

    /// <summary>Reads on until so many bytes wait; the buffer grows with what is there, not with what is announced.</summary>
    /// <returns>Whether there are so many.</returns>
    private bool Fill(int count)
    {
        buffer.AsSpan(position, end - position).CopyTo(buffer);
        (position, end) = (0, end - position);
        while (end < count)
        {
            if (end == buffer.Length)
            {
                Array.Resize(ref buffer, 2 * buffer.Length);
            }

            var read = source.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                return false;
            }

            end += read;
        }

        return true;
    }
}
