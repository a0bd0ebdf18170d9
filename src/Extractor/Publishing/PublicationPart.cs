namespace Extractor.Publishing;

/// <summary>
/// Neighbouring documents of a partition: their rows share one file a dataset. Where a part ends depends on the
/// documents alone, so parts can be written side by side and give the same bytes.
/// </summary>
internal sealed record PublicationPart(PartitionKey Partition, int Number, IReadOnlyList<PublishableDocument> Documents)
{
    /// <summary>The cells of so many pages, the largest dataset, make a file of some tens of megabytes.</summary>
    private const int MostPages = 16 * 1024;

    /// <summary>What it costs to write the part; a document without pages has rows too.</summary>
    public int Pages => Documents.Sum(PagesOf);

    /// <summary>A document is never divided.</summary>
    public static IEnumerable<PublicationPart> Of(PartitionKey partition, IReadOnlyList<PublishableDocument> documents)
    {
        var number = 0;
        List<PublishableDocument> part = [];
        var pages = 0;
        foreach (var document in documents)
        {
            if (part.Count > 0 && pages + PagesOf(document) > MostPages)
            {
                yield return new PublicationPart(partition, number++, part);
                (part, pages) = ([], 0);
            }

            part.Add(document);
            pages += PagesOf(document);
        }

        yield return new PublicationPart(partition, number, part);
    }

    private static int PagesOf(PublishableDocument document) => Math.Max(1, document.Pages);
}
