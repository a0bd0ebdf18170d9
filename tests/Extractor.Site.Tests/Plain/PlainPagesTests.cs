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

    /// <summary>What the site before had keeps its time; what it had not is of this run.</summary>
    [Fact]
    public async Task Feeds_OfTheNextSite_TellOnlyWhatIsNew()
    {
        demo.SkipUnlessThere();
        using var folder = new TemporaryFolder();
        var site = folder["site"];
        var (one, other) = (SiteFiles.Documents(demo.Site)[0], SiteFiles.Documents(demo.Site)[1]);
        foreach (var path in (string[])["feed.xml", "contradictions.xml", "data/site.json", PathOf(one), PathOf(other)])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(site, path))!);
            File.WriteAllText(Path.Combine(site, path), Regex.Replace(File.ReadAllText(Path.Combine(demo.Site, path)),
                "20\\d\\d-\\d\\d-\\d\\dT[\\d:]+Z(?=</updated>)", "2020-01-02T03:04:05Z"));
        }

        // The one is in the site and no longer in its feed, which tells of the other alone.
        var feed = XDocument.Load(Path.Combine(site, "feed.xml"));
        feed.Root!.Elements(Atom + "entry").Where(entry => !entry.Value.Contains(SiteFiles.Id(other), StringComparison.Ordinal)).Remove();
        feed.Save(Path.Combine(site, "feed.xml"));

        var made = await CommandRun.OfAsync("site", "--data", demo.Data, "--out", site, "--documents", Repository.Root);

        Assert.True(made.ExitCode == 0, made.Error);
        var old = XDocument.Load(Path.Combine(site, "feed.xml")).Root!.Elements(Atom + "entry")
            .Where(static entry => entry.Element(Atom + "updated")!.Value == "2020-01-02T03:04:05Z")
            .Select(static entry => entry.Element(Atom + "id")!.Value.Split(':')[^1]);
        Assert.Equal(new[] { SiteFiles.Id(one), SiteFiles.Id(other) }.Order(StringComparer.Ordinal), old.Order(StringComparer.Ordinal));
        Assert.All(XDocument.Load(Path.Combine(site, "contradictions.xml")).Root!.Elements(Atom + "entry"), static entry =>
            Assert.Equal("2020-01-02T03:04:05Z", entry.Element(Atom + "updated")!.Value));

        static string PathOf(System.Text.Json.JsonElement document) =>
            $"data/documents/{SiteFiles.Id(document)[..2]}/{SiteFiles.Id(document)}/document.json";
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
