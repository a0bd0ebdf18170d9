using System.CommandLine;

namespace Extractor.Cli.Commands;

/// <summary><c>--password-file</c>: passwords do not belong on a command line, which others can see.</summary>
internal static class PasswordOption
{
    public static Option<string?> Create() => new("--password-file")
    {
        Description = "Passwords to try on protected files, one a line (UTF-8).",
        HelpName = "FILE",
    };

    /// <exception cref="WrongArgumentException">The file is not there or cannot be read.</exception>
    public static IReadOnlyList<string> Read(string? path)
    {
        if (path is null)
        {
            return [];
        }

        try
        {
            return [.. File.ReadAllLines(path).Where(static line => line.Length > 0)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WrongArgumentException($"'{path}' cannot be read: {error.Message}", error);
        }
    }
}
