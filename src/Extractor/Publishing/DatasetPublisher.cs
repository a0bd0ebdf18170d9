namespace Extractor.Publishing;

/// <summary>
/// The publishing stage: normalized documents to the Parquet datasets of the contract. Files are written beside
/// the output folder, read back, verified, and then moved into place: a reader of the folder sees the old
/// publication or the new one. Equal sources give equal bytes.
/// </summary>
public static class DatasetPublisher
{
    /// <param name="outputFolder">Made where it is missing; its datasets are replaced.</param>
    /// <exception cref="PublishingException">
    /// The disk is full, the folder is read-only, another publisher is at work, or the datasets do not pass their own checks.
    /// </exception>
    public static Publication Publish(PublicationSource source, string outputFolder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentException.ThrowIfNullOrEmpty(outputFolder);
        throw new NotImplementedException();
    }
}
