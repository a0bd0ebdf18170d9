using System.Security.Cryptography;
using System.Text;

namespace Extractor.Fetching.Archive;

/// <summary>
/// Bytes by their SHA-256, each kept once for good: <c>documents/ab/abcd…/name.pdf</c>, <c>pages/ab/abcd…/page.html</c>.
/// A file comes into being under its last name in one step, whole and on the disk.
/// </summary>
public sealed class ContentStore
{
    private const int LongestNameBytes = 160;

    private readonly string root;
    private readonly string scratch;

    public ContentStore(string root)
    {
        this.root = root;
        scratch = Path.Combine(root, "incoming");
        if (Directory.Exists(scratch))
        {
            Directory.Delete(scratch, recursive: true);
        }

        Directory.CreateDirectory(scratch);
    }

    /// <summary>Emptied at every start.</summary>
    public string Scratch => scratch;

    public static string HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Moves a file of <see cref="Scratch"/> to its place.</summary>
    /// <param name="kind"><c>documents</c> or <c>pages</c>.</param>
    /// <param name="name">Under which the bytes were published; the first one is kept where several are.</param>
    /// <returns>The place below the root, with <c>/</c>.</returns>
    public string Keep(string path, string kind, string sha256, string name)
    {
        var folder = $"{kind}/{sha256[..2]}/{sha256}";
        var absolute = Path.Combine(root, folder);
        Directory.CreateDirectory(absolute);
        if (Directory.EnumerateFiles(absolute).Order(StringComparer.Ordinal).FirstOrDefault() is { } kept)
        {
            return $"{folder}/{Path.GetFileName(kept)}";
        }

        using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Flush(flushToDisk: true);
        }

        var safe = SafeName(name);
        File.Move(path, Path.Combine(absolute, safe), overwrite: false);
        return $"{folder}/{safe}";
    }

    public string Absolute(string place) => Path.Combine(root, place);

    /// <summary>A name that every file system takes, with its ending and as much of the rest as fits.</summary>
    public static string SafeName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var plain = string.Concat(name.Select(static character =>
            character < ' ' || character == '\u007F' || "/\\:*?\"<>|".Contains(character, StringComparison.Ordinal) ? '_' : character))
            .Trim(' ', '.');
        var ending = Path.GetExtension(plain);
        ending = ending.Length is > 0 and <= 5 ? ending : string.Empty;
        var stem = plain[..^ending.Length];
        while (Encoding.UTF8.GetByteCount(stem) > LongestNameBytes - ending.Length)
        {
            stem = stem[..^(char.IsLowSurrogate(stem[^1]) ? 2 : 1)];
        }

        return stem.Length == 0 ? "file" + ending : stem + ending;
    }
}
