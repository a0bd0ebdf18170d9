using System.Security.Cryptography;
using System.Text.Json;

namespace Extractor.Site.Tests;

/// <summary>What lies in a site.</summary>
internal static class SiteFiles
{
    public static JsonElement Json(string site, string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(site, "data", path)));
        return document.RootElement.Clone();
    }

    /// <summary>Every document of a site.</summary>
    public static IReadOnlyList<JsonElement> Documents(string site) =>
    [
        .. Directory.GetFiles(Path.Combine(site, "data", "documents"), "document.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => Json(site, Path.GetRelativePath(Path.Combine(site, "data"), path))),
    ];

    /// <summary>The figures of every document that is the account of a department.</summary>
    public static IReadOnlyList<JsonElement> Figures(string site) =>
    [
        .. Directory.GetFiles(Path.Combine(site, "data", "documents"), "figures.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => Json(site, Path.GetRelativePath(Path.Combine(site, "data"), path))),
    ];

    public static string Id(JsonElement document) => document.GetProperty("id").GetString()!;

    public static JsonElement Tables(string site, string id, int file) => Json(site, $"documents/{id[..2]}/{id}/tables-{file}.json");

    /// <summary>Hash of every file by its path.</summary>
    public static IReadOnlyDictionary<string, string> Hashes(string site) => Directory
        .EnumerateFiles(site, "*", SearchOption.AllDirectories)
        .OrderBy(static path => path, StringComparer.Ordinal)
        .ToDictionary(path => Path.GetRelativePath(site, path), static path =>
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), StringComparer.Ordinal);
}
