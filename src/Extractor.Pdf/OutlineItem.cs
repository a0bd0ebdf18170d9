namespace Extractor.Pdf;

/// <summary>A heading of the document outline (12.3.3), in reading order.</summary>
/// <param name="Level">From 1.</param>
/// <param name="PageNumber">Where it leads; null where that is no page of the file.</param>
public sealed record OutlineItem(string Title, int Level, int? PageNumber);
