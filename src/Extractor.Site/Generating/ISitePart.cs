using Extractor.Publications.Documents;

namespace Extractor.Site.Generating;

/// <summary>
/// One kind of data files of the site, made from the documents as they come by. Whatever is kept between two documents
/// has to be small against them: a publication may hold a hundred thousand.
/// </summary>
internal interface ISitePart
{
    /// <summary>Documents come by fiscal year, province and then the order of the datasets.</summary>
    void Add(PublishedDocument document);

    /// <summary>Writes what could only be written after the last document.</summary>
    void Complete();
}
