using System.Security.Cryptography;
using Extractor.Publications.Rows;

namespace Extractor.Publications.Documents;

/// <summary>
/// Where the published files lie. A file is the document's only when its bytes are those that were read.
/// </summary>
/// <param name="folders">Folders that hold the sources of the run, or are one.</param>
public sealed class DocumentPlaces(IReadOnlyList<string> folders)
{
    /// <summary>The document's file; null where no folder has its bytes.</summary>
    public string? Find(DocumentRow document) => Of(document).FirstOrDefault(place => HoldsBytesOf(document, place));

    /// <summary>The archive location begins with the name of its source, which is that of the source's folder.</summary>
    public IEnumerable<string> Of(DocumentRow document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var location = document.ArchiveLocation;
        var below = location[(location.IndexOf('/', StringComparison.Ordinal) + 1)..];
        foreach (var folder in folders)
        {
            foreach (var relative in new[] { location, below })
            {
                var path = Path.GetFullPath(Path.Combine(folder, relative));
                if (path.StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar,
                    StringComparison.Ordinal))
                {
                    yield return path;
                }
            }
        }
    }

    public static bool HoldsBytesOf(DocumentRow document, string path)
    {
        ArgumentNullException.ThrowIfNull(document);
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists || file.Length != document.ByteLength)
            {
                return false;
            }

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, FileOptions.SequentialScan);
            return Convert.ToHexStringLower(SHA256.HashData(stream)) == document.DocumentId;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
