using System.Globalization;
using System.Text;
using System.Xml;
using Extractor.Publications.Documents;
using Extractor.Site.Generating;

namespace Extractor.Site.Plain;

/// <summary>
/// <c>feed.xml</c>: the documents that came last, new and in place of others; <c>contradictions.xml</c>: where documents contradict
/// themselves; <c>data/latest.json</c>: the first of the documents. Atom (RFC 4287). A document's time is that of its fetch; of files
/// taken from a folder, and of contradictions, that of the run whose site had them first.
/// </summary>
/// <param name="before">The folder of the site that is replaced; null for none.</param>
internal sealed class FeedPart(string site, PublicationReader publication, string? before) : ISitePart
{
    /// <summary>So many of the latest.</summary>
    private const int Listed = 300;

    /// <summary>So many stand on the first screen.</summary>
    private const int OnFirstScreen = 8;

    private const string Namespace = "http://www.w3.org/2005/Atom";

    private readonly Latest documents = new();
    private readonly Latest contradictions = new();
    private readonly DateTimeOffset run = TimeOf(publication);
    private readonly FeedBefore documentsBefore = new(before, "feed.xml", TimeOf(publication));
    private readonly FeedBefore contradictionsBefore = new(before, "contradictions.xml", TimeOf(publication));

    public void Add(PublishedDocument document)
    {
        var header = document.Header;
        var year = header.FiscalYear?.ToString(CultureInfo.InvariantCulture);
        var name = string.Join(" ", new[] { header.DivisionName, header.DepartmentName, year }.Where(static part => part is not null));
        var title = DocumentTitle.Of(header);
        var id = header.DocumentId;
        documents.Add(new Entry(id, $"document:{id}", $"read/document/{id[..2]}/{id}.html",
            header.SupersedesDocumentId is null ? $"新：{title}" : $"变更：{title}",
            header.SupersedesDocumentId is { } replaced ? $"{name} 取代 {replaced}" : name,
            header.RetrievedAt ?? documentsBefore.TimeOf($"document:{id}", id) ?? run)
        {
            Shown = header.Status == "quarantined" ? null : new Shown(title, name, header.Kind, header.SupersedesDocumentId is not null),
        });
        var failed = document.Checks.Where(static check => check.Outcome == "fails").Select(static check => check.Rule)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var finding in document.Findings.Where(finding => failed.Contains(finding.Rule)))
        {
            contradictions.Add(new Entry(id, $"finding:{finding.FindingId}", $"index.html#/document/{id}/finding/{finding.FindingId}",
                $"{name}：{title}", $"{finding.MessageZh}\n{finding.MessageEn}",
                contradictionsBefore.TimeOf($"finding:{finding.FindingId}", id, finding.FindingId)
                    ?? (contradictionsBefore.IsThere ? run : header.RetrievedAt ?? run)));
        }
    }

    public void Complete()
    {
        Write("feed.xml", "新发布与变更的文件 · New and changed documents", documents);
        JsonFile.Write(Path.Combine(site, "data", "latest.json"), json =>
        {
            json.WriteStartArray();
            foreach (var entry in documents.Entries().Where(static entry => entry.Shown is not null).Take(OnFirstScreen))
            {
                json.WriteStartArray();
                json.WriteStringValue(entry.Document);
                json.WriteStringValue(entry.Shown!.Title);
                json.WriteStringValue(entry.Shown.Name);
                json.WriteNumberValue(entry.Shown.IsChange ? 1 : 0);
                json.WriteStringValue(entry.Shown.Kind);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        });
        Write("contradictions.xml", "原文自相矛盾之处 · Contradictions", contradictions);
    }

    private static DateTimeOffset TimeOf(PublicationReader publication)
    {
        var run = publication.Runs().LastOrDefault();
        return run?.FinishedAt ?? run?.StartedAt ?? DateTimeOffset.UnixEpoch;
    }

    private void Write(string name, string title, Latest latest)
    {
        using var xml = XmlWriter.Create(Path.Combine(site, name), new XmlWriterSettings
        {
            Indent = true,
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            NewLineChars = "\n",
        });
        var entries = latest.Entries();
        xml.WriteStartElement("feed", Namespace);
        xml.WriteElementString("id", Namespace, $"urn:extractor:{name}");
        xml.WriteElementString("title", Namespace, title);
        xml.WriteElementString("updated", Namespace, Time(entries.Count > 0 ? entries[0].Time : run));
        xml.WriteStartElement("author", Namespace);
        xml.WriteElementString("name", Namespace, "Extractor");
        xml.WriteEndElement();
        WriteLink(xml, name, "self");
        WriteLink(xml, "index.html", "alternate");
        foreach (var entry in entries)
        {
            xml.WriteStartElement("entry", Namespace);
            xml.WriteElementString("id", Namespace, $"urn:extractor:{entry.Id}");
            xml.WriteElementString("title", Namespace, Printable(entry.Title));
            xml.WriteElementString("updated", Namespace, Time(entry.Time));
            WriteLink(xml, entry.Address, "alternate");
            xml.WriteElementString("summary", Namespace, Printable(entry.Summary));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string address, string relation)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    /// <summary>Without the characters that XML has no place for.</summary>
    private static string Printable(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private sealed record Entry(string Document, string Id, string Address, string Title, string Summary, DateTimeOffset Time)
    {
        /// <summary>As it stands on the first screen; null for what could not be read, which the screen counts.</summary>
        public Shown? Shown { get; init; }
    }

    /// <param name="Name">Place, issuer and year.</param>
    /// <param name="IsChange">It takes the place of another document.</param>
    private sealed record Shown(string Title, string Name, string Kind, bool IsChange);

    /// <summary>The latest entries by time, then those of the latest years, which come last; twice as many are kept at most.</summary>
    private sealed class Latest
    {
        private List<Entry> entries = [];

        public void Add(Entry entry)
        {
            entries.Add(entry);
            if (entries.Count == 2 * Listed)
            {
                entries = Sorted();
            }
        }

        public List<Entry> Entries() => [.. Sorted().AsEnumerable().Reverse()];

        /// <summary>The latest last.</summary>
        private List<Entry> Sorted() => [.. entries.AsEnumerable().Reverse()
            .OrderByDescending(static entry => entry.Time).Take(Listed).Reverse()];
    }
}
