using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Extractor.Runs.Artifacts;

/// <summary>
/// What the stages leave, under names that tell what it was made from and by. An artifact is written beside and moved
/// into place, so a killed process leaves it wholly or not at all, and any number of processes may write the same one.
/// An artifact that cannot be read back counts as not there, and is made again: so none waits for the disk, which would
/// take longer than making it; what a power cut loses or tears is found out by its check sum. A mark tells how the store
/// is laid out; how an artifact is written is told by its name.
/// </summary>
public sealed class ArtifactStore
{
    /// <summary>Half-written files of processes that are gone are cleared away after this time.</summary>
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromDays(1);

    /// <summary>Raised when an older program would misunderstand the store.</summary>
    private const int Format = 1;

    private const string MarkName = "store.json";

    private readonly string folder;
    private readonly string writing;

    private ArtifactStore(string folder)
    {
        this.folder = folder;
        writing = Path.Combine(folder, ".writing");
    }

    /// <summary>Opens a store, which is made where it is missing.</summary>
    /// <exception cref="OutputException">It cannot be made or written, or a newer version of this program made it.</exception>
    public static ArtifactStore Open(string folder, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(clock);
        var store = new ArtifactStore(Path.GetFullPath(folder));
        var isMarked = store.CheckMark();
        OutputException.Guard(folder, () =>
        {
            Directory.CreateDirectory(store.writing);
            var abandoned = clock.GetUtcNow().UtcDateTime - AbandonedAfter;
            foreach (var path in Directory.GetFiles(store.writing).Where(path => File.GetLastWriteTimeUtc(path) < abandoned))
            {
                File.Delete(path);
            }

            if (!isMarked)
            {
                store.WriteWhole(Path.Combine(store.folder, MarkName), toDisk: true, static file =>
                    JsonSerializer.Serialize(file, new Mark(Format), ArtifactJson.Compact.Mark));
            }
        });
        return store;
    }

    /// <returns>Whether there is a mark.</returns>
    private bool CheckMark()
    {
        var path = Path.Combine(folder, MarkName);
        Mark? mark;
        try
        {
            mark = File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), ArtifactJson.Compact.Mark) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new OutputException($"'{path}' should tell the format of the store and cannot be read: {error.Message} Nothing was " +
                $"touched. Mend it, or name another folder with --store.", error);
        }

        return mark is not { Format: > Format }
            ? mark is not null
            : throw new OutputException($"the store '{folder}' has format {mark.Format}, and this program knows formats up to {Format}: " +
                $"a newer version wrote it. Nothing was touched. Use that version, or name another folder with --store.");
    }

    /// <returns>Null where it is not there, or cannot be read back.</returns>
    internal T? Read<T>(ArtifactKey key, ArtifactForm<T> form)
        where T : class => Read(key, source =>
        {
            var reader = new ArtifactReader(source);
            var artifact = form.Read(reader);
            reader.End();
            return artifact;
        });

    /// <inheritdoc cref="Read{T}(ArtifactKey, ArtifactForm{T})"/>
    internal T? Read<T>(ArtifactKey key, JsonTypeInfo<T> type)
        where T : class => Read(key, source => JsonSerializer.Deserialize(source, type));

    internal bool Contains(ArtifactKey key) => File.Exists(PathOf(key));

    /// <exception cref="OutputException">The disk is full, the store cannot be written.</exception>
    internal void Write<T>(ArtifactKey key, T artifact, ArtifactForm<T> form) => Write(key, toDisk: false, target =>
    {
        var writer = new ArtifactWriter(target);
        form.Write(writer, artifact);
        writer.Flush();
    });

    /// <summary>For what cannot be made again: it waits for the disk.</summary>
    /// <inheritdoc cref="Write{T}(ArtifactKey, T, ArtifactForm{T})"/>
    internal void Write<T>(ArtifactKey key, T artifact, JsonTypeInfo<T> type) => Write(key, toDisk: true, target =>
        JsonSerializer.Serialize(target, artifact, type));

    private T? Read<T>(ArtifactKey key, Func<Stream, T?> read)
        where T : class
    {
        var path = PathOf(key);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            using var source = new GZipStream(file, CompressionMode.Decompress);
            return read(source);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or JsonException)
        {
            return null;
        }
    }

    private void Write(ArtifactKey key, bool toDisk, Action<Stream> write)
    {
        var path = PathOf(key);
        OutputException.Guard(path, () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            WriteWhole(path, toDisk, file =>
            {
                using var target = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
                write(target);
            });
        });
    }

    private void WriteWhole(string path, bool toDisk, Action<Stream> write)
    {
        var beside = Path.Combine(writing, Path.GetRandomFileName());
        using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            write(file);
            file.Flush(toDisk);
        }

        File.Move(beside, path, overwrite: true);
    }

    private string PathOf(ArtifactKey key) => Path.Combine(folder, key.Stage, key.Name[..2], key.Name + ".gz");
}

/// <summary>What a store says of itself.</summary>
internal sealed record Mark(int Format);
