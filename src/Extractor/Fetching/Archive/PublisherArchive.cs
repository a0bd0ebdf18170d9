using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using Extractor.Fetching.Pages;
using Extractor.Fetching.Requests;

namespace Extractor.Fetching.Archive;

/// <summary>Another process harvests into the same archive.</summary>
public sealed class ArchiveInUseException(string message) : IOException(message);

/// <summary>
/// Everything that was ever got from one publisher: <c>documents/</c> and <c>pages/</c> by content, <c>warc/</c> as it went over
/// the wire, <c>known.jsonl</c> what is known of every address, <c>manifest.csv</c> the documents of today,
/// <c>harvest.json</c> the last harvest, and <c>journal.jsonl</c> while one is under way.
/// </summary>
public sealed class PublisherArchive : IDisposable
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true
    };

    private static readonly CsvWriterOptions ManifestFormat = new() { NewLine = "\n" };

    private static readonly string[] ManifestColumns =
        ["file", "division_code", "department_name", "fiscal_year", "source_url", "landing_url", "retrieved_at", "supersedes"];

    private readonly string root;
    private readonly FileStream inUse;
    private readonly string userAgent;
    private readonly string version;
    private readonly TimeProvider clock;
    private readonly Dictionary<string, PageReading> readings = new(StringComparer.Ordinal);
    private WarcFile? warc;

    private PublisherArchive(string root, FileStream inUse, string userAgent, string version, TimeProvider clock)
    {
        (this.root, this.inUse, this.userAgent, this.version, this.clock) = (root, inUse, userAgent, version, clock);
        Store = new ContentStore(root);
        Known = HarvestJournal.ReadKnown(KnownOf(root)).ToDictionary(static visit => visit.Url, StringComparer.Ordinal);
        var now = clock.GetUtcNow();
        Journal = HarvestJournal.Open(JournalPath,
            new JournalStart(now, $"{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture)}.warc.gz"));
        if (File.Exists(OpenWarcPath))
        {
            OpenWarc();
        }
    }

    public ContentStore Store { get; }

    /// <summary>By address, as the last finished harvest left it.</summary>
    public IReadOnlyDictionary<string, Visit> Known { get; }

    public HarvestJournal Journal { get; }

    private string JournalPath => Path.Combine(root, "journal.jsonl");

    private string WarcPath => Path.Combine(root, "warc", Journal.Start.WarcName);

    private string OpenWarcPath => WarcPath + ".open";

    public static string ManifestOf(string root) => Path.Combine(root, "manifest.csv");

    public static string KnownOf(string root) => Path.Combine(root, "known.jsonl");

    public static string LastHarvestOf(string root) => Path.Combine(root, "harvest.json");

    /// <exception cref="ArchiveInUseException">Another process is at it.</exception>
    public static PublisherArchive Open(string root, string userAgent, string version, TimeProvider clock)
    {
        Directory.CreateDirectory(Path.Combine(root, "warc"));
        FileStream inUse;
        try
        {
            // The system lets go of it when the process dies, however it dies.
            inUse = new FileStream(Path.Combine(root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw new ArchiveInUseException($"another harvest is writing to {root} ({error.Message})");
        }

        try
        {
            return new PublisherArchive(root, inUse, userAgent, version, clock);
        }
        catch
        {
            inUse.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        warc?.Dispose();
        Journal.Dispose();
        inUse.Dispose();
    }

    /// <summary>Writes the exchanges to the WARC file.</summary>
    /// <returns>Of the last one its payload's digest; null where there is none.</returns>
    public string? Keep(IReadOnlyList<Exchange> exchanges, Visit? known)
    {
        ArgumentNullException.ThrowIfNull(exchanges);
        if (exchanges.Count == 0)
        {
            return null;
        }

        warc ??= OpenWarc();
        string? digest = null;
        foreach (var exchange in exchanges)
        {
            var earlier = known is { PayloadDigest: { } payload, AnsweredAt: { } at } &&
                exchange.Address.AbsoluteUri == (known.KeptUrl ?? known.Url) ? new EarlierAnswer(at, payload) : null;
            (digest, _) = warc.Append(exchange, earlier);
        }

        return digest;
    }

    /// <summary>What a page led to; kept with what is known of its address when the harvest ends.</summary>
    public void Remember(string url, PageReading reading) => readings[url] = reading;

    /// <summary>The latest that is known: of this harvest, else of those before.</summary>
    public PageReading? ReadingOf(string url) => readings.GetValueOrDefault(url) ?? Known.GetValueOrDefault(url)?.Reading;

    public void Add(Visit visit, bool isNew)
    {
        warc?.Flush(isNew);
        Journal.Add(visit with { WarcLength = warc?.Length ?? 0 }, isNew);
    }

    /// <summary>
    /// A harvest that a limit stopped: what it has is usable, and the next harvest goes on from its journal.
    /// </summary>
    public void Settle<T>(T harvest, IEnumerable<Visit> current, Func<Visit, KeptDocument, DocumentHint?> hintOf)
    {
        WriteManifest(current, hintOf);
        HarvestJournal.Replace(LastHarvestOf(root), stream => JsonSerializer.Serialize(stream, harvest, Readable));
    }

    /// <summary>Ends the harvest. Each step leaves what a repetition needs; the journal goes last.</summary>
    public void Complete<T>(T harvest, IEnumerable<Visit> current, Func<Visit, KeptDocument, DocumentHint?> hintOf)
    {
        warc?.Dispose();
        warc = null;
        if (File.Exists(OpenWarcPath))
        {
            File.Move(OpenWarcPath, WarcPath, overwrite: true);
        }

        if (Journal.Done.Count > 0 || readings.Count > 0)
        {
            var all = new Dictionary<string, Visit>(Known, StringComparer.Ordinal);
            foreach (var (url, visit) in Journal.Done)
            {
                all[url] = visit;
            }

            HarvestJournal.WriteKnown(
                KnownOf(root),
                all.Values.OrderBy(static visit => visit.Url, StringComparer.Ordinal)
                    .Select(visit => ReadingOf(visit.Url) is { } reading && reading != visit.Reading ? visit with { Reading = reading }
                        : visit));
        }

        Settle(harvest, current, hintOf);
        Journal.Dispose();
        File.Delete(JournalPath);
    }

    public T? LastHarvest<T>()
        where T : class
    {
        var path = LastHarvestOf(root);
        return File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(path)) : null;
    }

    private WarcFile OpenWarc()
    {
        var name = Journal.Start.WarcName;
        var whole = Journal.Done.Values.Select(static visit => visit.WarcLength).DefaultIfEmpty(0).Max();
        if (File.Exists(WarcPath))
        {
            // Killed while it ended, and something is to be asked after all: the records go on in the finished file.
            File.Move(WarcPath, OpenWarcPath);
        }

        warc = WarcFile.Open(OpenWarcPath, whole);
        if (warc.Length == 0)
        {
            warc.AppendInfo(name, Journal.Start.StartedAt, userAgent, version);
        }

        return warc;
    }

    private void WriteManifest(IEnumerable<Visit> current, Func<Visit, KeptDocument, DocumentHint?> hintOf) =>
        HarvestJournal.Replace(ManifestOf(root), stream =>
    {
        using var csv = CsvWriter.Create(stream, ManifestFormat, leaveOpen: true);
        csv.WriteRecord(ManifestColumns);
        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var visit in current.OrderBy(static visit => visit.Url, StringComparer.Ordinal))
        {
            foreach (var document in visit.Documents.Where(document => listed.Add(document.Place)))
            {
                var hint = hintOf(visit, document);
                csv.WriteRecord((string?[])
                [
                    document.Place["documents/".Length..],
                    hint?.DivisionCode,
                    hint?.DepartmentName,
                    hint?.FiscalYear?.ToString(CultureInfo.InvariantCulture),
                    document.Entry is null ? visit.Url : $"{visit.Url}#{Uri.EscapeDataString(document.Entry)}",
                    visit.Hint?.Landing,
                    visit.AnsweredAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                    visit.Documents.Length == 1 ? visit.Superseded.FirstOrDefault() : null,
                ]);
            }
        }
    });
}
