using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Extractor.Model.Documents;

namespace Extractor.Runs.Artifacts;

/// <summary>The name of an artifact: equal names stand for equal content.</summary>
/// <param name="Stage">The folder of the store.</param>
/// <param name="Name">Starts with the document's hash.</param>
internal readonly record struct ArtifactKey(string Stage, string Name)
{
    public override string ToString() => $"{Stage}/{Name}";
}

/// <summary>
/// The keys of a run's artifacts. A stage is known by its sources, so that a change of them makes its artifacts, and those of the
/// stages behind it, stale.
/// </summary>
/// <param name="passwords">What opens files that the empty password does not: with others, other files can be read.</param>
internal sealed class ArtifactKeys(string mapsHash, IReadOnlyList<string>? passwords = null)
{
    private readonly string opening = passwords is { Count: > 0 } ? $"-{Short(string.Join('\n', passwords))}" : string.Empty;

    private static readonly string Extracting = SourcesOf(nameof(Extracting));
    private static readonly string Normalizing = SourcesOf(nameof(Normalizing));
    private static readonly string Publishing = SourcesOf(nameof(Publishing));

    /// <summary>Depends on the bytes, and on what opens them.</summary>
    public ArtifactKey Extracted(DocumentId id) => new("extracted", $"{id}-{Extracting}{opening}");

    /// <summary>Depends on the bytes, the maps, and on what is known of the file besides its bytes.</summary>
    public ArtifactKey Normalized(FetchedFile file) => new("normalized", $"{file.Id}-{Normalizing}-{Short(MeaningOf(file))}");

    /// <summary>What a run has to know of a document when nothing of it is stale.</summary>
    public ArtifactKey Outcome(FetchedFile file) => Normalized(file) with { Stage = "outcomes" };

    /// <summary>Equal keys stand for equal published rows of the file; short, since a run holds one for every document.</summary>
    /// <param name="failure">Why there is no artifact; null where there is one.</param>
    public string Published(FetchedFile file, string? failure) => Short($"{Normalized(file).Name}\n{Publishing}\n{failure}");

    /// <summary>The definition's last run: its files by place.</summary>
    public static ArtifactKey LastRun(string definition) => new("runs", Short(definition) + ".json");

    private string MeaningOf(FetchedFile file) => string.Join(
        '\n',
        Extracting + opening,
        mapsHash,
        file.ArchiveLocation,
        file.FileName,
        file.SourceUrl,
        file.LandingUrl,
        file.Request.DivisionCode,
        file.Request.DepartmentName,
        file.Request.FiscalYear?.ToString(CultureInfo.InvariantCulture));

    /// <summary>From the hashes of a stage's source files, which the build puts into this assembly.</summary>
    private static string SourcesOf(string stage)
    {
        var sources = typeof(ArtifactKeys).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "SourcesOf" + stage).Value ?? string.Empty;
        var hashes = sources.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Order(StringComparer.Ordinal);
        return Short(string.Join('\n', hashes));
    }

    private static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
