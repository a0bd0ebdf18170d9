using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Extractor.Fetching.Archive;

/// <summary>The first line of a journal.</summary>
public sealed record JournalStart(DateTimeOffset StartedAt, string WarcName);

/// <summary>
/// What the harvest under way has done: one line an address, written after everything that the line speaks of.
/// A harvest that was killed goes on from the last whole line; what it did after that is done again, to the same bytes.
/// </summary>
public sealed class HarvestJournal : IDisposable
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FileStream file;

    private HarvestJournal(FileStream file, JournalStart start, Dictionary<string, Visit> done, bool isResumed)
    {
        this.file = file;
        Start = start;
        this.done = done;
        IsResumed = isResumed;
    }

    private readonly Dictionary<string, Visit> done;

    public JournalStart Start { get; }

    /// <summary>By address, in the order of the journal.</summary>
    public IReadOnlyDictionary<string, Visit> Done => done;

    public bool IsResumed { get; }

    public static HarvestJournal Open(string path, JournalStart fresh)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var lines = WholeLines(file, out var length);
        file.SetLength(length);
        file.Seek(0, SeekOrigin.End);
        var done = new Dictionary<string, Visit>(StringComparer.Ordinal);
        if (lines.Count == 0)
        {
            var journal = new HarvestJournal(file, fresh, done, false);
            journal.WriteLine(fresh, toDisk: true);
            return journal;
        }

        foreach (var line in lines.Skip(1))
        {
            var visit = JsonSerializer.Deserialize<Visit>(line)!;
            done[visit.Url] = visit;
        }

        return new HarvestJournal(file, JsonSerializer.Deserialize<JournalStart>(lines[0])!, done, true);
    }

    public void Add(Visit visit, bool toDisk)
    {
        ArgumentNullException.ThrowIfNull(visit);
        WriteLine(visit, toDisk);
        done[visit.Url] = visit;
    }

    public void Dispose() => file.Dispose();

    public static IEnumerable<Visit> ReadKnown(string path) =>
        File.Exists(path) ? File.ReadLines(path).Select(static line => JsonSerializer.Deserialize<Visit>(line)!) : [];

    public static void WriteKnown(string path, IEnumerable<Visit> visits) => Replace(path, stream =>
    {
        foreach (var visit in visits)
        {
            JsonSerializer.Serialize(stream, visit, Compact);
            stream.WriteByte((byte)'\n');
        }
    });

    /// <summary>A file under its name is the old one or the new one, never a part of one.</summary>
    public static void Replace(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var temporary = path + ".new";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    private void WriteLine<T>(T value, bool toDisk)
    {
        file.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Compact) + "\n"));
        file.Flush(toDisk);
    }

    /// <summary>A line without its end was being written when the process died.</summary>
    private static List<string> WholeLines(FileStream file, out long length)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        length = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        return [.. Encoding.UTF8.GetString(bytes, 0, (int)length).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
