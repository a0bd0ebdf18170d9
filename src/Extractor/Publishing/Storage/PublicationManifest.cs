using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Extractor.Publishing.Datasets;

namespace Extractor.Publishing.Storage;

/// <summary>A partition of a publication.</summary>
/// <param name="Key">SHA-256 over all that its content depends on: equal keys stand for equal files.</param>
internal sealed record PublishedPartition(int? FiscalYear, string? ProvinceCode, int Documents, string Key);

/// <summary>A dataset in the manifest, with its files in the order of their paths.</summary>
internal sealed record ManifestDataset(string Name, long Rows, ImmutableArray<ManifestFile> Files);

/// <summary>A file in the manifest; the path is relative to the manifest.</summary>
/// <param name="RowGroups">As <see cref="PublishedFile.RowGroups"/>; null where the file is of one partition, or of none.</param>
internal sealed record ManifestFile(string Path, long Rows, long Bytes, string Sha256, IReadOnlyList<string>? RowGroups = null);

/// <summary><c>_manifest.json</c>: what a publication consists of, to the byte.</summary>
internal sealed record PublicationManifest(
    int SchemaVersion,
    string ExtractorVersion,
    ImmutableArray<ManifestDataset> Datasets,
    ImmutableArray<PublishedPartition> Partitions)
{
    public const string FileName = "_manifest.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static PublicationManifest Of(string extractorVersion, IEnumerable<PublishedFile> files,
        IEnumerable<PublishedPartition> partitions)
    {
        var byDataset = files.ToLookup(static file => file.Dataset, StringComparer.Ordinal);
        return new PublicationManifest(
            DatasetSchemas.Version,
            extractorVersion,
            [.. DatasetSchemas.All.Select(schema => new ManifestDataset(
                schema.Name,
                byDataset[schema.Name].Sum(static file => file.Rows),
                [.. byDataset[schema.Name].OrderBy(static file => file.Path, StringComparer.Ordinal).Select(static file =>
                    new ManifestFile(file.Path, file.Rows, file.Bytes, file.Sha256, file.RowGroups is [] ? null : file.RowGroups))]))],
            [.. partitions]);
    }

    /// <summary>The manifest of a folder; null where there is none.</summary>
    /// <exception cref="DamagedPublicationException">It cannot be read.</exception>
    /// <exception cref="PublishingException">It was written by a newer version of this program.</exception>
    public static PublicationManifest? TryRead(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) ? Read(File.ReadAllBytes(path), path) : null;
    }

    /// <param name="path">For the messages.</param>
    /// <exception cref="DamagedPublicationException">It cannot be read.</exception>
    /// <exception cref="PublishingException">It was written by a newer version of this program.</exception>
    public static PublicationManifest Read(ReadOnlySpan<byte> json, string path)
    {
        PublicationManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<PublicationManifest>(json, Json);
        }
        catch (JsonException exception)
        {
            throw new DamagedPublicationException($"'{path}' cannot be read: {exception.Message}", exception);
        }

        if (manifest is { SchemaVersion: > DatasetSchemas.Version })
        {
            throw new PublishingException($"'{path}' is of schema version {manifest.SchemaVersion}, and this program knows version " +
                $"{DatasetSchemas.Version}. Use a newer program, or another folder.");
        }

        return manifest is { Datasets.IsDefault: false, Partitions.IsDefault: false }
            ? manifest
            : throw new DamagedPublicationException($"'{path}' does not list datasets and partitions");
    }

    public void Write(string folder)
    {
        using var stream = new FileStream(Path.Combine(folder, FileName), FileMode.CreateNew, FileAccess.Write);
        JsonSerializer.Serialize(stream, this, Json);
        stream.Write("\n"u8);
        stream.Flush(flushToDisk: true);
    }
}
