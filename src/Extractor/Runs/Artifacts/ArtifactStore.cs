using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Extractor.Runs.Artifacts;

/// <summary>
/// What the stages leave, under names that tell what it was made from and by. An artifact is written beside, flushed
/// and moved into place, so it is there wholly or not at all, and any number of processes may write the same one.
/// An artifact that cannot be read back counts as not there.
/// </summary>
public sealed class ArtifactStore
{
    /// <summary>Half-written files of processes that are gone are cleared away after this time.</summary>
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromDays(1);

    private readonly string folder;
    private readonly string writing;
    private long written;

    private ArtifactStore(string folder)
    {
        this.folder = folder;
        writing = Path.Combine(folder, ".writing");
    }

    /// <summary>Opens a store, which is made where it is missing.</summary>
    /// <exception cref="OutputException">It cannot be made or written.</exception>
    public static ArtifactStore Open(string folder, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(clock);
        var store = new ArtifactStore(Path.GetFullPath(folder));
        OutputException.Guard(folder, () =>
        {
            Directory.CreateDirectory(store.writing);
            var abandoned = clock.GetUtcNow().UtcDateTime - AbandonedAfter;
            foreach (var path in Directory.GetFiles(store.writing).Where(path => File.GetLastWriteTimeUtc(path) < abandoned))
            {
                File.Delete(path);
            }
        });
        return store;
    }

    /// <returns>Null where it is not there, or cannot be read back.</returns>
    internal T? Read<T>(ArtifactKey key, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            using var file = new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            using var text = new GZipStream(file, CompressionMode.Decompress);
            return JsonSerializer.Deserialize(text, type);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    internal bool Contains(ArtifactKey key) => File.Exists(PathOf(key));

    /// <exception cref="OutputException">The disk is full, the store cannot be written.</exception>
    internal void Write<T>(ArtifactKey key, T artifact, JsonTypeInfo<T> type)
    {
        var path = PathOf(key);
        var number = Interlocked.Increment(ref written).ToString(CultureInfo.InvariantCulture);
        var beside = Path.Combine(writing, $"{Environment.MachineName}-{Environment.ProcessId}-{number}");
        OutputException.Guard(path, () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                using (var text = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
                {
                    JsonSerializer.Serialize(text, artifact, type);
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        });
    }

    private string PathOf(ArtifactKey key) => Path.Combine(folder, key.Stage, key.Name[..2], key.Name + ".json.gz");
}
