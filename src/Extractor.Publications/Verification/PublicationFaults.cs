using Extractor.Publishing;
using Extractor.Runs;

namespace Extractor.Publications.Verification;

/// <summary>Whether a publication is still what was published.</summary>
public static class PublicationFaults
{
    /// <returns>What does not match the manifest: files missing, changed or added; empty for a whole publication.</returns>
    /// <exception cref="OutputException">The folder holds no publication, or one of a newer version.</exception>
    public static IReadOnlyList<string> Of(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        try
        {
            return PreviousPublication.Read(folder, out var faults) is null && faults.Count == 0
                ? throw new OutputException($"'{folder}' is no folder that 'extractor run' has published to.")
                : faults;
        }
        catch (Exception exception) when (exception is PublishingException or IOException or UnauthorizedAccessException)
        {
            throw new OutputException(exception.Message, exception);
        }
    }
}
