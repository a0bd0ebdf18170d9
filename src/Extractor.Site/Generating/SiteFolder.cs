namespace Extractor.Site.Generating;

/// <summary>
/// The folder of a site. The next site grows beside it under a name of its own and takes its place when it is complete;
/// what an interrupted generator left is cleared by the next one.
/// </summary>
internal sealed class SiteFolder : IDisposable
{
    private readonly string previous;
    private readonly FileStream lockFile;

    private SiteFolder(string output, string staging, string previous, FileStream lockFile)
    {
        Output = output;
        Staging = staging;
        this.previous = previous;
        this.lockFile = lockFile;
    }

    /// <summary>What is served; the site before, until <see cref="Commit"/>.</summary>
    public string Output { get; }

    /// <summary>Empty when opened.</summary>
    public string Staging { get; }

    /// <exception cref="SiteException">The folder holds something else, its parent cannot be written, or another generator is at
    /// work.</exception>
    public static SiteFolder Open(string path)
    {
        var output = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var parent = Path.GetDirectoryName(output)
            ?? throw new SiteException(SiteFault.NotWritten, $"'{output}' is the root of a file system; choose a folder for the site.");
        if (File.Exists(output))
        {
            throw new SiteException(SiteFault.NotWritten, $"'{output}' is a file; a site is written into a folder. Choose another one.");
        }

        var staging = Path.Combine(parent, $".{Path.GetFileName(output)}.building");
        var previous = Path.Combine(parent, $".{Path.GetFileName(output)}.previous");
        FileStream? lockFile = null;
        try
        {
            Directory.CreateDirectory(parent);
            lockFile = new FileStream(staging + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1,
                FileOptions.DeleteOnClose);
            if (Directory.Exists(previous) && !Directory.Exists(output))
            {
                Directory.Move(previous, output);
            }

            if (Directory.Exists(output) && Directory.EnumerateFileSystemEntries(output).Any() &&
                !File.Exists(Path.Combine(output, "data", "site.json")))
            {
                throw new SiteException(SiteFault.NotWritten,
                    $"'{output}' holds files that are no site of 'extractor site'; nothing was changed. Choose an empty folder.");
            }

            Delete(staging);
            Directory.CreateDirectory(staging);
            return new SiteFolder(output, staging, previous, lockFile);
        }
        catch (Exception exception)
        {
            lockFile?.Dispose();
            if (exception is IOException or UnauthorizedAccessException)
            {
                throw new SiteException(SiteFault.NotWritten,
                    $"'{output}' cannot be written, or another 'extractor site' is writing it: {exception.Message}", exception);
            }

            throw;
        }
    }

    /// <summary>The staged site becomes what is served.</summary>
    public (int Files, long Bytes) Commit()
    {
        var files = new DirectoryInfo(Staging).EnumerateFiles("*", SearchOption.AllDirectories).Aggregate(
            (Files: 0, Bytes: 0L), static (sum, file) => (sum.Files + 1, sum.Bytes + file.Length));
        Delete(previous);
        if (Directory.Exists(Output))
        {
            Directory.Move(Output, previous);
        }

        Directory.Move(Staging, Output);
        Delete(previous);
        return files;
    }

    /// <summary>Forgets what is staged and not committed.</summary>
    public void Dispose()
    {
        try
        {
            Delete(Staging);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next generator tries again.
        }

        lockFile.Dispose();
    }

    private static void Delete(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
