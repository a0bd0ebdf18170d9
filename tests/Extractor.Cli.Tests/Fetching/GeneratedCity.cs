using System.IO.Compression;
using System.Text;

namespace Extractor.Cli.Tests.Fetching;

/// <summary>
/// A city that we make after what real ones are like: a listing of three pages in GB2312 (列表), one article a department and
/// year (正文页), and behind it the budget (附件): under a Chinese name, written by a script, in a zip with names in GBK,
/// or on another host. One article has none.
/// </summary>
internal sealed class GeneratedCity(Action<string, byte[]> site, Action<string, byte[]> files, Uri siteAddress, Uri filesAddress, Func<int,
    int, byte[]> document)
{
    public static readonly string[] Departments =
        ["财政局", "教育局", "民政局", "水务局", "司法局", "审计局", "统计局", "信访局", "商务局", "气象局", "公安局", "体育局"];

    public static readonly int[] Years = [2024, 2025, 2026];

    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>One article prints its budget and attaches nothing.</summary>
    public static int DocumentCount => (Departments.Length * Years.Length) - 1;

    /// <summary>Of every fourth department.</summary>
    public static int DocumentsOnOtherHost => Departments.Length / 4 * Years.Length;

    public static int Addresses => Years.Length + (Departments.Length * Years.Length) + DocumentCount;

    public void PublishAll()
    {
        for (var page = 0; page < Years.Length; page++)
        {
            var year = Years[page];
            var listing = new StringBuilder(
                "<html><head><meta charset=\"gb2312\"><title>部门预算</title></head><body><script>createPageHTML(3, ").Append(page)
                .Append(", \"index\", \"html\");</script><ul>");
            for (var department = 0; department < Departments.Length; department++)
            {
                listing.Append("<li><a href=\"./").Append(year).Append("02/t").Append(year).Append("0210_").Append(department)
                    .Append(".html\">").Append(NameOf(department, year)).Append("</a></li>");
                site($"ys/{year}02/t{year}0210_{department}.html", Encoding.UTF8.GetBytes(
                    $"<html><head><meta charset=\"utf-8\"><title>{NameOf(department, year)}</title></head><body>" +
                    $"<p>根据预算公开要求，现将有关情况公开如下，详见附件。</p>{LinkTo(department, year)}</body></html>"));
                Publish(department, year, 1);
            }

            site(page == 0 ? "ys/index.html" : $"ys/index_{page}.html", Gbk.GetBytes(listing.Append("</ul></body></html>").ToString()));
        }
    }

    public void Publish(int department, int year, int edition)
    {
        var pdf = document(department, year).Concat(Encoding.ASCII.GetBytes($"\n% {department} {year} {edition}\n")).ToArray();
        switch (KindOf(department, year))
        {
            case 0 or 1:
                site(PlaceOf(department, year), pdf);
                break;
            case 2:
                site(PlaceOf(department, year), Zip(NameOf(department, year) + ".pdf", pdf));
                break;
            case 3:
                files(PlaceOf(department, year), pdf);
                break;
        }
    }

    /// <summary>Of the attachment, on its host.</summary>
    public static string PlaceOf(int department, int year) => KindOf(department, year) switch
    {
        0 => $"ys/{year}02/附件：{NameOf(department, year)}.pdf",
        1 => $"ys/{year}02/P{year}0210{department:D2}.pdf",
        2 => $"ys/{year}02/P{year}0210{department:D2}.zip",
        _ => $"attach/{year}/{department}.pdf",
    };

    /// <summary>The definition and its recipe.</summary>
    /// <returns>The path of the definition.</returns>
    public string Define(TemporaryFolder folder)
    {
        folder.Write("recipes/made.yaml",
            "describes: made by the test\nentries: \"li a\"\nentry_text: \"20\\\\d\\\\d年部门预算\"\nattachments: a\n");
        return folder.Write("440300.yaml", $"""
            name: 某市
            division_code: "440300"
            verified: true
            caveats: [made by the test]
            listings:
              - address: {siteAddress}ys/index.html
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
    }

    private static string NameOf(int department, int year) => $"某市{Departments[department]}{year}年部门预算";

    private static int KindOf(int department, int year) => (department, year) == (7, 2024) ? 4 : department % 4;

    private string LinkTo(int department, int year) => KindOf(department, year) switch
    {
        0 => $"<a href=\"./附件：{NameOf(department, year)}.pdf\">附件：{NameOf(department, year)}.pdf</a>",
        1 => $"<script>var f='<a href=\"./P{year}0210{department:D2}.pdf\">{NameOf(department, year)}.pdf</a>'; " +
            $"document.write(f);</script>",
        2 => $"<a href=\"./P{year}0210{department:D2}.zip\" title=\"{NameOf(department, year)}\">附件.zip</a>",
        3 => $"<a href=\"{filesAddress}{PlaceOf(department, year)}\">{NameOf(department, year)}</a>",
        _ => "<table><tr><td>收入总计</td><td>1,234.56</td></tr></table>",
    };

    private static byte[] Zip(string name, byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, Gbk))
        {
            var created = zip.CreateEntry(name);
            created.LastWriteTime = new DateTimeOffset(2026, 2, 10, 0, 0, 0, TimeSpan.Zero);
            using var entry = created.Open();
            entry.Write(content);
        }

        return bytes.ToArray();
    }
}
