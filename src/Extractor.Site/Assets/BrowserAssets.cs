using System.IO.Compression;
using System.Reflection;

namespace Extractor.Site.Assets;

/// <summary>What runs in the browser, as the build bundled it from <c>web/</c> and embedded it.</summary>
public static class BrowserAssets
{
    private const string Prefix = "assets/";

    private const string ForGenerator = Prefix + "generator/";

    /// <summary>Ending of what is embedded compressed and written whole.</summary>
    private const string Compressed = ".gz";

    private static readonly Assembly Own = typeof(BrowserAssets).Assembly;

    /// <summary>False where the program was built without Node.</summary>
    public static bool AreBuiltIn => Own.GetManifestResourceInfo(Prefix + "index.html") is not null;

    internal static void MustBeThere()
    {
        if (!AreBuiltIn)
        {
            throw new SiteException(
                SiteFault.NoPages,
                "this program was built without the pages of the site, because Node or its packages were missing. Install Node 20 or " +
                "later with npm, then build again: dotnet build src/Extractor.Cli -c Release");
        }
    }

    /// <summary>What the build made for the generator itself.</summary>
    internal static Stream OpenForGenerator(string name) => Own.GetManifestResourceStream(ForGenerator + name)!;

    internal static void WriteTo(string folder)
    {
        foreach (var name in Own.GetManifestResourceNames().Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal) &&
            !name.Replace('\\', '/').StartsWith(ForGenerator, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, name[Prefix.Length..].Replace('\\', '/'));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var source = Own.GetManifestResourceStream(name)!;
            if (path.EndsWith(Compressed, StringComparison.Ordinal))
            {
                using var whole = new GZipStream(source, CompressionMode.Decompress);
                Copy(whole, path[..^Compressed.Length]);
            }
            else
            {
                Copy(source, path);
            }
        }

        static void Copy(Stream source, string path)
        {
            using var target = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
            source.CopyTo(target);
        }
    }
}
