using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Extractor.Model;
using Extractor.Model.Documents;
using Extractor.Model.Tables;

namespace Extractor.CorpusTests;

/// <summary>The corpus agrees with itself: manifest with files, expectations with what an independent reader sees printed.</summary>
public sealed partial class OwnCorpusTests
{
    private static readonly string[] Kinds = ["tables", "lines", "meta", "sections", "stated", "projects", "indicators", "selfeval"];

    /// <summary>section_key of SCHEMA.md.</summary>
    private static readonly string[] SectionKeys =
    [
        "overview", "duties", "organisation", "annual_goals", "budget_overview", "expenditure_detail", "procurement", "three_public",
        "performance_management", "key_projects", "other_matters", "operating_expenses", "state_assets", "glossary", "other",
    ];

    public static TheoryData<string> Ids => OwnCorpus.Ids();

    [Fact]
    public void Manifest_FilesOfTheFolder_AreListedWithTheirBytes()
    {
        var listed = OwnCorpus.Manifest();
        Assert.Equal(
            Directory.GetFiles(OwnCorpus.Folder, "*.pdf").Select(Path.GetFileName).Order(StringComparer.Ordinal),
            listed.Select(static row => row["file"]));
        Assert.All(listed, static row =>
        {
            var bytes = File.ReadAllBytes(Path.Combine(OwnCorpus.Folder, row["file"]));
            Assert.Equal(row["sha256"], Convert.ToHexStringLower(SHA256.HashData(bytes)));
            Assert.Equal(row["bytes"], bytes.Length.ToString(CultureInfo.InvariantCulture));
        });
    }

    [Fact]
    public void Manifest_Kinds_AreOfTheContract() =>
        Assert.All(OwnCorpus.Manifest(), static row => Assert.True(SchemaName.TryParse<DocumentKind>(row["kind"], out _), row["kind"]));

    [Fact]
    public void Manifest_Producers_AreAtLeastTwo() =>
        Assert.True(OwnCorpus.Manifest().Select(static row => row["producer"].Split('/', ' ')[0]).Distinct(StringComparer.Ordinal)
            .Count() >= 2);

    [Fact]
    public void Manifest_PageCounts_AreThoseOfTheFiles()
    {
        Assert.SkipUnless(Poppler.IsInstalled, "poppler-utils is not installed");
        Assert.All(OwnCorpus.Manifest(), static row =>
            Assert.Equal(row["pages"], Poppler.PageCount(Path.Combine(OwnCorpus.Folder, row["file"]))
                .ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Index_Documents_AreThoseOfTheManifest() =>
        Assert.Equal(
            OwnCorpus.Manifest().Select(static row => (row["file"], row["sha256"], row["pages"])).Order(),
            OwnCorpus.Index().Select(static row => (row["file"], row["sha256"], row["pages"])).Order());

    [Fact]
    public void Expectations_FilesOfTheFolder_BelongToADocumentOfTheIndex()
    {
        var ids = OwnCorpus.Index().Select(static row => row["id"]).ToHashSet(StringComparer.Ordinal);
        var names = Directory.GetFiles(OwnCorpus.ExpectationsFolder, "*.csv").Select(Path.GetFileName).Except(["index.csv", "flaws.csv"]);
        Assert.All(names, name =>
        {
            var parts = name!.Split('.');
            Assert.Contains(parts[0], ids);
            Assert.Contains(parts[1], Kinds);
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Expectations_Keys_AreOfTheContract(string id)
    {
        Assert.All(OwnCorpus.Expected(id, "tables").Concat(OwnCorpus.Expected(id, "lines")), static row =>
            Assert.True(SchemaName.TryParse<TableKey>(row["table_key"], out _), row["table_key"]));
        Assert.All(OwnCorpus.Expected(id, "sections"), static row =>
            Assert.Contains(row["section_key"], SectionKeys));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Expectations_EveryLine_StandsOnAPageOfItsTable(string id)
    {
        var pages = OwnCorpus.PageOf(OwnCorpus.Index().Single(row => row["id"] == id), "pages");
        var tables = OwnCorpus.Expected(id, "tables");
        Assert.NotEmpty(tables);
        Assert.All(tables, row => Assert.InRange(OwnCorpus.PageOf(row, "last_page"), OwnCorpus.PageOf(row, "first_page"), pages));
        Assert.All(OwnCorpus.Expected(id, "lines"), line => Assert.Contains(tables, table =>
            table["table_key"] == line["table_key"]
            && OwnCorpus.PageOf(line) >= OwnCorpus.PageOf(table, "first_page")
            && OwnCorpus.PageOf(line) <= OwnCorpus.PageOf(table, "last_page")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Expectations_EveryAmount_IsPrintedOnItsPage(string id)
    {
        Assert.SkipUnless(Poppler.IsInstalled, "poppler-utils is not installed");
        var pages = Poppler.Layout(OwnCorpus.FileOf(id));
        var printed = pages.Select(static page =>
            Amount().Matches(page).Select(static match => match.Value).ToHashSet(StringComparer.Ordinal)).ToList();
        var expected = OwnCorpus.Expected(id, "lines")
            .Concat(OwnCorpus.Expected(id, "projects").Where(static row => row["source"] != "prose"))
            .Select(static row => (Page: OwnCorpus.PageOf(row), Value: row["amount_as_printed"]))
            .Concat(OwnCorpus.Expected(id, "selfeval").SelectMany(static row => new[] { "budget", "executed", "execution_rate" }
                .Select(column => (Page: OwnCorpus.PageOf(row), Value: row[column]))))
            .ToList();
        Assert.NotEmpty(expected);
        Assert.All(expected, item => Assert.Contains(item.Value, printed[item.Page - 1]));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Expectations_LabelsAndCodes_ArePrintedOnTheirPage(string id)
    {
        Assert.SkipUnless(Poppler.IsInstalled, "poppler-utils is not installed");
        var pages = Poppler.RunningText(OwnCorpus.FileOf(id));
        var wanted = OwnCorpus.Expected(id, "lines").Where(static row => row["table_key"] != "three_public")
            .SelectMany(static row => new[] { (Page: OwnCorpus.PageOf(row), Text: row["label"]),
                (Page: OwnCorpus.PageOf(row), Text: row["subject_code"]) });
        Assert.All(wanted, item => Assert.Contains(item.Text, pages[item.Page - 1], StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Expectations_HeadingsAndSentences_BeginOnTheirPage(string id)
    {
        Assert.SkipUnless(Poppler.IsInstalled, "poppler-utils is not installed");
        var pages = Poppler.RunningText(OwnCorpus.FileOf(id));
        Assert.All(OwnCorpus.Expected(id, "sections"), row =>
            Assert.Contains(Poppler.WithoutWhiteSpace(row["heading_as_printed"]), pages[OwnCorpus.PageOf(row) - 1],
                StringComparison.Ordinal));

        // A sentence may run over the page edge: the page is that of its figure.
        var whole = string.Concat(pages);
        Assert.All(OwnCorpus.Expected(id, "stated"), row =>
        {
            Assert.Contains(Poppler.WithoutWhiteSpace(row["sentence"]), whole, StringComparison.Ordinal);
            Assert.Contains(row["value_as_printed"].TrimStart('-'), pages[OwnCorpus.PageOf(row) - 1], StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Expectations_Indicators_BeginOnTheirPage(string id)
    {
        Assert.SkipUnless(Poppler.IsInstalled, "poppler-utils is not installed");
        var pages = Poppler.RunningText(OwnCorpus.FileOf(id));
        Assert.All(OwnCorpus.Expected(id, "indicators"), row =>
        {
            // A cell may run over the page edge: its first characters decide.
            var indicator = Poppler.WithoutWhiteSpace(row["level_3"]);
            Assert.Contains(indicator[..Math.Min(4, indicator.Length)], pages[OwnCorpus.PageOf(row) - 1], StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Flaws_PrintedFigures_ArePrintedOnTheirPage()
    {
        Assert.SkipUnless(Poppler.IsInstalled, "poppler-utils is not installed");
        var flaws = OwnCorpus.Flaws();
        Assert.NotEmpty(flaws);
        foreach (var group in flaws.GroupBy(static row => row["id"]))
        {
            var pages = Poppler.Layout(OwnCorpus.FileOf(group.Key));
            var inTables = group.Where(static row =>
                row["place"].StartsWith('表') && Amount().Match(row["printed"]).Length == row["printed"].Length);
            Assert.All(inTables, row => Assert.Contains(row["printed"], pages[OwnCorpus.PageOf(row) - 1], StringComparison.Ordinal));
        }
    }

    /// <summary>A figure as it stands in a table or in prose, its thousands separators and minus sign with it.</summary>
    [GeneratedRegex(@"(?<![\d.,])-?\d[\d,]*(?:\.\d+)?(?![\d.,]*\d)")]
    private static partial Regex Amount();
}
