using System.Globalization;
using System.Text;

namespace Extractor.Site.Generating;

/// <summary>
/// Rows that wait on disk until all of their key have come. A key's rows lie in one of a fixed number of files; one file at a
/// time is read back, so that memory holds a part of the rows, however many there are.
/// </summary>
internal sealed class SpilledRows<T> : IDisposable
{
    private const int Parts = 128;

    private readonly string folder;
    private readonly Action<BinaryWriter, T> write;
    private readonly Func<BinaryReader, T> read;
    private readonly BinaryWriter?[] writers = new BinaryWriter?[Parts];

    /// <param name="folder">For these rows alone; the caller removes it.</param>
    public SpilledRows(string folder, Action<BinaryWriter, T> write, Func<BinaryReader, T> read)
    {
        this.folder = folder;
        this.write = write;
        this.read = read;
        Directory.CreateDirectory(folder);
    }

    public void Add(string key, T row)
    {
        var part = (int)(StableHash.Of(key) % Parts);
        var writer = writers[part] ??= new BinaryWriter(new FileStream(PathOf(part), FileMode.Create, FileAccess.Write, FileShare.None,
            32 * 1024), Encoding.UTF8);
        writer.Write(key);
        write(writer, row);
    }

    /// <summary>Every key with its rows as they were added; the order of the keys is always the same. To be asked for once.</summary>
    public IEnumerable<(string Key, IReadOnlyList<T> Rows)> Groups()
    {
        for (var part = 0; part < Parts; part++)
        {
            if (writers[part] is not { } writer)
            {
                continue;
            }

            writer.Dispose();
            writers[part] = null;
            foreach (var (key, rows) in ReadPart(part))
            {
                yield return (key, rows);
            }

            File.Delete(PathOf(part));
        }
    }

    public void Dispose()
    {
        foreach (var writer in writers)
        {
            writer?.Dispose();
        }
    }

    private SortedDictionary<string, List<T>> ReadPart(int part)
    {
        var groups = new SortedDictionary<string, List<T>>(StringComparer.Ordinal);
        using var stream = new FileStream(PathOf(part), FileMode.Open, FileAccess.Read, FileShare.Read, 256 * 1024);
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        while (stream.Position < stream.Length)
        {
            var key = reader.ReadString();
            if (!groups.TryGetValue(key, out var rows))
            {
                groups.Add(key, rows = []);
            }

            rows.Add(read(reader));
        }

        return groups;
    }

    private string PathOf(int part) => Path.Combine(folder, part.ToString("000", CultureInfo.InvariantCulture));
}
