using System.Text;
using Extractor.Tests.Fetching;

namespace Extractor.Cli.Tests.Fetching;

/// <summary>A city that we make: a listing of three pages, one article a department and year, the budget attached.</summary>
internal sealed class GeneratedCity : IAsyncDisposable
{
    public static readonly string[] Departments =
        ["财政局", "教育局", "民政局", "水务局", "司法局", "审计局", "统计局", "信访局", "商务局", "气象局", "公安局", "体育局"];

    public static readonly int[] Years = [2024, 2025, 2026];

    private readonly byte[] document;

    private GeneratedCity(LoopbackSite site, byte[] document) => (Site, this.document) = (site, document);

    public LoopbackSite Site { get; }

    public static int DocumentCount => Departments.Length * Years.Length;

    /// <param name="document">A PDF that all attachments are copies of, each with a remark of its own after its end.</param>
    public static async Task<GeneratedCity> StartAsync(byte[] document)
    {
        var city = new GeneratedCity(await LoopbackSite.StartAsync(), document);
        for (var year = 0; year < Years.Length; year++)
        {
            var html = new StringBuilder("<title>部门预算</title><script>createPageHTML(3, ").Append(year).Append(", \"index\", \"html\");</script><ul>");
            for (var index = 0; index < Departments.Length; index++)
            {
                var name = $"某市{Departments[index]}{Years[year]}年部门预算";
                html.Append("<li><a href=\"./").Append(Years[year]).Append("02/t").Append(Years[year]).Append("0210_").Append(index).Append(".html\">").Append(name).Append("</a></li>");
                city.Site.Page($"/ys/{Years[year]}02/t{Years[year]}0210_{index}.html", $"<title>{name}</title><p>详见附件。</p><a href=\"./P{index}.pdf\">{name}.pdf</a>");
                city.Publish(index, Years[year], "1");
            }

            city.Site.Page(year == 0 ? "/ys/index.html" : $"/ys/index_{year}.html", html.Append("</ul>").ToString());
        }

        return city;
    }

    public void Publish(int department, int year, string edition) => Site.File(
        $"/ys/{year}02/P{department}.pdf",
        [.. document, .. Encoding.ASCII.GetBytes($"\n% {department} {year} {edition}\n")],
        $"\"{edition}\"");

    /// <summary>The definition and its recipe.</summary>
    /// <returns>The path of the definition.</returns>
    public string Define(TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder["recipes"]);
        File.WriteAllText(folder["recipes/made.yaml"], "describes: made by the test\nentries: \"li a\"\nentry_text: \"20\\\\d\\\\d年部门预算\"\nattachments: a\n");
        File.WriteAllText(folder["440300.yaml"], $"""
            name: 某市
            division_code: "440300"
            verified: true
            caveats: [made by the test]
            listings:
              - address: {Site["ys/index.html"]}
                recipe: made
            expected:
              departments: [{string.Join(", ", Departments)}]
              fiscal_years: [{string.Join(", ", Years)}]
              kinds: [department_budget]
            politeness:
              delay_seconds: 0
              recheck_days: 0
              allow_private_addresses: true
            """);
        return folder["440300.yaml"];
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
