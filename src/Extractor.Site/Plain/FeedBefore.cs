using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Extractor.Site.Documents;

namespace Extractor.Site.Plain;

/// <summary>What a feed of the site before said: an entry that it had keeps its time, and is not told as new again.</summary>
internal sealed class FeedBefore
{
    private readonly string? site;
    private readonly Dictionary<string, DateTimeOffset> times = new(StringComparer.Ordinal);

    /// <summary>Of its entries; what was in the site and came too late for the feed is no newer.</summary>
    private readonly DateTimeOffset oldest;

    /// <param name="site">The site that is replaced; null, or a folder that is not there, for none.</param>
    /// <param name="name">Of the feed.</param>
    /// <param name="run">The time of what is new.</param>
    public FeedBefore(string? site, string name, DateTimeOffset run)
    {
        oldest = run;
        if (site is null || !File.Exists(Path.Combine(site, name)))
        {
            return;
        }

        this.site = site;
        try
        {
            foreach (var entry in XDocument.Load(Path.Combine(site, name)).Descendants().Where(static element =>
                element.Name.LocalName == "entry"))
            {
                var time = DateTimeOffset.Parse(TextOf(entry, "updated"), CultureInfo.InvariantCulture);
                times[TextOf(entry, "id")] = time;
                oldest = time < oldest ? time : oldest;
            }
        }
        catch (Exception error) when (error is XmlException or FormatException)
        {
            // Somebody else's file, or half of one: then nothing was said.
            this.site = null;
        }
    }

    /// <summary>There was a site with this feed.</summary>
    public bool IsThere => site is not null;

    /// <summary>When the entry was first told; null where the site before had nothing of it.</summary>
    /// <param name="part">What stands in the document's file, where more than the document is asked for.</param>
    public DateTimeOffset? TimeOf(string id, string documentId, string part = "")
    {
        if (site is null)
        {
            return null;
        }

        if (times.TryGetValue($"urn:extractor:{id}", out var time))
        {
            return time;
        }

        var path = Path.Combine(site, "data", DocumentWriter.FolderOf(documentId), "document.json");
        return File.Exists(path) && (part.Length == 0 || File.ReadAllText(path).Contains(part, StringComparison.Ordinal)) ? oldest : null;
    }

    private static string TextOf(XElement entry, string name) =>
        entry.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value ?? string.Empty;
}
