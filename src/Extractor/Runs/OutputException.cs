using Extractor.Publishing.Storage;

namespace Extractor.Runs;

/// <summary>Something that a run has to leave cannot be written: the disk is full, a folder is read-only.</summary>
public sealed class OutputException : Exception
{
    public OutputException(string message)
        : base(message)
    {
    }

    public OutputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Runs what writes to <paramref name="path"/>.</summary>
    /// <exception cref="OutputException">It failed; the message names the path.</exception>
    internal static void Guard(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException || FileSizeLimit.IsReached(error))
        {
            throw new OutputException($"'{path}' cannot be written: {FileSizeLimit.MessageOf(error)} Make room or give the right to " +
                $"write, then run again: what is done stays done.", error);
        }
    }
}
