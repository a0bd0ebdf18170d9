using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Extractor.Fetching;

/// <summary>
/// One share of work that several processes divide between them, as in <c>3/16</c>. A name - of a host, of a file's
/// place - belongs to one share, the same in every process and run: the shares need to know nothing of each other.
/// </summary>
public sealed record Shard
{
    private const int MostShards = 100_000;

    private Shard(int number, int count)
    {
        Number = number;
        Count = count;
    }

    /// <summary>From 1 to <see cref="Count"/>.</summary>
    public int Number { get; }

    public int Count { get; }

    public bool Takes(string name) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name))) % (ulong)Count == (ulong)(Number - 1);

    /// <param name="text">Number and count with a slash: <c>3/16</c>.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Shard? shard)
    {
        ArgumentNullException.ThrowIfNull(text);
        shard = text.Split('/') is [var number, var count]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var one)
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var all)
            && one >= 1 && one <= all && all <= MostShards
                ? new Shard(one, all)
                : null;
        return shard is not null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");
}
