using System.Security.Cryptography;
using Extractor.Publishing;

namespace Extractor.Tests.Publishing;

/// <summary>A folder for publications, gone after the test.</summary>
public abstract class PublishingTests : IDisposable
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("publishing").FullName;

    private protected string Output => Path.Combine(Folder, "data");

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>SHA-256 of every file, by its path.</summary>
    private protected static SortedDictionary<string, string> Hashes(string output) => new(
        Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).ToDictionary(
            path => Path.GetRelativePath(output, path).Replace('\\', '/'),
            static path => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))),
        StringComparer.Ordinal);

    private protected Publication Publish(PublicationSource source, string name = "data", int workers = 2) =>
        DatasetPublisher.Publish(source, Path.Combine(Folder, name), workers, TestContext.Current.CancellationToken);
}
