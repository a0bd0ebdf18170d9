using System.Text.RegularExpressions;
using System.Xml.Linq;
using Extractor.Publications.Documents;

namespace Extractor.Site.Tests.Plain;

/// <summary>What is read without scripts: plain pages and feeds.</summary>
public sealed partial class PlainPagesTests(DemoSite demo, SharedSite shared)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void PlainPages_EveryLink_LeadsToAFile(bool isShared)
    {
        PublishedSite site = isShared ? shared : demo;
        site.SkipUnlessThere();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(site.Site, "read"), "*.html", SearchOption.AllDirectories))
        {
            foreach (Match link in Link().Matches(File.ReadAllText(path)))
            {
                var address = System.Net.WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0];
                var isThere = address.StartsWith("data:", StringComparison.Ordinal)
                    || File.Exists(Path.Combine(Path.GetDirectoryName(path)!, address));
                Assert.True(isThere, $"{path}: {address}");
            }
        }
    }

    [Fact]
    public void PlainPages_EveryDocument_HasItsFiguresAndAPreview()
    {
        demo.SkipUnlessThere();
        foreach (var document in new PublicationReader(demo.Data).Documents())
        {
            var id = document.Header.DocumentId;
            var page = File.ReadAllText(Path.Combine(demo.Site, "read", "document", id[..2], id + ".html"));
            Assert.Contains("<meta property=\"og:description\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            if (document.Facts.Years is [{ ExpenditureYuan: { } yuan }])
            {
                Assert.Contains(yuan.ToString("N2", System.Globalization.CultureInfo.InvariantCulture), page, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Feeds_OfADemo_NameDocumentsAndFailedSums()
    {
        demo.SkipUnlessThere();
        var documents = new PublicationReader(demo.Data).Documents().ToList();

        Assert.Equal(documents.Select(static document => $"urn:extractor:document:{document.Header.DocumentId}")
            .Order(StringComparer.Ordinal), Ids("feed.xml"));
        var failed = documents.SelectMany(static document => document.Findings.Where(finding => document.Checks.Any(check =>
            check.Outcome == "fails" && check.Rule == finding.Rule)))
            .Select(static finding => $"urn:extractor:finding:{finding.FindingId}");
        Assert.Equal(failed.Order(StringComparer.Ordinal), Ids("contradictions.xml"));
    }

    private IEnumerable<string> Ids(string feed)
    {
        var root = XDocument.Load(Path.Combine(demo.Site, feed)).Root!;
        Assert.Equal(Atom + "feed", root.Name);
        Assert.All(root.Elements(Atom + "entry"), entry => Assert.Matches("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$",
            entry.Element(Atom + "updated")!.Value));
        return root.Elements(Atom + "entry").Select(static entry => entry.Element(Atom + "id")!.Value).Order(StringComparer.Ordinal);
    }

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Link();
}
