namespace Extractor.Publishing.Storage;

/// <summary>The size that no file may pass: <c>ulimit -f</c>, or the largest that the file system takes.</summary>
public static class FileSizeLimit
{
    /// <summary>.NET tells EFBIG as a wrong argument of the write that met it, and not as an <see cref="IOException"/>.</summary>
    public static bool IsReached(Exception exception) =>
        exception is ArgumentOutOfRangeException { TargetSite.DeclaringType: { } type } &&
            (type == typeof(RandomAccess) || type.Namespace == "System.IO.Strategies");

    /// <summary>What the exception says, in words for people where .NET has none.</summary>
    public static string MessageOf(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return IsReached(exception)
            ? "A file has reached the size that is allowed: raise 'ulimit -f', or take a file system for larger files." : exception.Message;
    }
}
