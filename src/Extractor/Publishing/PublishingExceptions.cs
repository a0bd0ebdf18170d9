namespace Extractor.Publishing;

/// <summary>
/// A publication could not be made; what was published before stays as it was. The message says what is wrong,
/// where, and what to do.
/// </summary>
public sealed class PublishingException : Exception
{
    public PublishingException(string message)
        : base(message)
    {
    }

    public PublishingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>
/// The data could be published and look wrong beside those that are: documents lost, rows gone, or files that somebody
/// changed by hand would be replaced. What was published before stays as it was until the publisher is told to accept.
/// </summary>
public sealed class ImplausiblePublicationException : Exception
{
    public ImplausiblePublicationException(string outputFolder, IReadOnlyList<string> reasons)
        : base(MessageOf(outputFolder, reasons)) => Reasons = reasons;

    /// <summary>Every reason, a sentence without its full stop.</summary>
    public IReadOnlyList<string> Reasons { get; }

    private static string MessageOf(string outputFolder, IReadOnlyList<string> reasons)
    {
        const int Told = 20;
        var more = reasons.Count > Told ? $"{Environment.NewLine}  … and {reasons.Count - Told} more" : string.Empty;
        return $"Nothing was published to '{outputFolder}': the data there, or the new beside them, look wrong:"
            + string.Concat(reasons.Take(Told).Select(static reason => $"{Environment.NewLine}  {reason}")) + more
            + $"{Environment.NewLine}What was published before is unchanged. Look into it; where it is meant, run again with " +
                $"--accept-changes.";
    }
}

/// <summary>A folder of a publication is not as its publisher left it.</summary>
public sealed class DamagedPublicationException : Exception
{
    public DamagedPublicationException(string message)
        : base(message)
    {
    }

    public DamagedPublicationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
