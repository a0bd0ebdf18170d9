namespace Extractor.Cli;

/// <summary>An argument that is well formed and cannot be used: a file that is not there, a page beyond the last one.</summary>
public sealed class WrongArgumentException : Exception
{
    public WrongArgumentException(string message)
        : base(message)
    {
    }

    public WrongArgumentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
