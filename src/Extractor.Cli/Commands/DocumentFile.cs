namespace Extractor.Cli.Commands;

/// <summary>The file that a command looks into.</summary>
internal static class DocumentFile
{
    /// <exception cref="WrongArgumentException">It is not there or cannot be read.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WrongArgumentException($"'{path}' cannot be read: {error.Message}", error);
        }
    }
}
