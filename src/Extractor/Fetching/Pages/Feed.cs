using System.Xml;
using System.Xml.Linq;

namespace Extractor.Fetching.Pages;

/// <summary>A listing that is a feed: RSS 2.0 or Atom (RFC 4287).</summary>
internal static class Feed
{
    private static readonly XmlReaderSettings Bounded = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = 20_000_000,
    };

    /// <returns>A page made of its items; null where the text is no feed.</returns>
    public static HtmlPage? Read(string text, Uri address)
    {
        var start = text.AsSpan().TrimStart('\uFEFF').TrimStart();
        if (!start.StartsWith("<?xml", StringComparison.Ordinal) && !start.StartsWith("<rss", StringComparison.Ordinal)
            && !start.StartsWith("<feed", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            using var reader = XmlReader.Create(new StringReader(start.ToString()), Bounded);
            var root = XElement.Load(reader);
            var items = root.Descendants().Where(static element => element.Name.LocalName is "item" or "entry").ToList();
            return root.Name.LocalName is "rss" or "feed" or "RDF" ? HtmlPage.Of(
                [.. from item in items
                    let link = item.Elements().Where(static part => part.Name.LocalName == "link")
                        .Select(static part => (string?)part.Attribute("href") ?? part.Value.Trim()).FirstOrDefault()
                    where link is { Length: > 0 }
                    select (link, Said(item), System.Collections.Immutable.ImmutableArray<string>.Empty)],
                address, Said(root.Elements().FirstOrDefault(static part => part.Name.LocalName == "channel") ?? root)) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string Said(XElement item) =>
        item.Elements().FirstOrDefault(static part => part.Name.LocalName == "title")?.Value.Trim() ?? string.Empty;
}
