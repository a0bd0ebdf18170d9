using System.Runtime.CompilerServices;
using Extractor.Runs.Definitions;
using Extractor.Tests.Runs;

namespace Extractor.Tests.Fetching.Publishers;

public sealed class PublisherReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    internal static string Repository { get; } = Find();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_DefinitionsOfTheRepository_AllAreSound()
    {
        var definitions = PublisherReader.Read([Path.Combine(Repository, "pipelines", "publishers")]);

        Assert.True(definitions.Count(static definition => definition.DivisionCode.StartsWith("4403", StringComparison.Ordinal)) >= 5);
        Assert.True(definitions.Count(static definition => !definition.DivisionCode.StartsWith("4403", StringComparison.Ordinal)) >= 15);
        Assert.All(definitions, static definition => Assert.NotEmpty(definition.Caveats));
        Assert.All(definitions, static definition => Assert.Equal(definition.Key, definition.DivisionCode));
    }

    [Fact]
    public void Read_ManyFaults_AllAreListedWithTheirLines()
    {
        folder.Write("recipes/r.yaml", "describes: x\nentries: a\nentry_text: \"(\"\nattachments: a\n");
        var path = folder.Write("p.yaml", """
            name: 某市
            division_code: "44"
            verified: maybe
            listings:
              - address: ftp://example.cn/
                recipe: none
              - address: http://example.cn/
                recipe: r
            expected:
              fiscal_years: [20]
              kinds: [novel]
            politeness:
              night_window: late
              speed: fast
            """);

        var faults = Assert.Throws<DefinitionException>(() => PublisherReader.Read([path])).Faults;

        Assert.Equal(
            ["p.yaml:2", "p.yaml:3", "p.yaml:5", "p.yaml:6", "p.yaml:10", "p.yaml:11", "p.yaml:13", "p.yaml:14", "r.yaml:3"],
            faults.Select(static fault => $"{Path.GetFileName(fault.File)}:{fault.Line}"));
    }

    [Fact]
    public void Read_AddressList_RowsWithTheirRequests()
    {
        folder.Write("a.csv", "url,title,department_name,fiscal_year\nhttp://example.cn/a.pdf,预算,某局,2026\nnowhere,,,\n");
        var path = folder.Write("p.yaml", "name: 某市\ndivision_code: \"440300\"\nverified: false\naddresses: a.csv\n");

        Assert.Equal(3, Assert.Single(Assert.Throws<DefinitionException>(() => PublisherReader.Read([path])).Faults).Line);

        folder.Write("a.csv", "url,title,department_name,fiscal_year\nhttp://example.cn/a.pdf,预算,某局,2026\n");
        var address = Assert.Single(PublisherReader.Read([path])[0].Addresses);
        Assert.Equal("440300 某局 2026", $"{address.Request.DivisionCode} {address.Request.DepartmentName} {address.Request.FiscalYear}");
    }

    private static string Find([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", ".."));
}
