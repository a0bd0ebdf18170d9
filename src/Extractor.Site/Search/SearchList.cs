using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Extractor.Site.Generating;

namespace Extractor.Site.Search;

/// <summary>How much of a list there is; stands in <c>data/search/index.json</c>.</summary>
internal readonly record struct SearchListSize(string Name, int Items, int ItemsOfFile, int Shards);

/// <summary>
/// What can be found of one kind: <c>NAME/items/…</c> holds the entries, <c>NAME/pairs/…</c> tells for every pair of letters in
/// which entries it stands, the last entry first. A look-up reads the files of its pairs and of the entries it shows.
/// </summary>
internal sealed class SearchList : IDisposable
{
    /// <summary>Pairs wait on disk in this many files, by their hash.</summary>
    private const int Parts = 64;

    /// <summary>So many entries of a pair stand beside it; more are in files of their own.</summary>
    private const int EntriesBesidePair = 512;

    private const int EntriesOfFile = 16 * 1024;

    /// <summary>About what a shard is to hold.</summary>
    private const int BytesOfShard = 48 * 1024;
    private const int FilesOfFolder = 1000;

    private readonly string folder;
    private readonly string spill;
    private readonly string name;
    private readonly int itemsOfFile;
    private readonly int bytesOfPair;
    private readonly FileStream?[] parts = new FileStream?[Parts];
    private readonly HashSet<uint> pairs = [];
    private readonly ArrayBufferWriter<byte> buffer = new();
    private Utf8JsonWriter? items;
    private long bytesOfPairs;

    /// <param name="itemsOfFile">How many entries one file holds.</param>
    /// <param name="bytesOfPair">What a pair of an entry takes, about: a step, and its part of the pair, where few entries have it.</param>
    public SearchList(string folder, string spill, string name, int itemsOfFile, int bytesOfPair = 3)
    {
        this.folder = Path.Combine(folder, name);
        this.spill = Path.Combine(spill, name);
        this.name = name;
        this.itemsOfFile = itemsOfFile;
        this.bytesOfPair = bytesOfPair;
        Directory.CreateDirectory(this.spill);
    }

    /// <summary>So many entries were added: the number of the next one.</summary>
    public int Count { get; private set; }

    /// <summary>Entries that come later are found first.</summary>
    /// <param name="texts">What the entry is found by; a null is left empty.</param>
    /// <param name="link">Where it leads, values of the entry after its texts.</param>
    public void Add(IReadOnlyList<string?> texts, Action<Utf8JsonWriter> link)
    {
        items ??= Begin();
        items.WriteStartArray();
        items.WriteStartArray();
        pairs.Clear();
        foreach (var text in texts)
        {
            items.WriteStringValue(text ?? string.Empty);
            SearchText.CollectPairs(text ?? string.Empty, pairs);
        }

        items.WriteEndArray();
        link(items);
        items.WriteEndArray();
        foreach (var pair in pairs)
        {
            WritePair(pair);
        }

        if (++Count % itemsOfFile == 0)
        {
            EndFile();
        }
    }

    /// <summary>Writes the pairs. No entry can be added any more.</summary>
    public SearchListSize Complete()
    {
        EndFile();
        var shards = 1;
        while (shards < 1 << 16 && bytesOfPairs / shards > BytesOfShard)
        {
            shards *= 2;
        }

        for (var first = 0; first < Math.Min(Parts, shards); first++)
        {
            WriteShards(first, shards);
        }

        Directory.Delete(spill, recursive: true);
        return new SearchListSize(name, Count, itemsOfFile, shards);
    }

    public void Dispose()
    {
        items?.Dispose();
        foreach (var part in parts)
        {
            part?.Dispose();
        }
    }

    private static uint HashOf(uint pair) => StableHash.Of([(char)(pair >> 16), (char)pair]);

    private Utf8JsonWriter Begin()
    {
        var json = new Utf8JsonWriter(buffer, JsonFile.Options);
        json.WriteStartArray();
        return json;
    }

    private void EndFile()
    {
        if (items is null)
        {
            return;
        }

        items.WriteEndArray();
        items.Dispose();
        items = null;
        Write("items", (Count - 1) / itemsOfFile, buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }

    private void WritePair(uint pair)
    {
        var part = HashOf(pair) % Parts;
        var stream = parts[part] ??= new FileStream(Path.Combine(spill, part.ToString(CultureInfo.InvariantCulture)), FileMode.Create,
            FileAccess.ReadWrite, FileShare.None, 32 * 1024);
        stream.Write(MemoryMarshal.AsBytes<uint>([pair, (uint)Count]));
        bytesOfPairs += bytesOfPair;
    }

    /// <summary>The shards that the parts from <paramref name="first"/> on in steps of the number of shards belong to.</summary>
    private void WriteShards(int first, int shards)
    {
        var entries = new SortedDictionary<(uint Shard, uint Pair), List<uint>>();
        for (var part = first; part < Parts; part += Math.Min(Parts, shards))
        {
            foreach (var (pair, item) in ReadPart(part))
            {
                var key = (HashOf(pair) % (uint)shards, pair);
                if (!entries.TryGetValue(key, out var list))
                {
                    entries.Add(key, list = []);
                }

                list.Add(item);
            }
        }

        var ofShard = entries.ToLookup(static entry => entry.Key.Shard);
        for (var shard = first; shard < shards; shard += Parts)
        {
            Write("pairs", shard, Json(json =>
            {
                json.WriteStartObject();
                foreach (var ((_, pair), list) in ofShard[(uint)shard])
                {
                    WriteEntries(json, pair, list);
                }

                json.WriteEndObject();
            }));
        }
    }

    private IEnumerable<(uint Pair, uint Item)> ReadPart(int part)
    {
        if (parts[part] is not { } stream)
        {
            yield break;
        }

        stream.Position = 0;
        var bytes = new byte[64 * 1024];
        int read;
        while ((read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)) > 0)
        {
            for (var at = 0; at < read; at += 8)
            {
                yield return (BitConverter.ToUInt32(bytes, at), BitConverter.ToUInt32(bytes, at + 4));
            }
        }

        stream.Dispose();
        parts[part] = null;
    }

    /// <summary>
    /// <c>"招商": [12, [980, 3, 17, …]]</c>: the number of entries, then the last entry and the steps down from it; where there are
    /// many, <c>[20000, null, [[980, 20], …]]</c>: first and last entry of each file <c>NAME/long/SHARD/PAIR-N.json</c>.
    /// </summary>
    private void WriteEntries(Utf8JsonWriter json, uint pair, List<uint> list)
    {
        list.Reverse();
        json.WriteStartArray(string.Create(2, pair, static (span, value) => (span[0], span[1]) = ((char)(value >> 16), (char)value)));
        json.WriteNumberValue(list.Count);
        if (list.Count <= EntriesBesidePair)
        {
            WriteSteps(json, list);
        }
        else
        {
            json.WriteNullValue();
            json.WriteStartArray();
            var number = 0;
            foreach (var file in list.Chunk(EntriesOfFile))
            {
                json.WriteStartArray();
                json.WriteNumberValue(file[0]);
                json.WriteNumberValue(file[^1]);
                json.WriteEndArray();
                var path = Path.Combine(folder, "long", (HashOf(pair) % 256).ToString("x2", CultureInfo.InvariantCulture),
                    string.Create(CultureInfo.InvariantCulture, $"{pair:x8}-{number++}.json"));
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, Json(steps => WriteSteps(steps, file)));
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteSteps(Utf8JsonWriter json, IReadOnlyList<uint> list)
    {
        json.WriteStartArray();
        for (var at = 0; at < list.Count; at++)
        {
            json.WriteNumberValue(at == 0 ? list[0] : list[at - 1] - list[at]);
        }

        json.WriteEndArray();
    }

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonFile.Options))
        {
            write(json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private void Write(string kind, int number, ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(folder, kind, (number / FilesOfFolder).ToString(CultureInfo.InvariantCulture),
            number.ToString(CultureInfo.InvariantCulture) + ".json");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1);
        stream.Write(bytes);
    }
}
