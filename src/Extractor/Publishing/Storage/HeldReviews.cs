namespace Extractor.Publishing.Storage;

/// <summary>
/// The decisions of reviewers in an output folder, which <c>extractor serve</c> may add to at any time: it writes all of them
/// to <see cref="WritingName"/>, locked meanwhile, and renames that. While it is held here, empty and locked, no decision is
/// saved; whoever tries is told so.
/// </summary>
internal sealed class HeldReviews : IDisposable
{
    public const string FileName = "reviews.csv";

    /// <summary>Left behind where saving was cut off: that decision was never confirmed to its reviewer.</summary>
    public const string WritingName = FileName + ".writing";

    /// <summary>Saving takes milliseconds: what stays longer is left of a process that is gone.</summary>
    private static readonly TimeSpan LongestSaving = TimeSpan.FromSeconds(5);

    private readonly string folder;
    private readonly FileStream file;

    private HeldReviews(string folder, FileStream file)
    {
        this.folder = folder;
        this.file = file;
    }

    /// <exception cref="IOException">Another process holds the file, and goes on holding it.</exception>
    public static HeldReviews Hold(string folder)
    {
        FileStream? file = null;
        SpinWait.SpinUntil(() => (file = TryHold(folder, evenIfWritten: false)) is not null, LongestSaving);
        return new HeldReviews(folder, file ?? TryHold(folder, evenIfWritten: true)
            ?? throw new IOException(
                $"'{Path.Combine(folder, WritingName)}' has been held by another process for {LongestSaving.TotalSeconds} seconds."));
    }

    /// <summary>The same file under the same name in the next publication.</summary>
    public void LinkInto(string next)
    {
        var (from, to) = (Path.Combine(folder, FileName), Path.Combine(next, FileName));
        if (File.Exists(from) && !AtomicFiles.TryLink(from, to))
        {
            File.Copy(from, to);
        }
    }

    public void Dispose() => file.Dispose();

    /// <returns>Null while a decision is written or about to be renamed.</returns>
    private static FileStream? TryHold(string folder, bool evenIfWritten)
    {
        try
        {
            var file = new FileStream(Path.Combine(folder, WritingName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            if (file.Length == 0 || evenIfWritten)
            {
                return file;
            }

            file.Dispose();
        }
        catch (IOException)
        {
            // Locked; where it is anything else, the last attempt ends the same.
        }

        return null;
    }
}
