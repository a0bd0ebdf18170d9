using System.Text.Json;
using Extractor.Fetching;
using Extractor.Fetching.Archive;
using Extractor.Fetching.Harvesting;
using Extractor.Model.Documents;

namespace Extractor.Runs.Definitions;

/// <summary>A publisher's archive as a source: the documents of its last finished harvest.</summary>
internal static class HarvestedSource
{
    private static readonly ManifestColumns Columns = new(
        "file", "division_code", "department_name", "fiscal_year", "source_url", "landing_url", "retrieved_at", "supersedes");

    public static FolderSource? Read(
        MappingReader source, YamlText archive, string? name, string folder, string shown, ICollection<DefinitionFault> faults)
    {
        var manifest = PublisherArchive.ManifestOf(folder);
        var last = PublisherArchive.LastHarvestOf(folder);
        if (!File.Exists(manifest) || !File.Exists(last))
        {
            source.Fault(archive.Line, $"'{archive.Value}' holds no finished harvest ({folder}); 'extractor fetch' makes one");
            return null;
        }

        try
        {
            var harvest = JsonSerializer.Deserialize<PublisherHarvest>(File.ReadAllBytes(last));
            var documents = Path.Combine(folder, "documents");
            Directory.CreateDirectory(documents);
            return harvest is null
                ? null
                : new FolderSource(
                    name ?? Path.GetFileName(folder),
                    documents,
                    [],
                    DocumentRequest.Unknown,
                    FolderManifest.Read(manifest, PublisherArchive.ManifestOf(shown), Columns, faults),
                    [],
                    harvest)
                {
                    Nights = HarvestNights.Read(folder),
                };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            source.Fault(archive.Line, $"the harvest in '{archive.Value}' cannot be read: {error.Message}");
            return null;
        }
    }
}
