using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Extractor.Normalizing.Maps;

/// <summary>The text of one reviewed map.</summary>
/// <param name="Name">Its path in the repository: <c>pipelines/subjects/functional.csv</c>.</param>
public sealed record MapFile(string Name, string Text)
{
    /// <summary>Every map that the assembly carries, ordered by name.</summary>
    public static ImmutableArray<MapFile> Embedded()
    {
        var assembly = typeof(MapFile).Assembly;
        var files = ImmutableArray.CreateBuilder<MapFile>();
        foreach (var name in assembly.GetManifestResourceNames().Where(static name =>
            name.StartsWith("pipelines/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            files.Add(new MapFile(name, reader.ReadToEnd()));
        }

        return files.ToImmutable();
    }

    /// <summary>SHA-256 over names and texts, ordered by name: lower-case hex.</summary>
    public static string HashOf(IEnumerable<MapFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(static file => file.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file.Name));
            hash.AppendData([0]);
            hash.AppendData(Encoding.UTF8.GetBytes(file.Text));
            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
