using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Filters;

/// <summary>A growing buffer of pooled memory into which a filter writes, bounded in size.</summary>
internal sealed class ByteSink : IDisposable
{
    private const int SmallestBuffer = 1024;

    private readonly int maximumLength;
    private byte[] buffer;

    public ByteSink(int sizeHint, int maximumLength)
    {
        this.maximumLength = maximumLength;
        buffer = BoundedPool<byte>.Rent(Math.Clamp(sizeHint, SmallestBuffer, Math.Max(SmallestBuffer, maximumLength)));
    }

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, Length);

    public Span<byte> WrittenBytes => buffer.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => buffer.AsMemory(0, Length);

    public void Write(byte value)
    {
        if (Length == buffer.Length)
        {
            Grow(1);
        }

        CheckLimit(1);
        buffer[Length++] = value;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        Advance(bytes.Length);
    }

    public void Fill(byte value, int count)
    {
        GetSpan(count)[..count].Fill(value);
        Advance(count);
    }

    /// <summary>Room for at least <paramref name="minimumLength"/> more bytes.</summary>
    public Span<byte> GetSpan(int minimumLength)
    {
        if (buffer.Length - Length < minimumLength)
        {
            Grow(minimumLength);
        }

        return buffer.AsSpan(Length);
    }

    /// <exception cref="PdfLimitException">The result is longer than allowed.</exception>
    public void Advance(int count)
    {
        CheckLimit(count);
        Length += count;
    }

    /// <summary>Drops what was written beyond <paramref name="length"/>.</summary>
    public void Truncate(int length) => Length = Math.Min(Length, length);

    /// <summary>Hands the buffer over; this sink is empty afterwards.</summary>
    public DecodedBytes Detach()
    {
        var result = new DecodedBytes(buffer, Length);
        buffer = [];
        Length = 0;
        return result;
    }

    public void Dispose()
    {
        if (buffer.Length > 0)
        {
            BoundedPool<byte>.Return(buffer);
        }

        buffer = [];
        Length = 0;
    }

    private void CheckLimit(int count)
    {
        if (count > maximumLength - Length)
        {
            throw new PdfLimitException($"A stream decodes to more than {maximumLength} bytes.");
        }
    }

    private void Grow(int minimumLength)
    {
        var wanted = Math.Max(Math.Max((long)buffer.Length * 2, SmallestBuffer), (long)Length + minimumLength);
        var larger = BoundedPool<byte>.Rent((int)Math.Min(wanted, Array.MaxLength));
        Written.CopyTo(larger);
        if (buffer.Length > 0)
        {
            BoundedPool<byte>.Return(buffer);
        }

        buffer = larger;
    }
}
