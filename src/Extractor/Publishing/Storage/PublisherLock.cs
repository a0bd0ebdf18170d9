using System.Globalization;
using System.Security.Cryptography;

namespace Extractor.Publishing.Storage;

/// <summary>
/// One publisher at a time in an output folder: a lock that the operating system takes back when its process ends, however
/// it ends, and beside it a note of who holds it, for the message to the second.
/// </summary>
internal sealed class PublisherLock : IDisposable
{
    /// <summary>EAGAIN on Linux, on macOS, and the sharing violation of Windows: somebody else holds the lock.</summary>
    private static readonly int[] LockedResults = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream file;
    private readonly string note;

    private PublisherLock(FileStream file, string note)
    {
        this.file = file;
        this.note = note;
    }

    /// <param name="path">Of the lock, without the endings of its two files.</param>
    /// <param name="output">For the message.</param>
    /// <exception cref="PublishingException">Another publisher holds it.</exception>
    public static PublisherLock Take(string path, string output)
    {
        var note = path + ".by";
        FileStream file;
        try
        {
            file = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException exception) when (LockedResults.Contains(exception.HResult))
        {
            throw new PublishingException(Refusal(note, output), exception);
        }

        if (!IsAt(file, path + ".lock"))
        {
            file.Dispose();
            throw new PublishingException(Refusal(note, output));
        }

        try
        {
            File.WriteAllText(note, string.Create(CultureInfo.InvariantCulture,
                $"process {Environment.ProcessId} of {Environment.UserName} on {Environment.MachineName}"));
            return new PublisherLock(file, note);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        try
        {
            File.Delete(note);
            File.Delete(file.Name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // They lie there until the next publisher; neither holds it up.
        }

        file.Dispose();
    }

    /// <summary>
    /// Whether the locked file is the one that the path names: it was opened, its last holder took it away, and only then
    /// was it locked; another publisher may hold the file that is there now. A time that nobody else gives tells them apart.
    /// </summary>
    private static bool IsAt(FileStream file, string path)
    {
        var mark = DateTime.UnixEpoch.AddSeconds(2.0 * RandomNumberGenerator.GetInt32(1, int.MaxValue / 4));
        File.SetLastWriteTimeUtc(file.SafeFileHandle, mark);
        return File.GetLastWriteTimeUtc(path) == mark;
    }

    private static string Refusal(string note, string output) =>
        $"Another publisher is at work in '{output}'{HolderOf(note)}. Wait until it has ended, or choose another folder; nothing was " +
        $"changed.";

    private static string HolderOf(string note)
    {
        try
        {
            return string.Create(CultureInfo.InvariantCulture,
                $": {File.ReadAllText(note)}, since {File.GetLastWriteTimeUtc(note):yyyy-MM-dd HH:mm:ss} UTC");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }
}
